import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { problems } from '../../../test/support/every-problem.ts';
import { browserCookieHeader, openFakeWeb } from '../../../test/support/fake-web.ts';
import { lindeberg } from '../../../test/support/offices.ts';
import { ATTEMPT_ID, anna, germany, klip, pages, pageView } from '../../../test/support/web-fixtures.ts';
import { languages as four, openLanguages } from '../../base/language.ts';
import type { Page } from '../../login/index.ts';
import { openAssets } from '../http/assets/assets.ts';
import { openFrames } from '../http/frames.ts';
import {
  belgianCompanyPage,
  foreignCompanyPage,
  helpPage,
  registrationOfficePage,
} from '../public/help/help-page.ts';
import { homePage } from '../public/home/home-page.ts';
import { infoPaths } from '../public/routes.ts';
import { accessibilityPage, cookiesPage, privacyPage } from '../public/statements/statements-page.ts';
import { type Catalogue, texts } from '../texts/index.ts';
import { pathLanguagesIn } from '../texts/path-languages.ts';
import { readMessages } from '../texts/read-texts.ts';
import type { Frame } from '../ui/frame.ts';
import { hopPage } from '../ui/hop-page.ts';
import { problemPage } from '../ui/problem-page.ts';
import type { PageProblem } from '../ui/problem-words.ts';
import { openWords } from '../ui/words.ts';
import { journeyPage } from './journey-page.ts';
import { askLogoutPage, signedOutPage } from './signed-out/signed-out-page.ts';

const folder = fileURLToPath(new URL('../texts', import.meta.url));
const others = pathLanguagesIn().map(({ language }) => language);
const contact = { telephone: '02 000 00 00' };
const address = 'https://klip.example.org/back';

/** Every page of the path in one frame, by a name. */
function pagesOfPath(frame: Frame): readonly (readonly [string, string])[] {
  const rest = { frame, errors: [], typed: {}, query: '', contact, now: new Date(0) };
  const ofLogin = Object.entries<Page>(pages).filter(
    ([, { kind }]) => kind !== 'registered' && kind !== 'finished',
  );
  const wrong = [
    { field: 'tile', id: 'main', text: frame.words.say('input.tile.choose') },
    { field: 'number', id: 'number', text: frame.words.say('input.number.letters') },
  ];
  const known: readonly PageProblem[] = [
    ...problems,
    { kind: 'not-found' },
    { kind: 'form' },
    { kind: 'internal' },
  ];
  const problem = (each: PageProblem) =>
    problemPage(frame, {
      problem: each,
      application: klip,
      correlation: 'K7PX-2M9D',
      at: new Date(0),
      alive: false,
      contact,
    });
  const hop = { title: '', text: '', target: 'KLIP', departure: { kind: 'redirect', url: address } } as const;
  const shown = [
    ...ofLogin.map(([name, page]) => [name, journeyPage(pageView(page, 'en'), rest)] as const),
    ...ofLogin.map(
      ([name, page]) =>
        [`${name} with errors`, journeyPage(pageView(page, 'en'), { ...rest, errors: wrong })] as const,
    ),
    ...known.map((each) => [each.kind, problem(each)] as const),
    ...[helpPage, belgianCompanyPage, foreignCompanyPage, privacyPage, cookiesPage, accessibilityPage].map(
      (page) => [page.name, page(frame, contact)] as const,
    ),
    ['office', registrationOfficePage(frame, contact, [lindeberg])] as const,
    ['home', homePage(frame, contact, { places: [{ kind: 'klip', url: address }], stories: [] })] as const,
    ['hop', hopPage(frame, hop)] as const,
    ['left', signedOutPage(frame, { application: 'KLIP', back: address, others: ['GIPOD'] })] as const,
    ['ask', askLogoutPage(frame, { application: 'KLIP', back: address, action: '/', fields: {} })] as const,
  ];
  return shown.map(([name, page]) => [name, page.toString()]);
}

