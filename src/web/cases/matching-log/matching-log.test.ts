import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  fakeStaff,
  openFakeWeb,
  staffCookieHeader,
  staffMember,
  staffToken,
} from '../../../../test/support/fake-web.ts';
import { followAgain } from '../../../../test/support/follow-again.ts';
import { NOW } from '../../../../test/support/web-fixtures.ts';
import { HOUR, later } from '../../../base/time.ts';
import type { ExportedMatching, MatchingLog } from '../../../domain/matching-log/index.ts';
import type { StaffMember } from '../../../domain/staff/index.ts';

const PATH = '/cases/matching-log';
const lead = staffMember({ rights: ['case-lead'] });
const entries: readonly ExportedMatching[] = [
  {
    at: '2026-11-01T10:00:00.000Z',
    removedAfter: '2027-10-01T10:00:00.000Z',
    country: 'DE',
    outcome: 'matched',
    reference: 'K7PX-2M9D',
    compared: [{ field: 'familyName', verdict: 'same', presented: '=cmd|calc', registered: 'Müller' }],
  },
];

function open(member: StaffMember = lead) {
  const asked: unknown[] = [];
  const matchingLog: Pick<MatchingLog, 'exportLog'> = {
    async exportLog({ by: _by, of: log, ...about }) {
      asked.push([log, about]);
      return 'reference' in log && log.reference === 'SLU-2222-2222'
        ? { kind: 'unknown' }
        : { kind: 'exported', entries };
    },
  };
  const { app } = openFakeWeb({ staff: fakeStaff(member), matchingLog });
  const headers = { cookie: staffCookieHeader, 'accept-language': 'en' };
  const post = async (fields: Record<string, string>) =>
    followAgain(
      await app.request(PATH, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ csrf: staffToken, ...fields }),
      }),
      (page) => app.request(page, { headers }),
    );
  return { asked, post, get: () => app.request(PATH, { headers }) };
}

describe('the page of the matching log', () => {
  test('gives the log of a reference as a file', async () => {
    const { post, asked } = open();
    const answer = await post({ reference: ' SLU-2M9D-K7PX ', reason: 'asked-by-person', format: 'json' });
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="matching-log.json"');
    assert.deepEqual(JSON.parse(await answer.text()), { entries });
    assert.deepEqual(asked, [
      [{ reference: 'SLU-2M9D-K7PX' }, { reason: 'asked-by-person', format: 'json' }],
    ]);
  });

  test('gives it as values that no spreadsheet reads as a formula', async () => {
    const answer = await open().post({ reference: 'SLU-2M9D-K7PX', reason: 'complaint', format: 'csv' });
    assert.match(await answer.text(), /,familyName,same,"'=cmd\|calc",Müller\r\n$/);
  });

  const wrongs: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ reason: 'complaint' }, /Enter either the reference or the national number/],
    [
      { reference: 'SLU-2M9D-K7PX', number: '95501799861', reason: 'complaint' },
      /Enter either the reference or the national number/,
    ],
    [{ reference: 'SLU-2M9D-K7PX' }, /Choose why you need it/],
    [{ number: '123', reason: 'complaint' }, /A national number has 11 digits/],
    [{ reference: 'SLU-2222-2222', reason: 'complaint' }, /We cannot find anybody/],
  ];
  for (const [fields, text] of wrongs) {
    test(`asks again for ${JSON.stringify(fields)}`, async () => {
      const answer = await open().post(fields);
      assert.equal(answer.status, 303);
      assert.match(await answer.text(), text);
    });
  }

  test('is for leads alone', async () => {
    const { get, post, asked } = open(staffMember({ rights: ['case-agent'] }));
    assert.equal((await get()).status, 403);
    assert.equal((await post({ reference: 'SLU-2M9D-K7PX', reason: 'complaint' })).status, 403);
    assert.deepEqual(asked, []);
  });

  test('asks for a fresh login, also when only the form is sent', async () => {
    const { get, post, asked } = open({ ...lead, authenticatedAt: later(NOW, -HOUR) });
    const login = '/staff/again?to=%2Fcases%2Fmatching-log';
    assert.equal((await get()).headers.get('location'), login);
    const sent = await post({ reference: 'SLU-2M9D-K7PX', reason: 'complaint' });
    assert.ok(sent.headers.get('location')?.startsWith(`${login}%3Fagain%3D`));
    assert.deepEqual(asked, []);
  });
});
