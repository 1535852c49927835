import assert from 'node:assert/strict';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import pg from 'pg';
import type { OidcApplication } from '../../src/domain/application/index.ts';
import { type AttemptId, parseAttemptId } from '../../src/login/index.ts';
import { application } from './application-example.ts';
import { startCrashingPostgres } from './crashing-postgres.ts';
import { type Ending, freshDatabase } from './database.ts';
import { registeredAnna } from './login-walk.ts';
import { enterprise, linkTo, numberOf, personWith } from './open-test-store.ts';
import type { PostgresMaker } from './own-postgres.ts';
import { formsOf, type Landing, type PlainBrowser } from './plain-browser.ts';
import { type Answered, type CountryAnswer, openTwoPlatforms, type TwoPlatforms } from './two-platforms.ts';

/** Two processes on a database that can be crashed, and a login over HTTP, hop by hop. */
export type CrashScene = {
  readonly platforms: TwoPlatforms;
  /** Kills the database and starts it again: whatever was not forced to the disk is gone. */
  crash(): Promise<void>;
  /** From an application to the first page. */
  begin(browser: PlainBrowser, name?: ApplicationName): Promise<Landing>;
  /** On to Germany: the id of the request that the page posts there. */
  leave(browser: PlainBrowser, login: AttemptId): Promise<string>;
  /** Posts what Germany answered, as its page does: without a cookie. */
  post(message: string): Promise<Answered>;
  /** From the application to an answer that waits, and its address. */
  answered(browser: PlainBrowser, how: CountryAnswer, name?: ApplicationName): Promise<Waiting>;
  /** From the application to where the answer leads: a page, or the application. */
  arrive(browser: PlainBrowser, how: CountryAnswer, name?: ApplicationName): Promise<Landing>;
  /** Sends the form of a page that gives this answer. */
  press(browser: PlainBrowser, page: Landing, answer: string, fields?: Fields): Promise<Landing>;
  redeem(code: string, name?: ApplicationName, proof?: Fields): Promise<Told>;
  introspect(token: string, name?: ApplicationName): Promise<Told>;
  /** What the application that signs proves with who it is; `jti` may come once. */
  assertion(jti: string): Promise<Fields>;
  /** The kinds of all that the trail tells under this code, sorted. */
  trailOf(correlation: string): Promise<readonly string[]>;
  correlationOf(login: AttemptId): Promise<string>;
  /** How many refusals were counted, whether the trail tells of each or not. */
  countOfRefusals(): Promise<number>;
};

/** Two ordinary ones, one that asks before it is told anything, and one that proves who it is with a key. */
export type ApplicationName = 'klip' | 'gipod' | 'asking' | 'signing';
export type Waiting = {
  readonly login: AttemptId;
  readonly request: string;
  readonly message: string;
  readonly to: string;
};
export type Told = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
type Fields = Readonly<Record<string, string>>;
type Applications = Readonly<Record<ApplicationName, OidcApplication>>;

/** A citizen who is linked; somebody linked who may act for an enterprise too; and somebody who is in the register and not linked. */
export const known: CountryAnswer = { kind: 'person', identifier: 'known' };
export const director: CountryAnswer = { kind: 'person', identifier: 'director' };
export const stranger: CountryAnswer = { kind: 'person', identifier: 'stranger' };

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Opens it on the PostgreSQL of this maker. */
export async function openCrashScene(ending: Ending, maker: PostgresMaker): Promise<CrashScene> {
  const server = await startCrashingPostgres(maker);
  ending.after(server.stop);
  const database = await freshDatabase(undefined, server);
  const platforms = await openTwoPlatforms(ending, undefined, database);
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const applications: Applications = {
    ...platforms.applications,
    asking: { ...platforms.applications.klip, ...named('asking', '3'), confirmSharing: 'first' },
    signing: {
      ...platforms.applications.klip,
      ...named('signing', '4'),
      secret: null,
      jwks: { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'one' }] },
      clientAuthentication: ['private_key_jwt'],
    },
  };
  await fill(platforms, applications);
  await server.holdBack();
  const assertion = async (jti: string) => {
    const { id } = applications.signing;
    const signed = new SignJWT({ iss: id, sub: id, aud: `${platforms.origin}/op`, jti })
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
      .setIssuedAt()
      .setExpirationTime('3m');
    return { client_assertion_type: ASSERTION, client_assertion: await signed.sign(privateKey) };
  };
  const countOfRefusals = async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query('select coalesce(sum(count), 0)::int as count from refusal_counts');
    await client.end();
    return Number(rows[0]?.count);
  };
  return { platforms, crash: server.crash, assertion, countOfRefusals, ...walkOn(platforms, applications) };
}

function named(name: string, last: string): Partial<OidcApplication> {
  const { name: shown, redirectUris } = application(name);
  const id = `6f1c2f0e-6d0f-4b52-9d3a-0d6a4c1b7e1${last}` as OidcApplication['id'];
  return { id, name: shown, redirectUris };
}

