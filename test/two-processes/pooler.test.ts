import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { judgePooler } from '../../src/processes/database/judge-pooler.ts';
import { whyNotReady } from '../../src/processes/serving/readiness.ts';
import { openStore } from '../../src/store/index.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { nextOfLogin } from '../support/login-way.ts';
import { linkTo, personWith, testKeys } from '../support/open-test-store.ts';
import { ask } from '../support/own-postgres.ts';
import { type PoolerMode, startPgBouncer, startPooledPostgres } from '../support/pgbouncer.ts';
import { openPlainBrowser } from '../support/plain-browser.ts';
import { skipWithout } from '../support/tools.ts';
import { openTwoPlatforms, type SentRequest, type TwoPlatforms } from '../support/two-platforms.ts';

/** More than the pooler has sessions for a database. */
const AT_ONCE = 12;
const SECRET = 'kept-secret-of-the-application';

describe('behind a pooler that lends sessions for a transaction', {
  skip: skipWithout('postgresql', 'pgbouncer'),
}, () => {
  let server: Awaited<ReturnType<typeof startPooledPostgres>>;
  let database: TestDatabase;
  let platforms: TwoPlatforms;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    server = await startPooledPostgres();
    endings.push(server.stop);
    // It goes with its server.
    database = { ...(await freshDatabase(undefined, server)), drop: async () => {} };
    platforms = await openTwoPlatforms({ after: (work) => void endings.push(work) }, undefined, database);
    await platforms.store.inTransaction(['persons', 'links'], async ({ persons, links }) => {
      const person = await persons.add(personWith());
      await links.add(linkTo(person.id, 'DE/BE/one'));
    });
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  const authorization = (redirect = platforms.applications.klip.redirectUris[0] ?? ''): string => {
    const query = { redirect_uri: redirect, response_type: 'code', scope: 'openid profile' };
    const asked = new URLSearchParams({ ...query, client_id: platforms.applications.klip.id });
    return new URL(`/op/v1/auth?${asked}`, platforms.origin).href;
  };

  /** From the authorization request to the code, each request at the other process. */
  async function logIn(first: number): Promise<string> {
    const browser = openPlainBrowser(platforms);
    let url = authorization();
    let shown = await browser.send(first, { url });
    for (let process = first + 1; ; process += 1) {
      const next = nextOfLogin({ url, location: shown.headers.get('location'), text: shown.text });
      if (next.kind === 'arrived') return next.code;
      if (next.kind === 'country') {
        const message = platforms.answer(next.request, { kind: 'person', identifier: 'one' });
        url = new URL('/eidas/acs', platforms.origin).href;
        shown = await platforms.send(process, { method: 'POST', url, fields: { SAMLResponse: message } });
      } else {
        url = next.url;
        const { fields } = next;
        shown = await browser.send(process, fields ? { method: 'POST', url, fields } : { url });
      }
    }
  }

  const redemption = (code: string): SentRequest => {
    const { id, redirectUris } = platforms.applications.klip;
    return {
      method: 'POST',
      url: '/op/v1/token',
      headers: { authorization: `Basic ${Buffer.from(`${id}:${SECRET}`).toString('base64')}` },
      fields: { grant_type: 'authorization_code', code, redirect_uri: redirectUris[0] ?? '' },
    };
  };

  test('people log in over two processes, more at once than there are sessions, and a code is good for one use', async () => {
    const logins = Array.from({ length: AT_ONCE }, async (_, first) => {
      const code = await logIn(first);
      const given = await platforms.send(first, redemption(code));
      assert.equal(given.status, 200, given.text);
      const { access_token: token } = JSON.parse(given.text) as { access_token: string };
      const headers = { authorization: `Bearer ${token}` };
      const about = await platforms.send(first + 1, { url: '/op/v1/userinfo', headers });
      assert.equal(about.status, 200, about.text);
      const again = await platforms.send(first + 1, redemption(code));
      assert.equal(again.status, 400, again.text);
    });
    await Promise.all(logins);
    assert.deepEqual(platforms.failures, []);
  });

  test('a process hears what another one changed', { timeout: 8_000 }, async () => {
    const { klip } = platforms.applications;
    const added = 'https://klip.example/added';
    const isTaken = async () => (await platforms.send(1, { url: authorization(added) })).status === 303;
    assert.equal(await isTaken(), false);
    await platforms.store.inTransaction(['applications'], ({ applications }) =>
      applications.put({ ...klip, redirectUris: [...klip.redirectUris, added] }),
    );
    while (!(await isTaken())) await nextTurn();
  });

  test('what Sluis cannot work through is told with what mends it, and then it can', async () => {
    const { url } = server;
    const judge = async (from: string, mode?: PoolerMode) => {
      const pooler = await startPgBouncer(from, mode);
      try {
        return await judgePooler({ url, poolerUrl: pooler.url });
      } finally {
        await pooler.stop();
      }
    };
    assert.equal(await judge(url), null);
    assert.equal(await judge(url, 'session'), null);
    assert.match((await judge(url, 'statement'))?.what ?? '', /one statement only/);
    assert.match((await judge(url.replace('//app@', '//admin@')))?.what ?? '', /as another role/);
    assert.match((await judge(url.replace(/postgres$/, 'template1')))?.what ?? '', /another database/);
    await ask(url, 'alter role app reset all');
    const trouble = await judge(url);
    assert.match(trouble?.what ?? '', /not set up/);
    const statements = /^Run on the server: (.*); then let/.exec(trouble?.next ?? '')?.[1]?.split('; ') ?? [];
    assert.equal(statements.length, 4);
    for (const each of statements) await ask(url, each);
    assert.equal(await judge(url), null);
  });

  test('a process is not ready while nothing comes through, and it says why at its start', async () => {
    const { url } = server;
    const pooler = await startPgBouncer(url);
    const store = await openStore({ url: database.url, poolerUrl: pooler.url, keys: testKeys() });
    endings.push(store.close);
    assert.equal(await whyNotReady(store), null);
    await pooler.stop();
    assert.equal(await whyNotReady(store), 'the database does not answer (ECONNREFUSED)');
    const trouble = await judgePooler({ url, poolerUrl: pooler.url });
    assert.match(
      trouble?.what ?? '',
      /^Nothing comes through the pooler\. Nobody answers .*\(ECONNREFUSED\)/,
    );
  });

  test('in the place of the server itself it is told, where it is one for transactions', async () => {
    const shared = await judgePooler({ url: server.poolerUrl, poolerUrl: null });
    assert.match(shared?.what ?? '', /^SLUIS_DATABASE_URL leads to a pooler/);
    const own = await startPgBouncer(server.url, 'session');
    endings.push(own.stop);
    assert.equal(await judgePooler({ url: own.url, poolerUrl: null }), null);
    assert.equal(await judgePooler({ url: server.url, poolerUrl: null }), null);
  });
});
