import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { OidcApplication } from '../../src/domain/application/index.ts';
import { type CountingProxy, openCountingProxy, type Traffic } from '../support/counting-proxy.ts';
import { loginBudget, type Spent, spentOn } from '../support/login-budget.ts';
import { nameOfRequest, nextOfLogin } from '../support/login-way.ts';
import { enterprise, linkTo, personWith } from '../support/open-test-store.ts';
import { openPlainBrowser, type PlainBrowser } from '../support/plain-browser.ts';
import {
  type Answered,
  openTwoPlatforms,
  type SentRequest,
  type TwoPlatforms,
} from '../support/two-platforms.ts';

type Hop = { readonly request: string; readonly traffic: Traffic };

const SECRET = 'kept-secret-of-the-application';

/** Times that a walk is done before it counts: connections are open then, and what is cached is there. */
const WARMING = 3;

describe('what a login costs', () => {
  let platforms: TwoPlatforms;
  let proxy: CountingProxy;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    platforms = await openTwoPlatforms({ after: (work) => void endings.push(work) }, async (url) => {
      proxy = await openCountingProxy(url);
      return proxy.url;
    });
    endings.push(() => proxy.close());
    await putPeople(platforms);
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  /** Sends requests through one browser, each counted by itself. */
  const openCounted = () => {
    const browser = openPlainBrowser(platforms);
    const hops: Hop[] = [];
    const ask = async (sent: SentRequest, send: PlainBrowser['send'] = browser.send): Promise<Answered> => {
      const [answered, traffic] = await proxy.during(() => send(0, sent));
      const { method = 'GET', url } = sent;
      hops.push({ request: nameOfRequest(method, new URL(url, platforms.origin).href), traffic });
      return answered;
    };
    return { hops, ask };
  };
  type Counted = ReturnType<typeof openCounted>;

  /** From the authorization request to the code, as the person presses what each page shows. */
  const logIn = async (
    { ask }: Counted,
    application: OidcApplication,
    identifier: string,
  ): Promise<string> => {
    const query = {
      client_id: application.id,
      redirect_uri: application.redirectUris[0] ?? '',
      response_type: 'code',
      scope: 'openid vo',
    };
    let url = new URL(`/op/v1/auth?${new URLSearchParams(query)}`, platforms.origin).href;
    let answered = await ask({ url });
    for (;;) {
      const next = nextOfLogin({ url, location: answered.headers.get('location'), text: answered.text });
      if (next.kind === 'arrived') return next.code;
      if (next.kind === 'country') {
        url = new URL('/eidas/acs', platforms.origin).href;
        const fields = { SAMLResponse: platforms.answer(next.request, { kind: 'person', identifier }) };
        // A post of another site carries no cookie of ours.
        answered = await ask({ method: 'POST', url, fields }, platforms.send);
      } else {
        url = next.url;
        answered = await ask(next.fields ? { method: 'POST', url, fields: next.fields } : { url });
      }
    }
  };
  const basic = ({ id }: OidcApplication) => ({
    authorization: `Basic ${Buffer.from(`${id}:${SECRET}`).toString('base64')}`,
  });
  const redeem = async ({ ask }: Counted, application: OidcApplication, code: string): Promise<string> => {
    const answered = await ask(
      {
        method: 'POST',
        url: '/op/v1/token',
        headers: basic(application),
        fields: { grant_type: 'authorization_code', code, redirect_uri: application.redirectUris[0] ?? '' },
      },
      platforms.send,
    );
    assert.equal(answered.status, 200, answered.text);
    return (JSON.parse(answered.text) as { access_token: string }).access_token;
  };
  const askWho = async ({ ask }: Counted, token: string): Promise<void> => {
    const headers = { authorization: `Bearer ${token}` };
    const answered = await ask({ url: '/op/v1/userinfo', headers }, platforms.send);
    assert.equal(answered.status, 200, answered.text);
  };
  const introspect = async ({ ask }: Counted, application: OidcApplication, token: string): Promise<void> => {
    const answered = await ask(
      { method: 'POST', url: '/op/v1/introspect', headers: basic(application), fields: { token } },
      platforms.send,
    );
    assert.equal((JSON.parse(answered.text) as { active: boolean }).active, true);
  };
  /** A whole login; gives the token. */
  const walk = async (
    counted: Counted,
    application: OidcApplication,
    identifier: string,
  ): Promise<string> => {
    const token = await redeem(counted, application, await logIn(counted, application, identifier));
    await askWho(counted, token);
    return token;
  };
  const afterWarming = async (work: (counted: Counted) => Promise<unknown>): Promise<readonly Hop[]> => {
    for (let time = 0; time < WARMING; time += 1) await work(openCounted());
    const counted = openCounted();
    await work(counted);
    return counted.hops;
  };

  test('is within its budget, from the authorization request to userinfo, where there is nothing to choose', async () => {
    const hops = await afterWarming((counted) => walk(counted, platforms.applications.klip, 'one'));
    expectWithin(hops, loginBudget.login);
  });

  test('is one request and one choice more for somebody who may act for two', async () => {
    const hops = await afterWarming((counted) => walk(counted, platforms.applications.klip, 'two'));
    expectWithin(hops, loginBudget.loginWithChoice);
  });

  test('is a fraction in the next application, with the session of the first', async () => {
    const hops = await afterWarming(async (counted) => {
      await walk(counted, platforms.applications.klip, 'one');
      counted.hops.length = 0;
      await walk(counted, platforms.applications.gipod, 'one');
    });
    expectWithin(hops, loginBudget.singleSignOn);
  });

  test('is what the application asks besides: its token, whether that lives, and who it is about', async () => {
    const [token, userinfo, introspection] = await afterWarming(async (counted) => {
      const { klip } = platforms.applications;
      const code = await logIn(counted, klip, 'one');
      counted.hops.length = 0;
      const given = await redeem(counted, klip, code);
      await askWho(counted, given);
      await introspect(counted, klip, given);
    });
    assert.ok(token && userinfo && introspection);
    expectWithin([token], loginBudget.token);
    expectWithin([userinfo], loginBudget.userinfo);
    expectWithin([introspection], loginBudget.introspection);
  });

  // Plans are made once for each connection, often while the tables are still small: a table that such a plan reads whole is read whole for good.
  test('reads no table from end to end, by plans that were made when the tables were empty', async () => {
    const hops = await afterWarming(async (counted) => {
      const { klip, gipod } = platforms.applications;
      await introspect(counted, klip, await walk(counted, klip, 'two'));
      await walk(counted, gipod, 'two');
    });
    const statements = hops.flatMap(({ traffic }) => traffic.statements);
    assert.ok(statements.every(({ buffers }) => buffers > 0));
    const whole = statements.filter(({ readWhole }) => readWhole.length > 0);
    assert.deepEqual(
      whole.map(({ name, readWhole }) => `${name.slice(0, 60)}: ${readWhole.join(', ')}`),
      [],
    );
  });
});

