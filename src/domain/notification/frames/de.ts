import type { FrameTexts } from './texts.ts';

export const de: FrameTexts = {
  closing: 'Mit freundlichen Grüßen',
  reference: (reference) => `Referenz: ${reference}. Nennen Sie sie, wenn Sie sich an uns wenden.`,
  why: {
    request:
      'Sie erhalten diese E-Mail, weil diese Adresse bei einem Antrag auf eine belgische Nationalregisternummer angegeben und mit einem Code bestätigt wurde.',
    code: 'Sie erhalten diese E-Mail, weil jemand diese Adresse bei einem Antrag auf eine belgische Nationalregisternummer angegeben hat.',
    link: 'Sie erhalten diese E-Mail, weil jemand diese Adresse und Ihre Referenz auf unserer Website eingegeben hat.',
    'former-address':
      'Sie erhalten diese E-Mail, weil dies bisher die Adresse Ihres Antrags war. Wir schreiben zu dem Antrag nicht mehr an sie.',
    person: 'Sie erhalten diese E-Mail, weil wir diese Adresse als Ihre kennen.',
    administrator: 'Sie erhalten diese E-Mail, weil Sie verwalten, wer für Ihre Organisation handeln darf.',
  },
  linkWorksOnce: (until) =>
    `Dieser Link funktioniert ein einziges Mal, ${until}. Geben Sie ihn niemandem. Danach können Sie einen neuen Link verlangen oder sich mit Ihrer eID anmelden.`,
  trust: 'Kommt diese E-Mail wirklich von uns?',
  addresses: (origin) => `Jede unserer Seiten, zu der ein Link in einer E-Mail führt, beginnt mit ${origin}/`,
  noAddresses: 'In dieser E-Mail steht kein Link: Niemand kann Sie mit einer Kopie davon woandershin führen.',
  neverAsked:
    'Wir fragen nie nach Ihrem Passwort, Ihrer PIN oder Ihrer Bankkarte, weder per E-Mail noch am Telefon.',
  doubt:
    'Haben Sie Zweifel? Folgen Sie keinem Link. Geben Sie die Adresse unserer Website selbst ein, oder wenden Sie sich an uns.',
  contact: 'Fragen?',
  telephone: (telephone, hours) =>
    hours === null ? `Telefon: ${telephone}` : `Telefon: ${telephone} (${hours})`,
  helpPage: (address) => `Hilfe: ${address}`,
  replyTo: (address) => `E-Mail: ${address}`,
  noReply: 'Sie können auf diese E-Mail nicht antworten: Niemand liest, was zurückkommt.',
};
