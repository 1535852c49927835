import { correlationCode } from '../../../base/correlation.ts';
import { type ActingPerson, actorOf, isOneself, isSecondPerson, mayActIn } from '../../acting/index.ts';
import { atDesk } from '../case/doer.ts';
import { record, recordingNeeds } from '../case/keep-case.ts';
import type { LinkRemoval } from '../case/model.ts';
import { act, type Context } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { checkReason } from '../desk/check-text.ts';
import { type DeskRefusal, wrong } from '../desk/desk-answer.ts';
import { tellLook } from '../desk/tell-look.ts';

const endingNeeds = ['links', 'cases', 'endings', ...recordingNeeds, ...writingNeeds] as const;

export type DecideLinkRemoval = {
  readonly by: ActingPerson;
  readonly id: string;
  readonly remove: boolean;
  readonly comment: string;
};

/**
 * The second agent ends the link, and the person is told by mail; or keeps it. What the link gave before stays explained: it ends, it is
 * not deleted.
 */
export const decideLinkRemoval = act(
  ['linkRemovals', ...endingNeeds],
  async (
    context,
    { by, id, remove, comment }: DecideLinkRemoval,
  ): Promise<{ readonly kind: 'removed' | 'kept' | 'already-decided' } | DeskRefusal> => {
    const { stores, now } = context;
    if (!mayActIn('cases', by)) return { kind: 'not-allowed' };
    const errors = checkReason('comment', comment);
    if (errors.length > 0) return wrong(errors);
    const removal = await stores.linkRemovals.find(id);
    if (removal === null) return { kind: 'unknown-case' };
    if (!isSecondPerson(by, removal.proposedBy)) return { kind: 'own-decision' };
    if (isOneself(by, removal.person)) return { kind: 'own-case' };
    const decided = {
      kind: remove ? 'removed' : 'kept',
      by: by.person,
      at: now,
      comment: comment.trim(),
    } as const;
    if (!(await stores.linkRemovals.decide(id, decided))) return { kind: 'already-decided' };
    if (remove) await endLink(context, removal, by);
    else
      await tellLook(context, by, {
        kind: 'case.link-kept',
        subject: { kind: 'person', id: removal.person },
        details: { link: removal.link, country: removal.country, proposedBy: removal.proposedBy },
        concerned: [{ way: 'changed', person: removal.person }],
      });
    return { kind: decided.kind };
  },
);

async function endLink(
  context: Context<typeof endingNeeds>,
  removal: LinkRemoval,
  by: ActingPerson,
): Promise<void> {
  const { stores, world, now } = context;
  const link = await stores.links.find(removal.link);
  if (link === null) throw new Error('a link that was to end is not there');
  await stores.links.end(removal.link, now, 'removed-by-agents');
  await stores.audit.record({
    kind: 'identity-matching.link-ended',
    actor: actorOf(by),
    subject: { kind: 'person', id: removal.person },
    purpose: 'identity-matching',
    details: { link: removal.link, country: removal.country, proposedBy: removal.proposedBy },
    concerned: [{ way: 'changed', person: removal.person }],
    correlation: correlationCode(world.randomness.bytes(8)),
  });
  const one =
    (removal.case && (await stores.cases.find(removal.case))) ??
    (await stores.cases.findLastOf(link.identifier.reveal()));
  if (!one) return;
  // Its applicant may come back with the eID, and read why; what was open rests on a link that was a mistake.
  await stores.endings.end([one.id], now, now);
  await record(context, one, { kind: 'link-removed', by: atDesk(by), text: removal.reason });
  await writeToApplicant(context, one, { template: 'link-removed', values: { reason: removal.reason } });
}
