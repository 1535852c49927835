import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { officer, personId } from '../../../test/support/casework-fixtures.ts';
import { atOffice, openFakeCounter } from '../../../test/support/fake-counter.ts';
import { fakeStaff, openFakeWeb, staffCookieHeader, staffToken } from '../../../test/support/fake-web.ts';
import { languages } from '../../base/language.ts';
import type { Counter, DeskAnswer } from '../../domain/casework/index.ts';
import { texts } from '../texts/index.ts';

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
  const get = (path: string, language = 'en') =>
    app.request(path, { headers: { ...headers, 'accept-language': language } });
  return {
    fake,
    get,
    /** The page to which an answer leads, with what it says again. */
    async page(answer: Response): Promise<string> {
      assert.equal(answer.status, 303);
      const path = answer.headers.get('location') ?? '';
      assert.match(path, /again=[\w-]{22}$/);
      assert.doesNotMatch(path, /Dupont|95501799861|SLU/, 'nothing that was typed stands in the address');
      const text = await (await get(path)).text();
      const others = [...text.matchAll(/href="([^"]*)" lang="(?:nl|fr|de)"/g)].map(([, href = '']) => href);
      assert.equal(others.length, 3);
      for (const href of others)
        assert.equal(href.split('again=').length, 2, 'another language keeps the form');
      return text;
    },
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
    const { post, page } = open();
    const found = await post('/office/find', { reference: atOffice.reference });
    assert.equal(found.headers.get('location'), `/office/case/${atOffice.id}`);
    const none = await post('/office/find', { reference: 'SLU-2222-2222' });
    const body = await page(none);
    assert.match(body, /Your office has no case with this reference/);
    assert.match(body, /value="SLU-2222-2222"/, 'what was typed stands there to be mended');
  });

  test('lists the cases of the office, with what to do next, and keeps what is searched for out of addresses', async () => {
    const { get, post, fake } = open();
    const body = await (await get('/office')).text();
    assert.match(body, /The person comes to you: compare, and record the number/);
    assert.match(body, /Open <span class="count">2<\/span>/);
    const answer = await post('/office/search', { search: 'Dupont', list: 'done' });
    const path = answer.headers.get('location') ?? '';
    assert.match(path, /^\/office\?list=done&search=[\w-]+$/);
    assert.doesNotMatch(path, /Dupont/);
    const found = await (await get(path)).text();
    assert.match(found, /name="search" value="Dupont"/);
    assert.deepEqual(fake.calls.at(-1)?.given.filter, { list: 'done', page: 1, search: 'Dupont' });
  });

  test('has a slip in the language of the person: the reference, what happens, where to look, and no number', async () => {
    for (const language of languages) {
      const answers = { ...atOffice.answers, language, email: null };
      const { get } = open({ findAtCounter: async () => ({ ...atOffice, answers }) });
      const body = await (await get(`/office/case/${atOffice.id}/slip`, 'en')).text();
      assert.match(body, new RegExp(`<html lang="${language}">`));
      assert.ok(body.includes(atOffice.reference));
      assert.match(body, /http:\/\/localhost:4000\/request</);
      assert.doesNotMatch(body, /request\/open|\d{2}\.\d{2}\.\d{2}-\d{3}/);
    }
    const none = open({ findAtCounter: async () => null });
    assert.equal((await none.get(`/office/case/${atOffice.id}/slip`)).status, 404);
  });

  test('opens a case with what was typed, once per form', async () => {
    const { get, post, fake } = open();
    const once = /name="once" value="([^"]+)"/.exec(await (await get('/office/new')).text())?.[1] ?? '';
    assert.match(once, /^[0-9a-f-]{36}$/);
    const answer = await post('/office/new', { ...typed, once });
    assert.equal(answer.headers.get('location'), `/office/case/${atOffice.id}?done=opened`);
    const sent = (fake.calls[0]?.given.typed ?? {}) as Record<string, string>;
    assert.equal(sent.once, once);
    assert.equal(sent.familyName, 'Dupont');
    assert.equal(sent.csrf, undefined);
  });

  test('says at each field what was wrong, and keeps what was typed', async () => {
    const errors = [
      { field: 'familyName', code: 'empty' },
      { field: 'birthDate', code: 'not-a-date' },
      { field: 'documentExpires', code: 'expired' },
      { field: 'nationality-1', code: 'choose' },
      { field: 'checked', code: 'agree' },
      { field: 'number', code: 'data-differ' },
    ];
    const { post, page } = open({ openAtCounter: async () => ({ kind: 'wrong', errors }) });
    const body = await page(await post('/office/new', typed));
    for (const [id, text] of [
      ['documentExpires-day', 'This document has expired. Ask the person for another one'],
      ['familyName', 'Enter the family name'],
      ['birthDate-day', 'Enter the date of birth with the day first, for example 17 10 1985'],
      ['nationality-1', 'Enter the nationality that the document shows'],
      ['checked', 'Tick that you saw the original document. Did you not see it? Then do not open a case'],
    ])
      assert.ok(body.includes(`<a href="#${id}">${text}</a>`), id);
    for (const [, id] of body.matchAll(/<a href="#([\w-]+)">/g)) assert.ok(body.includes(`id="${id}"`), id);
    assert.match(body, /value="12AB34567"/);
    const summary = [...body.matchAll(/<a href="#([\w-]+)">/g)].map(([, id]) => body.indexOf(` id="${id}"`));
    assert.deepEqual(
      summary,
      summary.toSorted((one, other) => one - other),
      'in the order of the form',
    );
  });

  test('tells that a document has no end date in words, never as a year that nobody wrote', async () => {
    const { document } = atOffice.answers;
    const answers = { ...atOffice.answers, document: document && { ...document, expiresOn: null } };
    const { get, post, page } = open({
      findAtCounter: async () => ({ ...atOffice, answers: { ...answers, nationalities: ['QS'] } }),
      openAtCounter: async () => ({ kind: 'wrong', errors: [{ field: 'documentExpires', code: 'both' }] }),
    });
    const body = await (await get(`/office/case/${atOffice.id}`)).text();
    assert.match(body, /no end date on it/);
    assert.match(body, /Stateless/);
    assert.doesNotMatch(body, /9999/);
    const again = await page(await post('/office/new', { ...typed, documentNoEnd: 'yes' }));
    assert.match(again, /#documentExpires-day">Enter an end date, or tick that there is none, but not both</);
    assert.match(again, /name="documentNoEnd" value="yes" checked/);
  });

  test('says the same again to nobody else, and nothing after a reload of the empty form', async () => {
    const errors = [{ field: 'familyName', code: 'empty' }];
    const { post, get } = open({ openAtCounter: async () => ({ kind: 'wrong', errors }) });
    const answer = await post('/office/new', typed);
    const other = openFakeWeb({ staff: fakeStaff({ ...officer, person: personId(9) }) }).app;
    const theirs = await other.request(answer.headers.get('location') ?? '', {
      headers: { cookie: staffCookieHeader },
    });
    assert.doesNotMatch(await theirs.text(), /Dupont/);
    assert.doesNotMatch(await (await get('/office/new')).text(), /Dupont/);
  });

  test('speaks of the person at the counter, never of the officer’s own document', () => {
    for (const language of languages) {
      const own =
        /\b(your|uw|votre|vos|Ihr|Ihre|Ihren|Ihrem)\s+(document|passport|address|nationality|e-mail|paspoort|adres|nationaliteit|documents?|passeport|adresse|nationalité|Ausweis|Pass|Dokument|Staatsangehörigkeit|Adresse)/;
      for (const [key, text] of Object.entries(texts[language]))
        if (key.startsWith('counter.')) assert.doesNotMatch(text, own, key);
    }
  });

  test('records the number of somebody who was sent there', async () => {
    const { get, post, fake } = open();
    assert.match(await (await get(`/office/case/${atOffice.id}`)).text(), /Stad Lindeberg/);
    const answer = await post(`/office/case/${atOffice.id}`, { number: '95.50.17-998.61', version: '3' });
    assert.equal(answer.headers.get('location'), `/office/case/${atOffice.id}?done=recorded`);
    assert.equal(fake.calls[0]?.given.version, 3);
  });

  const refusals = [
    ['data-differ', /other details/],
    ['not-registered', /Nobody is registered/],
    ['own-case', /about yourself/],
    ['changed', /changed since you opened it/],
  ] as const;
  for (const [kind, text] of refusals) {
    test(`says why a number cannot be recorded: ${kind}`, async () => {
      const answered = kind === 'changed' ? { kind, case: atOffice } : { kind };
      const { post, page } = open({ recordNumber: async () => answered as DeskAnswer });
      const sent = { number: '95501799861', version: '3' };
      const body = await page(await post(`/office/case/${atOffice.id}`, sent));
      assert.match(body, /value="95501799861"/);
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
