import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestStore, personWith } from '../../test/support/open-test-store.ts';
import type { CountryCode } from '../domain/eidas-country/index.ts';
import type { PersonIdentifier, PresentedIdentity } from '../domain/identity-matching/index.ts';
import type { RegistrationReference } from '../domain/registration/index.ts';

const identity = (identifier: string): PresentedIdentity => ({
  country: 'DE' as CountryCode,
  identifier: identifier as PersonIdentifier,
  familyName: { latin: 'Musterfrau', original: null },
  givenNames: { latin: 'Anna', original: null },
  birthDate: '1985-07-30',
  birthName: null,
  birthPlace: null,
  sex: null,
  nationalities: ['DE'],
  assurance: 'high',
  notified: true,
});

test('the same identity asking again gets the reference it has; another gets its own', async (t) => {
  const { store, now } = await openTestStore(t);
  const open = (reference: string, who: string) =>
    store.inTransaction(({ registrations }) =>
      registrations.open({
        reference: reference as RegistrationReference,
        identity: identity(who),
        reason: 'has-none',
        application: 'klip',
        at: now(),
      }),
    );
  assert.equal(await open('SLU-2222-2222', 'DE/BE/anna'), 'SLU-2222-2222');
  assert.equal(await open('SLU-3333-3333', 'DE/BE/anna'), 'SLU-2222-2222');
  assert.equal(await open('SLU-4444-4444', 'DE/BE/bert'), 'SLU-4444-4444');
  const parallel = ['5', '6', '7'].map((each) => open(`SLU-${each.repeat(4)}-2222`, 'DE/BE/cara'));
  assert.equal(new Set(await Promise.all(parallel)).size, 1);
  await assert.rejects(open('SLU-2222-2222', 'DE/BE/dora'), /already used/);
});

test('what a person agreed to share and used last is remembered per application', async (t) => {
  const { store, now } = await openTestStore(t);
  const { id } = personWith();
  await store.inTransaction(async ({ persons, sharing, lastUsed }) => {
    await persons.add(personWith({ id }));
    assert.equal(await sharing.wasConfirmed(id, 'klip', 'name rrn'), false);
    await sharing.confirm(id, 'klip', 'name rrn', now());
    await sharing.confirm(id, 'klip', 'name rrn', now());
    assert.equal(await sharing.wasConfirmed(id, 'klip', 'name rrn'), true);
    assert.equal(await sharing.wasConfirmed(id, 'klip', 'name'), false);
    assert.equal(await sharing.wasConfirmed(id, 'gipod', 'name rrn'), false);
    assert.equal(await lastUsed.capacityOf(id, 'klip'), null);
    for (const capacity of ['citizen', 'group:LB', 'group:LB']) {
      await lastUsed.rememberCapacity(id, 'klip', capacity);
      assert.equal(await lastUsed.capacityOf(id, 'klip'), capacity);
    }
    assert.equal(await lastUsed.capacityOf(id, 'gipod'), null);
  });
});
