import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOON, numberOf, openTestStore, personWith } from '../../../test/support/open-test-store.ts';
import { HOUR, later } from '../../base/time.ts';

test('a person is found by id, by subject and by number', async (t) => {
  const { store } = await openTestStore(t);
  const person = personWith({ number: numberOf('85073003328') });
  const found = await store.inTransaction(['persons'], async ({ persons }) => {
    await persons.add(person);
    return [
      await persons.find(person.id),
      await persons.findBySubject(person.subject),
      await persons.findByNumber(numberOf('85073003328')),
    ];
  });
  for (const each of found) {
    assert.deepEqual({ ...each, number: null }, { ...person, number: null });
    assert.equal(each?.number?.digits.reveal(), '85073003328');
    assert.equal(each?.number?.kind, 'RN');
  }
});

test('two who add the same number at once get one person', async (t) => {
  const { store } = await openTestStore(t);
  const candidates = Array.from({ length: 6 }, () => personWith({ number: numberOf('85073003328') }));
  const added = await Promise.all(
    candidates.map((person) => store.inTransaction(['persons'], ({ persons }) => persons.add(person))),
  );
  assert.equal(new Set(added.map(({ id }) => id)).size, 1);
  const known = await Promise.all(candidates.map(({ id }) => store.persons.find(id)));
  assert.equal(known.filter((each) => each !== null).length, 1);
});

test('a person keeps the same vo_id in a target group for ever, and another one in the next group', async (t) => {
  const { store } = await openTestStore(t);
  const person = personWith();
  await store.inTransaction(['persons'], ({ persons }) => persons.add(person));
  const ask = (group: string) =>
    store.inTransaction(['persons'], ({ persons }) => persons.voIdOf(person.id, group));
  const [first, ...others] = await Promise.all([ask('EA'), ask('EA'), ask('EA')]);
  assert.deepEqual(others, [first, first]);
  assert.equal(await ask('EA'), first);
  assert.notEqual(await ask('LB'), first);
});

test('a BIS number that was replaced by a national number still leads to its person', async (t) => {
  const { store } = await openTestStore(t);
  const [bis, rn] = [numberOf('98472899765'), numberOf('98072899764')];
  const person = personWith({ number: bis });
  const at = later(NOON, HOUR);
  await store.inTransaction(['persons'], async ({ persons }) => {
    await persons.add(person);
    assert.deepEqual(await persons.replaceNumber(person.id, rn, at), { kind: 'replaced' });
    assert.deepEqual(await persons.replaceNumber(person.id, rn, at), { kind: 'unchanged' });
    const byOld = await persons.findByNumber(bis);
    assert.equal(byOld?.id, person.id);
    assert.equal(byOld?.number?.digits.reveal(), '98072899764', 'the live number is told');
    assert.equal((await persons.findByNumber(rn))?.id, person.id);
    const numbers = await persons.numbersOf(person.id);
    assert.deepEqual(
      numbers.map(({ number, validity }) => [number.digits.reveal(), validity]),
      [
        ['98472899765', { from: NOON, until: at }],
        ['98072899764', { from: at, until: null }],
      ],
    );
  });
});

test('a number that belongs or belonged to somebody is never given to another person', async (t) => {
  const { store } = await openTestStore(t);
  const [old, live] = [numberOf('98472899765'), numberOf('98072899764')];
  const [first, second] = [personWith({ number: old }), personWith({ number: numberOf('85073003328') })];
  await store.inTransaction(['persons'], async ({ persons }) => {
    await persons.add(first);
    await persons.add(second);
    await persons.replaceNumber(first.id, live, later(NOON, HOUR));
    for (const taken of [old, live]) {
      assert.deepEqual(await persons.replaceNumber(second.id, taken, later(NOON, HOUR)), { kind: 'taken' });
      assert.equal((await persons.add(personWith({ number: taken }))).id, first.id);
    }
    assert.deepEqual(await persons.replaceNumber(personWith().id, live, NOON), { kind: 'unknown-person' });
  });
});
