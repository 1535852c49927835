import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { BoundedFetch } from '../../src/base/bounded-fetch.ts';
import type { OpenIdProvider } from '../../src/domain/login-means/index.ts';
import type { UpstreamOutcome, UpstreamRequest, UpstreamWish } from '../../src/login/index.ts';
import { openBoundedFetch } from '../../src/outside/providers/open-bounded-fetch.ts';
import { openUpstream, type UpstreamRefusal } from '../../src/protocols/upstream/index.ts';
import { type HostileProvider, openHostileProvider, type Twist } from './hostile-provider.ts';

const ORIGIN = 'https://sluis.example';

/** A request as a login makes it. */
export function newRequest(over: Partial<UpstreamRequest> = {}): UpstreamRequest {
  const random = () => randomBytes(32).toString('base64url');
  return {
    provider: 'fas',
    state: `${random()}.${random()}`,
    nonce: random(),
    verifier: random(),
    means: 'eid',
    maxAgeSeconds: 7200,
    isAgeAsked: false,
    sentAt: new Date(),
    ...over,
  };
}

export const wish: UpstreamWish = {
  isForced: false,
  loginHint: null,
  languages: ['nl'],
  assurance: 'substantial',
};

export type Visit = {
  readonly row?: Partial<OpenIdProvider>;
  readonly request?: Partial<UpstreamRequest>;
  /** What comes between the provider and us. */
  readonly callback?: (honest: URLSearchParams) => URLSearchParams;
};

export type UpstreamScene = Awaited<ReturnType<typeof openUpstreamScene>>;

/** A provider on this machine, and Sluis as its client. */
export async function openUpstreamScene() {
  const moment = { shift: 0 };
  const clock = (): Date => new Date(Date.now() + moment.shift);
  const provider: HostileProvider = await openHostileProvider(clock);
  const asked: string[] = [];
  const plain = openBoundedFetch('this-machine');
  const fetch: BoundedFetch = (request) => {
    asked.push(request.url);
    return plain(request);
  };
  const open = () => openUpstream({ fetch, clock, origin: ORIGIN, allowsPlainHttp: true });
  const scene = { client: open() };

  /** One login from leaving to coming back. */
  async function logIn({
    row = {},
    request = {},
    callback = (honest) => honest,
  }: Visit = {}): Promise<UpstreamOutcome> {
    const described = await provider.row(row);
    const made = newRequest({ sentAt: clock(), ...request });
    const departure = await scene.client.depart(described, made, wish);
    if (departure.kind === 'unavailable') return departure;
    const back = callback(provider.logIn(departure.url));
    return scene.client.receive(described, made, `?${back}`);
  }

  return {
    provider,
    moment,
    asked,
    logIn,
    get client() {
      return scene.client;
    },
    /** A process that knows nothing of the provider yet. */
    startAnew(): void {
      scene.client = open();
      provider.behave();
      moment.shift = 0;
      asked.length = 0;
      provider.seen.length = 0;
    },
    /** The honest login is accepted; what is twisted is refused with exactly this code. */
    async refuses(code: UpstreamRefusal, twist: Partial<Twist>, visit: Visit = {}): Promise<void> {
      assert.deepEqual(kindOf(await logIn({ row: visit.row ?? {} })), 'proven');
      provider.state.twist = { ...provider.state.twist, ...twist };
      assert.equal(kindOf(await logIn(visit)), `refused ${code}`);
    },
    close: () => provider.close(),
  };
}

/** `proven`, or why not. */
export function kindOf(outcome: UpstreamOutcome): string {
  switch (outcome.kind) {
    case 'refused':
      return `refused ${outcome.code}`;
    case 'unavailable':
      return `unavailable ${outcome.reason}`;
    case 'failed':
      return `failed ${outcome.error}`;
    default:
      return outcome.kind;
  }
}
