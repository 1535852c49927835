import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import pg from 'pg';
import { application } from '../../test/support/application-example.ts';
import { auditEvent } from '../../test/support/audit-example.ts';
import { SECRETS } from '../../test/support/dump-secrets.ts';
import { fillCases } from '../../test/support/fill-cases.ts';
import { accountNeeds, keepAccount } from '../../test/support/keep-account.ts';
import { keepOwnMeans, ownMeansNeeds } from '../../test/support/keep-own-means.ts';
import { putOldRequest } from '../../test/support/old-request.ts';
import {
  enterprise,
  linkTo,
  NOON,
  numberOf,
  openTestStore,
  personWith,
  type TestStore,
} from '../../test/support/open-test-store.ts';
import { aboutDocument, preparedDocument } from '../../test/support/prepared-document.ts';
import { keepStates, putState } from '../../test/support/protocol-states.ts';
import { federalProvider } from '../../test/support/provider-examples.ts';
import type { CorrelationCode } from '../base/correlation.ts';
import { Redacted } from '../base/redacted.ts';
import { DAY, HOUR, later } from '../base/time.ts';
import type { CountryCode } from '../domain/eidas-country/index.ts';
import type { PersonIdentifier, PresentedIdentity } from '../domain/identity-matching/index.ts';
import type { RegistrationReference } from '../domain/registration/index.ts';
import { byImport } from '../domain/rights/index.ts';
import type { Attempt, AttemptId, BrowserBinding } from '../login/index.ts';

const DE = 'DE' as CountryCode;
const soon = later(NOON, HOUR);

const identity: PresentedIdentity = {
  country: DE,
  identifier: SECRETS.identifier as PersonIdentifier,
  familyName: { latin: 'Musterfrau', original: null },
  givenNames: { latin: 'Anna', original: null },
  birthDate: '1985-07-30',
  birthName: null,
  birthPlace: SECRETS.birthPlace,
  sex: null,
  nationalities: ['DE'],
  assurance: 'high',
  notified: true,
};

