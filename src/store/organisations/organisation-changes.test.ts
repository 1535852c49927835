import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { enterprise, NOON, openTestStore } from '../../../test/support/open-test-store.ts';
import { Redacted } from '../../base/redacted.ts';
import { DAY, later } from '../../base/time.ts';
import type { OrganisationChange, OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';

const giver = randomUUID() as PersonId;

function rightGiven(organisation: OrganisationId, changes: Partial<OrganisationChange> = {}) {
  return {
    organisation,
    subject: { kind: 'right', id: randomUUID() },
    person: randomUUID() as PersonId,
    kind: 'given',
    by: { person: giver, authority: 'administrator' },
    after: { right: 'KLIPgebruiker', contexts: ['Planaanvrager'], until: null },
    reason: new Redacted('She plans our works.'),
    ...changes,
  } satisfies OrganisationChange;
}

test('what changed in an organisation is listed newest first, by page, person and kind; a reason opens in its own row alone', async (t) => {
  const { store, moveTo } = await openTestStore(t);
  const [ours, theirs] = [enterprise('0403019261'), enterprise('0426994097')];
  const [first, second] = [rightGiven(ours.id), rightGiven(ours.id, { kind: 'ended', reason: null })];
  const history = <Answer>(
    work: (
      stores: Parameters<Parameters<typeof store.inTransaction<'organisationHistory', Answer>>[1]>[0],
    ) => Promise<Answer>,
  ) => store.inTransaction(['organisationHistory'], work);
  await store.inTransaction(['organisations'], async ({ organisations }) => {
    await organisations.put(ours);
    await organisations.put(theirs);
  });
  await history(({ organisationHistory }) => organisationHistory.record(first, rightGiven(theirs.id)));
  moveTo(later(NOON, DAY));
  await history(({ organisationHistory }) => organisationHistory.record(second));

  const list = (filter: object, most = 10) =>
    history(({ organisationHistory }) =>
      organisationHistory.list({ organisations: [ours.id], ...filter }, most),
    );
  const [newest, oldest, ...others] = await list({});
  assert.deepEqual(others, []);
  assert.equal(newest?.kind, 'ended');
  assert.equal(newest.reason, null);
  assert.equal(oldest?.reason?.reveal(), 'She plans our works.');
  assert.deepEqual(oldest.after, first.after);
  assert.deepEqual(oldest.at, NOON);
  assert.deepEqual(
    (await list({ before: newest.id })).map(({ id }) => id),
    [oldest.id],
  );
  assert.deepEqual(
    (await list({ person: first.person })).map(({ id }) => id),
    [oldest.id],
  );
  assert.deepEqual(await list({ subject: 'relation' }), []);
  assert.deepEqual(
    (await list({ by: giver }, 1)).map(({ id }) => id),
    [newest.id],
  );
  assert.deepEqual(
    (await list({ from: later(NOON, DAY) })).map(({ id }) => id),
    [newest.id],
  );
  const whole = await history(({ organisationHistory }) =>
    organisationHistory.ofSubject('right', first.subject.id),
  );
  assert.deepEqual(
    whole.map(({ kind }) => kind),
    ['given'],
  );
});
