import type { AttemptState } from './attempt.ts';
import type { Step } from './step.ts';
import { application } from './steps/1-application.ts';
import { loginMeans } from './steps/2-login-means.ts';
import { proof } from './steps/3-proof.ts';
import { identityMatching } from './steps/4-identity-matching.ts';
import { registration } from './steps/5-registration.ts';
import { capacity } from './steps/6-capacity.ts';
import { token } from './steps/7-token.ts';

/** The whole login, in order. Each state belongs to exactly one step; `transitions` says which state may follow which. */
export const path = [
  application,
  loginMeans,
  proof,
  identityMatching,
  registration,
  capacity,
  token,
] as const satisfies readonly Step[];

type Shown = (typeof path)[number]['needs']['page'][number];
type Answered = (typeof path)[number]['needs']['answer'][number];

/** The stores that any page of a login reads, and those that any answer reads and changes: which it will be, only the attempt says. */
export const pageNeeds: readonly Shown[] = path.flatMap(({ needs }): readonly Shown[] => needs.page);
export const answerNeeds: readonly Answered[] = path.flatMap(
  ({ needs }): readonly Answered[] => needs.answer,
);

type Kind = AttemptState['kind'];

const ending: readonly Kind[] = ['stopped', 'abandoned'];
const settling: readonly Kind[] = [
  'telling-link',
  'binding-account',
  'choosing-capacity',
  'without-capacity',
  'confirming-sharing',
  'finished',
];
const returning: readonly Kind[] = ['choosing-means', 'at-tile'];
/** Where a proof leads, and what comes back without one. A person may press on in one tab while it comes in another, so it leads there from each of them. */
const answered: readonly Kind[] = [
  ...returning,
  'asking-number',
  'registering',
  'other-person',
  ...settling,
  ...ending,
];
const unproved: readonly Kind[] = ['choosing-means', 'at-tile', 'waiting', 'stopped'];

/**
 * Whether what comes back changes a login that stands here: as long as nobody has proved who they are. The first proof
 * counts; an answer that comes after it, from another tab or after the back button, changes nothing.
 */
export function takesAnswer(kind: Kind): boolean {
  return unproved.includes(kind);
}

/** Which state may follow which. A change that is not in this table is a bug, and throws. */
export const transitions: Readonly<Record<Kind, readonly Kind[]>> = {
  'choosing-means': ['waiting', ...answered],
  'at-tile': ['waiting', ...answered],
  waiting: ['waiting', ...answered],
  'asking-number': [...returning, 'asking-number', 'registering', 'other-person', ...settling, ...ending],
  registering: [...returning, 'asking-number', 'other-person', ...settling, ...ending],
  'other-person': [...returning, ...settling, ...ending],
  'telling-link': [...returning, ...settling, ...ending],
  'binding-account': [...returning, ...settling, ...ending],
  'choosing-capacity': [...returning, ...settling, ...ending],
  'without-capacity': [...returning, ...settling, ...ending],
  'confirming-sharing': [...returning, ...settling, ...ending],
  finished: [],
  stopped: ['waiting', ...answered],
  abandoned: [],
};

/** The step that a state belongs to. */
export function stepOf(kind: Kind): Step<Shown, Answered> {
  const step = path.find((each: Step<Shown, Answered>) => each.states.includes(kind));
  if (!step) throw new Error(`no step of the login path has the state ${kind}`);
  return step;
}