function expectWithin(hops: readonly Hop[], most: Spent): void {
  const spent = spentOn(hops.map(({ traffic }) => traffic));
  const table = hops.map(({ request, traffic }) => {
    const names = traffic.statements.map(({ name }) => name.replace(/\s+/g, ' ').slice(0, 200)).join(', ');
    return `${request}: ${traffic.packets} packets, ${traffic.waited} waits, ${traffic.unwaited} that do not: ${names}`;
  });
  for (const what of ['requests', 'statements', 'packets', 'waits'] as const)
    assert.ok(
      spent[what] <= most[what],
      `${spent[what]} ${what} instead of ${most[what]}:\n${table.join('\n')}`,
    );
}

/** Somebody who may act for one enterprise, and somebody who may for two; the applications are for enterprises alone. */
async function putPeople({ store, applications }: TwoPlatforms): Promise<void> {
  await store.inTransaction(
    ['applications', 'persons', 'links', 'organisations'],
    async ({ applications: kept, persons, links, organisations }) => {
      for (const each of Object.values(applications))
        await kept.put({ ...each, openTo: [{ targetGroup: 'EA', level: 'organisation' }] });
      const own = [
        await organisations.put(enterprise('0403170701')),
        await organisations.put(enterprise('0202239951')),
      ];
      for (const [identifier, count] of [
        ['one', 1],
        ['two', 2],
      ] as const) {
        const person = await persons.add(personWith());
        await links.add(linkTo(person.id, `DE/BE/${identifier}`));
        for (const { id: organisation, validity } of own.slice(0, count))
          await organisations.addWorkRelation({
            id: randomUUID(),
            person: person.id,
            organisation,
            userType: 'permanent',
            email: `${identifier}@example.be`,
            validity,
          });
      }
    },
  );
}