async function fill({ store }: TwoPlatforms, applications: Applications): Promise<void> {
  const representative = numberOf('75010100170');
  await store.inTransaction(['applications', 'persons', 'links', 'register'], async (stores) => {
    for (const each of Object.values(applications)) await stores.applications.put(each);
    await stores.register.addPerson({ ...registeredAnna(), familyName: 'Müller' });
    for (const [identifier, number] of [
      ['known', numberOf('85073003328')],
      ['director', representative],
    ] as const) {
      const { id } = await stores.persons.add(personWith({ number }));
      await stores.links.add({ ...linkTo(id, `DE/BE/${identifier}`) });
    }
  });
  const organisations = await store.organisationImport.begin();
  const { code, name } = enterprise('0428759497');
  await organisations.addBatch([
    {
      targetGroup: 'EA',
      code,
      name,
      country: 'BE',
      legalRepresentative: representative,
      headAdministrator: representative,
    },
  ]);
  await organisations.commit();
}

function walkOn(
  platforms: TwoPlatforms,
  applications: Applications,
): Omit<CrashScene, 'platforms' | 'crash' | 'assertion' | 'countOfRefusals'> {
  const { store } = platforms;
  const begin: CrashScene['begin'] = (browser, name = 'klip') => {
    const { id, redirectUris } = applications[name];
    const asked = {
      client_id: id,
      redirect_uri: redirectUris[0] ?? '',
      response_type: 'code',
      scope: 'openid vo',
    };
    return browser.go(0, { url: `/op/v1/auth?${new URLSearchParams(asked)}` });
  };
  const leave: CrashScene['leave'] = async (browser, login) => {
    const page = await browser.go(1, { url: `/login/${login}/country/DE` });
    return requestIn(page) ?? assert.fail(`no request at ${page.url}: ${page.text.slice(0, 2000)}`);
  };
  const post: CrashScene['post'] = (message) =>
    platforms.send(0, { method: 'POST', url: '/eidas/acs', fields: { SAMLResponse: message } });
  const answered: CrashScene['answered'] = async (browser, how, name) => {
    const login = loginAt(await begin(browser, name));
    const request = await leave(browser, login);
    const message = platforms.answer(request, how);
    const { status, headers, text } = await post(message);
    assert.equal(status, 303, text);
    return { login, request, message, to: headers.get('location') ?? '' };
  };
  const ask = async (path: string, name: ApplicationName, fields: Fields): Promise<Told> => {
    const { id, secret } = applications[name];
    const authorization = `Basic ${Buffer.from(`${id}:${secret?.reveal()}`).toString('base64')}`;
    const answer = await platforms.send(1, {
      method: 'POST',
      url: `/op/v1/${path}`,
      fields,
      headers: { accept: 'application/json', ...(secret && { authorization }) },
    });
    return { status: answer.status, body: JSON.parse(answer.text) };
  };
  return {
    begin,
    leave,
    post,
    answered,
    arrive: async (browser, how, name) => {
      const { to } = await answered(browser, how, name);
      return browser.go(1, { url: to });
    },
    press(browser, page, answer, fields = {}) {
      const form = formsOf(page).find((each) => each.fields.answer === answer);
      assert.ok(form, `no form gives ${answer} at ${page.url}`);
      return browser.go(0, { method: 'POST', url: form.action, fields: { ...form.fields, ...fields } });
    },
    redeem: (code, name = 'klip', proof = {}) =>
      ask('token', name, {
        grant_type: 'authorization_code',
        redirect_uri: applications[name].redirectUris[0] ?? '',
        code,
        ...proof,
      }),
    introspect: (token, name = 'klip') => ask('introspect', name, { token }),
    trailOf: async (correlation) => (await store.audit.list({ correlation })).map(({ kind }) => kind).sort(),
    correlationOf: async (login) =>
      (await store.attempts.find(login))?.correlation ?? assert.fail('no such login'),
  };
}

/** Which login a page is of: by its address, or by where its forms go. */
export function loginAt({ url, text }: Pick<Landing, 'url' | 'text'>): AttemptId {
  const [, id = ''] = /\/login\/([\w-]+)/.exec(`${url} ${text}`) ?? [];
  return parseAttemptId(id) ?? assert.fail(`no login at ${url}: ${text.slice(0, 500)}`);
}

/** The id of the request that a page posts to a country; `null` where it posts none. */
export function requestIn({ text }: Pick<Landing, 'text'>): string | null {
  const request = /name="SAMLRequest" value="([^"]+)"/.exec(text)?.[1] ?? '';
  return /\bID="([^"]+)"/.exec(Buffer.from(request, 'base64').toString())?.[1] ?? null;
}

/** The code that an application was given. */
export function codeIn({ away, url, text }: Landing): string {
  return away?.searchParams.get('code') ?? assert.fail(`no code at ${url}: ${text.slice(0, 2000)}`);
}
