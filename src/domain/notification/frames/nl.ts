import type { FrameTexts } from './texts.ts';

export const nl: FrameTexts = {
  closing: 'Met vriendelijke groeten',
  reference: (reference) => `Referentie: ${reference}. Vermeld ze als u contact met ons opneemt.`,
  why: {
    request:
      'U krijgt deze e-mail omdat dit adres bij een aanvraag voor een Belgisch rijksregisternummer werd gegeven en met een code werd bevestigd.',
    code: 'U krijgt deze e-mail omdat iemand dit adres gaf bij een aanvraag voor een Belgisch rijksregisternummer.',
    link: 'U krijgt deze e-mail omdat iemand dit adres en uw referentie op onze website invulde.',
    'former-address':
      'U krijgt deze e-mail omdat dit tot nu het adres van uw aanvraag was. We schrijven er niet meer naar over de aanvraag.',
    person: 'U krijgt deze e-mail omdat we dit adres kennen als dat van u.',
    administrator: 'U krijgt deze e-mail omdat u beheert wie voor uw organisatie mag handelen.',
  },
  linkWorksOnce: (until) =>
    `Deze link werkt één keer, ${until}. Geef hem aan niemand. Daarna kunt u een nieuwe link vragen of u aanmelden met uw eID.`,
  trust: 'Komt deze e-mail echt van ons?',
  addresses: (origin) =>
    `Elke pagina van ons waar een link in een e-mail naartoe leidt, begint met ${origin}/`,
  noAddresses: 'In deze e-mail staat geen link: niemand kan u met een kopie ervan ergens anders heen leiden.',
  neverAsked:
    'We vragen nooit naar uw wachtwoord, uw pincode of uw bankkaart, niet per e-mail en niet aan de telefoon.',
  doubt:
    'Twijfelt u? Volg dan geen enkele link. Typ zelf het adres van onze website, of neem contact met ons op.',
  contact: 'Vragen?',
  telephone: (telephone, hours) =>
    hours === null ? `Telefoon: ${telephone}` : `Telefoon: ${telephone} (${hours})`,
  helpPage: (address) => `Hulp: ${address}`,
  replyTo: (address) => `E-mail: ${address}`,
  noReply: 'U kunt deze e-mail niet beantwoorden: niemand leest wat u terugstuurt.',
};
