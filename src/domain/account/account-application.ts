import type { ApplicationId, OwnApplication } from '../application/index.ts';
import { meansOfApplications } from '../login-means/index.ts';

/** The pages of one's own account, as an application among the others. */
export const accountApplicationId = 'sluis-account' as ApplicationId;

/**
 * The description that every installation holds. Whatever proves who somebody is opens their own account: who has only a weak means must
 * be able to see that, and what is dangerous asks for more. It speaks no protocol: nobody can log in to it from outside.
 */
export const accountApplication: OwnApplication = {
  id: accountApplicationId,
  name: { nl: 'Uw account', fr: 'Votre compte', de: 'Ihr Konto', en: 'Your account' },
  protocol: 'own',
  openTo: [{ targetGroup: 'BUR', level: 'group' }],
  assurance: 'low',
  loginMeans: meansOfApplications,
  rights: [],
  rightRequired: false,
  openToLegalRepresentatives: false,
  homeUri: '/account',
};
