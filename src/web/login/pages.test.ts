import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { problems } from '../../../test/support/every-problem.ts';
import { browserCookieHeader, openFakeWeb } from '../../../test/support/fake-web.ts';
import { ATTEMPT_ID, anna, klip, pages, pageView } from '../../../test/support/web-fixtures.ts';
import { type Language, languages } from '../../base/language.ts';
import type { Authentication } from '../../domain/login-means/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { Page, View } from '../../login/index.ts';
import { openAssets } from '../http/assets/assets.ts';
import { type TextKey, texts } from '../texts/index.ts';
import { openCountryWords } from '../ui/country-words.ts';
import type { Frame } from '../ui/frame.ts';
import { openWords } from '../ui/words.ts';
import { journeyPage } from './journey-page.ts';

const page = (name: string): Page => {
  const found = pages[name];
  if (!found) throw new Error(`no page ${name}`);
  return found;
};

async function show(
  view: View,
  language: Language,
): Promise<{ readonly status: number; readonly body: string }> {
  const { app, fake } = openFakeWeb();
  fake.show = () => view;
  const answer = await app.request(`/login/${ATTEMPT_ID}`, {
    headers: { cookie: browserCookieHeader, 'accept-language': language },
  });
  return { status: answer.status, body: await answer.text() };
}