/** Fills every table as one login with everything would. */
async function fill({ store, url, keys }: TestStore): Promise<void> {
  const person = personWith({ number: numberOf(SECRETS.number) });
  const link = linkTo(person.id, SECRETS.identifier);
  const authentication = { means: 'eidashigh', assurance: 'high', at: NOON, country: 'DE' } as const;
  const attempt: Attempt = {
    id: SECRETS.attempt as AttemptId,
    correlation: 'K7PX-2M9D' as CorrelationCode,
    browser: SECRETS.binding as BrowserBinding,
    application: application('klip').id,
    request: {
      protocol: 'oidc',
      scopes: ['openid'],
      means: ['eidashigh'],
      acrAsked: false,
      wish: null,
      known: null,
    },
    language: 'de',
    state: { kind: 'asking-number', identity, authentication, notice: null },
    version: 1,
    startedAt: NOON,
    expiresAt: soon,
  };
  const organisation = enterprise('0403019261');
  await store.inTransaction(
    [
      'applications',
      'countries',
      'meansProviders',
      'attempts',
      'authnRequests',
      'answers',
      'certificates',
      'persons',
      'links',
      'joins',
      'endings',
      'matching',
      'organisations',
      'officePlaces',
      'rights',
      'endingRights',
      'sharing',
      'lastUsed',
      'audit',
      'templates',
      'documents',
      'outbox',
      ...ownMeansNeeds,
      ...accountNeeds,
    ],
    async (stores) => {
      await stores.applications.put(application('klip'));
      await stores.countries.put({
        code: DE,
        name: { en: 'Germany' },
        status: { kind: 'open' },
        means: [],
        persistence: 'A',
        metadata: null,
        trust: [],
        binding: null,
        entityId: null,
        signers: [],
        refreshFrom: null,
        validFrom: null,
        validUntil: null,
        source: null,
      });
      await stores.meansProviders.put(federalProvider({ keys: new Redacted(SECRETS.token) }));
      await stores.countries.putHealth({ code: DE, kind: 'working', since: NOON, detail: null });
      await stores.attempts.add(attempt);
      await stores.authnRequests.add({
        id: '_request',
        attempt: attempt.id,
        country: DE,
        assurance: 'high',
        attributes: [],
        issuedAt: NOON,
        expiresAt: soon,
      });
      await stores.authnRequests.rememberNew(['_response'], soon);
      const answered = {
        attempt: attempt.id,
        answer: { kind: 'authenticated', identity },
        receivedAt: NOON,
      } as const;
      await stores.answers.keep(SECRETS.handle, answered, soon);
      const number = numberOf(SECRETS.number);
      const names = { givenNames: 'Anna', familyName: 'Peeters' };
      const shown = { kind: 'proven', means: 'eid', assurance: 'high', number, ...names } as const;
      const visited = { attempt: attempt.id, mark: SECRETS.handle, answer: shown, receivedAt: NOON };
      await stores.certificates.keep(SECRETS.handle, visited, soon);
      await stores.persons.add(person);
      await stores.persons.replaceNumber(person.id, numberOf(SECRETS.newNumber), soon);
      await stores.links.add(link);
      const another = personWith();
      await stores.persons.add(another);
      const join = { id: randomUUID(), kept: person.id, other: another.id };
      await stores.joins.propose({
        ...join,
        reason: SECRETS.newNumber,
        proposedBy: { kind: 'operator', id: 'test' },
        proposedAt: NOON,
        state: 'proposed',
        decided: null,
        undoProposed: null,
        undone: null,
      });
      await stores.persons.voIdOf(another.id, 'OV');
      await stores.joins.move(join, [], null, NOON);
      await stores.endings.end([randomUUID()], NOON);
      const bounds = { perIdentifier: 3, perAddress: 5, windowMilliseconds: HOUR, restMilliseconds: 900_000 };
      await stores.matching.countTry(identity.identifier, SECRETS.address, NOON, bounds);
      await stores.matching.log({
        at: NOON,
        country: DE,
        identifier: identity.identifier,
        outcome: 'matched',
        comparisons: [],
        presented: { identifier: SECRETS.identifier, birthPlace: SECRETS.birthPlace },
        registered: { number: SECRETS.number },
        correlation: 'K7PX-2M9D',
      });
      await stores.organisations.put(organisation);
      await stores.officePlaces.put(organisation.id, {
        street: 'Teststraat 1',
        postcode: '9999',
        municipality: 'Lindeberg',
        telephone: null,
        website: null,
        hours: { nl: 'altijd' },
        byAppointment: false,
      });
      const relation = await stores.organisations.addWorkRelation({
        id: randomUUID(),
        person: person.id,
        organisation: organisation.id,
        userType: 'permanent',
        email: null,
        validity: { from: NOON, until: null },
      });
      const hung = {
        workRelation: relation.id,
        organisation: organisation.id,
        application: application('klip').id,
      };
      const right = { right: 'live', contexts: [], validity: relation.validity, given: byImport };
      await stores.rights.add({ id: randomUUID(), ...hung, ...right });
      const ending = { ...right, validity: { from: NOON, until: later(NOON, 7 * DAY) } };
      await stores.rights.add({ id: randomUUID(), ...hung, ...ending, contexts: ['Planaanvrager'] });
      await stores.endingRights.takeToRemind(organisation.id, 7, { from: NOON, until: later(NOON, 7 * DAY) });
      await stores.sharing.confirm(person.id, 'klip', 'name', NOON);
      await stores.lastUsed.rememberCapacity(person.id, 'klip', 'citizen');
      const concerned = [{ way: 'revealed', number: numberOf(SECRETS.number).digits }] as const;
      await stores.audit.record(auditEvent({ kind: 'authorization.refused' }));
      await stores.audit.record(auditEvent({ concerned, reason: new Redacted(SECRETS.reason) }));
      await stores.templates.saveDraft({
        key: 'request-expired',
        language: 'nl',
        subject: 'Over {reference}',
        body: 'Dag {name}',
        basedOn: 0,
        by: 'noor',
        at: NOON,
      });
      const page = { type: 'image/png', bytes: Buffer.from(SECRETS.number) } as const;
      const document = preparedDocument({ name: new Redacted(SECRETS.mail), pages: [page] });
      await stores.documents.add(document, aboutDocument(randomUUID()));
      await keepOwnMeans(stores, person.id, SECRETS);
      await keepAccount(stores, { person: person.id, organisation: organisation.id }, SECRETS);
      await stores.outbox.send({
        to: new Redacted(SECRETS.mail),
        language: 'de',
        subject: 'Anna',
        text: SECRETS.number,
        html: SECRETS.number,
        about: null,
        template: null,
      });
    },
  );
  await fillCases(store, { ...SECRETS, email: SECRETS.mail }, { identity, person: person.id, link: link.id });
  await putOldRequest({ url, keys }, identity, 'SLU-2222-2222' as RegistrationReference);
  await store.webSessions.open('applicant', { case: SECRETS.identifier, provenBy: 'link' }, soon, {
    foundation: null,
  });
  const typed = { number: SECRETS.number, email: SECRETS.mail };
  await store.keptForms.keep(SECRETS.session, 'form', { typed, lists: {}, told: null });
  await store.duties.take('upkeep', NOON, 1);
  await store.demoMark.set(NOON);
  await keepStates(store, putState('Session', SECRETS.session, { jti: SECRETS.session, uid: 'uid' }, soon));
  await keepStates(
    store,
    putState('AuthorizationCode', SECRETS.code, { jti: SECRETS.code, grantId: 'g' }, soon),
  );
  await keepStates(store, putState('AccessToken', SECRETS.token, { jti: SECRETS.token, grantId: 'g' }, soon));
  await keepStates(store, {
    kind: 'grant',
    grant: {
      id: 'g',
      person,
      application: application('klip').id,
      capacity: { kind: 'citizen' },
      authentication,
      acrAsked: false,
      scopes: ['openid'],
      session: 'uid',
      correlation: 'K7PX-2M9D' as CorrelationCode,
      createdAt: NOON,
      expiresAt: soon,
    },
  });
  await fillByImports(store);
}

