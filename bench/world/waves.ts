import { createHash, randomBytes } from 'node:crypto';
import type { Application } from '../../src/domain/application/index.ts';
import { type Answer, openBrowser } from '../browser.ts';
import { callback, scopes, secret } from './people.ts';

/** CPU per login in milliseconds, by what was asked. */
export type Costs = ReadonlyMap<string, number>;

const AT_ONCE = 4;

/** Does the same for many, a few at a time. */
export async function inTurns<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/**
 * Walks many visitors through the same steps, wave by wave, so that the cost of each kind of request can be told from the
 * others. What is done between `before` and the request itself is not counted: it is the driver's own work.
 */
export async function walkInWaves<Visitor>(
  visitors: readonly Visitor[],
  steps: readonly Step<Visitor>[],
  cpu: () => Promise<number>,
): Promise<Costs> {
  const costs = new Map<string, number>();
  for (const { name, prepare, take } of steps) {
    for (const visitor of visitors) prepare?.(visitor);
    const before = await cpu();
    await inTurns(visitors, take);
    costs.set(name, (costs.get(name) ?? 0) + ((await cpu()) - before) / visitors.length);
  }
  return costs;
}

export type Step<Visitor> = {
  readonly name: string;
  prepare?(visitor: Visitor): void;
  take(visitor: Visitor): Promise<void>;
};

/** A relying party's side of one login: the request it sends, and the code it redeems. */
export type Party = {
  readonly browser: ReturnType<typeof openBrowser>;
  readonly authorization: string;
  redeem(code: string): Promise<Answer>;
};

/** A relying party with PKCE, state and nonce, as `openid-client` would be. */
export function openParty(
  application: Pick<Application, 'id'>,
  authorizationEndpoint: string,
  tokenEndpoint: string,
): Party {
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
  const headers = { authorization: basic(application.id) };
  return {
    browser: openBrowser(),
    authorization: `${authorizationEndpoint}?${query}`,
    redeem: (code) =>
      openBrowser().post(
        tokenEndpoint,
        { grant_type: 'authorization_code', redirect_uri: callback, code, code_verifier: verifier },
        headers,
      ),
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
