import type { AttemptState } from './attempt.ts';
import type { Step } from './step.ts';
import { application } from './steps/1-application.ts';
import { loginMeans } from './steps/2-login-means.ts';
import { eidasCountry } from './steps/3-eidas-country.ts';
import { identityMatching } from './steps/4-identity-matching.ts';
import { registration } from './steps/5-registration.ts';
import { capacity } from './steps/6-capacity.ts';
import { token } from './steps/7-token.ts';

/** The whole login, in order. Each state belongs to exactly one step; `transitions` says which state may follow which. */
export const path = [
  application,
  loginMeans,
  eidasCountry,
  identityMatching,
  registration,
  capacity,
  token,
] as const satisfies readonly Step[];

type Kind = AttemptState['kind'];

const ending: readonly Kind[] = ['stopped', 'abandoned'];
const settling: readonly Kind[] = [
  'telling-link',
  'choosing-capacity',
  'without-capacity',
  'confirming-sharing',
  'finished',
];
const returning: readonly Kind[] = ['choosing-means', 'choosing-country'];

/** Which state may follow which. A change that is not in this table is a bug, and throws. */
export const transitions: Readonly<Record<Kind, readonly Kind[]>> = {
  'choosing-means': [
    'choosing-means',
    'choosing-demo-person',
    'choosing-country',
    'asking-number',
    'registering',
    ...settling,
    ...ending,
  ],
  'choosing-demo-person': ['choosing-means', ...settling, ...ending],
  'choosing-country': [
    'choosing-means',
    'choosing-country',
    'waiting-for-country',
    'asking-number',
    'registering',
    ...settling,
    ...ending,
  ],
  'waiting-for-country': [
    ...returning,
    'waiting-for-country',
    'asking-number',
    'registering',
    ...settling,
    ...ending,
  ],
  'asking-number': [...returning, 'asking-number', 'registering', ...settling, ...ending],
  registering: [...returning, 'asking-number', ...settling, ...ending],
  'telling-link': [...returning, ...settling, ...ending],
  'choosing-capacity': [...returning, ...settling, ...ending],
  'without-capacity': [...returning, ...settling, ...ending],
  'confirming-sharing': [...returning, ...settling, ...ending],
  finished: [],
  stopped: [...returning, 'asking-number', 'registering', ...settling, ...ending],
  abandoned: [],
};

/** The step that a state belongs to. */
export function stepOf(kind: Kind): Step {
  const step = path.find((each: Step) => each.states.includes(kind));
  if (!step) throw new Error(`no step of the login path has the state ${kind}`);
  return step;
}
