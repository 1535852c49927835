import { type ActingWithReason, isOneself, mayActIn } from '../../acting/index.ts';
import type { PersonId } from '../../person/index.ts';
import { atDesk } from '../case/doer.ts';
import { record, recordingNeeds } from '../case/keep-case.ts';
import type { CaseId, LinkRemoval } from '../case/model.ts';
import { act, type Context } from '../case/world.ts';
import { checkReason } from '../desk/check-text.ts';
import { type DeskRefusal, wrong } from '../desk/desk-answer.ts';
import { tellLook } from '../desk/tell-look.ts';
import { decidedPersonNeeds, decidedPersonOf } from './decided-person-of.ts';

export type ProposeLinkRemoval = {
  readonly by: ActingWithReason;
  readonly link: string;
  readonly person: PersonId;
  readonly case: CaseId | null;
};

/** An agent wants a link to end: it waits for a second one. */
export const proposeLinkRemoval = act(
  ['links', 'linkRemovals', ...decidedPersonNeeds, ...recordingNeeds],
  async (
    context,
    wish: ProposeLinkRemoval,
  ): Promise<{ readonly kind: 'proposed' | 'already-proposed'; readonly id?: string } | DeskRefusal> => {
    const { stores, world, now } = context;
    const { by } = wish;
    if (!mayActIn('cases', by)) return { kind: 'not-allowed' };
    const errors = checkReason('reason', by.reason);
    if (errors.length > 0) return wrong(errors);
    const link = await stores.links.find(wish.link);
    if (link === null || link.ended !== null || link.person !== wish.person) return { kind: 'unknown-case' };
    if (isOneself(by, link.person)) return { kind: 'own-case' };
    // The reason goes to whoever asked for that case: nobody else may get it.
    if (wish.case !== null && (await decidedPersonOf(context, wish.case))?.id !== link.person)
      return { kind: 'unknown-case' };
    const removal: LinkRemoval = {
      id: world.randomness.uuid(),
      link: link.id,
      case: wish.case,
      person: link.person,
      country: link.country,
      reason: by.reason.trim(),
      proposedBy: by.person,
      proposedAt: now,
      decided: null,
    };
    const added = await stores.linkRemovals.add(removal);
    if (added.kind === 'already-proposed') return { kind: 'already-proposed' };
    await tellProposed(context, by, removal);
    return { kind: 'proposed', id: removal.id };
  },
);

/** The timeline of the case, where there is one, and the trail in any case. */
async function tellProposed(
  context: Context<typeof recordingNeeds>,
  by: ActingWithReason,
  removal: LinkRemoval,
): Promise<void> {
  const { person, link, country, reason } = removal;
  const concerned = [{ way: 'changed', person }] as const;
  if (removal.case !== null) {
    const happening = { kind: 'link-removal-proposed', by: atDesk(by), text: reason, concerned } as const;
    await record(context, { id: removal.case }, happening);
    return;
  }
  await tellLook(context, by, {
    kind: 'case.link-removal-proposed',
    subject: { kind: 'person', id: person },
    details: { link, country },
    concerned,
  });
}
