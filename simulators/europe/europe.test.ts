import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { peopleOf, simulatedPeople } from './people/index.ts';
import { memberStates } from './states.ts';
import { openStage, type Stage } from './testing/connector.ts';

const at = new Date('2026-11-22T10:00:00Z');

describe('simulated Europe', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage(at);
  });
  after(() => stage.close());

  for (const state of memberStates.filter((each) => !each.metadataExpired)) {
    for (const person of peopleOf(state.code)) {
      test(`${person.givenNames} ${person.familyName} signs in at ${state.name}, and Belgium reads who it is`, async () => {
        const outcome = await stage.answer(state.code, person.id);
        assert.equal(outcome.kind, 'authenticated', JSON.stringify(outcome));
        if (outcome.kind !== 'authenticated') return;
        const { identity } = outcome;
        assert.equal(identity.identifier, `${state.code}/BE/${person.identifier}`);
        assert.deepEqual(identity.familyName, {
          latin: person.familyName,
          original: person.originalFamilyName,
        });
        assert.deepEqual(identity.givenNames, {
          latin: person.givenNames,
          original: person.originalGivenNames,
        });
        assert.equal(identity.birthDate, person.birthDate);
        assert.equal(identity.birthPlace, person.birthPlace);
        assert.equal(identity.sex, person.sex);
      });
    }
  }

  test('Malta forgot to renew its metadata, and nobody can be sent there', () => {
    assert.throws(() => stage.serviceOf('MT'), /expired|valid/);
  });

  const troubles: readonly (readonly [string, string])[] = [
    ['cancelled', 'cancelled'],
    ['failed', 'failed'],
    ['level-too-low', 'level-too-low'],
    ['claims-level-too-low', 'eidas.assurance-too-low'],
    ['without-birth-date', 'eidas.attribute-missing'],
    ['wrong-signature', 'eidas.signature-digest'],
    ['unknown-key', 'eidas.signature-value'],
    ['expired-answer', 'eidas.expired'],
    ['other-audience', 'eidas.audience'],
    ['other-request', 'eidas.in-response-to'],
    ['other-country', 'eidas.person-identifier'],
    ['not-encrypted', 'eidas.not-encrypted'],
    ['legal-person', 'eidas.attribute-legal-person'],
  ];
  for (const [trouble, expected] of troubles) {
    test(`the trouble “${trouble}” is told as ${expected}`, async () => {
      const outcome = await stage.answer('DE', 'anna-mueller', trouble);
      assert.equal(
        outcome.kind === 'not-authenticated'
          ? outcome.status
          : outcome.kind === 'refused'
            ? outcome.code
            : 'authenticated',
        expected,
      );
    });
  }

  test('a state may leave out birth place and sex', async () => {
    const outcome = await stage.answer('DE', 'anna-mueller', 'without-birth-place');
    assert.ok(
      outcome.kind === 'authenticated' &&
        outcome.identity.birthPlace === null &&
        outcome.identity.sex === null,
    );
  });

  test('the same person may come back under a new identifier', async () => {
    const [first, second] = [
      await stage.answer('DE', 'anna-mueller'),
      await stage.answer('DE', 'anna-mueller', 'changed-identifier'),
    ];
    assert.ok(first.kind === 'authenticated' && second.kind === 'authenticated');
    assert.notEqual(first.identity.identifier, second.identity.identifier);
  });

  test('a request that breaks a rule is refused with the rule in words', async () => {
    const honest = await fetch(stage.ask('DE').url);
    assert.equal(honest.status, 200);
    const page = await fetch(stage.ask('DE', { attributes: [] }).url);
    assert.equal(page.status, 400);
    assert.match(await page.text(), /RequestedAttributes|schema/);
  });

  test('a request that was altered on its way is refused', async () => {
    const page = await fetch(stage.ask('DE').url.replace('/sso?', '/sso?RelayState=x&'));
    assert.equal(page.status, 400);
    assert.match(await page.text(), /signature/);
  });

  test('country codes work in either case', async () => {
    const bodies = await Promise.all(
      ['de', 'DE'].map(async (code) => (await fetch(`${stage.europe.url}/${code}/metadata`)).status),
    );
    assert.deepEqual(bodies, [200, 200]);
  });
});

test('every identifier in simulated Europe belongs to one person', () => {
  const identifiers = simulatedPeople.map((each) => `${each.country}/${each.identifier}`);
  assert.equal(new Set(identifiers).size, identifiers.length);
  assert.equal(new Set(simulatedPeople.map((each) => each.id)).size, simulatedPeople.length);
});
