import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linkTo, NOON, openTestStore, personWith } from '../../../test/support/open-test-store.ts';
import { HOUR, later } from '../../base/time.ts';
import type { CountryCode } from '../../domain/eidas-country/index.ts';
import type { PersonIdentifier } from '../../domain/identity-matching/index.ts';

const DE = 'DE' as CountryCode;
const id = (text: string) => text as PersonIdentifier;

test('a live link leads from an identifier to its person, upper and lower case apart', async (t) => {
  const { store } = await openTestStore(t);
  const person = personWith();
  await store.inTransaction(['persons', 'links'], async ({ persons, links }) => {
    await persons.add(person);
    assert.deepEqual(await links.add(linkTo(person.id, 'DE/BE/abc')), { kind: 'added' });
    const found = await links.findLive(DE, id('DE/BE/abc'));
    assert.equal(found?.person, person.id);
    assert.equal(found?.identifier.reveal(), 'DE/BE/abc');
    assert.equal(await links.findLive(DE, id('DE/BE/ABC')), null);
    assert.equal(await links.findLive('FR' as CountryCode, id('DE/BE/abc')), null);
  });
});

test('an ended link leads nowhere, stays in the history and makes room for another', async (t) => {
  const { store } = await openTestStore(t);
  const [first, second] = [personWith(), personWith()];
  const link = linkTo(first.id, 'DE/BE/abc');
  await store.inTransaction(['persons', 'links'], async ({ persons, links }) => {
    await persons.add(first);
    await persons.add(second);
    await links.add(link);
    await links.end(link.id, later(NOON, HOUR), 'mistake');
    await links.end(link.id, later(NOON, 2 * HOUR), 'again');
    assert.equal(await links.findLive(DE, id('DE/BE/abc')), null);
    assert.deepEqual(await links.add(linkTo(second.id, 'DE/BE/abc')), { kind: 'added' });
    const [kept] = await links.historyOf(first.id);
    assert.deepEqual(kept?.ended, { at: later(NOON, HOUR), reason: 'mistake' });
  });
});

test('however many link one identifier at once, exactly one link lives and everybody is told which', async (t) => {
  const { store } = await openTestStore(t);
  const persons = Array.from({ length: 4 }, () => personWith());
  await store.inTransaction(['persons'], async (stores) => {
    for (const person of persons) await stores.persons.add(person);
  });
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 3 }), { minLength: 2, maxLength: 6 }), async (who) => {
      round += 1;
      const identifier = `DE/BE/${round}`;
      const outcomes = await Promise.all(
        who.map((index) =>
          store.inTransaction(['links'], ({ links }) =>
            links.add(linkTo(persons[index]?.id ?? never(), identifier)),
          ),
        ),
      );
      assert.equal(outcomes.filter(({ kind }) => kind === 'added').length, 1);
      const live = await store.inTransaction(['links'], ({ links }) => links.findLive(DE, id(identifier)));
      for (const outcome of outcomes) {
        if (outcome.kind === 'already-linked') assert.equal(outcome.link.id, live?.id);
      }
    }),
    { numRuns: 15 },
  );
});

function never(): never {
  throw new Error('no such person');
}
