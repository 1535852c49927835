import type { ApplicationId, OwnApplication } from '../application/index.ts';
import { meansOfApplications } from '../login-means/index.ts';

/** The pages on which organisations decide who may act for them, as an application among the others. */
export const organisationApplicationId = 'sluis-organisation' as ApplicationId;

/**
 * The description that every installation holds. Anybody who proves who they are well enough may come in: the pages look themselves for what
 * somebody administers, and tell who administers nothing how one comes to it. It speaks no protocol: nobody can log in to it from outside.
 */
export const organisationApplication: OwnApplication = {
  id: organisationApplicationId,
  name: {
    nl: 'Beheer van uw organisatie',
    fr: 'Gestion de votre organisation',
    de: 'Verwaltung Ihrer Organisation',
    en: 'Management of your organisation',
  },
  protocol: 'own',
  openTo: [{ targetGroup: 'BUR', level: 'group' }],
  assurance: 'substantial',
  loginMeans: meansOfApplications,
  rights: [],
  rightRequired: false,
  openToLegalRepresentatives: false,
  homeUri: '/organisation',
};
