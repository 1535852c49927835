import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fakeJoinDesk, shownJoin } from '../../../../test/support/fake-join-desk.ts';
import {
  fakeStaff,
  openFakeWeb,
  staffCookieHeader,
  staffMember,
  staffToken,
} from '../../../../test/support/fake-web.ts';
import { followAgain } from '../../../../test/support/follow-again.ts';
import type { JoinDesk, PersonJoin } from '../../../domain/joining/index.ts';

const PATH = '/cases/joins';
const lead = staffMember({ rights: ['case-lead'] });
const id = '22222222-0000-4000-8000-000000000001';

function open(over: Partial<JoinDesk> = {}) {
  const { app } = openFakeWeb({ staff: fakeStaff(lead), joins: fakeJoinDesk(over) });
  const headers = { cookie: staffCookieHeader, 'accept-language': 'en' };
  return {
    get: async (path: string) => (await app.request(path, { headers })).text(),
    post: async (path: string, fields: Record<string, string>) =>
      followAgain(
        await app.request(path, {
          method: 'POST',
          headers,
          body: new URLSearchParams({ csrf: staffToken, ...fields }),
        }),
        (page) => app.request(page, { headers }),
      ),
  };
}

const standing = (changes: Partial<PersonJoin>): Partial<JoinDesk> => ({
  findJoin: async () => ({ kind: 'found', shown: shownJoin(changes) }),
});

describe('the pages of persons who are known twice', () => {
  test('list what waits, with names, and take two numbers that stand in no address', async () => {
    const text = await open().get(PATH);
    assert.match(text, /Anna Müller · Anna Mueller/);
    assert.match(text, /Waiting for a second case lead/);
    const asked: unknown[] = [];
    const { post } = open({
      async proposeJoin({ by, kept, other }) {
        asked.push([kept?.digits.reveal(), other?.digits.reveal(), by.reason]);
        return { kind: 'proposed', id };
      },
    });
    const reason = 'The same passport was shown.';
    const answer = await post(PATH, { kept: '95.50.17-998.61', other: '85.07.30-033.28', reason });
    assert.equal(answer.headers.get('location'), `${PATH}?done=proposed`);
    assert.deepEqual(asked, [['95501799861', '85073003328', reason]]);
  });

  test('ask again with what was typed when a number cannot be', async () => {
    const answer = await open().post(PATH, { kept: '123', other: '', reason: 'The same passport.' });
    assert.equal(answer.status, 303);
    const text = await answer.text();
    assert.match(text, /of the person who stays is not a national number\. It has 11 digits/);
    assert.match(text, /Enter the national number of the other person/);
    assert.match(text, /The same passport\./);
  });

  test('let another case lead decide, and whoever proposed it only look', async () => {
    assert.match(await open().get(`${PATH}/${id}`), /Yes, join them/);
    const own = { proposedBy: { kind: 'person', id: lead.person } } as const;
    const text = await open(standing(own)).get(`${PATH}/${id}`);
    assert.doesNotMatch(text, /Yes, join them/);
    assert.match(text, /Another case lead decides/);
  });

  const steps: readonly (readonly [PersonJoin['state'], string, string])[] = [
    ['proposed', 'yes', 'joined'],
    ['joined', '', 'undo'],
    ['undo-proposed', 'undo', 'undone'],
  ];
  for (const [state, decision, done] of steps)
    test(`lead on from ${state}`, async () => {
      const { post } = open(standing({ state }));
      const comment = 'I saw the same passport.';
      const answer = await post(`${PATH}/${id}`, { state, decision, comment });
      assert.equal(answer.headers.get('location'), `${PATH}?done=${done}`);
    });

  test('say why something cannot be done, with the way back', async () => {
    const refusals = [
      { kind: 'own-case' },
      { kind: 'own-decision' },
      { kind: 'joined-further', first: id },
      { kind: 'one-number' },
    ] as const;
    for (const refusal of refusals) {
      const { kind } = refusal;
      const { post } = open({ decideJoin: async () => refusal });
      const answer = await post(`${PATH}/${id}`, { state: 'proposed', decision: 'yes', comment: 'Because.' });
      assert.equal(answer.status, kind.startsWith('own') ? 403 : 303);
      const text = await answer.text();
      assert.match(text, /href="\/cases\/joins"/);
      assert.equal(text.includes(`href="${PATH}/${id}"`), kind === 'joined-further');
    }
  });

  test('lead to the join that comes apart first, and offer no undoing before it', async () => {
    for (const state of ['joined', 'undo-proposed'] as const) {
      const shown = { ...shownJoin({ state }), stays: { kind: 'joined-further', first: id } } as const;
      const text = await open({ findJoin: async () => ({ kind: 'found', shown }) }).get(
        `${PATH}/${shown.join.id}`,
      );
      assert.match(text, new RegExp(`href="${PATH}/${id}"`));
      assert.doesNotMatch(text, /Propose to undo|value="undo"/);
      assert.equal(text.includes('value="keep"'), state === 'undo-proposed');
    }
  });

  test('choose nothing for the case lead', async () => {
    const answer = await open().post(`${PATH}/${id}`, { state: 'proposed', comment: 'Because.' });
    assert.equal(answer.status, 303);
    assert.match(await answer.text(), /Choose what you decide/);
  });
});
