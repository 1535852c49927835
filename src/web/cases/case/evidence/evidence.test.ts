import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keptDocument } from '../../../../../test/support/candidate-examples.ts';
import { assigned, HOME, openCasePages as open } from '../../../../../test/support/case-pages.ts';
import { chosen } from '../../../../../test/support/case-scenes.ts';
import { caseEvent, caseOf, dubois, noor } from '../../../../../test/support/casework-fixtures.ts';
import { NOW } from '../../../../../test/support/web-fixtures.ts';
import type { CaseState } from '../../../../domain/casework/index.ts';

const passport = keptDocument();
const documents = [passport];
const waiting: CaseState = {
  kind: 'to-confirm',
  agent: noor.person,
  proposal: { kind: 'new-number', because: 'Nobody of this name was born there.' },
  proposedAt: NOW,
};

describe('evidence beside a decision', () => {
  test('stands there for the first agent, who types on while looking at a document', async () => {
    const { get, post, fake } = open({}, noor, { documents });
    for (const page of [`link/${chosen()}`, 'new-number', 'refuse?reason=other', 'refuse']) {
      const text = await (await get(`${HOME}/${page}`)).text();
      assert.match(
        text,
        /<div class="evidence">[\s\S]*View: [\s\S]*Details from the applicant[\s\S]*<div class="deciding">/,
        page,
      );
      assert.doesNotMatch(
        text,
        new RegExp(`src="${HOME}/documents`),
        'nothing is shown that was not asked for',
      );
    }
    const path = `${HOME}/link/${chosen()}`;
    const answer = await post(path, { comment: 'Same parents.', step: `look:${passport.id}` });
    assert.ok(answer.headers.get('location')?.startsWith(`${path}?doc=${passport.id}&again=`));
    const text = await answer.text();
    assert.match(text, new RegExp(`<img src="${HOME}/documents/${passport.id}/1"`));
    assert.match(text, /Same parents\.<\/textarea>/);
    assert.deepEqual(fake.asked('linkToPerson'), []);
  });

  test('is all there for the second agent: documents, what the first one looked at and confirmed, and why', async () => {
    const { get } = open({}, dubois, {
      case: caseOf(waiting),
      documents,
      events: [
        caseEvent(5, 'register-searched', {
          by: { kind: 'agent', person: noor.person },
          text: 'Looked for the maiden name.',
          details: { found: 2 },
        }),
      ],
    });
    const text = await (await get(`${HOME}/confirm?doc=${passport.id}`)).text();
    for (const words of [
      'Nobody of this name was born there.',
      'Register searched by hand: 2 persons found',
      'Looked for the maiden name.',
      'The first agent confirmed:',
      'Details from the applicant',
    ])
      assert.ok(text.includes(words), words);
    assert.match(text, new RegExp(`<img src="${HOME}/documents/${passport.id}/1"`));
    assert.match(text, /value="agree"/);
  });

  test('can be enlarged and turned by keyboard and without a script, and is not fetched again for it', async () => {
    const { get } = open({}, noor, { documents });
    const text = await (await get(`${HOME}/documents/${passport.id}`)).text();
    assert.equal(text.match(/<input type="radio" name="view-size"/g)?.length, 4);
    assert.equal(text.match(/<input type="radio" name="view-turn"/g)?.length, 4);
    assert.match(text, /<div class="sheets" tabindex="0" role="region" aria-label="[^"]+">/);
    assert.match(text, /Details from the applicant/);
  });

  test('of another case is not shown', async () => {
    const { get } = open({}, noor, { documents });
    const text = await (await get(`${HOME}/new-number?doc=00000000-0000-4000-8000-00000000ffff`)).text();
    assert.doesNotMatch(text, /<div class="sheets"/);
  });
});

test('letters that differ between request and register are marked, and said in words', async () => {
  const { get } = open({}, noor, { case: caseOf(assigned) });
  const text = await (await get(`${HOME}/link/${chosen()}`)).text();
  assert.match(text, /<mark( class="folded")?>/);
  assert.match(text, /(Differs|Only spelled differently): [^<]+ \/ [^<]+</);
});
