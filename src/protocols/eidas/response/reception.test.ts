import assert from 'node:assert/strict';
import { before, describe, type TestContext, test } from 'node:test';
import { connectedCountry, metadataOf } from '../../../../test/support/country-metadata.ts';
import {
  type Country,
  connectorEntityId,
  honestResponse,
  makeCountry,
} from '../../../../test/support/eidas-peer.ts';
import { openLoginWalk, ownBrowser } from '../../../../test/support/login-walk.ts';
import { recordStatements } from '../../../../test/support/record-statements.ts';
import { HOUR, later, MINUTE } from '../../../base/time.ts';
import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import type { Arrival } from '../../../login/index.ts';
import { systemRandomness } from '../../../processes/wiring/randomness.ts';
import { openMetadataDirectory } from '../metadata/metadata-directory.ts';
import { naturalAttributes } from './attributes.ts';
import { openReception, openUnreadable } from './reception.ts';

let germany: Country;
let austria: Country;
before(async () => {
  [germany, austria] = await Promise.all([makeCountry('DE'), makeCountry('AT')]);
});

/** A person who was sent to Germany, a reception that knows Germany and Austria, and what both could answer. */
async function open(t: TestContext, austrianEntity = austria.service.entityId) {
  const walk = await openLoginWalk(t);
  const { store } = walk.test;
  await store.countries.put(connectedCountry('DE', germany.signing));
  // As if it had come in before entities were compared: whatever Austria says of itself, Germany's logins go on.
  const theirs = metadataOf('AT', austria.signing, { entityId: austrianEntity });
  await store.countries.put(
    connectedCountry('AT', austria.signing, { metadata: theirs, entityId: austrianEntity }),
  );
  const { id } = await walk.begin();
  await walk.answer(id, { kind: 'choose-country', country: 'DE' });
  const state = await walk.stateOf(id);
  assert.ok(state.kind === 'waiting');
  // The request of the walk asks for no optional attributes.
  const attributes = [
    { name: naturalAttributes.personIdentifier.name, values: [{ value: 'DE/BE/anna' }] },
    { name: naturalAttributes.familyName.name, values: [{ value: 'Müller' }] },
    { name: naturalAttributes.givenNames.name, values: [{ value: 'Anna' }] },
    { name: naturalAttributes.birthDate.name, values: [{ value: '1995-10-17' }] },
  ];
  const world = {
    clock: walk.test.now,
    randomness: systemRandomness,
    inTransaction: store.inTransaction,
  };
  const receive = openReception({
    ...world,
    directory: openMetadataDirectory(),
    answerMilliseconds: 30 * MINUTE,
    connector: {
      entityId: connectorEntityId,
      acsUrl: 'https://sluis.example/eidas/acs',
      country: 'BE' as CountryCode,
      decryptionKeys: [germany.ours],
    },
    countries: () => store.countries.list(),
  });
  return {
    receive: (message: string, relayState: string | null = null) =>
      receive({ samlResponse: message, relayState }),
    unreadable: openUnreadable(world),
    /** What a country answers to the request of Germany's login. */
    from: (country: Country, over: object = {}) =>
      honestResponse(country, {
        inResponseTo: String(state.kept.requestId),
        at: walk.test.now(),
        attributes,
        encryptFor: germany.ours.certificate,
        ...over,
      }),
    request: String(state.kept.requestId),
    refusals: () => store.audit.list({ kind: 'eidas.answer-refused' }),
    walk,
    id,
  };
}

/** The login that somebody was led to, or whose page they were shown. */
function loginOf(arrival: Arrival): string | null {
  if (arrival.kind === 'moved') return arrival.attempt.id;
  return arrival.kind === 'shown' ? arrival.view.attempt.id : null;
}

