import type { AssuranceLevel } from '../../domain/assurance/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { WorkInvitationView } from '../../domain/work-invitation/index.ts';
import type { View } from '../../login/index.ts';
import type { Web, WebContext } from '../http/web-context.ts';

type PageView = Extract<View, { readonly kind: 'page' }>;

/** How the last answer ended; in the address after it, so that a reload answers nothing again. */
const invitationAnswers = ['begun', 'partly', 'refused', 'too-weak', 'not-taken'] as const;
export type InvitationAnswered = (typeof invitationAnswers)[number];

/** What the page of somebody without access shows of invitations to work for an organisation. */
export type Invited = {
  readonly waiting: readonly WorkInvitationView[];
  readonly answered: InvitationAnswered | null;
};

/**
 * Whoever may answer invitations in this login: they have proved who they are, and stand where nothing else leads on. An account that counts
 * for one organisation alone answers for no other.
 */
export function answererIn({
  attempt: { state },
  page,
}: PageView): { readonly person: PersonId; readonly assurance: AssuranceLevel } | null {
  if (page.kind !== 'no-capacity' || state.kind !== 'without-capacity') return null;
  const { assurance, organisation = null } = state.authentication;
  return organisation === null ? { person: state.person, assurance } : null;
}

/** What a login without a capacity shows of invitations; `null` for every other page. */
export async function invitedIn(web: Web, context: WebContext, view: PageView): Promise<Invited | null> {
  const by = answererIn(view);
  if (by === null) return null;
  const asked = context.req.query('answered');
  return {
    waiting: await web.world.workInvitations.openFor({ person: by.person }),
    answered: invitationAnswers.find((each) => each === asked) ?? null,
  };
}