describe('pages of a login', () => {
  test('of countries come in fewer bytes where there are many, and as they are where that makes them no sooner there', async () => {
    const state = page('country');
    assert.ok(state.kind === 'country');
    const ask = async (offers: typeof state.offers, accepts: string) => {
      const { app, fake } = openFakeWeb();
      fake.show = () => pageView({ ...state, offers }, 'en');
      const headers = { cookie: browserCookieHeader, 'accept-encoding': accepts };
      const answer = await app.request(`/login/${ATTEMPT_ID}/country`, { headers });
      return {
        encoding: answer.headers.get('content-encoding'),
        body: Buffer.from(await answer.arrayBuffer()),
      };
    };
    const many = await ask(state.offers, 'gzip, br');
    const whole = await ask(state.offers, 'identity');
    assert.deepEqual([many.encoding, whole.encoding], ['gzip', null]);
    assert.ok(many.body.byteLength < whole.body.byteLength / 2);
    assert.deepEqual(gunzipSync(many.body), whole.body);
    const one = state.offers.slice(0, 1);
    const few = await ask(one, 'gzip, br');
    assert.equal(few.encoding, null);
    assert.deepEqual(few.body, (await ask(one, 'identity')).body);
  });

  test('mark a test country and give it no flag, which would be that of somewhere else', async () => {
    const state = page('country');
    assert.ok(state.kind === 'country');
    const [offer] = state.offers;
    assert.ok(offer);
    const sweden = { ...offer.country, code: 'XA', name: { en: 'Sweden' } } as typeof offer.country;
    const offers = [{ country: sweden, usable: { kind: 'usable' } }] as const;
    const { body } = await show(pageView({ ...state, offers }, 'en'), 'en');
    assert.match(body, /\/country\/XA"><span><b>Sweden \(test\)<\/b>/);
  });

  test('say what is shared by names in the language of the person, the codes that are sent beside them', async () => {
    const state = page('sharing');
    assert.ok(state.kind === 'sharing' && state.capacity.kind === 'organisation');
    const capacity = { ...state.capacity, rights: [{ right: 'KLIPgebruiker', contexts: ['Planaanvrager'] }] };
    const sent = {
      claim: 'klip_rol_3d',
      value: 'KLIPgebruiker-Planaanvrager:0403091220',
      source: 'organisation',
    } as const;
    const group = { claim: 'vo_doelgroepcode', value: 'EA', source: 'organisation' } as const;
    const shared = { ...state, capacity, items: [sent, group] } as unknown as Page;
    const { body } = await show(pageView(shared, 'fr'), 'fr');
    assert.match(body, /Utilisateur KLIP \(Planaanvrager\)/);
    assert.match(body, /KLIPgebruiker-Planaanvrager:0403091220/);
    assert.match(body, />entreprises</);
  });

  test('say to somebody whose session is too weak why they log in once more, and of which level they are', async () => {
    const told = async (session: Authentication, name: string) => {
      const view = pageView(page(name), 'en');
      const stepUp = { person: anna.identifier as string as PersonId, authentication: session };
      const attempt = { ...view.attempt, request: { ...view.attempt.request, stepUp } };
      return (await show({ ...view, attempt }, 'en')).body;
    };
    const at = new Date('2026-03-03T10:00:00Z');
    const weak = { means: 'emailcode', assurance: 'low', at, country: null } as const;
    for (const name of ['means-fresh', 'country-first']) {
      const body = await told(weak, name);
      assert.match(body, /KLIP needs a stronger login/, name);
      assert.match(
        body,
        /You are logged in with Code by email, assurance level low\. KLIP needs level substantial\./,
      );
    }
    const other = await told({ ...weak, means: 'csamsms', assurance: 'substantial' }, 'means-fresh');
    assert.match(other, /KLIP needs another login/);
    assert.match(other, /KLIP does not accept that one/);
  });

  for (const language of languages) {
    test(`show every state in ${language}`, async () => {
      for (const [name, state] of Object.entries(pages)) {
        const { status, body } = await show(pageView(state, language), language);
        assert.equal(status, 200, name);
        assert.match(body, new RegExp(`<html lang="${language}">`));
        assert.equal(body.match(/<h1/g)?.length, 1, name);
      }
    });

    test(`tell every problem in ${language}, with a reference and without a code as headline`, async () => {
      for (const problem of problems) {
        const shown = await show(
          { kind: 'problem', problem, application: klip, correlation: 'K7PX-2M9D' },
          language,
        );
        assert.ok(shown.status >= 400 && shown.status < 500, problem.kind);
        assert.match(shown.body, /K7PX-2M9D/);
        assert.doesNotMatch(shown.body.replace(/<[^>]+>/g, ' '), new RegExp(`\\b${problem.kind}\\b`, 'i'));
      }
    });
  }

  test('say nothing but the texts of the catalogue: with a pseudo-language no word of another one is left', () => {
    const pseudo = Object.fromEntries(
      Object.entries(texts.en).map(([key, text]) => [key, `⟦${text} ëxträ lëngth⟧`]),
    );
    const words = openWords('en', pseudo as Record<TextKey, string>);
    const frame: Frame = {
      words,
      countries: { ...openCountryWords(), name: () => '', nameOf: () => '' },
      asset: openAssets().path,
      demo: true,
      path: '/login/x',
      languages,
      languagePath: () => '/',
      formToken: 'token',
      ends: null,
    };
    const rest = {
      frame,
      errors: [],
      typed: {},
      query: '',
      contact: { telephone: '' },
      now: new Date(0),
    };
    for (const [name, state] of Object.entries(pages)) {
      // These show the request with them: `request/pages.test.ts` looks at them.
      if (state.kind === 'registered') continue;
      const body = journeyPage(pageView(state, 'en'), rest).toString();
      const visible = body
        .replace(/^[\s\S]*<main/, '<main')
        .replace(/<footer[\s\S]*$/, '')
        // What is data and not text: names, numbers, codes, dates.
        .replace(/<(\w+)[^>]*translate="no"[^>]*>[\s\S]*?<\/\1>|<time[\s\S]*?<\/time>/g, '')
        .replace(/<[^>]+>/g, '\n');
      const foreign = visible
        .replace(/⟦[^⟦⟧]*(⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, '')
        .replace(/[^\p{L}]+/gu, ' ')
        .trim();
      assert.equal(foreign, '', name);
    }
  });

  test('show the name of a hostile person as a name', async () => {
    const hostile = `"><script>alert(1)</script>'`;
    const identity = { ...anna, familyName: { latin: hostile, original: hostile }, birthPlace: hostile };
    const { body } = await show(pageView({ ...page('number'), identity } as Page, 'en'), 'en');
    assert.doesNotMatch(body, /<script>/);
    assert.match(body, /&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;&#39;/);
  });

  test('show the name of a hostile application and what was searched for as text', async () => {
    const { app, fake } = openFakeWeb();
    const application = { ...klip, name: { en: '<img src=x onerror=alert(1)>' } };
    fake.show = (language) => ({ ...pageView(page('country'), language), application });
    const answer = await app.request(`/login/${ATTEMPT_ID}?q=%3Cb%3E%22`, {
      headers: { cookie: browserCookieHeader },
    });
    const body = await answer.text();
    assert.doesNotMatch(body, /<img src=x/);
    assert.match(body, /value="&lt;b&gt;&quot;"/);
  });

  test('without access say of each organisation what is the case and whom to turn to, and hand over the own number', async () => {
    const { body } = await show(pageView(page('no-capacity'), 'en'), 'en');
    const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    assert.match(text, /Kabelwerken Zenne bv 0400\.000\.101 Your right ended on 1 March 2026/);
    assert.match(
      text,
      /Ask the local administrator of Kabelwerken Zenne bv\. 2 people manage the rights there/,
    );
    assert.match(
      text,
      /We do not know a local administrator of Nutsbedrijf Schelde you can ask\. Call the Service Desk on/,
    );
    assert.match(text, /Stad Ninove 0400\.001\.010 KLIP is not open to this kind of organisation/);
    assert.match(text, /95\.50\.17-•••\.•• Show the number 95\.50\.17-998\.61/);
    const [, address = ''] = /href="(mailto:[^"]*)"/.exec(body) ?? [];
    assert.match(decodeURIComponent(address), /I would like to use KLIP for Kabelwerken Zenne bv, /);
    assert.doesNotMatch(decodeURIComponent(address).replace(/\D/g, ''), /9550/);
    const without = (await show(pageView(page('no-capacity-at-all'), 'en'), 'en')).body;
    assert.match(without, /We found no organisation for which you can use KLIP/);
    assert.doesNotMatch(without, /Your Belgian national number|has given you/);
  });

  test('after a number that did not match never say what differed or whether it exists', async () => {
    const first = await show(pageView(page('number-did-not-match'), 'en'), 'en');
    assert.match(first.body, /You can try 2 more times/);
    assert.match(first.body, /Log in with another eID/);
    assert.match(first.body, /Continue without the number/);
  });

  test('when the tries are used up say until when, and offer only the way without a number', async () => {
    const { body } = await show(pageView(page('number-used-up'), 'en'), 'en');
    assert.match(body, /You can try again on 23 November 2026 at 11:14/);
    assert.doesNotMatch(body, /name="number"/);
    assert.match(body, /value="did-not-match"/);
  });
});
