import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import { pause } from '../../src/processes/working/pause.ts';
import { type Browser, openBrowser } from '../conformance/oidc-browser.ts';
import { type DatabaseProxy, openDatabaseProxy } from '../support/database-proxy.ts';
import { overTcp } from '../support/over-tcp.ts';
import { sharedFolder } from '../support/server-folder.ts';
import { openWorld, type World } from '../support/world.ts';

/** A page of ours, for a person, with a reference. */
const TOLD = /<main[\s\S]*[2-9A-Z]{4}-[2-9A-Z]{4}/;
const VISITORS = 6;

/** What the two processes answered: every answer goes on, or tells. */
type Seen = { went: number; told: number; readonly odd: string[] };

describe('two processes whose database goes away under load', () => {
  const folder = sharedFolder('sluis-outage-');
  const options = { folder: join(folder, 'postgres'), durable: false };
  const endings: (() => Promise<void>)[] = [];
  let server: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
  let proxy: DatabaseProxy;
  let world: World;

  before(async () => {
    server = await startEmbeddedPostgres(options);
    proxy = await openDatabaseProxy(overTcp(server.url));
    world = await openWorld(
      { after: (work) => void endings.push(work) },
      { processes: 2, server: { url: proxy.url, stop: async () => {} } },
    );
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
    await proxy.close();
    await server.stop();
    removeEmbeddedPostgres(options.folder);
    rmSync(folder, { recursive: true, force: true });
  });

  /** Keeps people logging in while `fault` happens and is over, and until each of them came through once more after it. */
  async function under(fault: () => Promise<void>): Promise<Seen> {
    const seen: Seen = { went: 0, told: 0, odd: [] };
    let isOver = false;
    const visitor = async () => {
      for (let last = false; !last; ) {
        last = isOver;
        await logIn(world, seen);
      }
    };
    const visitors = Array.from({ length: VISITORS }, visitor);
    await logIn(world, seen);
    await fault();
    isOver = true;
    await Promise.all(visitors);
    assert.deepEqual(seen.odd, [], 'every answer goes on, or is a page that tells');
    assert.doesNotMatch(world.log(), /\n\s+at .*\(|Unhandled|uncaught/, 'nothing is told but by log lines');
    for (const at of [0, 1]) assert.ok(world.isRunning(at), `process ${at} lives`);
    return seen;
  }

  test('every session ended at once: no process ends, and the logins under way come through', async () => {
    await under(async () => {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      for (let round = 0; round < 5; round += 1)
        await client.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
          where datname like 'test_%' and pid <> pg_backend_pid()`);
      await client.end();
    });
  });

  test('connections that fall silent: new ones are used, and the logins under way come through', async () => {
    await under(async () => proxy.silenceOpen());
  });

  test('a primary that comes back at another address: people are told meanwhile, and come through after', async () => {
    const seen = await under(async () => {
      proxy.cut();
      await server.stop();
      // Both processes answer, and say that a login would not work.
      for (const _ of [0, 1]) assert.equal((await fetch(`${world.platform}/health/ready`)).status, 503);
      server = await startEmbeddedPostgres(options);
      proxy.pass(server.url);
    });
    assert.ok(seen.told > 0);
    assert.equal((await fetch(`${world.platform}/health/ready`)).status, 200);
  });

  test('a process that is asked to stop while its database is silent ends in order', async () => {
    proxy.silenceOpen();
    proxy.silenceNew();
    assert.equal(await world.terminate(0), 0);
    proxy.pass();
  });
});

/** One login up to the door of the member state, each hop repeated as a person would who is told to try again. */
async function logIn(world: World, seen: Seen): Promise<void> {
  const browser = openBrowser();
  let login: string | null = null;
  for (;;) {
    if (login === null) {
      login = await begin(world, browser, seen);
      continue;
    }
    const page = await ask(seen, () => browser.get(login as string), 200);
    if (page === null) continue;
    const countries = /id="tile-eidas"><a [^>]*href="([^"]+)"/.exec(page.body)?.[1];
    const place = new URL(countries ?? `${login}/country`, login).href;
    const listed = await ask(seen, () => browser.get(place), 200);
    if (listed === null) continue;
    const country = /href="([^"]+\/country\/DE(?:\?[^"]*)?)"/.exec(listed.body)?.[1];
    if (country === undefined) return void seen.odd.push(listed.body.slice(0, 200));
    const way = new URL(country, login).href;
    if ((await ask(seen, () => browser.get(way), 200)) !== null) return;
  }
}

async function begin(world: World, browser: Browser, seen: Seen): Promise<string | null> {
  const { location } = await fetchOnce(`${world.sites.klip.url}/login`);
  if (location === null) return null;
  const begun = await ask(seen, () => browser.get(location), 303);
  return begun === null ? null : new URL(begun.location ?? '', world.platform).href;
}

async function fetchOnce(url: string): Promise<{ readonly location: string | null }> {
  const answer = await fetch(url, { redirect: 'manual' });
  await answer.text();
  return { location: answer.headers.get('location') };
}

type Heard = { readonly body: string; readonly location: string | null };

/** One request; `null` when people were told that something went wrong. */
async function ask(seen: Seen, send: () => Promise<Response>, expected: number): Promise<Heard | null> {
  const answer = await send();
  const body = await answer.text();
  if (answer.status === expected || (expected === 303 && answer.status === 302)) {
    seen.went += 1;
    return { body, location: answer.headers.get('location') };
  }
  if (TOLD.test(body)) seen.told += 1;
  else seen.odd.push(`${answer.status} ${body.slice(0, 200)}`);
  await pause(50);
  return null;
}
