import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApplication } from '../../../../test/support/capacity-examples.ts';
import { fakeAccessOverview } from '../../../../test/support/fake-access-overview.ts';
import {
  administratorWith,
  organisationCookieHeader,
  organisationToken,
  ourOrganisation,
} from '../../../../test/support/fake-organisation.ts';
import { openFakeWeb } from '../../../../test/support/fake-web.ts';
import { NOW } from '../../../../test/support/web-fixtures.ts';
import { DAY, later } from '../../../base/time.ts';
import type { TestAccess, TestedAccess } from '../../../domain/access-overview/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import { decide, explain, type PersonTies } from '../../../domain/rights/index.ts';
import type { PersonAtWork, WorkRelationId } from '../../../domain/work-relation/index.ts';

const application = makeApplication();
const head = '00000000-0000-4000-8000-0000000000bb' as PersonId;
const validity = { from: new Date('2025-01-15T09:00:00Z'), until: new Date('2030-12-31T23:00:00Z') };
const jan: PersonAtWork = {
  ...{
    relation: '00000000-0000-4000-8000-00000000000a' as WorkRelationId,
    person: administratorWith().person,
    organisation: ourOrganisation.id,
  },
  ...{ givenNames: 'Jan', familyName: 'Peeters', type: 'permanent', validity, version: 1 },
  ...{ added: { by: null, as: 'import' }, email: null, phone: null, jobTitle: null },
};
const ties: PersonTies = {
  organisations: [ourOrganisation],
  workRelations: [
    {
      ...{ id: jan.relation, person: jan.person, organisation: ourOrganisation.id },
      ...{ userType: 'permanent', email: null, validity },
    },
  ],
  rights: [
    {
      ...{ id: '1', workRelation: jan.relation, organisation: ourOrganisation.id },
      ...{ application: application.id, right: 'KLIPgebruiker', contexts: ['Planaanvrager'], validity },
      given: { by: head, as: 'administrator', at: new Date('2025-03-03T12:00:00Z'), confirmedBy: null },
    },
  ],
  representations: [],
  voIds: {},
};

/** What the act answers about Jan, whose one right has an end. */
function testedAt(at: Date): TestedAccess {
  const question = { person: jan.person, ties, application, organisation: ourOrganisation, at };
  return {
    ...{ kind: 'test', applications: [application], person: jan, found: [] },
    answer: {
      ...{ application, organisation: ourOrganisation, at, names: new Map([[head, 'Hanne Head']]) },
      ...{ decision: decide(question), facts: explain(question) },
    },
  };
}

const path = `/organisation/${ourOrganisation.id}/access-test`;

function openPage(answer: (asked: TestAccess) => TestedAccess) {
  const asked: TestAccess[] = [];
  const { app } = openFakeWeb({
    accessOverview: fakeAccessOverview({
      test: async (each) => {
        asked.push(each);
        return answer(each);
      },
    }),
  });
  const headers = { cookie: organisationCookieHeader };
  const read = (query: string, language = 'en') =>
    app.request(`${path}${query}`, { headers: { ...headers, 'accept-language': language } });
  const search = (name: string) =>
    app.request(path, {
      method: 'POST',
      headers: { ...headers, origin: 'https://sluis.test' },
      body: new URLSearchParams({ csrf: organisationToken, search: name }),
    });
  return { asked, read, search };
}

const query = `?person=${jan.relation}&application=${application.id}`;

test('a yes says by which right, given by whom and until when, and shows all that was looked at in its order', async () => {
  const { read } = openPage(() => testedAt(NOW));
  const english = await (await read(query)).text();
  assert.match(english, /<h2>Yes<\/h2>[\s\S]*Jan Peeters may act in KLIP for Acme Waterdal/);
  assert.match(
    english,
    /by the right KLIP gebruiker \(Planaanvrager\), given by Hanne Head \(administrator\) on 3 March 2025, until the end of 31 December 2030</,
  );
  assert.match(
    english,
    /KLIP is open to[\s\S]*Acme Waterdal exists[\s\S]*Jan Peeters works for[\s\S]*a work relation is not enough[\s\S]*By the right[\s\S]*The register does not name[\s\S]*a legal representative needs no right/,
  );
  const dutch = await (await read(query, 'nl')).text();
  assert.match(dutch, /gegeven door Hanne Head \(beheerder\) op 3 maart 2025, tot en met 31 december 2030</);
});

test('a no says what stands in the way', async () => {
  const { read } = openPage(() => testedAt(later(validity.until, DAY)));
  const page = await (await read(query)).text();
  assert.match(page, /<h2>No<\/h2>[\s\S]*no longer works for Acme Waterdal[\s\S]*31 December 2030/);
  assert.match(page, /The right KLIP gebruiker \(Planaanvrager\) ended on 31 December 2030\./);
});

test('a day is asked as its noon, today as this moment; one that does not exist is told, and nothing is answered', async () => {
  const { read, asked } = openPage(() => ({ ...testedAt(NOW), answer: null }) as TestedAccess);
  await read(query);
  await read(`${query}&on-day=31&on-month=12&on-year=2026`);
  const wrong = await (await read(`${query}&on-day=31&on-month=2&on-year=2026`)).text();
  assert.deepEqual(
    asked.map(({ at }) => at?.toISOString() ?? null),
    [NOW.toISOString(), '2026-12-31T11:00:00.000Z', null],
  );
  assert.match(wrong, /Enter a date that exists/);
});

test('a person is found by name, and the name stays out of the address', async () => {
  const found = { ...jan, rights: 1, lastLoginAt: null };
  const { read, search, asked } = openPage(() => ({
    ...{ kind: 'test', applications: [application], person: null, found: [found], answer: null },
  }));
  const answer = await search('Peeters');
  const address = answer.headers.get('location') ?? '';
  assert.equal(answer.status, 303);
  assert.doesNotMatch(address, /Peeters/);
  const page = await (await read(address.slice(path.length))).text();
  assert.equal(asked[0]?.search, 'Peeters');
  assert.match(
    page,
    new RegExp(`href="${path}\\?person=${jan.relation}"[^>]*><b translate="no">Jan Peeters`),
  );
});

test('a person, an application or an organisation that is not there has one answer', async () => {
  const { read } = openPage(() => ({ kind: 'not-here' }));
  const answers = await Promise.all([query, '?person=nobody', '?application=%00'].map((each) => read(each)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [404, 404, 404],
  );
  const pages = await Promise.all(answers.map((each) => each.text()));
  assert.equal(new Set(pages).size, 1);
});