describe('an answer of a member state', () => {
  test('of the country that was asked is accepted, and no refusal is told', async (t) => {
    const { receive, from, refusals } = await open(t);
    const received = await receive(from(germany));
    assert.equal(received.kind, 'accepted', JSON.stringify(await refusals()));
    assert.deepEqual(await refusals(), []);
  });

  test('asks the database for its request once, and keeps all that it changes by one statement', async (t) => {
    const { receive, from } = await open(t);
    // What is cached is there, and the windows are.
    await receive(from(germany, { inResponseTo: '_made-up' }));
    const message = from(germany);
    const names = (await recordStatements(() => receive(message))).map(({ name }) => name);
    assert.deepEqual([names.length, names[0]], [2, 'eidas_requests.find']);
    const again = (await recordStatements(() => receive(message))).map(({ name }) => name);
    assert.deepEqual(
      again,
      ['eidas_requests.find', 'eidas_answers.find'],
      'and changes nothing when it comes again',
    );
  });

  test('is checked with the keys of the country that was asked, though another one has the same entityID', async (t) => {
    const { receive, from, refusals } = await open(t, germany.service.entityId);
    const forged = await receive(from(austria, { issuer: germany.service.entityId }));
    assert.equal(forged.kind, 'refused');
    const [event] = await refusals();
    assert.equal(event?.details.code, 'eidas.signature-value');
    assert.equal((await receive(from(germany))).kind, 'accepted');
  });

  test('of another country than was asked is refused, and the trail names both', async (t) => {
    const { receive, from, refusals, request } = await open(t);
    assert.equal((await receive(from(austria))).kind, 'refused');
    const [event] = await refusals();
    assert.deepEqual(event?.actor, { kind: 'country', id: 'AT' });
    assert.equal(event?.subject?.kind, 'attempt');
    const expected = { code: 'eidas.country', message: request, asked: 'DE', signedBy: 'AT' };
    assert.deepEqual(event?.details, expected);
    assert.equal((await receive(from(germany))).kind, 'accepted', 'and the login of the person goes on');
  });

  test('with a RelayState over 80 bytes is refused, and the trail tells it; with one of 80 bytes it is taken', async (t) => {
    const { receive, from, refusals } = await open(t);
    assert.equal((await receive(from(germany), 'é'.repeat(41))).kind, 'refused');
    const [event] = await refusals();
    assert.equal(event?.details.code, 'eidas.relay-state-too-large');
    assert.deepEqual(event?.actor, { kind: 'unknown' });
    assert.equal((await receive(from(germany), 'é'.repeat(40))).kind, 'accepted');
  });

  test('that is none at all is told to the trail under the code that the person sees', async (t) => {
    const { unreadable, refusals } = await open(t);
    const correlation = await unreadable('eidas.form');
    const [event] = await refusals();
    assert.equal(event?.correlation, correlation);
    assert.deepEqual(event?.details, { code: 'eidas.form', message: null });
    assert.deepEqual([event?.actor, event?.subject], [{ kind: 'unknown' }, null]);
  });

  for (const [when, minutes] of [
    ['six minutes after the country made it, when the request still waits', 6],
    ['half an hour later, when the request does not wait any more', 31],
    ['after the login has ended', 65],
  ] as const)
    test(`that comes ${when} is late and no attack: it leads to its login`, async (t) => {
      const { receive, from, refusals, walk, id } = await open(t);
      const message = from(germany);
      walk.test.moveTo(later(walk.test.now(), minutes * MINUTE));
      const received = await receive(message);
      assert.ok(received.kind === 'accepted');
      assert.deepEqual(await refusals(), []);
      const arrival = await walk.login.receive(received.handle, ownBrowser);
      assert.equal(loginOf(arrival), id);
      const view = await walk.login.show(id, ownBrowser);
      const told = view.kind === 'page' && view.page.kind === 'country' ? view.page.notice?.kind : view.kind;
      assert.equal(told, minutes < 60 ? 'country-late' : 'problem');
    });

  test('that comes again, in the hours after, leads to the login that the first one led to', async (t) => {
    const { receive, from, refusals, walk, id } = await open(t);
    const message = from(germany);
    const first = await receive(message);
    assert.ok(first.kind === 'accepted');
    await walk.login.receive(first.handle, ownBrowser);
    for (const minutes of [6, 31, 90]) {
      walk.test.moveTo(later(walk.test.now(), minutes * MINUTE));
      const again = await receive(message);
      assert.ok(again.kind === 'accepted', `${minutes} minutes later`);
      const arrival = await walk.login.receive(again.handle, ownBrowser);
      assert.equal(loginOf(arrival), id, `${minutes} minutes later`);
    }
    assert.deepEqual(await refusals(), []);
  });

  test('that comes twice at one moment is taken once, and both lead to the same place', async (t) => {
    const { receive, from, refusals, walk, id } = await open(t);
    const message = from(germany);
    const [one, other] = await Promise.all([receive(message), receive(message)]);
    assert.ok(one.kind === 'accepted' && other.kind === 'accepted');
    assert.equal(one.handle, other.handle);
    assert.deepEqual(await refusals(), []);
    const arrival = await walk.login.receive(one.handle, ownBrowser);
    assert.equal(loginOf(arrival), id);
    assert.equal((await walk.stateOf(id)).kind, 'asking-number');
  });

  test('that came before in another message is refused as a replay, and its login says that it was refused', async (t) => {
    const { receive, from, refusals, walk, id } = await open(t);
    const message = from(germany);
    const [, responseId = ''] = / ID="([^"]+)"/.exec(Buffer.from(message, 'base64').toString()) ?? [];
    await walk.test.store.inTransaction(['authnRequests'], ({ authnRequests }) =>
      authnRequests.rememberNew([responseId], later(walk.test.now(), HOUR)),
    );
    const received = await receive(message);
    assert.ok(received.kind === 'accepted');
    const [event, ...others] = await refusals();
    assert.deepEqual([event?.details.code, others], ['eidas.replayed', []]);
    await walk.login.receive(received.handle, ownBrowser);
    const state = await walk.stateOf(id);
    assert.equal(state.kind === 'stopped' && state.problem.kind, 'country-answer-refused');
    assert.equal((await receive(from(germany))).kind, 'accepted', 'used up: a fresh answer leads there too');
    assert.equal((await walk.stateOf(id)).kind, 'stopped');
  });

  test('that comes when nobody remembers its request is called late, not false', async (t) => {
    const { receive, from, refusals, walk } = await open(t);
    const forgotten = from(germany, { inResponseTo: '_forgotten' });
    walk.test.moveTo(later(walk.test.now(), 26 * HOUR));
    const received = await receive(forgotten);
    assert.ok(received.kind === 'refused' && received.isLate);
    assert.deepEqual(await refusals(), []);
    const made = await receive(from(germany, { inResponseTo: '_made-up' }));
    assert.ok(made.kind === 'refused' && !made.isLate, 'a fresh answer to nothing is no late one');
    assert.equal((await refusals())[0]?.details.code, 'eidas.in-response-to');
  });

  test('that somebody else signed is no late one, however old it is', async (t) => {
    const { receive, from, refusals, walk } = await open(t);
    const message = from(austria, { issuer: germany.service.entityId });
    walk.test.moveTo(later(walk.test.now(), 31 * MINUTE));
    const received = await receive(message);
    assert.ok(received.kind === 'refused' && !received.isLate);
    assert.equal((await refusals())[0]?.details.code, 'eidas.signature-value');
  });
});
