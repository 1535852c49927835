import type { MailSender } from '../base/mail-sender.ts';

/** Who writes in the demo: an authority, an address and a telephone number that nobody has. */
export const demoSender = {
  authority: {
    nl: 'Voorbeelddienst Digitale Identiteit',
    fr: 'Service exemple Identité numérique',
    de: 'Beispielamt für digitale Identität',
    en: 'Example Agency for Digital Identity',
  },
  postalAddress: {
    nl: 'Voorbeeldstraat 1, 1000 Brussel, België',
    fr: 'Rue de l’Exemple 1, 1000 Bruxelles, Belgique',
    de: 'Beispielstraße 1, 1000 Brüssel, Belgien',
    en: 'Example Street 1, 1000 Brussels, Belgium',
  },
  telephone: '+32 2 000 00 00',
  hours: {
    nl: 'op werkdagen van 9 tot 17 uur',
    fr: 'les jours ouvrables de 9 à 17 heures',
    de: 'an Arbeitstagen von 9 bis 17 Uhr',
    en: 'on working days from 9 am to 5 pm',
  },
} as const satisfies Pick<MailSender, 'authority' | 'postalAddress' | 'telephone' | 'hours'>;
