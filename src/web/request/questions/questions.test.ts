import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyRequest, requestCookieHeader, requestView } from '../../../../test/support/fake-requests.ts';
import { openRequestPages } from '../../../../test/support/request-pages.ts';
import { sentRequests } from '../../../../test/support/sent-requests.ts';
import { eleni } from '../../../../test/support/web-fixtures.ts';
import { languages } from '../../../base/language.ts';

const names = '/request/questions/names';

describe('the questions of a request', () => {
  test('begin at the first one that has no answer', async () => {
    const { get } = openRequestPages(emptyRequest());
    assert.equal((await get('/request/status')).headers.get('location'), names);
    const page = await (await get(names)).text();
    assert.match(page, /Question 1 of 7/);
    assert.match(page, /Anna Katharina/);
    assert.match(page, /We keep your answers until the end of 20 December 2026/);
  });

  test('keep an answer with the version that was looked at, and lead on', async () => {
    const { fake, post } = openRequestPages(emptyRequest());
    fake.view = { ...emptyRequest(), unanswered: ['birth', 'contact'] };
    const answer = await post(names, { version: '1', 'previousName-1': 'Anna Schmidt' });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/request/questions/birth');
    assert.deepEqual(fake.calls, [
      [
        'answerPage',
        { page: 'names', typed: { version: '1', 'previousName-1': 'Anna Schmidt' }, version: 1 },
      ],
    ]);
  });

  test('say what was wrong beside what was typed, on top and at the field', async () => {
    const { fake, post, shown } = openRequestPages(emptyRequest());
    const typed = 'x'.repeat(300);
    fake.kept = { kind: 'wrong', errors: [{ field: 'previousName-2', code: 'too-long' }] };
    const answer = await post(names, { version: '1', 'previousName-2': typed });
    const page = await shown(answer);
    assert.match(page, /<title>Error: Your names/);
    assert.match(page, /<a href="#previousName-2">Other names must be 100 characters or fewer<\/a>/);
    assert.match(page, /id="previousName-2-error"/);
    assert.ok(page.includes(`value="${typed}"`));
    assert.match(page, /aria-describedby="previousName-2-error" aria-invalid="true"/);
  });

  test('lead from the summary to the first part of a date', async () => {
    const { fake, post, shown } = openRequestPages(emptyRequest());
    fake.kept = { kind: 'wrong', errors: [{ field: 'documentExpires', code: 'expired' }] };
    const page = await shown(await post('/request/questions/document', { 'documentExpires-day': '31' }));
    assert.match(
      page,
      /href="#documentExpires-day">Your document has expired. Enter the details of another document</,
    );
    assert.match(page, /id="documentExpires-day" name="documentExpires-day" value="31"/);
  });

  test('show the answers of the other window when they were changed there, and keep what was typed here', async () => {
    const { fake, post, shown } = openRequestPages();
    fake.kept = { kind: 'changed' };
    fake.view = requestView({ version: 7 });
    const answer = await post('/request/questions/contact', { version: '1', email: 'new@example.eu' });
    const page = await shown(answer);
    assert.match(page, /These answers were changed in another window. Check them again/);
    assert.match(page, /name="version" value="7"/);
    assert.match(page, /value="new@example.eu"/);
  });

  test('are saved for later, or left as they are when nothing was typed', async () => {
    const { fake, post, get } = openRequestPages(emptyRequest());
    const untouched = await post(names, { version: '1', 'previousName-1': '', remark: '', next: 'later' });
    assert.equal(untouched.headers.get('location'), '/request/saved');
    assert.deepEqual(fake.calls, []);
    await post(names, { version: '1', 'previousName-1': 'Anna Schmidt', next: 'later' });
    assert.equal(fake.calls.length, 1);
    const page = await (await get('/request/saved')).text();
    assert.match(page, /SLU-2M9D-K7PX/);
    assert.match(page, /until the end of 20 December 2026/);
    assert.match(page, new RegExp(`href="${names}"`));
  });

  test('cannot be changed after the request was sent', async () => {
    const { fake, get, post } = openRequestPages(sentRequests['in-progress']);
    assert.match(await (await get(names)).text(), /You have already sent this/);
    const inFrench = await get(`${names}?lang=fr`);
    assert.match(inFrench.headers.get('set-cookie') ?? '', /sluis_language=fr/);
    assert.equal(inFrench.headers.get('location'), names);
    fake.kept = { kind: 'not-now' };
    const answer = await post(names, { 'previousName-1': 'Anna Schmidt' });
    assert.equal(answer.headers.get('location'), names);
    assert.match(await (await get(names)).text(), /SLU-2M9D-K7PX/);
  });

  test('do not ask what the eID told, and show names in their own script', async () => {
    const { get } = openRequestPages(
      requestView({
        pages: ['names', 'birth', 'address', 'document', 'contact'],
        applicant: {
          ...requestView().applicant,
          familyName: eleni.familyName,
          givenNames: eleni.givenNames,
          country: 'EL',
          identity: eleni,
        },
      }),
    );
    assert.equal((await get('/request/questions/sex')).headers.get('location'), '/request/check');
    const page = await (await get(names)).text();
    assert.match(page, /<bdi class="original" translate="no">Παπαδοπούλου<\/bdi>/);
    assert.match(await (await get('/request/check')).text(), /Greece/);
    assert.match(await (await get('/request/questions/birth')).text(), /name="birthPlace"/);
  });

  test('offer every country by its name, in the alphabetical order of the language', async () => {
    const { get } = openRequestPages(emptyRequest());
    const english = await (await get('/request/questions/birth')).text();
    const options = [...english.matchAll(/<option value="([A-Z]{2})">([^<]+)</g)];
    assert.ok(options.length > 240);
    assert.equal(options[0]?.[2], 'Afghanistan');
    assert.deepEqual(options.find(([, code]) => code === 'GR')?.[2], 'Greece');
  });
});

