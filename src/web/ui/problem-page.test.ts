import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { problems } from '../../../test/support/every-problem.ts';
import { klip } from '../../../test/support/web-fixtures.ts';
import { languages } from '../../base/language.ts';
import { openAssets } from '../http/assets/assets.ts';
import { openFrames } from '../http/frames.ts';
import { type ProblemProps, problemPage } from './problem-page.ts';
import { type PageProblem, plainProblems } from './problem-words.ts';

const frames = openFrames(openAssets(), false);
const attempt = 'a'.repeat(43);
const all: readonly PageProblem[] = [...problems, ...plainProblems.map((kind) => ({ kind }))];

/** What a sentence advises, and what must be there to press for it. */
const advices: readonly (readonly [advice: RegExp, control: RegExp])[] = [
  [
    /log in again/i,
    /value="go-back"|<button class="btn">Log in again<|<a class="btn[^"]*" href="(https?:\/\/|\/")/,
  ],
  [/choose another way/i, /value="go-back"[\s\S]*?<button class="btn">/],
  [/load the page again/i, /<a class="btn" href="(|\/cases)">/],
  [/send it again/i, /<form method="post" action="\/cases"[\s\S]*?<button class="btn">/],
  [/home page/i, /<a class="btn[^"]*" href="\/">/],
  [/go on where the login stands/i, /<a class="btn" href="\/login\//],
  [/our cookies/i, /<a href="\/cookies">/],
];

/** Every page that a problem can have: with and without what is known of the login, of its application and of the form. */
function pagesOf(problem: PageProblem): readonly ProblemProps[] {
  const base = { problem, correlation: 'K7PX-2M9D', at: new Date(0), contact: { telephone: '0' } };
  const ended = [klip, { ...klip, homeUri: null }, null].flatMap((application) =>
    [attempt, null].flatMap((again) =>
      ['', '/cases'].map((reload) => ({ ...base, application, again, reload, alive: false })),
    ),
  );
  const resend = { action: '/cases', fields: [['csrf', 'x']] as const };
  // Only what a country answers, and what cannot be answered, is told of a login that lives.
  const stopped = /^country-|^no-means/.test(problem.kind)
    ? [{ ...base, application: klip, alive: true }]
    : [];
  const turnedAway =
    problem.kind === 'too-many-requests' ? [{ ...base, application: null, alive: false, resend }] : [];
  return [...ended, ...stopped, ...turnedAway];
}

describe('a problem page', () => {
  test('has the button for what it advises', () => {
    for (const problem of all)
      for (const props of pagesOf(problem)) {
        const body = shown(props, 'en');
        const text = body.replace(/<(a|button|script)\b[\s\S]*?<\/\1>/g, '');
        for (const [advice, control] of advices)
          if (advice.test(text))
            assert.match(body, control, `${problem.kind}: ${advice} ${JSON.stringify(props)}`);
      }
  });

  test('always has a way on, in every language', () => {
    for (const language of languages)
      for (const problem of all)
        for (const props of pagesOf(problem)) {
          const body = shown(props, language);
          assert.match(body, /<(a|button) class="(btn|linkish)"/, `${problem.kind} in ${language}`);
          const [first] = body.match(/class="btn[^"]*"/g) ?? [];
          if (!props.alive) assert.equal(first, 'class="btn"', 'and the first of them stands out');
        }
  });

  test('leads to the application that the login was for, where that is known', () => {
    for (const kind of ['expired', 'already-finished', 'link-ended'] as const) {
      const [props] = pagesOf({ kind });
      assert.match(shown({ ...(props as ProblemProps) }, 'en'), new RegExp(`href="${klip.homeUri}"`), kind);
    }
  });

  test('carries a form that was turned away, unseen and escaped, to be sent again', () => {
    const resend = { action: '/cases', fields: [['text', '"><script>']] as const };
    const props = { ...(pagesOf({ kind: 'too-many-requests' })[0] as ProblemProps), resend };
    assert.match(shown(props, 'en'), /type="hidden" name="text" value="&quot;&gt;&lt;script&gt;"/);
  });
});

function shown(props: ProblemProps, language: (typeof languages)[number]): string {
  const frame = frames({ language, path: `/login/${attempt}`, formToken: 'token' });
  const page = problemPage(frame, props).toString();
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'));
}