async function fillByImports(store: TestStore['store']): Promise<void> {
  const register = await store.registerImport.begin();
  await register.addBatch([
    {
      number: numberOf(SECRETS.number),
      familyName: 'Musterfrau',
      givenNames: 'Anna',
      birthDate: { year: 1985, month: 7, day: 30 },
      birthPlace: null,
      sex: 'female',
      nationality: null,
      address: { street: null, postcode: null, municipality: null, country: null },
    },
  ]);
  await register.commit();
  await store.inTransaction(['register'], (stores) =>
    stores.register.replaceNumber(numberOf(SECRETS.newNumber), numberOf(SECRETS.number), NOON),
  );
  await giveNumber(store);
  const organisations = await store.organisationImport.begin();
  await organisations.addBatch([
    {
      targetGroup: 'EA',
      code: enterprise('0428759497').code,
      name: 'Aannemer',
      country: 'BE',
      legalRepresentative: numberOf(SECRETS.representative),
      headAdministrator: numberOf(SECRETS.representative),
    },
  ]);
  await organisations.commit();
}

/** Gives a number after one that somebody had, so that both the given and the skipped one stand there. */
async function giveNumber(store: TestStore['store']): Promise<void> {
  const { number } = await store.inTransaction(['persons', 'numbers'], async ({ persons, numbers }) => {
    await persons.add(personWith({ number: numberOf(SECRETS.skippedNumber) }));
    const ask = { birthDate: { year: 1985, month: 7, day: 30 }, sex: 'male' } as const;
    const answer = await numbers.assign(ask, { case: randomUUID(), at: NOON });
    assert.equal(answer.kind, 'assigned');
    return answer as Extract<typeof answer, { kind: 'assigned' }>;
  });
  assert.equal(number.digits.reveal(), SECRETS.givenNumber);
}

test('every sealed value is bound to the row that it stands in', async (t) => {
  const test = await openTestStore(t);
  await fill(test);
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `select c.oid::regclass::text as table, a.attname as column
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.atttypid = 'bytea'::regtype and col_description(c.oid, a.attnum) ~ 'sealed' order by 1, 2`,
  );
  assert.ok(columns.length > 20, 'the columns of sealed values say so in their comments');
  for (const { table, column } of columns) {
    const { rows } = await client.query<{ value: Buffer }>(
      `select ${column} as value from ${table} where ${column} is not null`,
    );
    // The row is bound in.
    for (const { value } of rows) assert.equal(value[0], 2, `${table}.${column}`);
  }
  await client.end();
});

test('sealed values that change places are not read as those of the other row', async (t) => {
  const test = await openTestStore(t);
  const { store } = test;
  const [anna, bert] = [
    personWith({ number: numberOf('85073003328') }),
    personWith({ number: numberOf('98072899764') }),
  ];
  await store.inTransaction(['persons'], async ({ persons }) => {
    await persons.add(anna);
    await persons.add(bert);
  });
  assert.equal((await store.persons.find(anna.id))?.number?.digits.reveal(), '85073003328');
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  await client.query(`update person_numbers set number_sealed = other.number_sealed from person_numbers other
    where other.person <> person_numbers.person`);
  await client.end();
  for (const { id } of [anna, bert])
    await assert.rejects(store.persons.find(id), { name: 'SealBroken', message: /changed or moved/ });
});

test('a stolen copy of the whole database gives no number, no identifier, no secret and no usable token', async (t) => {
  const test = await openTestStore(t);
  await fill(test);
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1`,
  );
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ text: string }>(
      `select row_to_json(each)::text as text from ${name} each`,
    );
    assert.ok(rows.length > 0, `nothing stands in ${name}: this test must fill it`);
    for (const { text } of rows) {
      for (const [what, secret] of Object.entries(SECRETS)) {
        const bytes = Buffer.from(secret);
        const forms = [secret, bytes.toString('hex'), bytes.toString('base64').slice(0, -4)];
        for (const form of forms) assert.ok(!text.includes(form), `${what} can be read in ${name}`);
      }
    }
  }
  await client.end();
});