describe('the nationality of a request', () => {
  const path = '/request/questions/nationality';

  test('is typed or chosen from a list by name in four languages, without territories that have no nationals', async () => {
    const { get } = openRequestPages(emptyRequest());
    const says = {
      nl: ['Marokko', 'Staatloos', 'Antarctica'],
      fr: ['Maroc', 'Apatride', 'Antarctique'],
      de: ['Marokko', 'Staatenlos', 'Antarktis'],
      en: ['Morocco', 'Stateless', 'Antarctica'],
    } as const;
    for (const language of languages) {
      const page = await (await get(path, { cookie: inLanguage(language) })).text();
      const [country, none, nowhere] = says[language];
      assert.equal(page.match(/<input type="text" id="nationality-\d"/g)?.length, 3, 'up to three');
      for (const name of [country, none]) assert.ok(page.includes(`<option value="${name}">`), name);
      assert.ok(!page.includes(`<option value="${nowhere}">`), nowhere);
    }
  });

  test('stands there by its name, whichever code was kept', async () => {
    const answers = { ...requestView().answers, nationalities: ['QS', 'GR'] };
    const { get } = openRequestPages(requestView({ answers }));
    const page = await (await get(path)).text();
    assert.match(page, /id="nationality-1"[^>]* value="Stateless"/);
    assert.match(page, /id="nationality-2"[^>]* value="Greece"/);
    assert.match(await (await get('/request/check')).text(), /Stateless and Greece/);
  });

  test('that we do not know is kept as it was typed, with what may be typed', async () => {
    const { fake, post, shown } = openRequestPages(emptyRequest());
    fake.kept = { kind: 'wrong', errors: [{ field: 'nationality-2', code: 'not-a-country' }] };
    const page = await shown(await post(path, { 'nationality-1': 'MAR', 'nationality-2': 'Atlantis' }));
    assert.match(
      page,
      /href="#nationality-2">We do not know this nationality\. Enter the name of a country, such as Morocco, “stateless” or “unknown”</,
    );
    assert.match(page, /id="nationality-2"[^>]* value="Atlantis"/);
    assert.match(page, /id="nationality-1"[^>]* value="Morocco"/);
  });
});

describe('a document without an end date', () => {
  const { document, ...answers } = requestView().answers;
  const endless = { ...answers, document: document && { ...document, expiresOn: null } };

  test('is told in words in four languages, never as a year that nobody wrote', async () => {
    const { get } = openRequestPages(requestView({ answers: endless }));
    const says = {
      nl: 'er staat geen einddatum op',
      fr: 'pas de date de fin mentionnée',
      de: 'kein Enddatum auf dem Dokument',
      en: 'no end date on it',
    } as const;
    for (const language of languages) {
      const page = await (await get('/request/check', { cookie: inLanguage(language) })).text();
      assert.ok(page.includes(says[language]), language);
      assert.doesNotMatch(page, /9999/);
    }
  });

  test('stands in the form as it was answered, and an end date beside it is told', async () => {
    const { get, fake, post, shown } = openRequestPages(requestView({ answers: endless }));
    const page = await (await get('/request/questions/document')).text();
    assert.match(page, /name="documentNoEnd" value="yes" checked/);
    assert.match(page, /name="documentExpires-year" value=""/);
    fake.kept = { kind: 'wrong', errors: [{ field: 'documentExpires', code: 'both' }] };
    const typed = { documentNoEnd: 'yes', 'documentExpires-year': '2031' };
    const again = await shown(await post('/request/questions/document', typed));
    assert.match(
      again,
      /href="#documentExpires-day">Enter an end date, or tick that there is none, but not both</,
    );
    assert.match(again, /name="documentNoEnd" value="yes" checked/);
  });
});

function inLanguage(language: string): string {
  return `${requestCookieHeader}; sluis_language=${language}`;
}
