import type { ApplicationId, OwnApplication } from '../application/index.ts';

/** The page of one's own request for a number, as an application among the others: who comes back to it logs in with the eID. */
export const requestApplicationId = 'sluis-request' as ApplicationId;

/** The description that every installation holds. It speaks no protocol: nobody can log in to it from outside. */
export const requestApplication: OwnApplication = {
  id: requestApplicationId,
  name: {
    nl: 'Uw aanvraag voor een nummer',
    fr: 'Votre demande de numéro',
    de: 'Ihr Antrag auf eine Nummer',
    en: 'Your request for a number',
  },
  protocol: 'own',
  openTo: [{ targetGroup: 'BUR', level: 'group' }],
  assurance: 'substantial',
  loginMeans: ['eidashigh', 'eidassubstantial'],
  rights: [],
  rightRequired: false,
  openToLegalRepresentatives: false,
  homeUri: '/request',
};
