import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { byImport } from '../../src/domain/rights/index.ts';
import { caseworkApplication, staffRightCodes } from '../../src/domain/staff/index.ts';
import { type CaseworkWalk, openCaseworkWalk } from '../support/casework-walk.ts';
import { openDeskWeb } from '../support/desk-web.ts';
import { enterprise } from '../support/open-test-store.ts';
import { type TestMember, testMember } from '../support/test-member.ts';

/** The pages of this agent, on the real desk. */
function pagesOf(walk: CaseworkWalk, member: TestMember) {
  return openDeskWeb({ desk: walk.desk, clock: () => walk.now() }, member);
}

/** Agents as the store knows them: with a work relation and the right behind it. */
async function openAgents(walk: CaseworkWalk, ...names: readonly string[]): Promise<readonly TestMember[]> {
  const organisation = enterprise('OVO999002', { targetGroup: 'GID' });
  const validity = { from: new Date('2020-01-01T00:00:00Z'), until: null };
  const members = await Promise.all(names.map((name) => walk.member(name, 'case-agent', 'case-lead')));
  await walk.inTransaction(['applications', 'organisations', 'rights'], async (stores) => {
    await stores.applications.put(caseworkApplication);
    await stores.organisations.put(organisation);
    for (const { person } of members) {
      const relation = await stores.organisations.addWorkRelation({
        id: randomUUID(),
        person,
        organisation: organisation.id,
        userType: 'civil-servant',
        email: null,
        validity,
      });
      await stores.rights.add({
        id: randomUUID(),
        workRelation: relation.id,
        organisation: organisation.id,
        application: caseworkApplication.id,
        right: staffRightCodes['case-agent'],
        contexts: [],
        validity,
        given: byImport,
      });
    }
  });
  return members;
}

describe('lists on a real store', { concurrency: 2 }, () => {
  test('find a case by reference and by name, and the name stands in no address', async (context) => {
    const walk = await openCaseworkWalk(context);
    const one = await walk.send();
    const web = pagesOf(walk, await walk.member('Noor', 'case-agent'));
    for (const search of [one.reference, one.applicant.familyName.latin.toLowerCase()]) {
      const { location } = await web.post('/cases/list', { list: 'all', search });
      assert.ok(location && !location.includes(search));
      assert.ok((await web.get(location)).text.includes(`href="/cases/${one.id}?from=`), search);
    }
    const { location } = await web.post('/cases/list', { list: 'all', search: 'nobody of this name' });
    assert.match((await web.get(location ?? '')).text, /No case matches these filters/);
  });

  test('kept under a name that no keyboard gives, or removed by an id that is none, break nothing', async (context) => {
    const walk = await openCaseworkWalk(context);
    const web = pagesOf(walk, await walk.member('Noor', 'case-agent'));
    assert.equal((await web.post('/cases/views', { name: 'Mine\0', query: 'list=all' })).status, 303);
    assert.match((await web.get('/cases/list')).text, />Mine</);
    for (const id of ['x', '-'.repeat(36), '\0', ''])
      assert.equal((await web.post('/cases/views/remove', { id, query: '' })).status, 303, id);
    const link = '-'.repeat(36);
    const person = '00000000-0000-4000-8000-000000000000';
    const shown = `${link} DE 2026-01-01T00:00:00.000Z\n${person} DE 2026-99-99T00:00:00.000Z`;
    const removal = { person, link, shown, reason: 'This is the wrong person.' };
    assert.equal((await web.post('/cases/links/remove', removal)).status, 303);
  });

  test('tell the slower of two agents who took a case', async (context) => {
    const walk = await openCaseworkWalk(context);
    const one = await walk.send();
    const [noor, other] = await openAgents(walk, 'Noor', 'Marc');
    assert.ok(noor && other);
    const marc = testMember({ ...other, rights: ['case-agent'] });
    const form = { query: 'list=all', case: [one.id] };
    const first = await pagesOf(walk, noor).post('/cases/assigned', { ...form, to: noor.person });
    assert.match(first.text, /1 was assigned to you/);
    const second = await pagesOf(walk, marc).post('/cases/assigned', { ...form, to: marc.person });
    assert.match(second.text, /No case was assigned[\s\S]*Noor[^<]* took 1 of these cases/);
  });

  test('give no lead a way to confirm the own proposal alone', async (context) => {
    const walk = await openCaseworkWalk(context);
    const one = await walk.send();
    const [lead, marc] = await openAgents(walk, 'Hilde', 'Marc');
    assert.ok(lead && marc);
    const taken = await walk.desk.takeNextCase({ by: lead });
    assert.ok(taken.kind === 'taken');
    const decision = { because: '', checked: ['identity', 'duplicates'] };
    const proposed = await walk.desk.proposeNumber({
      by: lead,
      case: one.id,
      version: taken.case.version,
      ...decision,
    });
    assert.ok(proposed.kind === 'done', proposed.kind);
    const web = pagesOf(walk, lead);
    const form = { query: 'list=all', case: [one.id], to: marc.person };
    assert.match((await web.post('/cases/assigned', form)).text, /No case was assigned/);
    const { version, state } = await walk.find(one);
    assert.ok(state.kind === 'to-confirm' && state.agent === lead.person);
    assert.equal((await walk.desk.confirmProposal({ by: lead, case: one.id, version })).kind, 'own-decision');
    assert.match((await web.get('/cases/second-check')).text, /You proposed this/);
  });

  test('that somebody keeps under a name are theirs alone', async (context) => {
    const walk = await openCaseworkWalk(context);
    const [noor, marc] = [await walk.member('Noor', 'case-agent'), await walk.member('Marc', 'case-agent')];
    const [hers, his] = [pagesOf(walk, noor), pagesOf(walk, marc)];
    await hers.post('/cases/views', { name: 'My late ones', query: 'list=all&late=yes' });
    const [view] = await walk.desk.readSavedLists({ by: noor });
    assert.ok(view);
    assert.doesNotMatch((await his.get('/cases/list')).text, /My late ones/);
    await his.post('/cases/views/remove', { id: view.id });
    assert.match((await hers.get('/cases/list')).text, /My late ones/);
    await his.post('/cases/views/remove', { id: 'no-id' });
    await hers.post('/cases/views/remove', { id: view.id });
    assert.deepEqual(await walk.desk.readSavedLists({ by: noor }), []);
  });
});
