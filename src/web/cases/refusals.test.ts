import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  agentNames,
  caseEvent,
  caseId,
  caseOf,
  dubois,
  inDays,
  noor,
} from '../../../test/support/casework-fixtures.ts';
import { NOW } from '../../../test/support/web-fixtures.ts';
import { languages } from '../../base/language.ts';
import type { DeskRefusal } from '../../domain/casework/index.ts';
import { openAssets } from '../http/assets/assets.ts';
import { openFrames } from '../http/frames.ts';
import { deskRefusalPage, type RefusalAbout } from './refusals.ts';

const frames = openFrames(openAssets(), true);
const show = (refusal: DeskRefusal, about: RefusalAbout = {}, language: (typeof languages)[number] = 'en') =>
  String(
    deskRefusalPage({ frame: frames({ language, path: '/cases' }), member: noor, now: NOW }, refusal, about),
  );

const one = caseOf({ kind: 'assigned', agent: noor.person });
const refusals: readonly DeskRefusal[] = [
  {
    kind: 'changed',
    case: one,
    since: [
      caseEvent(1, 'answered', { by: { kind: 'applicant' }, at: inDays(-1) }),
      caseEvent(2, 'note-added', { at: NOW }),
    ],
  },
  { kind: 'not-now', state: 'withdrawn' },
  { kind: 'locked', lock: { case: caseId(1), agent: dubois.person, seenAt: NOW } },
  { kind: 'own-decision' },
  { kind: 'own-case' },
  { kind: 'not-allowed' },
  { kind: 'unknown-case' },
  { kind: 'wrong', errors: [{ field: 'comment', code: 'empty' }] },
];

describe('what cannot be done', () => {
  for (const language of languages)
    test(`is said in words and leads on, whatever the reason: ${language}`, () => {
      const titles = refusals.map(
        (refusal) =>
          /<h1>([^<]+)<\/h1>/.exec(show(refusal, { case: caseId(1), names: agentNames }, language))?.[1] ??
          '',
      );
      assert.equal(new Set(titles).size, refusals.length);
      assert.ok(
        titles.every((title) => title.length > 8),
        titles.join(),
      );
    });

  test('because the case changed shows what happened since, newest first, and keeps what was typed', () => {
    const [changed] = refusals;
    assert.ok(changed);
    const page = show(changed, { names: agentNames, eventWords: ({ kind }) => kind, kept: 'my long text' });
    assert.match(
      page,
      /note-added[\s\S]*Mathieu Dubois[\s\S]*answered[\s\S]*The applicant[\s\S]*my long text/,
    );
    assert.ok(page.includes(`href="/cases/${one.id}"`));
  });

  test('because somebody else is at it names who', () => {
    assert.match(
      show(refusals[2] ?? assert.fail(), { case: caseId(1), names: agentNames }),
      /<h1>Mathieu Dubois is working on this case<\/h1>/,
    );
    assert.match(show(refusals[2] ?? assert.fail()), /Another agent is working/);
  });

  test('never leads back into a case that is the agent’s own or not there', () => {
    for (const kind of ['own-case', 'unknown-case'] as const)
      assert.ok(!show({ kind }, { case: caseId(1) }).includes(`/cases/${caseId(1)}`));
  });
});
