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
    const honest = await stage.take(stage.ask('DE').sent);
    assert.equal(honest.status, 200);
    const page = await stage.take(stage.ask('DE', { attributes: [] }).sent);
    assert.equal(page.status, 400);
    assert.match(await page.text(), /RequestedAttributes|schema/);
  });

  test('a state that keeps to the letter takes a request by either binding, signed as each has it', async () => {
    for (const binding of ['post', 'redirect'] as const) {
      const { sent } = stage.ask('DE', { binding });
      assert.equal(sent.binding, binding);
      assert.equal((await stage.take(sent)).status, 200);
    }
  });

  test('Finland offers HTTP-Redirect alone, and is asked that way', () => {
    assert.equal(stage.serviceOf('FI').endpoints.post, null);
    assert.equal(stage.ask('FI').sent.binding, 'redirect');
  });

  test('a request that was altered on its way is refused', async () => {
    const { sent } = stage.ask('DE', { binding: 'redirect' });
    assert.ok(sent.binding === 'redirect');
    const page = await fetch(sent.url.replace('/sso?', '/sso?RelayState=x&'));
    assert.equal(page.status, 400);
    assert.match(await page.text(), /signature/);
    const { sent: form } = stage.ask('DE');
    assert.ok(form.binding === 'post');
    const xml = Buffer.from(form.fields.SAMLRequest ?? '', 'base64').toString();
    const SAMLRequest = Buffer.from(xml.replace('KLIP', 'klip')).toString('base64');
    const posted = await stage.take({ ...form, fields: { SAMLRequest } });
    assert.equal(posted.status, 400);
    assert.match(await posted.text(), /signature/);
  });

  describe('a state that runs the reference node', () => {
    test('publishes both bindings and is asked by HTTP-POST', async () => {
      const { endpoints } = stage.serviceOf('EL');
      assert.ok(endpoints.post && endpoints.redirect);
      const { sent } = stage.ask('EL');
      assert.equal(sent.binding, 'post');
      assert.equal((await stage.take(sent)).status, 200);
    });

    test('cannot read a request by HTTP-Redirect, as it inflates nothing', async () => {
      const page = await stage.take(stage.ask('EL', { binding: 'redirect' }).sent);
      assert.equal(page.status, 400);
      assert.match(await page.text(), /does not inflate/);
    });

    test('wants the signature inside the XML, with a certificate of the country that asks', async () => {
      const { sent } = stage.ask('EL');
      assert.ok(sent.binding === 'post');
      const xml = Buffer.from(sent.fields.SAMLRequest ?? '', 'base64').toString();
      const bare = xml.replace(/<ds:Signature .*<\/ds:Signature>/s, '');
      assert.notEqual(bare, xml);
      const unsigned = { ...sent, fields: { SAMLRequest: Buffer.from(bare).toString('base64') } };
      assert.match(await (await stage.take(unsigned)).text(), /No signature/);
      const keyless = xml.replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/s, '');
      const nameless = { ...sent, fields: { SAMLRequest: Buffer.from(keyless).toString('base64') } };
      assert.match(await (await stage.take(nameless)).text(), /No signature/);
    });
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
