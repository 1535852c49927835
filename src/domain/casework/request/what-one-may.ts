import { endOf, replyAfterEnd } from '../case/change-case.ts';
import type { Case } from '../case/model.ts';
import { isOpen } from '../case/transitions.ts';
import type { Context } from '../case/world.ts';

export const lastWordNeeds = ['cases', 'links'] as const;
type LastWordContext = Pick<Context<typeof lastWordNeeds>, 'stores'>;

/** Documents are taken as long as somebody works on the request. */
export function mayUpload({ state }: Pick<Case, 'state'>): boolean {
  return ['draft', 'new', 'assigned', 'waiting', 'answered', 'to-confirm', 'reopened'].includes(state.kind);
}

/** Before the decision. That a second agent looks must not show: it would tell that the register holds nobody alike. */
export function mayWithdraw({ state }: Pick<Case, 'state'>): boolean {
  return isOpen(state);
}

/** Whether the applicant may send words or files: as long as it is open, and for some time after an end without a number. */
export async function mayStillSend(context: LastWordContext, one: Case, at: Date): Promise<boolean> {
  if (mayUpload(one)) return true;
  return replyAfterEnd(one, at, at).kind === 'changed' && (await isLastWord(context, one));
}

/** Whether nothing came after this request: another one of the same eID under way, or a number. */
export async function isLastWord({ stores }: LastWordContext, one: Case): Promise<boolean> {
  const { identity } = one.applicant;
  if (identity === null) return true;
  const other = await stores.cases.findOpenOf(identity.identifier);
  return other === null && (await stores.links.findLive(identity.country, identity.identifier)) === null;
}

/** Whether a new request may follow this one: it is over without a number, and is the last word about this eID. */
export async function mayAskAgain(context: LastWordContext, one: Case): Promise<boolean> {
  const { identity } = one.applicant;
  if (identity === null || one.application === null) return false;
  const isOver = endOf(one) !== null || (one.submittedAt === null && !isOpen(one.state));
  return isOver && (await isLastWord(context, one));
}
