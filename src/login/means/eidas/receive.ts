// What came back from a member state: fetched by its handle, in the browser that carries it.
import { eidasMeansFor, eidasTile } from '../../../domain/login-means/index.ts';
import { advance, arrive, recording, showNeeds, viewOf } from '../../advance.ts';
import { answeringFrom } from '../../ahead/read-ahead.ts';
import type { AttemptState, BrowserBinding, Notice } from '../../attempt.ts';
import { find, lost } from '../../find-attempt.ts';
import { takesAnswer } from '../../path.ts';
import type { LoginStores } from '../../ports.ts';
import type { PageContext, StepContext } from '../../step.ts';
import type { Arrival } from '../../view.ts';
import type { WaitingProtocol } from '../../waiting-protocol.ts';
import { follow, judge, provingNeeds } from '../lead-on.ts';
import type { Proof } from '../proof.ts';
import { atCountries } from './country.ts';
import type { ReceivedAnswer } from './ports.ts';
import { recordRefusedAnswer } from './refused-answer.ts';
import type { EidasProblem } from './said.ts';

export const receiveNeeds = [...showNeeds, 'answers', 'audit', ...provingNeeds] as const;
type Receiving = Pick<LoginStores, (typeof receiveNeeds)[number]>;

type Fetching = {
  readonly handle: string;
  readonly browser: BrowserBinding;
  readonly waiting: WaitingProtocol | null;
};

/** Takes an answer, once; in any other browser than the one that began nothing changes. */
export async function receive(
  world: PageContext['world'],
  asked: Receiving,
  { handle, browser, waiting }: Fetching,
): Promise<Arrival> {
  const brought = await asked.answers.findWithWhatFollows(handle, world.clock());
  if (!brought) return { kind: 'problem', view: lost({ kind: 'unknown-attempt' }, null, null).view };
  const { received } = brought;
  const stores = answeringFrom(asked, brought.ahead);
  const found = await find(world, stores, received.attempt, browser);
  if (found.kind !== 'found') {
    const isStranger = found.view.problem.kind === 'other-browser';
    if (isStranger) await recordStranger(stores, received);
    // Over by now: its own address says so, with the way on.
    return isStranger || found.attempt === null
      ? { kind: 'problem', view: found.view }
      : { kind: 'moved', attempt: found.attempt };
  }
  const context = { ...recording(found.context), waiting };
  // Fetched before (a reload, the back button), or the login went on in another tab: this one comes to where it stands now.
  if (received.taken || received.isOver || !takesAnswer(context.state.kind)) return arrive(context);
  await stores.answers.take(handle, context.now);
  const led = await advance(context, await stateAfter(context, received));
  return { kind: 'shown', view: await viewOf(led) };
}

/** An answer that another browser wants to have than the one that began: it changes nothing, and the trail tells of it. */
async function recordStranger(
  stores: Pick<LoginStores, 'attempts' | 'audit'>,
  { attempt, answer, taken }: ReceivedAnswer,
): Promise<void> {
  const waiting = taken ? null : await stores.attempts.find(attempt);
  if (waiting === null) return;
  await recordRefusedAnswer(stores, {
    code: 'eidas.browser',
    message: null,
    asked: answer.kind === 'authenticated' ? answer.identity.country : answer.country,
    signedBy: null,
    attempt: waiting.correlation,
    correlation: waiting.correlation,
  });
}

/** What a verified answer of a member state makes of the attempt. The request it answers was taken already. */
async function stateAfter(
  context: StepContext<typeof provingNeeds>,
  { answer, receivedAt }: Pick<ReceivedAnswer, 'answer' | 'receivedAt'>,
): Promise<AttemptState> {
  if (answer.kind === 'authenticated') return proved(context, answer.identity, receivedAt);
  const { country } = answer;
  // What was refused is recorded where it was.
  if (answer.kind !== 'refused') {
    await context.record({
      kind: 'eidas.answer-negative',
      actor: { kind: 'country', id: country },
      subject: { kind: 'attempt', id: context.attempt.correlation },
      purpose: 'login',
      details: { outcome: answer.kind },
    });
  }
  switch (answer.kind) {
    case 'cancelled':
      return atCountries({ kind: 'country-cancelled', country });
    case 'late':
      return atCountries({ kind: 'country-late', country });
    case 'failed': {
      const notice: Notice = {
        kind: 'country-failed',
        country,
        problem: { kind: 'country-failed', country },
      };
      return atCountries(notice);
    }
    case 'refused':
      return stopped({ kind: 'country-answer-refused', country });
    case 'level-too-low':
      return stopped({ kind: 'country-level-too-low', country });
    case 'data-missing':
      return stopped({ kind: 'country-data-missing', country, attribute: answer.attribute });
  }
}

async function proved(
  context: StepContext<typeof provingNeeds>,
  identity: Extract<ReceivedAnswer['answer'], { kind: 'authenticated' }>['identity'],
  at: Date,
): Promise<AttemptState> {
  const { country, assurance, notified } = identity;
  const means = eidasMeansFor(assurance);
  const proof: Proof | null = means && {
    tile: eidasTile,
    means,
    assurance,
    at,
    proves: { kind: 'identity', identity },
  };
  const judged = proof && judge(context, proof);
  // In the words of eIDAS: its person cannot know by which means it counts here.
  if (!judged || (judged.kind === 'stopped' && judged.problem.kind === 'means-too-weak'))
    return stopped({ kind: 'country-level-too-low', country });
  if (judged.kind === 'stopped') return judged;
  await context.record({
    kind: 'eidas.answer-accepted',
    actor: { kind: 'country', id: country },
    subject: { kind: 'attempt', id: context.attempt.correlation },
    purpose: 'login',
    details: { assurance, notified },
  });
  return follow(context, judged);
}

function stopped(problem: EidasProblem): AttemptState {
  return { kind: 'stopped', problem };
}
