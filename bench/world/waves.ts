import { createHash, randomBytes } from 'node:crypto';
import type { OidcApplication } from '../../src/domain/application/index.ts';
import { type Answer, openBrowser } from '../browser.ts';
import { callback, scopes, secret } from './people.ts';

/** CPU in milliseconds: of the server's process, and of PostgreSQL. */
export type Cpu = { readonly node: number; readonly postgres: number };

/** CPU per login, by what was asked. */
export type Costs = ReadonlyMap<string, Cpu>;

/** One request, and what comes after it, or `null` at the end. What is done to prepare it is the driver's own work, and not counted. */
export type Step = {
  readonly name: string;
  prepare?(): void;
  take(): Promise<Step | null>;
};

/** One on the way. */
export type Walker = { next: Step | null };

/** Takes the next step. */
export async function goOn(walker: Walker): Promise<void> {
  walker.next = (await walker.next?.take()) ?? null;
}

export type WaveOptions = {
  readonly meter?: () => Promise<Cpu>;
  readonly atOnce?: number;
  /** Stops before this step. */
  readonly until?: string;
};

const AT_ONCE = 4;

/** Does the same for many, a few at a time. */
export async function inTurns<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  atOnce = AT_ONCE,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/**
 * Walks many through the same steps, wave by wave, so that the cost of each kind of request can be told from the others. Throws when
 * they do not all go the same way.
 */
export async function walkInWaves(
  walkers: readonly Walker[],
  { meter = async () => ({ node: 0, postgres: 0 }), atOnce = AT_ONCE, until }: WaveOptions = {},
): Promise<Costs> {
  const costs = new Map<string, Cpu>();
  for (;;) {
    const [name, ...others] = new Set(walkers.map(({ next }) => next?.name));
    if (others.length > 0) throw new Error(`they do not go the same way: ${[name, ...others].join(', ')}`);
    if (name === undefined || name === until) return costs;
    for (const { next } of walkers) next?.prepare?.();
    const before = await meter();
    await inTurns(walkers, goOn, atOnce);
    const after = await meter();
    const known = costs.get(name) ?? { node: 0, postgres: 0 };
    costs.set(name, {
      node: known.node + (after.node - before.node) / walkers.length,
      postgres: known.postgres + (after.postgres - before.postgres) / walkers.length,
    });
  }
}

/** What a whole login costs. */
export function totalOf(costs: Costs): Cpu {
  const each = [...costs.values()];
  return {
    node: each.reduce((sum, { node }) => sum + node, 0),
    postgres: each.reduce((sum, { postgres }) => sum + postgres, 0),
  };
}

/** Where a provider is asked. */
export type Endpoints = { readonly authorization: string; readonly token: string; readonly userinfo: string };

/** A relying party's side of one login: the request it sends, the code it redeems, and whom it asks about. */
export type Party = {
  readonly authorization: string;
  /** The access token for a code. */
  redeem(code: string): Promise<string>;
  askWho(token: string): Promise<void>;
};

/** A relying party with PKCE, state and nonce, as `openid-client` would be. */
export function openParty(application: Pick<OidcApplication, 'id'>, endpoints: Endpoints): Party {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: application.id,
    redirect_uri: callback,
    scope: scopes,
    state: randomBytes(16).toString('base64url'),
    nonce: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const fields = { grant_type: 'authorization_code', redirect_uri: callback, code_verifier: verifier };
  const server = openBrowser();
  return {
    authorization: `${endpoints.authorization}?${query}`,
    async redeem(code) {
      const headers = { authorization: basic(application.id) };
      const answer = await server.post(endpoints.token, { ...fields, code }, headers);
      return (JSON.parse(expect(answer, 200, 'token').body) as { access_token: string }).access_token;
    },
    async askWho(token) {
      const headers = { authorization: `Bearer ${token}` };
      expect(await server.get(endpoints.userinfo, headers), 200, 'userinfo');
    },
  };
}

/** What an application does with its code: two requests, and then it is over. */
export function redeemAndAsk(
  party: Party,
  code: string,
  names: { readonly token: string; readonly userinfo: string },
  keep: (token: string) => void,
): Step {
  return {
    name: names.token,
    async take() {
      const token = await party.redeem(code);
      keep(token);
      return {
        name: names.userinfo,
        async take() {
          await party.askWho(token);
          return null;
        },
      };
    },
  };
}

/** HTTP Basic of the application of the bench. */
export function basic(id: string): string {
  return `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
}

/** Throws when an answer is not what the walk needs: a bench of failures would be fast and worthless. */
export function expect(answer: Answer, status: number, what: string): Answer {
  if (answer.status === status) return answer;
  const text = answer.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 400);
  throw new Error(`${what}: ${answer.status} instead of ${status}: ${text}`);
}

/** The address that an answer leads to. */
export function locationOf(answer: Answer, base: string, what: string): string {
  if (answer.location === null) throw new Error(`${what} leads nowhere (${answer.status})`);
  return new URL(answer.location, base).href;
}

/** The code in the address of the application. */
export function codeIn(address: string): string {
  const code = new URL(address).searchParams.get('code');
  if (code === null) throw new Error(`no code in ${address}`);
  return code;
}
