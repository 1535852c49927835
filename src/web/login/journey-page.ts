import type { View } from '../../login/index.ts';
import type { Html } from '../ui/html.ts';
import type { JourneyProps } from '../ui/journey-page.ts';
import { problemPage } from '../ui/problem-page.ts';
import { accountPage } from './account/account-page.ts';
import type { Asking } from './asking.ts';
import { capacityPage } from './capacity/capacity-page.ts';
import { linkedPage } from './capacity/linked-page.ts';
import { noCapacityPage } from './capacity/no-capacity-page.ts';
import { sharingPage } from './capacity/sharing-page.ts';
import { atCountryPage } from './country/at-country-page.ts';
import { countryPage } from './country/country-page.ts';
import type { Invited } from './invited.ts';
import { atProviderPage } from './means/at-provider-page.ts';
import { meansPage } from './means/means-page.ts';
import { otherPersonPage } from './means/other-person-page.ts';
import { numberPage } from './number/number-page.ts';

type PageView = Extract<View, { readonly kind: 'page' }>;

/** Everything besides the view that a page of a login is made from. */
export type JourneyFrame = Omit<JourneyProps<'linked'>, 'page' | 'application' | 'attempt'> & {
  readonly now: Date;
  /** What somebody without access sees of asking for it. */
  readonly asking?: Asking | null;
  /** What somebody without access sees of invitations to work for an organisation. */
  readonly invited?: Invited | null;
};

/** The page of a login, by where it stands. A finished login leaves, one with a single tile leads to its page, and one that waits for a request is shown with it (`hand-over.ts`). */
export function journeyPage({ attempt, application, page }: PageView, rest: JourneyFrame): Html {
  const props = { ...rest, attempt, application };
  switch (page.kind) {
    case 'means':
      return meansPage({ ...props, page });
    case 'country':
      return countryPage({ ...props, page });
    case 'at-country':
      return atCountryPage({ ...props, page });
    case 'number':
      return numberPage({ ...props, page });
    case 'account':
      return accountPage({ ...props, page });
    case 'linked':
      return linkedPage({ ...props, page });
    case 'capacity':
      return capacityPage({ ...props, page });
    case 'no-capacity':
      return noCapacityPage(
        { ...props, page },
        { asking: rest.asking ?? null, invited: rest.invited ?? null },
      );
    case 'sharing':
      return sharingPage({ ...props, page });
    case 'stopped':
      return problemPage(rest.frame, {
        problem: page.problem,
        application,
        correlation: attempt.correlation,
        at: rest.now,
        alive: true,
        contact: rest.contact,
      });
    case 'at-provider':
      return atProviderPage({ ...props, page });
    case 'other-person':
      return otherPersonPage({ ...props, page });
    case 'tile':
    case 'registered':
    case 'finished':
      throw new Error('what a login hands on has no page of its own here');
  }
}
