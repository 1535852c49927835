import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import pg from 'pg';
import { identity, openLoginWalk, ownBrowser } from '../../../test/support/login-walk.ts';
import { enterprise, linkTo, NOON, personWith } from '../../../test/support/open-test-store.ts';
import {
  pagesTouched,
  recordStatements,
  type SentStatement,
} from '../../../test/support/record-statements.ts';
import { DAY, later } from '../../base/time.ts';

/** Somebody who returns from Germany: known by a link, and for KLIP one enterprise. */
async function open(t: TestContext) {
  const walk = await openLoginWalk(t);
  const { store, url } = walk.test;
  const person = personWith();
  const bakery = enterprise('0123456749');
  const link = linkTo(person.id, identity.identifier);
  await store.inTransaction(['persons', 'links', 'organisations'], async (stores) => {
    await stores.persons.add(person);
    await stores.links.add(link);
    await stores.organisations.put(bakery);
    const validity = { from: later(NOON, -DAY), until: null };
    await stores.organisations.addLegalRepresentation({
      organisation: bakery.id,
      person: person.id,
      validity,
    });
  });
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  t.after(() => client.end());
  const { id } = await walk.begin();
  const handle = await walk.bring(id);
  return { walk, store, person, link, client, id, handle };
}

const isRead = ({ text }: SentStatement) => !/\b(?:insert into|update|delete from)\b/.test(text);

test('who returns is found with their login, their link and all that is asked of them, in one statement', async (t) => {
  const { walk, id, handle, person, link } = await open(t);
  const sent = await recordStatements(() => walk.login.receive(handle, ownBrowser));
  assert.deepEqual(
    sent.filter(isRead).map(({ name }) => name),
    ['eidas_answers.find_with_what_follows'],
  );
  const state = await walk.stateOf(id);
  assert.ok(state.kind === 'finished');
  assert.deepEqual([state.person, state.authentication.link], [person.id, link.id]);
});

test('an answer that the program before kept leads to the same place', async (t) => {
  const { walk, client, id, handle, person } = await open(t);
  await client.query('update eidas_answers set attempt_hash = null, country = null, identifier_hash = null');
  await walk.login.receive(handle, ownBrowser);
  const state = await walk.stateOf(id);
  assert.equal(state.kind === 'finished' && state.person, person.id);
});

test('a link that ended leads nobody anywhere, nor one of another identifier', async (t) => {
  const { walk, store, link, client, id, handle } = await open(t);
  await store.inTransaction(['links', 'persons'], async ({ links, persons }) => {
    await links.end(link.id, NOON, 'mistake');
    const other = personWith();
    await persons.add(other);
    await links.add(linkTo(other.id, 'DE/BE/somebody-else'));
  });
  // As if somebody had changed by what it is found: the sealed answer says who it is.
  await client.query(
    'update eidas_answers set identifier_hash = (select identifier_hash from eidas_links where ended_at is null)',
  );
  await walk.login.receive(handle, ownBrowser);
  assert.equal((await walk.stateOf(id)).kind, 'asking-number');
});

test('an answer whose login was exchanged for another one is not taken', async (t) => {
  const { walk, client, id, handle } = await open(t);
  const other = await walk.begin();
  await client.query(
    `update eidas_answers set attempt_hash = (select id_hash from login_attempts where correlation = $1)`,
    [other.correlation],
  );
  await assert.rejects(walk.login.receive(handle, ownBrowser), { name: 'SealBroken' });
  for (const each of [id, other.id]) assert.equal((await walk.stateOf(each)).kind, 'at-tile');
});

test('a return reads no more pages of full tables than of empty ones, and of each window an index', async (t) => {
  const { walk, store, client, handle } = await open(t);
  const [statement] = await recordStatements(() =>
    store.inTransaction(['answers'], ({ answers }) => answers.findWithWhatFollows(handle, walk.test.now())),
  );
  assert.ok(statement);
  const measure = async () => {
    await client.query('vacuum analyze');
    return pagesTouched(client, statement);
  };
  const few = await measure();
  await fillWindows(client);
  await fillPersons(client);
  const many = await measure();
  // A deeper index of each table, and one or two pages of the index of each window.
  assert.ok(many <= few + 2 * WINDOWS, `${few} pages, then ${many}`);
});

const WINDOWS = 30;

async function fillWindows(client: pg.Client): Promise<void> {
  for (let day = 0; day < WINDOWS; day += 1) {
    const expiresAt = later(NOON, day * DAY);
    for (const table of ['login_attempts', 'eidas_answers'])
      await client.query('select ensure_partition($1, $2)', [table, expiresAt]);
    await client.query(
      `insert into login_attempts (id_hash, application, correlation, content, version, started_at, expires_at)
        select sha256(uuid_send(gen_random_uuid())), 'klip', 'x', '\\x00', 1, $1, $1 from generate_series(1, 1000)`,
      [expiresAt],
    );
    await client.query(
      `insert into eidas_answers (handle_hash, content, expires_at)
        select sha256(uuid_send(gen_random_uuid())), '\\x00', $1 from generate_series(1, 1000)`,
      [expiresAt],
    );
  }
}

async function fillPersons(client: pg.Client): Promise<void> {
  await client.query(`
    insert into persons (id, subject, given_names, family_name, since)
      select gen_random_uuid(), md5(n::text), 'A', 'B', now() from generate_series(1, 5000) n;
    insert into person_numbers (number_hash, person, number_sealed, valid_from)
      select sha256(uuid_send(id)), id, '\\x00', now() from persons;
    insert into eidas_links (id, country, identifier_hash, identifier_sealed, persistence, person, source, decided_by, linked_at)
      select gen_random_uuid(), 'DE', sha256(uuid_send(id)), '\\x00', 'A', id, 'import', 'x', now() from persons;
    insert into organisations (id, target_group, code, name, country, valid_from)
      select gen_random_uuid(), 'EA', n::text, 'x', 'BE', now() from generate_series(1, 5000) n;
    insert into work_relations (id, person, organisation, user_type, valid_from)
      select id, id, (select id from organisations limit 1), 'permanent', now() from persons;
    insert into legal_representations (organisation, person, valid_from)
      select (select id from organisations order by id limit 1), id, now() from persons on conflict do nothing;
    insert into user_rights (id, work_relation, organisation, application, user_right, contexts, valid_from)
      select id, id, organisation, 'klip', 'live', '{}', now() from work_relations;
    insert into vo_ids (person, target_group, vo_id) select id, 'EA', id::text from persons;
    insert into sharing_confirmations (person, application, claims, confirmed_at) select id, 'klip', 'vo', now() from persons;
    insert into last_used_capacities (person, application, capacity) select id, 'klip', 'x' from persons`);
}
