import type { ApplicationId, OwnApplication } from '../application/index.ts';
import { caseworkApplication } from '../staff/index.ts';

/** The page of an invitation, as an application among the others: somebody who is known here accepts it by logging in. */
export const invitationApplicationId = 'sluis-invitation' as ApplicationId;

/** The description that every installation holds: whatever is enough for the pages of staff is enough to come to work on them. */
export const invitationApplication: OwnApplication = {
  id: invitationApplicationId,
  name: {
    nl: 'Uw uitnodiging om met Sluis te werken',
    fr: 'Votre invitation à travailler avec Sluis',
    de: 'Ihre Einladung, mit Sluis zu arbeiten',
    en: 'Your invitation to work with Sluis',
  },
  protocol: 'own',
  openTo: [{ targetGroup: 'BUR', level: 'group' }],
  assurance: caseworkApplication.assurance,
  loginMeans: caseworkApplication.loginMeans,
  rights: [],
  rightRequired: false,
  openToLegalRepresentatives: false,
  homeUri: '/cases',
};
