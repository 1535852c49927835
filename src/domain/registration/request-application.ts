import type { Application, ApplicationId } from '../application/index.ts';

/** The page of one's own request for a number, as an application among the others: who comes back to it logs in with the eID. */
export const requestApplicationId = 'sluis-request' as ApplicationId;

/** The description that every installation holds. It speaks no protocol: nobody can log in to it from outside. */
export const requestApplication: Application = {
  id: requestApplicationId,
  name: {
    nl: 'Uw aanvraag voor een nummer',
    fr: 'Votre demande de numéro',
    de: 'Ihr Antrag auf eine Nummer',
    en: 'Your request for a number',
  },
  protocol: 'own',
  secret: null,
  jwks: null,
  clientAuthentication: [],
  redirectUris: [],
  postLogoutRedirectUris: [],
  scopes: [],
  openTo: [{ targetGroup: 'BUR', level: 'group' }],
  assurance: 'substantial',
  loginMeans: ['eidashigh', 'eidassubstantial'],
  rights: [],
  rightRequired: false,
  openToLegalRepresentatives: false,
  roleClaim: null,
  idTokenAlgorithm: 'RS256',
  confirmSharing: 'never',
  compatibility: { pkce: 'required', issParameter: true, assertionAudience: ['issuer'] },
  homeUri: '/request',
};
