import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApplication } from '../../../../test/support/capacity-examples.ts';
import { fakeAccessOverview } from '../../../../test/support/fake-access-overview.ts';
import {
  administratorWith,
  organisationCookieHeader,
  ourOrganisation,
} from '../../../../test/support/fake-organisation.ts';
import { openFakeWeb } from '../../../../test/support/fake-web.ts';
import type { ViewedAccess } from '../../../domain/access-overview/index.ts';
import type { WorkRelationId } from '../../../domain/work-relation/index.ts';

const application = makeApplication();
const person = {
  ...{
    relation: '00000000-0000-4000-8000-00000000000a' as WorkRelationId,
    person: administratorWith().person,
  },
  ...{ givenNames: 'Jan', familyName: 'Peeters', type: 'permanent' as const, jobTitle: null, email: null },
  ...{ validity: { from: new Date(0), until: null }, rights: 1, lastLoginAt: null },
} as const;
const seen = {
  kind: 'access',
  administrator: administratorWith(),
  applications: [application],
  next: null,
} as const;

type Row = Extract<ViewedAccess, { view: 'application' }>['rows'][number];

async function pageOf(found: ViewedAccess, query = '') {
  const { app } = openFakeWeb({ accessOverview: fakeAccessOverview({ access: async () => found }) });
  return app.request(`/organisation/${ourOrganisation.id}/access${query}`, {
    headers: { cookie: organisationCookieHeader, 'accept-language': 'en' },
  });
}

test('the table of an application says of each right whether somebody has it, in words', async () => {
  const row: Row = {
    person,
    cells: [{ kind: 'yes', until: null, contexts: ['Planaanvrager'] }],
    usedOn: null,
  };
  const answer = await pageOf(
    { ...seen, view: 'application', application, rows: [row] },
    `?application=${application.id}`,
  );
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /Jan Peeters[\s\S]*Yes[\s\S]*Planaanvrager[\s\S]*Not known to be used/);
});

test('an organisation without people says what to do first, and a filter that finds nobody leads back', async () => {
  const nobody = { ...seen, view: 'people', people: [], administrators: [] } as const;
  assert.match(await (await pageOf(nobody)).text(), /Add your first colleague[\s\S]*\/people\/add"/);
  assert.match(await (await pageOf(nobody, '?q=zz')).text(), /Nobody fits[\s\S]*Show everybody/);
});

test('somebody who may not see it gets the page of what is not there', async () => {
  assert.equal((await pageOf({ kind: 'not-allowed' })).status, 404);
});
