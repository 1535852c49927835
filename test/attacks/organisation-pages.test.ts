import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, type TestContext, test } from 'node:test';
import { DAY, later } from '#src/base/time.ts';
import { openAppointments } from '#src/domain/appointment/index.ts';
import type { Organisation, OrganisationId } from '#src/domain/organisation/index.ts';
import { openOrganisationDesk } from '#src/domain/organisation-desk/index.ts';
import type { Person } from '#src/domain/person/index.ts';
import { systemRandomness } from '#src/processes/wiring/randomness.ts';
import { onOneConnection } from '#src/store/ground/connection.ts';
import { accountOwner } from '../support/fake-account.ts';
import {
  ADMINISTRATION,
  fakeOrganisationSessions,
  organisationCookieHeader,
  organisationToken,
  ourOrganisation,
} from '../support/fake-organisation.ts';
import { janAtWork } from '../support/fake-people.ts';
import { browserCookieHeader, openFakeWeb } from '../support/fake-web.ts';
import { mailSender } from '../support/mail-sender.ts';
import { enterprise, NOON, personWith } from '../support/open-test-store.ts';
import { openOrganisationScene } from '../support/organisation-scene.ts';
import { openOwnRoutes } from '../support/own-routes.ts';

const headers = { cookie: `${browserCookieHeader}; ${organisationCookieHeader}`, 'accept-language': 'en' };
/** Every address of one organisation, as the areas have them: those of a page that is added tomorrow too. */
const routes = openOwnRoutes().routes.filter(({ path }) =>
  path.startsWith(`/organisation/${ourOrganisation.id}`),
);
/** What anybody might change by these pages, or learn from. */
const tables =
  'organisations administrations legal_representations work_relations user_rights organisation_changes work_invitations access_requests audit_events outbox_jobs';

async function openScene(t: TestContext) {
  const scene = await openOrganisationScene(t);
  const { store, url, now, town, jan } = scene;
  const unit = {
    ...enterprise('0202239951', { name: 'Works' }),
    parent: town.id,
    code: '0403170701' as never,
  };
  const [nobody, former, ofUnit] = [personWith(), personWith(), personWith()];
  const relation = randomUUID();
  await store.inTransaction(['persons', 'organisations'], async ({ persons, organisations }) => {
    for (const person of [nobody, former, ofUnit]) await persons.add(person);
    await organisations.put(unit);
    const kind = 'head-local-administrator' as const;
    const since = later(NOON, -9 * DAY);
    const powers = [
      { organisation: town.id, person: former.id, kind, validity: { from: since, until: later(NOON, -DAY) } },
      { organisation: unit.id, person: ofUnit.id, kind, validity: { from: since, until: null } },
    ];
    for (const power of powers) await organisations.addAdministration(power);
    const validity = { from: since, until: null };
    await organisations.addWorkRelation({
      ...{
        id: relation,
        person: jan.id,
        organisation: town.id,
        userType: 'permanent',
        email: null,
        validity,
      },
    });
  });
  const { inTransaction } = store;
  const world = { clock: now, randomness: systemRandomness, inTransaction, settings: { sender: mailSender } };
  const [organisationDesk, appointments] = [openOrganisationDesk(world), openAppointments(world)];
  return {
    ...scene,
    ...{ nobody, former, ofUnit, unit, relation },
    /** The pages as somebody sees them who is logged in. */
    pagesOf({ id }: Person) {
      const organisationSessions = fakeOrganisationSessions(accountOwner({ person: id }));
      return openFakeWeb({ organisationDesk, appointments, organisationSessions }).app;
    },
    /** Everything that is kept, as one text. */
    kept: () =>
      onOneConnection({ connectionString: url }, async (connection) => {
        const all: string[] = [];
        for (const table of tables.split(' ')) {
          const asked = await connection.query(`select to_regclass('${table}') is not null as is_there`);
          if (!asked.rows[0]?.is_there) continue;
          const { rows } = await connection.query(
            `select count(*), md5(coalesce(string_agg(each::text, '|' order by each::text), '')) from ${table} each`,
          );
          all.push(`${table} ${JSON.stringify(rows)}`);
        }
        return all;
      }),
  };
}

/** An address of one organisation, with whatever is in it. */
function addressIn(
  path: string,
  ids: { readonly organisation: OrganisationId; readonly other: string },
): string {
  return path
    .replace(ourOrganisation.id, ids.organisation)
    .replace(ADMINISTRATION, ids.other)
    .replace(janAtWork.relation, ids.other);
}

describe('every address of an organisation', () => {
  test('is open to who administers it, and one and the same page to everybody else: nothing leaks, nothing changes', async (t) => {
    const scene = await openScene(t);
    const { town, mayor, manager, nobody, former, ofUnit, relation, at, pagesOf, kept } = {
      ...scene,
      at: (organisation: Organisation) => `/organisation/${organisation.id}`,
    };
    for (const path of ['', '/administrators', '/activity', '/details']) {
      const honest = await pagesOf(mayor).request(`${at(town)}${path}`, { headers });
      assert.equal(honest.status, 200, path);
    }
    assert.ok(routes.length > 15, 'the addresses are found');
    const before = await kept();
    const there = { organisation: town.id, other: relation };
    const nowhere = { organisation: randomUUID() as OrganisationId, other: randomUUID() };
    for (const [who, person] of Object.entries({ nobody, manager, former, ofUnit })) {
      const app = pagesOf(person);
      for (const { method, path } of routes) {
        const ask = async (ids: typeof there) => {
          const body = new URLSearchParams({ csrf: organisationToken, reason: 'x', version: '1' });
          const answer = await app.request(addressIn(path, ids), {
            method,
            headers,
            ...(method === 'POST' && { body }),
          });
          return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
        };
        const [found, unknown] = [await ask(there), await ask(nowhere)];
        assert.equal(found.status, 404, `${who} ${method} ${path}`);
        assert.deepEqual(found, unknown, `${who} ${method} ${path}`);
        assert.doesNotMatch(found.text, /Town|Jan Piet|Peeters/, `${who} ${method} ${path}`);
      }
    }
    assert.deepEqual(await kept(), before);
  });

  test('is not chosen by whoever does not administer it', async (t) => {
    const { pagesOf, nobody, former, manager, ofUnit, other, unit, town } = await openScene(t);
    const choice = async (person: Person) =>
      (await pagesOf(person).request('/organisation', { headers })).headers.get('location');
    assert.equal(await choice(nobody), '/organisation/choose');
    assert.equal(await choice(former), '/organisation/choose');
    assert.equal(await choice(manager), `/organisation/${other.id}`);
    assert.equal(await choice(ofUnit), `/organisation/${unit.id}`);
    const page = await pagesOf(former).request('/organisation/choose', { headers });
    assert.doesNotMatch(await page.text(), new RegExp(town.name));
  });
});