describe('a language of the path', () => {
  const frames = openFrames(openAssets(), true, { languages: openLanguages(others) });

  test('is found by its folder, and counts as read where somebody who speaks it says so', () => {
    const found = mkdtempSync(join(tmpdir(), 'sluis-languages-'));
    for (const name of ['en', 'lt', 'mt']) mkdirSync(join(found, name));
    writeFileSync(join(found, 'mt', 'read.md'), 'Read by a native speaker.');
    assert.deepEqual(
      pathLanguagesIn(found).map(({ language, isRead }) => [language, isRead]),
      [
        ['lt', false],
        ['mt', true],
      ],
    );
    rmSync(found, { recursive: true });
    assert.ok(others.some((language) => language === 'pl'));
  });

  for (const language of others)
    test(`has in ${language} every text that the pages of the path say, and they say no other`, () => {
      const own = readMessages(folder, language);
      const catalogue = new Proxy(own, {
        get(_, key) {
          assert.ok(Object.hasOwn(own, key), `${String(key)} stands outside of login and public`);
          return own[String(key)];
        },
      }) as Catalogue;
      const frame: Frame = {
        ...frames({
          language,
          isOnPath: true,
          path: '/login/x',
          attempt: { expiresAt: new Date(9_000_000) },
          now: new Date(0),
        }),
        words: openWords(language, catalogue),
      };
      const shown = pagesOfPath(frame);
      assert.ok(shown.length > 40);
      for (const [name, page] of shown) assert.match(page, new RegExp(`<html lang="${language}">`), name);
    });

  for (const language of others)
    test(`leaves in ${language} no sentence of English, Dutch, French or German on a page of the path`, () => {
      const sentences = four.flatMap((each) =>
        Object.values(texts[each]).filter((text) => text.length > 20 && !/[{<]/.test(text)),
      );
      for (const [name, page] of pagesOfPath(frames({ language, isOnPath: true, path: '/login/x' })))
        assert.deepEqual(
          sentences.filter((sentence) => page.includes(`>${sentence}<`)),
          [],
          name,
        );
    });

  test('in Polish writes dates, plurals, countries and lists as Poles do', () => {
    const polish = others.find((language) => language === 'pl');
    assert.ok(polish);
    const frame = frames({ language: polish, isOnPath: true, path: '/' });
    const { words, countries } = frame;
    assert.equal(words.date('2026-03-01'), '1 marca 2026');
    assert.match(words.moment(new Date('2026-03-01T09:14:00Z')), /^1 marca 2026 10:14$/);
    assert.equal(words.list(['KLIP', 'GIPOD', 'GEOPUNT']), 'KLIP, GIPOD i GEOPUNT');
    assert.deepEqual(
      [1, 3, 5, 22].map((count) => words.say('country.count', { count })),
      ['1 kraj', '3 kraje', '5 krajów', '22 kraje'],
    );
    assert.equal(countries.name(germany, polish), 'Niemcy');
    const body = journeyPage(pageView(pages.number ?? assert.fail(), 'en'), {
      frame,
      errors: [],
      typed: {},
      query: '',
      contact,
      now: new Date(0),
    }).toString();
    assert.match(body, new RegExp(`${words.date(anna.birthDate)} · dane z Niemiec`));
  });
});

describe('a language that is not offered', () => {
  const cookie = `${browserCookieHeader}; sluis_language=pl`;
  const wishes = { cookie, 'accept-language': 'pl,de;q=0.5' };

  test('shows nowhere, whoever asks for it, and is there as soon as it is offered', async () => {
    const without = openFakeWeb();
    const offered = openFakeWeb({ languages: openLanguages(others) });
    for (const path of [...infoPaths, `/login/${ATTEMPT_ID}`, '/nowhere', '/request']) {
      const page = await (await without.app.request(path, { headers: wishes })).text();
      assert.doesNotMatch(page, /lang="pl"|lang=pl|Polski/, path);
      if (path.startsWith('/login') || path === '/request') continue;
      assert.match(page, /<html lang="de">/, path);
      const polish = await (await offered.app.request(path, { headers: wishes })).text();
      assert.match(polish, /<html lang="pl">/, path);
      assert.match(polish, /<span aria-current="true" lang="pl">PL<span class="vh"> Polski</, path);
    }
    const asked = await without.app.request('/help?lang=pl', { headers: { 'accept-language': 'fr' } });
    assert.equal(asked.headers.get('set-cookie'), null);
    assert.match(await asked.text(), /<html lang="fr">/);
    const login = await without.app.request(`/login/${ATTEMPT_ID}?lang=pl`, { headers: { cookie } });
    assert.equal(login.status, 200, 'nothing is chosen');
  });

  test('is English on the pages that exist in four languages, and they offer those four', async () => {
    const { app } = openFakeWeb({ languages: openLanguages(others) });
    for (const path of ['/request', '/staff/stopped', '/staff/left']) {
      const page = await (await app.request(path, { headers: wishes })).text();
      assert.match(page, /<html lang="en">/, path);
      assert.deepEqual(
        [...page.matchAll(/hreflang="(\w+)"/g)].map(([, code]) => code),
        ['nl', 'fr', 'de'],
        path,
      );
    }
  });

  test('that a login was in is English once it is offered no more', async () => {
    const { app, fake } = openFakeWeb();
    const spoken = others[0] ?? null;
    fake.show = (language) => {
      const view = pageView(pages.means ?? assert.fail(), language);
      return { ...view, attempt: { ...view.attempt, language: 'en', spoken } };
    };
    const page = await (await app.request(`/login/${ATTEMPT_ID}`, { headers: { cookie } })).text();
    assert.match(page, /<html lang="en">/);
  });
});
