import { randomBytes, randomUUID } from 'node:crypto';
import { Redacted } from '../../src/base/redacted.ts';
import type { AccountKeyId } from '../../src/domain/account-keys/index.ts';
import {
  type MeansProvider,
  type OpenIdProvider,
  type Tile,
  tilesOf,
} from '../../src/domain/login-means/index.ts';
import type { Organisation } from '../../src/domain/organisation/index.ts';
import type { Person } from '../../src/domain/person/index.ts';
import {
  type AttemptId,
  type BrowserBinding,
  type OpenIdMeans,
  openOpenIdMeans,
} from '../../src/login/index.ts';
import { openBoundedFetch } from '../../src/outside/providers/open-bounded-fetch.ts';
import { openUpstream } from '../../src/protocols/upstream/index.ts';
import { openKeyTest } from './account-keys.ts';
import { type HostileProvider, openHostileProvider } from './hostile-provider.ts';
import { type LoginWalk, openLoginWalk, ownBrowser } from './login-walk.ts';
import { enterprise, personWith, type TestContext } from './open-test-store.ts';
import { levelOf, providerCode } from './provider-examples.ts';

const ORIGIN = 'https://sluis.example';

export type UpstreamWalk = Awaited<ReturnType<typeof openUpstreamWalk>>;

/** Logins at a federal provider and at the one of an organisation, on a real store. */
export async function openUpstreamWalk(context: TestContext) {
  const tiles: Tile[] = [];
  const walk: LoginWalk = await openLoginWalk(context, { tiles });
  const { now, store } = walk.test;
  const [federal, own]: readonly HostileProvider[] = [
    await openHostileProvider(now),
    await openHostileProvider(now),
  ];
  if (!federal || !own) throw new Error('no provider');
  context.after(() => federal.close());
  context.after(() => own.close());
  const organisation: Organisation = enterprise('0316380841');
  const staff = await own.row({
    code: providerCode('acme-idp'),
    levels: [levelOf('organisation', { acr: 'urn:acme:mfa' })],
    proves: {
      kind: 'account',
      organisation: organisation.id,
      domains: ['acme.example'],
      assurance: 'substantial',
    },
  });
  own.state.acr = 'urn:acme:mfa';
  const providers: MeansProvider[] = [await federal.row(), staff];
  tiles.push(...tilesOf(providers, now()));
  await store.inTransaction(['organisations'], ({ organisations }) => organisations.put(organisation));

  /** Another process on the same store; `afterReceiving`: what happens between the answer of a provider and what it leads to. */
  const start = ({ afterReceiving = async () => {} }: Starting = {}): OpenIdMeans => {
    const upstream = openUpstream({
      fetch: openBoundedFetch('this-machine'),
      clock: now,
      origin: ORIGIN,
      allowsPlainHttp: true,
    });
    return openOpenIdMeans({
      clock: now,
      randomness: {
        token: (bits = 256) => randomBytes(bits / 8).toString('base64url'),
        bytes: (count) => randomBytes(count),
        uuid: () => randomUUID(),
      },
      login: walk.login,
      upstream: {
        ...upstream,
        receive: async (...asked) => {
          const outcome = await upstream.receive(...asked);
          await afterReceiving();
          return outcome;
        },
      },
      providers: async () => providers,
      inTransaction: store.inTransaction,
      proofMilliseconds: 7_200_000,
    });
  };
  const workOf = (person: Person['id']) => ({
    id: randomUUID(),
    person,
    organisation: organisation.id,
    userType: 'permanent' as const,
    email: null,
    validity: { from: new Date('2020-01-01T00:00:00Z'), until: null },
  });
  const means = start();
  const { keys } = await openKeyTest(context, walk.test);

  return {
    walk,
    federal,
    own,
    organisation,
    providers,
    means,
    start,
    keys,
    begin: (over: Parameters<LoginWalk['begin']>[1] = {}) =>
      walk.begin(ownBrowser, { means: ['eid', 'itsme', 'csamtotp', 'organisation'], ...over }),
    /** Presses a tile; `address` on the page of organisations. */
    async press(id: AttemptId, code = 'eid', address: string | null = null) {
      const standing = await walk.login.standing(id, ownBrowser);
      const tile = tiles.find((each) => each.code === code);
      if (standing.kind !== 'standing' || !tile) throw new Error('it cannot be pressed');
      return means.leave({ standing, browser: ownBrowser, tile, address });
    },
    /** The answer of a provider to whoever was sent to this address. */
    answerTo(url: string, provider: HostileProvider = federal): string {
      return `?${provider.logIn(url)}`;
    },
    comeBack(search: string, { browser = ownBrowser, provider = 'fas', by = means }: ComingBy = {}) {
      const state = new URLSearchParams(search).get('state') ?? '';
      return by.comeBack({ provider, state, search, browser });
    },
    /** Somebody begins to work for the organisation. */
    employ: (person: Person['id']) =>
      store.inTransaction(['organisations'], ({ organisations }) =>
        organisations.addWorkRelation(workOf(person)),
      ),
    /** Somebody who works for the organisation, or not, and whose account there was bound to them, or not. */
    async addEmployee({ subject = 'a7c1f0' as string | null, works = true } = {}): Promise<Person> {
      const person = personWith();
      await store.inTransaction(['persons', 'organisations', 'accountKeys'], async (stores) => {
        await stores.persons.add(person);
        if (works) await stores.organisations.addWorkRelation(workOf(person.id));
        if (subject !== null) await stores.accountKeys.add(accountOf(person, staff, subject));
      });
      return person;
    },
  };
}

type Starting = { readonly afterReceiving?: () => Promise<void> };

type ComingBy = {
  readonly browser?: BrowserBinding;
  readonly provider?: string;
  readonly by?: OpenIdMeans;
};

function accountOf(person: Person, { issuer }: OpenIdProvider, subject: string) {
  const binding = { by: 'eid', assurance: 'substantial', counts: 'everywhere' } as const;
  const key = {
    id: randomUUID() as AccountKeyId,
    person: person.id,
    name: 'Acme',
    binding,
    boundAt: person.since,
    lastUsedAt: null,
    ended: null,
    kind: 'organisation-account',
    provider: issuer,
  } as const;
  return { key, subject: new Redacted(subject) };
}
