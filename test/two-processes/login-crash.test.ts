import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { Redacted } from '../../src/base/redacted.ts';
import { HOUR, later } from '../../src/base/time.ts';
import {
  type CrashScene,
  codeIn,
  director,
  known,
  loginAt,
  openCrashScene,
  stranger,
} from '../support/crash-scene.ts';
import { noCrash } from '../support/crashing-postgres.ts';
import { formsOf, type Landing, openPlainBrowser } from '../support/plain-browser.ts';
import { aboutDocument, preparedDocument } from '../support/prepared-document.ts';
import { storedCase } from '../support/stored-case.ts';
import { skipWithout } from '../support/tools.ts';

const NUMBER = '95.50.17-998.61';
const WRONG = '85.07.30-033.28';

const mail = {
  to: new Redacted('anna@example.org'),
  language: 'de',
  subject: 'Anna',
  text: 'Hallo',
  html: '<p>Hallo</p>',
  about: null,
  template: null,
} as const;

/** A page for a person: it says what happened, and has a button or a form that leads on. */
function expectWayOn({ status, text, url }: Landing, expected: number, title: RegExp): void {
  assert.equal(status, expected, `${url} ${text.slice(0, 500)}`);
  const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';
  assert.match(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? '', title);
  assert.match(main, /<form |<a class="btn"/, `no way on at ${url}`);
}

