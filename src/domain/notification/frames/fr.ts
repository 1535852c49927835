import type { FrameTexts } from './texts.ts';

export const fr: FrameTexts = {
  closing: 'Cordialement',
  reference: (reference) => `Référence : ${reference}. Indiquez-la quand vous nous contactez.`,
  why: {
    request:
      'Vous recevez cet e-mail parce que cette adresse a été donnée avec une demande de numéro national belge et confirmée par un code.',
    code: 'Vous recevez cet e-mail parce que quelqu’un a donné cette adresse avec une demande de numéro national belge.',
    link: 'Vous recevez cet e-mail parce que quelqu’un a tapé cette adresse et votre référence sur notre site.',
    'former-address':
      'Vous recevez cet e-mail parce que cette adresse était jusqu’ici celle de votre demande. Nous n’y écrivons plus au sujet de la demande.',
    person: 'Vous recevez cet e-mail parce que nous connaissons cette adresse comme la vôtre.',
    administrator: 'Vous recevez cet e-mail parce que vous gérez qui peut agir pour votre organisation.',
  },
  linkWorksOnce: (until) =>
    `Ce lien fonctionne une seule fois, ${until}. Ne le donnez à personne. Ensuite, vous pouvez demander un nouveau lien ou vous connecter avec votre eID.`,
  trust: 'Cet e-mail vient-il vraiment de nous ?',
  addresses: (origin) =>
    `Chaque page de notre site à laquelle mène un lien dans un e-mail commence par ${origin}/`,
  noAddresses:
    'Il n’y a aucun lien dans cet e-mail : personne ne peut vous mener ailleurs avec une copie de celui-ci.',
  neverAsked:
    'Nous ne demandons jamais votre mot de passe, votre code PIN ni votre carte bancaire, ni par e-mail ni par téléphone.',
  doubt:
    'Vous avez un doute ? Ne suivez aucun lien. Tapez vous-même l’adresse de notre site, ou contactez-nous.',
  contact: 'Des questions ?',
  telephone: (telephone, hours) =>
    hours === null ? `Téléphone : ${telephone}` : `Téléphone : ${telephone} (${hours})`,
  helpPage: (address) => `Aide : ${address}`,
  replyTo: (address) => `E-mail : ${address}`,
  noReply: 'Vous ne pouvez pas répondre à cet e-mail : personne ne lit ce qui est renvoyé.',
};
