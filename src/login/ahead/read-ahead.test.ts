import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identity, openLoginWalk } from '../../../test/support/login-walk.ts';
import { linkTo, personWith } from '../../../test/support/open-test-store.ts';
import type { ReadAhead } from './person-ahead.ts';
import { answeringFrom } from './read-ahead.ts';

const claims = 'openid vo';
const ties = { organisations: [], workRelations: [], rights: [], representations: [], voIds: {} };

test('what was read ahead is not asked again, and what is about somebody else is', async (t) => {
  const { test: opened, begin, klip } = await openLoginWalk(t);
  const attempt = await begin();
  const [person, other] = [personWith(), personWith()];
  const link = linkTo(person.id, identity.identifier);
  const about = {
    id: person.id,
    person,
    ties,
    shared: [claims],
    lastCapacity: 'citizen',
    knownLogins: { devices: [], means: [] } as const,
  };
  const read: ReadAhead = { attempt, link, person: about };
  const names = ['attempts', 'links', 'persons', 'rights', 'sharing', 'lastUsed'] as const;
  await opened.store.inTransaction(names, async (stores) => {
    // Nothing of this is in the store: it can only come from what was read.
    const ahead = answeringFrom(stores, read);
    assert.equal(await ahead.attempts.find(attempt.id), attempt);
    assert.equal(await ahead.links.findLive(identity.country, identity.identifier), link);
    assert.equal(await ahead.persons.find(person.id), person);
    assert.equal(await ahead.rights.tiesOf(person.id, klip.id), ties);
    assert.equal(await ahead.sharing.wasConfirmed(person.id, klip.id, claims), true);
    assert.equal(await ahead.sharing.wasConfirmed(person.id, klip.id, 'openid'), false);
    assert.equal(await ahead.lastUsed.capacityOf(person.id, klip.id), 'citizen');
    assert.equal(await ahead.persons.find(other.id), null);
    assert.equal(await ahead.sharing.wasConfirmed(other.id, klip.id, claims), false);
    assert.equal(await ahead.sharing.wasConfirmed(person.id, 'other', claims), false);
    assert.equal(await ahead.lastUsed.capacityOf(other.id, klip.id), null);
  });
});

test('what a unit of work has changed itself is asked of the store', async (t) => {
  const { test: opened, begin, klip } = await openLoginWalk(t);
  const attempt = await begin();
  const person = personWith();
  const link = linkTo(person.id, identity.identifier);
  const about = {
    id: person.id,
    person,
    ties,
    shared: [],
    lastCapacity: null,
    knownLogins: { devices: [], means: [] },
  };
  const names = ['attempts', 'links', 'persons', 'sharing', 'lastUsed'] as const;
  await opened.store.inTransaction(names, async (stores) => {
    const ahead = answeringFrom(stores, { attempt, link, person: about });
    await ahead.attempts.save({ ...attempt, language: 'fr', version: attempt.version + 1 });
    assert.equal((await ahead.attempts.find(attempt.id))?.language, 'fr');
    const kept = await ahead.persons.add({ ...person, givenNames: 'Johanna' });
    assert.deepEqual(await ahead.persons.find(person.id), kept);
    await ahead.links.add(link);
    await ahead.links.end(link.id, attempt.startedAt, 'mistake');
    assert.equal(await ahead.links.findLive(identity.country, identity.identifier), null);
    await ahead.sharing.confirm(person.id, klip.id, claims, attempt.startedAt);
    assert.equal(await ahead.sharing.wasConfirmed(person.id, klip.id, claims), true);
    await ahead.lastUsed.rememberCapacity(person.id, klip.id, 'citizen' as const);
    assert.equal(await ahead.lastUsed.capacityOf(person.id, klip.id), 'citizen');
  });
});