for (const maker of ['npm', 'debian'] as const) {
  const skip = noCrash || (maker === 'debian' && skipWithout('postgresql'));
  describe(`after a crash of the database (${maker})`, { skip }, () => {
    let scene: CrashScene;
    const endings: (() => Promise<void>)[] = [];
    before(async () => {
      scene = await openCrashScene({ after: (work) => void endings.push(work) }, maker);
    });
    after(async () => {
      for (const end of endings.reverse()) await end();
    });
    const browse = () => openPlainBrowser(scene.platforms);
    const get = (browser: ReturnType<typeof browse>, url: string) => browser.go(1, { url });

    test('B1 a login that nobody proved anything in is gone with its trail, and its pages lead on', async () => {
      const browser = browse();
      const page = await scene.begin(browser);
      const login = loginAt(page);
      const correlation = await scene.correlationOf(login);
      assert.deepEqual(await scene.trailOf(correlation), ['login.started']);
      await scene.crash();
      assert.deepEqual(await scene.trailOf(correlation), []);
      expectWayOn(await get(browser, page.url), 404, /We cannot find this login/);
      expectWayOn(await get(browser, `/login/${login}/country/DE`), 404, /We cannot find this login/);
      const form = formsOf(page)[0] ?? assert.fail('no form on the first page');
      const pressed = await browser.go(0, { method: 'POST', url: form.action, fields: form.fields });
      expectWayOn(pressed, 404, /We cannot find this login/);
      const resumed = await get(browser, `/op/v1/auth/${login}`);
      expectWayOn(resumed, 400, /./);
      // Its application begins again, in the same browser.
      const again = await scene.begin(browser);
      assert.notEqual(loginAt(again), login);
      assert.equal(again.status, 200);
    });

    test('L1 a request to a country is gone with the leaving: the login stands before it, and the answer counts for nobody', async () => {
      const browser = browse();
      const login = loginAt(await scene.begin(browser));
      const correlation = await scene.correlationOf(login);
      // Somebody else's proof is forced to the disk, and this login with it.
      await scene.answered(browse(), known);
      const request = await scene.leave(browser, login);
      const left = ['eidas.request-sent', 'login.means-chosen', 'login.started'];
      assert.deepEqual(await scene.trailOf(correlation), left);
      await scene.crash();
      assert.deepEqual(await scene.trailOf(correlation), ['login.started']);
      for (const process of [0, 1]) {
        const late = await browser.bring(process, scene.platforms.answer(request, known));
        expectWayOn(late, 400, /./);
      }
      expectWayOn(await get(browser, `/login/${login}`), 200, /Choose how to log in/);
      const again = await scene.leave(browser, login);
      assert.notEqual(again, request);
      const landed = await browser.bring(0, scene.platforms.answer(again, known));
      const { status } = await scene.redeem(codeIn(landed));
      assert.equal(status, 200);
    });

    test('A1 an answer of a country that was taken is there, with all that led to it, and is taken once', async () => {
      const browser = browse();
      const { login, message, request, to } = await scene.answered(browser, known);
      await scene.crash();
      const correlation = await scene.correlationOf(login);
      assert.deepEqual(await scene.trailOf(correlation), [
        'eidas.request-sent',
        'login.means-chosen',
        'login.started',
      ]);
      const replayed = await scene.post(message);
      assert.equal(
        replayed.headers.get('location'),
        to,
        'the same message leads to where the first one waits',
      );
      const other = await scene.post(scene.platforms.answer(request, director));
      assert.equal(other.headers.get('location'), to, 'and so does another answer to the same request');
      assert.equal((await get(browse(), to)).status, 403, 'it is of use to its own browser alone');
      const landed = await get(browser, to);
      assert.equal((await scene.redeem(codeIn(landed))).status, 200);
    });

    test('F1 a finished login is there: its code counts once, and its session lets into the next application', async () => {
      const browser = browse();
      const waiting = await scene.answered(browser, known);
      const code = codeIn(await get(browser, waiting.to));
      const correlation = await scene.correlationOf(waiting.login);
      await scene.crash();
      const trail = await scene.trailOf(correlation);
      for (const kind of [
        'authorization.granted',
        'eidas.answer-accepted',
        'login.finished',
        'login.started',
      ])
        assert.ok(trail.includes(kind), `${kind} in ${trail}`);
      assert.equal(codeIn(await get(browser, waiting.to)), code, 'back and reload come to the same code');
      const first = await scene.redeem(code);
      assert.equal(first.status, 200, JSON.stringify(first.body));
      assert.equal((await scene.redeem(code)).body.error, 'invalid_grant');
      codeIn(await scene.begin(browser, 'gipod'));
    });

    test('F2 a login that single sign-on finished at once is there', async () => {
      const browser = browse();
      codeIn(await scene.arrive(browser, known));
      const code = codeIn(await scene.begin(browser, 'gipod'));
      await scene.crash();
      assert.equal((await scene.redeem(code, 'gipod')).status, 200);
    });

    test('S1 the cookie of a session that is not there is nobody’s, whoever logs in with it', async () => {
      const planted = 'p'.repeat(43);
      const [browser, planter] = [browse(), browse()];
      codeIn(await scene.arrive(planter, known));
      const own = planter.cookies.find(({ name }) => name === 'sluis_session') ?? assert.fail('no session');
      for (const each of [browser, planter]) {
        const jar = each.cookies as (typeof own)[];
        jar.splice(0, jar.length, { ...own, value: planted });
      }
      const login = loginAt(await scene.begin(browser));
      await scene.crash();
      assert.equal(
        (await get(planter, `/login/${login}`)).status,
        404,
        'and the login that was begun with it is gone',
      );
      codeIn(await scene.arrive(browser, known));
      assert.notEqual(browser.cookies.find(({ name }) => name === 'sluis_session')?.value, planted);
      assert.equal((await scene.begin(planter)).away, null, 'who planted it is asked to log in');
    });

    test('T1 a token is alive, and its code is used up', async () => {
      const code = codeIn(await scene.arrive(browse(), known));
      const { body } = await scene.redeem(code);
      const token = String(body.access_token);
      await scene.crash();
      assert.equal((await scene.introspect(token)).body.active, true);
      assert.equal((await scene.redeem(code)).body.error, 'invalid_grant');
      await scene.crash();
      const { body: told } = await scene.introspect(token);
      assert.equal(told.active, false, 'a code that came twice ended its token for good');
    });

    test('N1 each try of a number counts, and the link that one of them led to is there with its person', async () => {
      const browser = browse();
      const login = loginAt(await scene.arrive(browser, stranger));
      await scene.crash();
      const asked = await get(browser, `/login/${login}`);
      const give = (page: Landing, number: string) =>
        scene.press(browser, page, 'give-number', { knows: 'yes', number });
      assert.match((await give(asked, WRONG)).text, /You can try 4 more times/);
      await scene.crash();
      const reloaded = await get(browser, `/login/${login}`);
      assert.match((await give(reloaded, WRONG)).text, /You can try 3 more times/);
      await scene.crash();
      const right = await give(await get(browser, `/login/${login}`), NUMBER);
      assert.match(right.text, /Your eID is linked/);
      await scene.crash();
      codeIn(await scene.arrive(browse(), stranger));
    });

    test('C1 a choice of capacity and a consent are there', async () => {
      const browser = browse();
      const login = loginAt(await scene.arrive(browser, director, 'asking'));
      await scene.crash();
      const choice = await get(browser, `/login/${login}`);
      const consent = await scene.press(browser, choice, 'choose-capacity', { key: 'citizen' });
      await scene.crash();
      const again = await get(browser, consent.url);
      const finished = await scene.press(browser, again, 'confirm-sharing');
      const code = codeIn(finished);
      await scene.crash();
      assert.equal((await scene.redeem(code, 'asking')).status, 200);
      const next = await scene.arrive(browse(), director, 'asking');
      assert.match(next.text, /last time/i);
    });

    test('G1 a login that was given up is over', async () => {
      const browser = browse();
      const page = await scene.begin(browser);
      const correlation = await scene.correlationOf(loginAt(page));
      const { away } = await scene.press(browser, page, 'give-up');
      assert.equal(away?.searchParams.get('error'), 'access_denied');
      await scene.crash();
      assert.ok((await scene.trailOf(correlation)).includes('login.abandoned'));
      assert.equal((await get(browser, page.url)).away?.searchParams.get('error'), 'access_denied');
    });

    test('J1 an assertion that was used is used', async () => {
      const proof = await scene.assertion(randomUUID());
      const browser = browse();
      const code = codeIn(await scene.arrive(browser, known, 'signing'));
      assert.equal((await scene.redeem(code, 'signing', proof)).status, 200);
      await scene.crash();
      const next = codeIn(await scene.begin(browser, 'signing'));
      const replayed = await scene.redeem(next, 'signing', proof);
      assert.equal(replayed.status, 401, JSON.stringify(replayed.body));
      assert.equal((await scene.redeem(next, 'signing', await scene.assertion(randomUUID()))).status, 200);
    });

    test('R1 refusals are told and counted', async () => {
      const { store } = scene.platforms;
      const told = async () => {
        const events = await store.audit.list({ kind: 'token.refused' });
        return [events.length, await scene.countOfRefusals()];
      };
      await scene.redeem('no-such-code');
      const before = await told();
      await scene.crash();
      assert.deepEqual(await told(), before);
      await scene.redeem('no-such-code');
      const after = await told();
      assert.equal(after[1], Number(before[1]) + 1);
      await scene.crash();
      assert.deepEqual(await told(), after);
    });

    test('K1 sessions on our own pages, forms that were not taken, requests with their documents, and mail are there', async () => {
      const { webSessions, keptForms, inTransaction, outbox, clock } = scene.platforms.store;
      const [now, until] = [clock(), later(clock(), HOUR)];
      const session = await webSessions.open('applicant', { case: 'one', provenBy: 'eid' }, until, {
        foundation: null,
      });
      await scene.crash();
      assert.deepEqual(await webSessions.find('applicant', session, now), { case: 'one', provenBy: 'eid' });
      const typed = { typed: { words: 'a long story' }, lists: {}, told: null };
      const handle = await keptForms.keep('owner', 'form', typed);
      await scene.crash();
      assert.deepEqual(await keptForms.find('owner', 'form', handle), typed);
      const one = storedCase();
      await inTransaction(['cases'], ({ cases }) => cases.add(one));
      await scene.crash();
      assert.deepEqual(await inTransaction(['cases'], ({ cases }) => cases.find(one.id)), one);
      await inTransaction(['documents'], ({ documents }) =>
        documents.add(preparedDocument(), aboutDocument(one.id)),
      );
      await scene.crash();
      const kept = await inTransaction(['documents'], ({ documents }) => documents.list(one.id));
      assert.equal(kept.length, 1);
      await inTransaction(['outbox'], (stores) => stores.outbox.send(mail));
      await scene.crash();
      assert.equal((await outbox.take(['mail'], 10, clock())).length, 1);
    });

    test('W1 what one process changed is known to the other, which heard nothing of it, as soon as it hears again', async () => {
      const name = { en: 'The new name' };
      assert.doesNotMatch((await scene.begin(browse(), 'gipod')).text, /The new name/);
      const { gipod } = scene.platforms.applications;
      await scene.platforms.store.inTransaction(['applications'], ({ applications }) =>
        applications.put({ ...gipod, name }),
      );
      await scene.crash();
      for (const process of [0, 1])
        assert.equal((await scene.platforms.send(process, { url: '/health/ready' })).status, 200);
      const browser = browse();
      const { url } = await scene.begin(browser, 'gipod');
      for (const process of [0, 1]) assert.match((await browser.send(process, { url })).text, /The new name/);
    });
  });
}
