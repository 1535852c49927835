import { MINUTE } from '../../base/time.ts';
import type { AttemptState } from '../attempt.ts';
import { inState } from '../step.ts';
import type { Waiting } from './proof.ts';

/** For so long a link that is followed twice is a double click, a second tab or a reload, and leads there as it did. */
const SAME_WAY = MINUTE;

/** The way there for whose answer the login waits; `null` when it waits for none. */
export function waitingIn(context: { readonly state: AttemptState }): Waiting | null {
  const waiting = inState(context, 'waiting');
  if (waiting === null) return null;
  const { tile, mark, sentAt, kept } = waiting.state;
  return { tile, mark, sentAt, kept };
}

/** Whether whoever leaves now goes the way that is waited for once more; `after`: the mark of the one that they gave up. */
export function isSameWay(
  { mark, sentAt }: Pick<Waiting, 'mark' | 'sentAt'>,
  after: string | null,
  now: Date,
): boolean {
  return mark !== after && now.getTime() - sentAt.getTime() <= SAME_WAY;
}
