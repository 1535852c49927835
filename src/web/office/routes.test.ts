import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { officer } from '../../../test/support/casework-fixtures.ts';
import { atOffice, openFakeCounter } from '../../../test/support/fake-counter.ts';
import { fakeStaff, openFakeWeb, staffCookieHeader, staffToken } from '../../../test/support/fake-web.ts';
import { languages } from '../../base/language.ts';
import type { Counter } from '../../domain/casework/index.ts';

const typed = {
  documentType: 'passport',
  documentNumber: '12AB34567',
  documentCountry: 'FR',
  familyName: 'Dupont',
  'birthDate-year': '1985',
  checked: 'yes',
};

function open(answers: Partial<Counter> = {}) {
  const fake = openFakeCounter(answers);
  const { app } = openFakeWeb({ staff: fakeStaff(officer), counter: fake.counter });
  const headers = { cookie: staffCookieHeader, 'accept-language': 'en' };
  return {
    fake,
    get: (path: string, language = 'en') =>
      app.request(path, { headers: { ...headers, 'accept-language': language } }),
    post: (path: string, fields: Record<string, string>) =>
      app.request(path, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ csrf: staffToken, ...fields }),
      }),
  };
}

describe('the counter of a registration office', () => {
  for (const language of languages) {
    test(`has its pages in ${language}`, async () => {
      const { get } = open();
      for (const path of ['/office', '/office/new', `/office/case/${atOffice.id}?done=opened`]) {
        const answer = await get(path, language);
        const body = await answer.text();
        assert.equal(answer.status, 200, path);
        assert.match(body, new RegExp(`<html lang="${language}">`));
        assert.equal(body.match(/<h1/g)?.length, 1, path);
      }
    });
  }

  test('finds a case by its reference, which stays out of the address', async () => {
    const { post } = open();
    const found = await post('/office/find', { reference: atOffice.reference });
    assert.equal(found.headers.get('location'), `/office/case/${atOffice.id}`);
    const none = await post('/office/find', { reference: 'SLU-2222-2222' });
    assert.equal(none.status, 422);
    assert.match(await none.text(), /We cannot find a case with this reference/);
  });

  test('opens a case with what was typed, once per form', async () => {
    const { get, post, fake } = open();
    const once = /name="once" value="([^"]+)"/.exec(await (await get('/office/new')).text())?.[1] ?? '';
    assert.match(once, /^[0-9a-f-]{36}$/);
    const answer = await post('/office/new', { ...typed, once });
    assert.equal(answer.headers.get('location'), `/office/case/${atOffice.id}?done=opened`);
    const [, sent] = (fake.calls[0]?.given ?? []) as [unknown, Record<string, string>];
    assert.equal(sent.once, once);
    assert.equal(sent.familyName, 'Dupont');
    assert.equal(sent.csrf, undefined);
  });

  test('opens nothing without having seen the document', async () => {
    const { post, fake } = open();
    const { checked: _, ...unseen } = typed;
    const answer = await post('/office/new', unseen);
    assert.equal(answer.status, 422);
    const body = await answer.text();
    assert.match(body, /Tick that you saw the original document/);
    assert.match(body, /value="Dupont"/);
    assert.deepEqual(fake.calls, []);
  });

  test('says at each field what was wrong, and keeps what was typed', async () => {
    const errors = [
      { field: 'familyName', code: 'empty' },
      { field: 'birthDate', code: 'not-a-date' },
      { field: 'documentExpires', code: 'expired' },
      { field: 'nationality-1', code: 'choose' },
      { field: 'number', code: 'data-differ' },
    ];
    const { post } = open({ open: async () => ({ kind: 'wrong', errors }) });
    const answer = await post('/office/new', typed);
    const body = await answer.text();
    assert.equal(answer.status, 422);
    for (const [id, text] of [
      ['familyName', 'Enter the family name'],
      ['birthDate-day', 'Date of birth must be a real date'],
      ['documentExpires-day', 'Your document has expired. Enter another document'],
      ['nationality-1', 'Choose your nationality'],
    ])
      assert.ok(body.includes(`<a href="#${id}">${text}</a>`), id);
    for (const [, id] of body.matchAll(/<a href="#([\w-]+)">/g)) assert.ok(body.includes(`id="${id}"`), id);
    assert.match(body, /value="12AB34567"/);
  });

  test('records the number of somebody who was sent there', async () => {
    const { get, post, fake } = open();
    assert.match(await (await get(`/office/case/${atOffice.id}`)).text(), /Stad Lindeberg/);
    const answer = await post(`/office/case/${atOffice.id}`, { number: '95.50.17-998.61', version: '3' });
    assert.equal(answer.headers.get('location'), `/office/case/${atOffice.id}?done=recorded`);
    assert.equal(fake.calls[0]?.given[2], 3);
  });

  const refusals = [
    ['data-differ', 422, /other details/],
    ['not-registered', 422, /Nobody is registered/],
    ['own-case', 409, /about yourself/],
  ] as const;
  for (const [kind, status, text] of refusals) {
    test(`says why a number cannot be recorded: ${kind}`, async () => {
      const { post } = open({ recordNumber: async () => ({ kind }) });
      const answer = await post(`/office/case/${atOffice.id}`, { number: '95501799861', version: '3' });
      assert.equal(answer.status, status);
      const body = await answer.text();
      assert.match(body, text);
      assert.doesNotMatch(body, /<title>[^<]*95501799861/);
    });
  }

  test('is for officers alone', async () => {
    const { app } = openFakeWeb();
    const headers = { cookie: staffCookieHeader };
    for (const path of ['/office', '/office/new', `/office/case/${atOffice.id}`]) {
      const answer = await app.request(path, { headers });
      assert.equal(answer.status, 403, path);
    }
    assert.equal((await app.request('/office')).status, 303);
  });

  test('knows no case that does not exist', async () => {
    const { get } = open();
    assert.equal((await get('/office/case/00000000-0000-4000-8000-0000000000ff')).status, 404);
    assert.equal((await get('/office/case/x')).status, 404);
  });
});
