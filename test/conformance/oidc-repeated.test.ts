import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import type { OidcApplication } from '#src/domain/application/index.ts';
import type { Browser } from './oidc-browser.ts';
import { asking, basic, forCompany, openWorld, redeem, type World } from './oidc-world.ts';

describe('a request that is sent again', () => {
  let world: World;
  let klip: OidcApplication;
  before(async () => {
    world = await openWorld();
    klip = world.addApplication();
  });
  after(() => world.close());

  /** A login that is finished, and whose answer never arrived, with the address that leads back to the application. */
  const finished = async (browser: Browser, more: Record<string, string> = {}) => {
    const { attempt } = await world.send(asking(klip, more), browser);
    assert.ok(attempt);
    const outcome = world.login.finish(attempt.id, world.addPerson([forCompany]).id, {});
    await world.end(browser, attempt.id, outcome);
    return { location: world.wayBack(attempt.id) };
  };
  const codeOf = (location: string | null) => new URL(location ?? '').searchParams.get('code') ?? '';
  const isAlive = async (token: string) => {
    const body = new URLSearchParams({ token });
    const answer = await fetch(`${world.issuer}/v1/introspect`, {
      method: 'POST',
      body,
      headers: basic(klip),
    });
    return ((await answer.json()) as { active: boolean }).active;
  };

  test('on the way back to the application comes to the same, with the same session', async () => {
    const browser = world.browser();
    const { location } = await finished(browser, { state: 's' });
    const first = await browser.get(location);
    // The answer never arrived: this browser has heard of no session.
    const session = browser.cookies.findIndex(({ name }) => name === 'sluis_session');
    const [lost] = browser.cookies.splice(session, 1);
    const second = await browser.get(location);
    assert.equal(second.status, 303);
    assert.equal(second.headers.get('location'), first.headers.get('location'));
    assert.equal(browser.cookies.find(({ name }) => name === 'sluis_session')?.value, lost?.value);
    const code = codeOf(second.headers.get('location'));
    assert.equal((await redeem(world, klip, { code })).status, 200);
    assert.deepEqual(world.failures, []);
  });

  test('by two at the same moment comes to the same', async () => {
    const browser = world.browser();
    const { location } = await finished(browser);
    const answers = await Promise.all([1, 2, 3].map(() => browser.get(location)));
    const codes = new Set(answers.map(({ headers }) => codeOf(headers.get('location'))));
    assert.equal(codes.size, 1);
    assert.equal((await redeem(world, klip, { code: [...codes][0] ?? '' })).status, 200);
  });

  test('after the application fetched its code leads to the application, and harms nothing', async () => {
    const browser = world.browser();
    const { location } = await finished(browser);
    const code = codeOf((await browser.get(location)).headers.get('location'));
    const tokens = (await (await redeem(world, klip, { code })).json()) as { access_token: string };
    const back = await browser.get(location);
    assert.match(await back.text(), /already-finished/);
    assert.equal(await isAlive(tokens.access_token), true);
  });

  test('after the time of its code gets a code that works', async () => {
    const browser = world.browser();
    const { location } = await finished(browser);
    const first = codeOf((await browser.get(location)).headers.get('location'));
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 60_000 });
    try {
      const second = codeOf((await browser.get(location)).headers.get('location'));
      assert.notEqual(second, first);
      assert.equal((await redeem(world, klip, { code: first })).status, 400);
      assert.equal((await redeem(world, klip, { code: second })).status, 200);
    } finally {
      mock.timers.reset();
    }
  });

  test('after the person gave up tells the application so again', async () => {
    const browser = world.browser();
    const { attempt } = await world.send(asking(klip), browser);
    assert.ok(attempt);
    const outcome = { kind: 'denied', error: 'access_denied', description: 'stopped' } as const;
    await world.end(browser, attempt.id, outcome);
    const location = world.wayBack(attempt.id);
    const [first, second] = [await browser.get(location), await browser.get(location)];
    assert.match(first.headers.get('location') ?? '', /error=access_denied/);
    assert.equal(second.headers.get('location'), first.headers.get('location'));
  });

  test('after whichever call of the store failed, goes on as if it had not been sent', async () => {
    const { ports } = world.store;
    let left = Number.POSITIVE_INFINITY;
    const count = (group: object, names = Object.keys(group)) => {
      for (const name of names) {
        const call = group[name as keyof typeof group] as (...given: unknown[]) => unknown;
        mock.method(group as Record<string, () => unknown>, name, (...given: unknown[]) => {
          left -= 1;
          return left === 0 ? Promise.reject(new Error('the database is away')) : call(...given);
        });
      }
    };
    count(ports, ['inTransaction']);
    count(ports.attempts);
    count(ports.states);
    count(ports.grants);
    try {
      let failed = 0;
      for (let fails = 1; fails < 40; fails += 1) {
        const browser = world.browser();
        const person = world.addPerson([forCompany]);
        /** Sends it, and once more when the store was away. */
        const sent = async (request: () => Promise<Response>): Promise<Response> => {
          const first = await request();
          if (first.status < 500) return first;
          failed += 1;
          return request();
        };
        left = fails;
        const begun = await sent(() => browser.get(world.authorizationUrl(asking(klip))));
        const id = new URL(begun.headers.get('location') ?? '').pathname.split('/').at(-1) ?? '';
        const { attempt } = world.login.attempts.get(id) ?? {};
        assert.ok(attempt, `the login begins, failing at call ${fails}`);
        const outcome = world.login.finish(id, person.id, {});
        const end = () => world.end(browser, attempt.id, outcome);
        await end().catch(end);
        const back = await sent(() => browser.get(world.wayBack(attempt.id)));
        assert.equal(back.status, 303, `the person goes back, failing at call ${fails}`);
        const code = codeOf(back.headers.get('location'));
        const tokens = await sent(() => redeem(world, klip, { code }));
        assert.equal(
          tokens.status,
          200,
          `the code counts, failing at call ${fails}: ${await tokens.clone().text()}`,
        );
        const { access_token } = (await tokens.json()) as { access_token: string };
        left = Number.POSITIVE_INFINITY;
        assert.equal(await isAlive(access_token), true);
      }
      assert.ok(failed >= 6, 'and the store was away in many places');
      world.failures.length = 0;
    } finally {
      mock.restoreAll();
    }
  });

  test('with a code that was used is refused, and ends its tokens, long after the time of the code too', async () => {
    const browser = world.browser();
    const { location } = await finished(browser);
    const code = codeOf((await browser.get(location)).headers.get('location'));
    const tokens = (await (await redeem(world, klip, { code })).json()) as { access_token: string };
    assert.equal(await isAlive(tokens.access_token), true);
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 1_800_000 });
    try {
      assert.equal(await isAlive(tokens.access_token), true);
      const other = world.addApplication();
      assert.equal((await redeem(world, other, { code })).status, 400);
      assert.equal(await isAlive(tokens.access_token), true, 'another application ends nothing');
      const again = await redeem(world, klip, { code });
      assert.equal(((await again.json()) as { error: string }).error, 'invalid_grant');
      assert.equal(await isAlive(tokens.access_token), false);
    } finally {
      mock.timers.reset();
    }
  });

  test('after the session that a login began in was left in another tab still comes to the application', async () => {
    const browser = world.browser();
    const person = world.addPerson([forCompany]);
    await world.authorize(browser, asking(klip), person);
    const begun = await browser.follow(
      world.authorizationUrl(asking(klip, { prompt: 'login' })),
      `${world.issuer}/`,
    );
    await browser.get(`${world.issuer}/v1/logout`);
    assert.ok(begun.location);
    const back = await world.logIn(browser, begun.location, person);
    assert.ok(back.searchParams.get('code'));
  });

  test('long after the login, later than the application allows (max_age), leads to another login', async () => {
    const browser = world.browser();
    const { location } = await finished(browser, { max_age: '60' });
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 600_000 });
    try {
      const back = await browser.get(location);
      assert.match(back.headers.get('location') ?? '', /\/login\//);
      const again = await browser.get(location);
      assert.equal(again.headers.get('location'), back.headers.get('location'), 'and to the same one again');
      const response = await world.logIn(
        browser,
        new URL(back.headers.get('location') ?? ''),
        world.addPerson([forCompany]),
      );
      assert.ok(response.searchParams.get('code'));
    } finally {
      mock.timers.reset();
    }
  });
});
