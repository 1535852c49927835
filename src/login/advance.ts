import { later } from '../base/time.ts';
import type { Attempt, AttemptState } from './attempt.ts';
import { type Finding, findNeeds, isOver } from './find-attempt.ts';
import { pageNeeds, stepOf, transitions } from './path.ts';
import type { LoginStores } from './ports.ts';
import { type AttemptContext, contextOf, type Recording } from './step.ts';
import type { Page, Reply, View } from './view.ts';
import { endNeeds } from './waiting-protocol.ts';

export const showNeeds = [...findNeeds, ...pageNeeds, ...endNeeds] as const;

type Showing = Pick<LoginStores, (typeof showNeeds)[number]>;
type Trail = Pick<LoginStores, 'audit'>;

/** A login goes on to its next state. A change that the table of transitions does not name is a bug. */
export async function advance<Stores extends Showing>(
  context: AttemptContext<Stores> & Recording,
  state: AttemptState,
  more: Pick<Attempt, 'unbound'> = {},
): Promise<AttemptContext<Stores>> {
  const { attempt, world } = context;
  if (!transitions[attempt.state.kind].includes(state.kind)) {
    throw new Error(`a login may not go from ${attempt.state.kind} to ${state.kind}`);
  }
  // Agents decide in days, not minutes: the login waits for them as long as a login may live.
  const longest = later(attempt.startedAt, world.settings.longestAttemptMilliseconds);
  const expiresAt = state.kind === 'registering' ? longest : attempt.expiresAt;
  if (state.kind === 'stopped') {
    await context.record({
      kind: 'login.stopped',
      actor: { kind: 'unknown' },
      subject: { kind: 'attempt', id: attempt.correlation },
      purpose: 'login',
      details: { problem: state.problem.kind },
    });
  }
  const again = 'notice' in state && state.notice?.kind === 'prove-again' ? state.notice.wish : null;
  const confirmed = attempt.state.kind === 'other-person' && 'person' in state;
  const request = {
    ...attempt.request,
    ...(again !== null && { wish: again }),
    // They said that it is them now.
    ...(confirmed && { stepUp: null }),
  };
  // Whose the account is, is asked once.
  const asked = attempt.state.kind === 'binding-account' ? { unbound: null } : {};
  const change = { state, expiresAt, request, ...asked, ...more };
  return isOver(state) ? end(context, change) : save(context, change);
}

/** Saves a change of the attempt, unless another request was first: then nothing of this one may be kept. */
export async function save<Stores extends Finding>(
  context: AttemptContext<Stores>,
  change: Partial<Attempt>,
): Promise<AttemptContext<Stores>> {
  const { attempt, stores } = context;
  const next: Attempt = { ...attempt, ...change, version: attempt.version + 1 };
  await stores.attempts.save(next);
  return contextOf(context, next);
}

/** Where an attempt went: its address, or its last page at once. */
export async function arrive(
  context: AttemptContext<Showing>,
): Promise<Extract<Reply, { kind: 'moved' | 'ended' }>> {
  return isOver(context.state)
    ? { kind: 'ended', view: await viewOf(context) }
    : { kind: 'moved', attempt: context.attempt };
}

/** A context that tells the trail, under the correlation code of its login. */
export function recording<Stores extends Trail>(context: AttemptContext<Stores>) {
  const { stores, attempt } = context;
  const record: Recording['record'] = (event) =>
    stores.audit.record({ ...event, correlation: attempt.correlation });
  return { ...context, record };
}

/** Where a login stands, as a page. */
export async function viewOf(context: AttemptContext<Showing>): Promise<Extract<View, { kind: 'page' }>> {
  const shown = isOver(context.state) && !context.page ? await end(context) : context;
  const { attempt, application, page = await pageOf(shown) } = shown;
  return { kind: 'page', attempt, application, page };
}

function pageOf(context: AttemptContext<Showing>): Promise<Page> {
  return stepOf(context.state.kind).page(context);
}

/** Keeps an attempt that is over, as it changes by that, with what its protocol makes of the end. */
async function end<Stores extends Showing>(
  context: AttemptContext<Stores>,
  change: Partial<Attempt> = {},
): Promise<AttemptContext<Stores>> {
  const { stores, waiting } = context;
  const attempt = { ...context.attempt, ...change };
  const page = await pageOf(contextOf(context, attempt));
  if (page.kind !== 'finished' || !waiting) {
    const kept = change.state ? await save(context, change) : context;
    return { ...kept, page };
  }
  const { wayOn, half } = await waiting({ attempt, outcome: page.outcome }, stores);
  const kept = change.state || half ? await save(context, { ...change, ...(half && { half }) }) : context;
  return { ...kept, page: { ...page, wayOn } };
}
