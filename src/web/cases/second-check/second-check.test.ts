import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  caseId,
  caseRow,
  dubois,
  inDays,
  linkRemoval,
  noor,
} from '../../../../test/support/casework-fixtures.ts';
import { openDeskWeb } from '../../../../test/support/desk-web.ts';
import { openFakeDesk } from '../../../../test/support/fake-desk.ts';

const PATH = `/cases/second-check/${linkRemoval.id}`;
const comment = 'I looked at both documents.';

describe('the second check', () => {
  test('shows who proposed what, and marks what one proposed oneself', async () => {
    const rows = [
      caseRow(1, { state: 'to-confirm', assignee: noor.person }),
      caseRow(2, { state: 'to-confirm', assignee: dubois.person, name: 'João Pereira' }),
    ];
    const { desk } = openFakeDesk({
      listCases: async () => ({
        rows,
        total: 2,
        atLeast: false,
        names: new Map([[dubois.person, 'M. Dubois']]),
        countries: [],
      }),
    });
    const { text } = await openDeskWeb({ desk }).get('/cases/second-check');
    assert.match(text, /You proposed this. Another agent must decide./);
    assert.ok(!text.includes(`href="/cases/${caseId(1)}/confirm"`));
    assert.ok(text.includes(`href="/cases/${caseId(2)}/confirm"`));
    assert.ok(text.includes('Mathieu Dubois') && text.includes(`href="${PATH}"`));
  });

  test('leads to the whole list when not all cases stand on the page', async () => {
    const { desk } = openFakeDesk({
      listCases: async () => ({
        rows: [caseRow(1, { state: 'to-confirm' })],
        total: 140,
        atLeast: false,
        names: new Map(),
        countries: [],
      }),
    });
    const { text } = await openDeskWeb({ desk }).get('/cases/second-check');
    assert.match(text, /href="\/cases\/list\?list=to-confirm">See all 140 cases to confirm/);
  });

  test('says when nothing waits', async () => {
    const { desk } = openFakeDesk({
      listCases: async () => ({ rows: [], total: 0, atLeast: false, names: new Map(), countries: [] }),
      listLinkRemovals: async () => ({ removals: [], names: new Map() }),
    });
    const { text } = await openDeskWeb({ desk }).get('/cases/second-check');
    assert.match(text, /No decision is waiting[\s\S]*No link is waiting to be ended/);
  });
});

describe('the end of a link', () => {
  test('is decided by a second agent, with a comment', async () => {
    const { desk, asked } = openFakeDesk();
    const web = openDeskWeb({ desk });
    assert.match(
      (await web.get(PATH)).text,
      /The person wrote that this eID is not theirs[\s\S]*must give their number again/,
    );
    const { location } = await web.post(PATH, { decision: 'remove', comment: ` ${comment} ` });
    assert.deepEqual(asked('decideLinkRemoval'), [{ id: linkRemoval.id, remove: true, comment }]);
    assert.match((await web.get(location ?? '')).text, /The link is ended. We told the person./);
    const kept = await web.post(PATH, { decision: 'keep', comment });
    assert.match((await web.get(kept.location ?? '')).text, /The link stays as it is/);
  });

  test('asks for what is missing and keeps what was typed', async () => {
    const { desk, asked } = openFakeDesk();
    const web = openDeskWeb({ desk });
    const { status, text } = await web.post(PATH, { comment: 'short <i>' });
    assert.equal(status, 303);
    assert.match(
      text,
      /href="#decision">Choose whether the link ends[\s\S]*href="#comment">Write at least 10 characters/,
    );
    assert.ok(text.includes('short &lt;i&gt;</textarea>'));
    assert.match(
      (await web.post(PATH, { decision: 'keep', comment: 'x'.repeat(501) })).text,
      /500 characters or fewer/,
    );
    assert.deepEqual(asked('decideLinkRemoval'), []);
  });

  test('asks for a fresh login first, and again when the page stood open too long', async () => {
    const old = { ...noor, authenticatedAt: inDays(-1) };
    const { desk, asked } = openFakeDesk();
    const web = openDeskWeb({ desk }, old);
    const first = await web.get(PATH);
    assert.deepEqual([first.status, first.location], [303, `/staff/again?to=${encodeURIComponent(PATH)}`]);
    const sent = await web.post(PATH, { decision: 'remove', comment });
    assert.match(sent.location ?? '', /^\/staff\/again\?to=.*again%3D/);
    assert.deepEqual(asked('decideLinkRemoval'), []);
  });

  test('is never decided by who proposed it', async () => {
    const { desk } = openFakeDesk({ decideLinkRemoval: async () => ({ kind: 'own-decision' }) });
    const web = openDeskWeb({ desk }, dubois);
    for (const { status, text } of [
      await web.get(PATH),
      await web.post(PATH, { decision: 'remove', comment }),
    ]) {
      assert.equal(status, 403);
      assert.match(text, /You cannot confirm your own decision/);
    }
  });

  test('tells when somebody was quicker, and knows no other id', async () => {
    const { desk } = openFakeDesk({ decideLinkRemoval: async () => ({ kind: 'already-decided' }) });
    const web = openDeskWeb({ desk });
    const { location } = await web.post(PATH, { decision: 'remove', comment });
    assert.match((await web.get(location ?? '')).text, /Another agent decided on this link before you/);
    assert.equal((await web.get('/cases/second-check/elsewhere')).status, 404);
    assert.equal(
      (await web.post('/cases/second-check/elsewhere', { decision: 'remove', comment })).status,
      303,
    );
  });
});
