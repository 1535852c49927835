import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  caseId,
  caseRow,
  caseRows,
  lead,
  noor,
  officer,
  personId,
} from '../../../../test/support/casework-fixtures.ts';
import { openDeskWeb } from '../../../../test/support/desk-web.ts';
import { openFakeDesk } from '../../../../test/support/fake-desk.ts';
import { NOW } from '../../../../test/support/web-fixtures.ts';
import { dayOf, mondayOf } from '../../../base/calendar.ts';
import type { CaseFilter } from '../../../domain/casework/index.ts';

function open(...given: Parameters<typeof openFakeDesk>) {
  const fake = openFakeDesk(...given);
  return { fake, web: openDeskWeb({ desk: fake.desk }) };
}
const found = { names: new Map(), countries: ['DE'], atLeast: false };

describe('the overview of agents', () => {
  test('counts what waits, and each count leads to its list', async () => {
    const { web } = open();
    const { text, status } = await web.get('/cases');
    assert.equal(status, 200);
    for (const [count, query] of [
      ['148', 'list=all&amp;status=open'],
      ['12', 'list=mine'],
      ['40', 'list=unassigned'],
      ['9', 'list=all&amp;status=open&amp;late=yes'],
      ['31', 'list=waiting'],
      ['86', `list=decided&amp;decided=${mondayOf(dayOf(NOW))}..`],
    ])
      assert.ok(text.includes(`<a href="/cases/list?${query}"><b>${count}</b>`), query);
  });

  test('gives the next case with one button, and says so when there is none', async () => {
    const { web, fake } = open();
    assert.equal((await web.post('/cases/next')).location, `/cases/${caseId(1)}`);
    fake.answers = { takeNextCase: async () => ({ kind: 'none' }) };
    const { location } = await web.post('/cases/next');
    assert.match((await web.get(location ?? '')).text, /There is no case to take/);
  });

  test('counts both kinds of decisions that wait for a second agent', async () => {
    assert.match((await open().web.get('/cases')).text, /4 decisions are waiting for a second agent/);
  });

  test('shows the oldest open case', async () => {
    const { web, fake } = open();
    assert.match(
      (await web.get('/cases')).text,
      /The oldest open case[\s\S]*Anna Katharina Müller[\s\S]*8 days late/,
    );
    assert.deepEqual(
      fake.asked('listCases').map(({ filter }) => (filter as CaseFilter).sort),
      ['submitted'],
    );
  });
});

