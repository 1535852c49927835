import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import type { OidcApplication } from '#src/domain/application/index.ts';
import type { WayOn } from '#src/login/index.ts';
import type { Browser } from './oidc-browser.ts';
import { asking, callback, forCompany, openWorld, redeem, type World } from './oidc-world.ts';

const denied = { kind: 'denied', error: 'access_denied', description: 'stopped' } as const;

describe('the end of a login', () => {
  let world: World;
  let klip: OidcApplication;
  before(async () => {
    world = await openWorld();
    klip = world.addApplication();
  });
  after(() => world.close());

  const begin = async (browser: Browser, asked: Record<string, string>): Promise<string> => {
    const { location } = await browser.follow(world.authorizationUrl(asked), `${world.issuer}/`);
    return location?.pathname.split('/').at(-1) ?? '';
  };
  const finish = (browser: Browser, id: string, person = world.addPerson([forCompany])) =>
    world.end(browser, id, world.login.finish(id, person.id, {}));
  const urlOf = (way: WayOn): URL => {
    assert.ok(way.kind === 'address', JSON.stringify(way));
    return new URL(way.url);
  };

  test('gives the address of the application with a code that counts, and the session, before any browser asks', async () => {
    const browser = world.browser();
    const way = await finish(browser, await begin(browser, asking(klip, { state: 's' })));
    const url = urlOf(way);
    assert.equal(url.origin + url.pathname, callback);
    assert.equal(url.searchParams.get('state'), 's');
    assert.ok(way.kind === 'address');
    assert.deepEqual(
      way.cookies.map((line) => line.split('=')[0]),
      ['sluis_session'],
    );
    browser.take(way.cookies);
    assert.equal((await redeem(world, klip, { code: url.searchParams.get('code') ?? '' })).status, 200);
    const other = world.addApplication();
    const silent = await browser.follow(
      world.authorizationUrl(asking(other, { prompt: 'none' })),
      `${world.issuer}/`,
    );
    assert.ok(silent.location?.searchParams.get('code'));
    assert.deepEqual(world.failures, []);
  });

  test('taken by several at one moment gives one code', async () => {
    const browser = world.browser();
    const id = await begin(browser, asking(klip));
    const outcome = world.login.finish(id, world.addPerson([forCompany]).id, {});
    const grants = world.store.grants.size;
    const ways = await Promise.all([1, 2, 3].map(() => world.end(browser, id, outcome)));
    assert.equal(new Set(ways.map((way) => urlOf(way).href)).size, 1);
    assert.equal(world.store.grants.size, grants + 1);
  });

  test('is the form itself where the application wants one (form_post)', async () => {
    const browser = world.browser();
    const id = await begin(browser, asking(klip, { response_mode: 'form_post' }));
    const way = await finish(browser, id);
    assert.ok(way.kind === 'page');
    assert.equal(way.status, 200);
    assert.match(way.body, /<form method="post" action="https:\/\/app\.example\/callback">.*name="code"/s);
    assert.match(way.headers['content-security-policy'] ?? '', /form-action https:\/\/app\.example$/);
    assert.equal(way.cookies.length, 1);
  });

  test('leads to an application on a telephone by the way back, which redirects: no page links to a scheme that is not of the web', async () => {
    const app = world.addApplication({ redirectUris: ['example.app:/callback'] });
    const browser = world.browser();
    const id = await begin(browser, asking(app, { redirect_uri: 'example.app:/callback' }));
    const way = await finish(browser, id);
    assert.equal(urlOf(way).href, world.wayBack(id));
    const answer = await browser.get(world.wayBack(id));
    assert.match(answer.headers.get('location') ?? '', /^example\.app:\/callback\?code=/);
  });

  test('tells the application of a login that was given up, and the trail of it', async () => {
    const browser = world.browser();
    const url = urlOf(await world.end(browser, await begin(browser, asking(klip, { state: 's' })), denied));
    assert.equal(url.searchParams.get('error'), 'access_denied');
    assert.equal(url.searchParams.get('state'), 's');
    assert.equal(world.store.events.at(-1)?.kind, 'authorization.refused');
  });

  test('never enters the session of somebody else, which ends', async () => {
    const browser = world.browser();
    await world.authorize(browser, asking(klip), world.addPerson([forCompany]));
    const before = browser.cookies.find(({ name }) => name === 'sluis_session')?.value;
    const id = await begin(browser, asking(klip, { prompt: 'login' }));
    const way = await finish(browser, id);
    assert.ok(way.kind === 'address');
    browser.take(way.cookies);
    const now = browser.cookies.find(({ name }) => name === 'sluis_session')?.value;
    assert.notEqual(now, before);
    assert.equal(await world.store.ports.states.find('Session', before ?? ''), null);
  });

  test('that breaks keeps nothing, and is told to who ends it', async () => {
    const browser = world.browser();
    const id = await begin(browser, asking(klip));
    const outcome = world.login.finish(id, world.addPerson([forCompany]).id, {});
    const grants = world.store.grants.size;
    mock.method(world.store.ports.applications, 'find', () => Promise.reject(new Error('away')));
    try {
      await assert.rejects(world.end(browser, id, outcome));
    } finally {
      mock.restoreAll();
    }
    assert.equal(world.store.grants.size, grants);
    assert.equal(world.store.attempts.get(id)?.half?.came, undefined);
    assert.ok(urlOf(await world.end(browser, id, outcome)).searchParams.get('code'));
    world.failures.length = 0;
  });

  test('that its application waits for no longer is over', async () => {
    const browser = world.browser();
    const id = await begin(browser, asking(klip));
    const outcome = world.login.finish(id, world.addPerson([forCompany]).id, {});
    const told = await begin(browser, asking(klip));
    await world.end(browser, told, denied);
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 4_000_000 });
    try {
      assert.deepEqual(await world.end(browser, id, outcome), { kind: 'over', told: false });
      assert.deepEqual(await world.end(browser, told, denied), { kind: 'over', told: true });
    } finally {
      mock.timers.reset();
    }
  });

  test('is asked for in vain at the way back as long as the login goes on: it leads there', async () => {
    const browser = world.browser();
    const id = await begin(browser, asking(klip));
    const answer = await browser.get(world.wayBack(id));
    assert.equal(answer.headers.get('location'), `${world.origin}/login/${id}`);
  });

  test('of single sign-on in two tabs at one moment is one each, in one session that knows both', async () => {
    const browser = world.browser();
    await world.authorize(browser, asking(klip), world.addPerson([forCompany]));
    const others = [world.addApplication(), world.addApplication()];
    const answers = await Promise.all(
      others.map((each) => browser.get(world.authorizationUrl(asking(each, { prompt: 'none' })))),
    );
    for (const answer of answers) assert.match(answer.headers.get('location') ?? '', /[?&]code=/);
    const id = browser.cookies.find(({ name }) => name === 'sluis_session')?.value ?? '';
    const session = await world.store.ports.states.find('Session', id);
    const served = Object.keys(session?.authorizations ?? {});
    for (const { id: application } of others) assert.ok(served.includes(application));
    assert.deepEqual(world.failures, []);
  });
});
