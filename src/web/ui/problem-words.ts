import type { Problem } from '../../login/index.ts';
import type { KeyWith, PlainKey } from '../texts/values.ts';
import { countryInWords, unknownCountryInWords } from './country-in-words.ts';
import type { Frame } from './frame.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { meansInWords } from './means-words.ts';

/** Everything that has a problem page: a login that cannot go on, a protocol request that cannot be answered, a page that is not there. */
export type PageProblem = Problem | { readonly kind: PlainProblem };

export const plainProblems = [
  'unknown-application',
  'redirect-address-refused',
  'logout-address-refused',
  'logout-hint-refused',
  'request-refused',
  'not-found',
  'internal',
  'form',
  'too-large',
  'too-many-requests',
  'method',
] as const;
export type PlainProblem = (typeof plainProblems)[number];

/** What happened, and what one can do besides beginning again and calling. */
export type ProblemText = { readonly title: string; readonly text: string; readonly todo: readonly Html[] };

/** Names of attributes as `country-data-missing` carries them (friendly names of the eIDAS attribute profile). */
const attributeTexts: Readonly<Record<string, PlainKey>> = {
  familyName: 'attribute.familyName',
  FamilyName: 'attribute.familyName',
  givenNames: 'attribute.givenNames',
  FirstName: 'attribute.givenNames',
  birthDate: 'attribute.birthDate',
  DateOfBirth: 'attribute.birthDate',
  identifier: 'attribute.identifier',
  PersonIdentifier: 'attribute.identifier',
};

/** What one can do, said with what is known of the problem. */
type TodoKey = KeyWith<'country' | 'attribute'>;

const todoTexts: Readonly<Record<PageProblem['kind'], readonly TodoKey[]>> = {
  expired: [],
  'other-browser': ['problem.other-browser.do'],
  'already-finished': [],
  'changed-elsewhere': ['problem.changed-elsewhere.do'],
  'link-ended': [],
  'unknown-attempt': [],
  'country-answer-refused': ['problem.otherWay'],
  'country-failed': ['problem.otherWay'],
  'country-level-too-low': ['problem.country-level-too-low.do', 'problem.otherWay'],
  'country-data-missing': ['problem.country-data-missing.do', 'problem.otherWay'],
  'country-unavailable': ['problem.country-unavailable.do', 'problem.otherWay'],
  'means-too-weak': ['problem.otherWay'],
  'means-not-accepted': ['problem.otherWay'],
  'means-blocked': ['problem.means-blocked.do', 'problem.otherWay'],
  'number-ended': ['problem.number-ended.do'],
  'no-means-possible': ['problem.no-means-possible.do'],
  'unknown-application': ['problem.application'],
  'redirect-address-refused': ['problem.application'],
  'logout-address-refused': ['problem.application'],
  'logout-hint-refused': ['problem.application'],
  'request-refused': ['problem.application'],
  'not-found': ['problem.not-found.do'],
  internal: ['problem.internal.do'],
  form: ['problem.form.do', 'problem.reload'],
  'too-large': ['problem.reload'],
  'too-many-requests': ['problem.internal.do'],
  method: [],
};

/** Where a problem page leads: what it advises, as something to press. */
export type WayOn =
  /** The same login, begun once more; where that cannot be, its application. */
  | 'again'
  /** The application of the login; where that is not known, the home page. */
  | 'application'
  /** The page that was asked for, or that the form stood on. */
  | 'reload'
  | 'where-it-stands'
  | 'home';

/** The ways on from a login that does not live any more, and from everything else; the first is the button. */
export const waysOn: Readonly<Record<PageProblem['kind'], readonly WayOn[]>> = {
  expired: ['again', 'application'],
  'other-browser': ['application'],
  'already-finished': ['application'],
  'changed-elsewhere': ['where-it-stands'],
  'link-ended': ['again', 'application'],
  'unknown-attempt': ['application'],
  'country-answer-refused': ['application'],
  'country-failed': ['application'],
  'country-level-too-low': ['application'],
  'country-data-missing': ['application'],
  'country-unavailable': ['application'],
  'means-too-weak': ['application'],
  'means-not-accepted': ['application'],
  'means-blocked': ['application'],
  'number-ended': ['application'],
  'no-means-possible': ['application'],
  'unknown-application': ['application'],
  'redirect-address-refused': ['application'],
  'logout-address-refused': ['application'],
  'logout-hint-refused': ['application'],
  'request-refused': ['application'],
  'not-found': ['home'],
  internal: ['reload', 'home'],
  form: ['reload', 'home'],
  'too-large': ['reload', 'home'],
  'too-many-requests': ['reload', 'home'],
  method: ['home'],
};

const links: Readonly<Partial<Record<TodoKey, readonly string[]>>> = {
  'problem.not-found.do': ['/'],
  'problem.form.do': ['/cookies'],
};

/** The words for a problem. What is advised is what the page has a button for: another way to log in where the login lives, sending again where that can be. */
export function problemInWords(
  frame: Frame,
  problem: PageProblem,
  { alive, isSentAgain = false }: { readonly alive: boolean; readonly isSentAgain?: boolean },
): ProblemText {
  const { words } = frame;
  const code = 'country' in problem ? problem.country : null;
  const country = code ? countryInWords(frame, code) : unknownCountryInWords(frame);
  const attribute = 'attribute' in problem ? problem.attribute : '';
  const attributeText =
    (Object.hasOwn(attributeTexts, attribute) && attributeTexts[attribute]) || 'attribute.other';
  const values = {
    ...country,
    attribute: words.say(attributeText),
    means: 'means' in problem ? meansInWords(words, problem.means) : '',
    level: 'assurance' in problem ? words.say(`level.${problem.assurance}`) : '',
  };
  return {
    title: words.say(`problem.${problem.kind}`, values),
    text: words.say(`problem.${problem.kind}.text`, values),
    todo: todoTexts[problem.kind]
      .filter((key) => alive || key !== 'problem.otherWay')
      .map((key) => (isSentAgain && key === 'problem.internal.do' ? 'problem.resend' : key))
      .map((key) => html`${words.mark(key, values, links[key])}`),
  };
}