describe('lists of cases', () => {
  test('hold no box to select what nobody can be given: a proposal, a case that is over', async () => {
    const { text } = await open().web.get('/cases/list?list=all');
    const boxes = [...text.matchAll(/name="case" value="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(boxes, [caseId(1), caseId(2), caseId(3)]);
  });

  test('show reference, country, dates, agent and status of each, lateness in words', async () => {
    const { text } = await open().web.get('/cases/list?list=all');
    for (const words of [
      'SLU-7K3F-92QD',
      'Germany',
      '20 Nov 2026',
      '8 days late',
      'Today',
      'Mathieu Dubois',
      'You',
      'Nobody',
      'Reply received',
      'Reply on',
      'Linked to a number',
      'Registration office',
      '1 to 5 of 5',
    ])
      assert.ok(text.includes(words), words);
  });

  test('never let a name become markup', async () => {
    const { text } = await open().web.get('/cases/list?list=all');
    assert.ok(text.includes('&lt;b&gt;Eleni&lt;/b&gt;'));
    assert.ok(!text.includes('<b>Eleni'));
  });

  test('are filtered with a form that begins empty, and lead to an address that can be kept', async () => {
    const { web, fake } = open();
    const { location } = await web.post('/cases/list', {
      list: 'all',
      sort: '',
      status: 'waiting',
      country: 'DE',
      assignee: personId(2),
      language: 'de',
      origin: 'eidas',
      late: 'yes',
      search: '',
    });
    assert.equal(
      location,
      `/cases/list?list=all&status=waiting&country=DE&origin=eidas&assignee=${personId(2)}&language=de&late=yes`,
    );
    const { text } = await web.get(location ?? '');
    assert.deepEqual(fake.asked('listCases').at(-1)?.filter, {
      list: 'all',
      states: ['waiting'],
      country: 'DE',
      origin: 'eidas',
      assignee: personId(2),
      language: 'de',
      late: true,
      sort: 'target',
      descending: false,
      page: 1,
      pageSize: 25,
    });
    assert.match(
      text,
      /Filters in use[\s\S]*Waiting for applicant[\s\S]*Germany[\s\S]*Mathieu Dubois[\s\S]*German[\s\S]*European eID[\s\S]*Past target[\s\S]*Clear all filters/,
    );
    assert.doesNotMatch((await web.get('/cases/list?list=all')).text, /Filters in use| selected>| checked>/);
  });

  test('are searched by name, and the name stands in no address', async () => {
    const { web, fake } = open();
    const { location } = await web.post('/cases/list', { list: 'all', search: ' João Pereira ' });
    assert.doesNotMatch(decodeURIComponent(location ?? ''), /João|Pereira/);
    const { text } = await web.get(location ?? '');
    assert.deepEqual(
      fake.asked('listCases').map(({ filter }) => (filter as CaseFilter).search),
      ['João Pereira'],
    );
    assert.ok(text.includes('value="João Pereira"'));
    for (const [, href] of text.matchAll(/(?:href|action)="([^"]*)"/g))
      assert.doesNotMatch(decodeURIComponent(href ?? ''), /João|Pereira/);
  });

  test('tell by which column they are sorted, and turn round at a second press', async () => {
    const { web } = open();
    const { text } = await web.get('/cases/list?list=mine');
    assert.match(
      text,
      /<th scope="col" aria-sort="ascending"><a href="\/cases\/list\?list=mine&amp;sort=target.desc">Target date/,
    );
    assert.match(
      (await web.get('/cases/list?list=mine&sort=name.desc')).text,
      /aria-sort="descending"><a href="\/cases\/list\?list=mine&amp;sort=name.asc">Case/,
    );
  });

  test('go on over pages, and say when nobody counted to the end', async () => {
    const rows = Array.from({ length: 25 }, (_, place) => caseRow(place));
    const { web, fake } = open({ listCases: async () => ({ rows, total: 1000, ...found, atLeast: true }) });
    const first = await web.get('/cases/list?list=all');
    assert.match(first.text, /1 to 25 of more than 1,000/);
    assert.match(first.text, /href="\/cases\/list\?list=all&amp;page=2" rel="next"/);
    const second = await web.get('/cases/list?list=all&page=2');
    assert.match(second.text, /26 to 50[\s\S]*href="\/cases\/list\?list=all" rel="prev"/);
    fake.answers = { listCases: async () => ({ rows: rows.slice(0, 3), total: 28, ...found }) };
    assert.doesNotMatch((await web.get('/cases/list?list=all&page=2')).text, /rel="next"/);
  });

  test('say why they are empty', async () => {
    const { web } = open({ listCases: async () => ({ rows: [], total: 0, ...found }) });
    assert.match((await web.get('/cases/list')).text, /You have no cases/);
    assert.match((await web.get('/cases/list?list=unassigned')).text, /Every case has an agent/);
    assert.match((await web.get('/cases/list?list=all&country=DE')).text, /No case matches these filters/);
    assert.match((await web.get('/cases/list?list=all&page=3')).text, /no longer any cases on this page/);
  });

  test('are kept under a name, and removed again', async () => {
    const { web, fake } = open();
    const kept = await web.post('/cases/views', {
      name: 'Late ones',
      query: 'list=all&late=yes&page=4&evil=1',
    });
    assert.equal(kept.location, '/cases/list?list=all&late=yes');
    assert.match((await web.get('/cases/list?list=all&late=yes')).text, /aria-current="page">Late ones<\/a>/);
    const failed = await web.post('/cases/views', { name: ' ', query: 'list=all' });
    assert.equal(failed.status, 303);
    assert.match(failed.text, /href="#name">Enter a name for the list/);
    await web.post('/cases/views/remove', { id: 'view-1', query: 'list=all' });
    assert.deepEqual(fake.saved, []);
  });
});

describe('assigning cases', () => {
  const selected = [caseId(1), caseId(3)];

  test('asks to select at least one', async () => {
    const { status, text } = await open().web.post('/cases/assign', { query: 'list=all' });
    assert.equal(status, 303);
    assert.match(text, new RegExp(`href="#case-${caseRows[0]?.id}">Select at least one case`));
  });

  test('shows what was selected before anything happens, and what left the list meanwhile', async () => {
    const { web, fake } = open();
    const { text } = await web.post('/cases/assign', {
      query: 'list=all',
      case: [...selected, caseId(99), 'no-id'],
    });
    assert.match(text, /<h1>Assign 2 cases<\/h1>[\s\S]*1 case that you selected is no longer in this list/);
    assert.ok(text.includes('Zofia') && !text.includes('Õie Saar'));
    assert.deepEqual(fake.asked('assignCases'), []);
  });

  test('tells how many were assigned, and who took others meanwhile', async () => {
    const { web } = open({
      assignCases: async () => ({
        assigned: [caseId(3)],
        taken: [{ case: caseId(1), by: personId(2) }],
        names: new Map([[personId(2), 'M. Dubois']]),
      }),
    });
    const { text } = await web.post('/cases/assigned', {
      query: 'list=all',
      case: selected,
      to: noor.person,
    });
    assert.match(text, /1 was assigned to you. M. Dubois took 1 of these cases./);
  });

  test('to somebody else is for a lead', async () => {
    const { web, fake } = open();
    assert.doesNotMatch(
      (await web.post('/cases/assign', { query: 'list=all', case: selected })).text,
      /Mathieu Dubois<\/label>/,
    );
    assert.equal(
      (await web.post('/cases/assigned', { query: 'list=all', case: selected, to: personId(2) })).status,
      403,
    );
    assert.deepEqual(fake.asked('assignCases'), []);
    const asLead = openDeskWeb({ desk: fake.desk }, lead);
    assert.match(
      (await asLead.post('/cases/assign', { query: 'list=all', case: selected })).text,
      /Mathieu Dubois<\/label>/,
    );
    const { text } = await asLead.post('/cases/assigned', {
      query: 'list=all',
      case: selected,
      to: personId(2),
    });
    assert.match(text, /2 were assigned to Mathieu Dubois./);
    assert.deepEqual(fake.asked('assignCases'), [{ cases: selected, to: personId(2) }]);
  });

  test('asks who takes the cases', async () => {
    const { status, text } = await openDeskWeb({}, lead).post('/cases/assigned', {
      query: 'list=all',
      case: selected,
    });
    assert.equal(status, 303);
    assert.match(text, /href="#to">Choose who takes these cases/);
  });
});

describe('the pages of agents', () => {
  const pages = [
    '/cases',
    '/cases/list',
    '/cases/second-check',
    '/cases/templates',
    '/cases/templates/request-received/nl',
    '/cases/mail',
    '/cases/settings',
  ];
  const forms = [
    '/cases/next',
    '/cases/list',
    '/cases/views',
    '/cases/views/remove',
    '/cases/assign',
    '/cases/assigned',
    '/cases/second-check/x',
    '/cases/templates/request-received/nl',
    '/cases/templates/request-received/nl/live',
    '/cases/mail/retry',
  ];

  test('lead whoever is not logged in to a login and back', async () => {
    for (const path of pages) {
      const { status, location } = await openDeskWeb().stranger(path);
      assert.deepEqual([status, location], [303, `/staff/login?to=${encodeURIComponent(path)}`]);
    }
  });

  test('are closed to somebody with another right', async () => {
    const { desk, calls } = openFakeDesk();
    for (const path of pages)
      assert.equal((await openDeskWeb({ desk }, officer).get(path)).status, 403, path);
    for (const path of forms)
      assert.equal((await openDeskWeb({ desk }, officer).post(path)).status, 403, path);
    assert.deepEqual(calls, []);
  });

  test('take no form that another site made', async () => {
    const { desk, calls } = openFakeDesk();
    for (const path of forms)
      assert.equal((await openDeskWeb({ desk }).post(path, { to: noor.person }, 'forged')).status, 403, path);
    assert.deepEqual(calls, []);
  });
});
