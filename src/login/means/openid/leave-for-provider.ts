import { SECOND } from '../../../base/time.ts';
import type { LoginMeansCode, OpenIdProvider, Tile } from '../../../domain/login-means/index.ts';
import { type Attempt, type BrowserBinding, spokenIn } from '../../attempt.ts';
import type { Arrival } from '../../view.ts';
import type { LoginStanding, Waiting } from '../proof.ts';
import { providerOf, providerOfAddress } from './find-provider.ts';
import { type KeptRequest, readKept, requestOf } from './request-kept.ts';
import type { OpenIdMeansWorld } from './world.ts';

/** A tile that somebody pressed, or the mail address that they gave on the page of organisations. */
export type WayToProvider = {
  readonly standing: Extract<LoginStanding, { readonly kind: 'standing' }>;
  readonly browser: BrowserBinding;
  readonly tile: Tile;
  /** Of a member of an organisation's staff, by which its provider is found. */
  readonly address?: string | null;
  /** The mark with which they were sent there before, from a page that knows of it. */
  readonly after?: string | null;
};

export type LeftForProvider =
  | { readonly kind: 'to-provider'; readonly url: string; readonly mark: string }
  /** No organisation here has mail addresses like this one. */
  | { readonly kind: 'unknown-organisation' }
  | { readonly kind: 'arrived'; readonly arrival: Arrival };

/** Sends somebody to the provider of a tile. The provider is looked at first: nobody waits for one that cannot be reached. */
export async function leaveForProvider(
  world: OpenIdMeansWorld,
  way: WayToProvider,
): Promise<LeftForProvider> {
  const { login, randomness } = world;
  const { standing, browser, tile, address = null } = way;
  const { id } = standing.attempt;
  const providers = await world.providers();
  const at = world.clock();
  const provider =
    address === null ? providerOf(providers, tile.provider, at) : providerOfAddress(providers, address, at);
  if (provider === null) {
    return address === null
      ? { kind: 'arrived', arrival: { kind: 'moved', attempt: standing.attempt } }
      : { kind: 'unknown-organisation' };
  }
  const [means] = tile.means;
  if (means === undefined) throw new Error(`the tile ${tile.code} has no means`);
  const kept = askOf(world, way, { provider: provider.code, means });
  const mark = randomness.token();
  const departure = await departBy(world, provider, kept, { attempt: standing.attempt, mark, sentAt: at });
  if (departure.kind === 'unavailable') {
    const failing = {
      mark: null,
      tile: tile.code,
      failure: 'unavailable',
      detail: departure.reason,
    } as const;
    return { kind: 'arrived', arrival: await login.fail(id, browser, failing) };
  }
  const left = await login.leave(id, browser, { tile: tile.code, mark, kept, after: afterOf(way, kept) });
  if (left.kind !== 'left') return { kind: 'arrived', arrival: left };
  if (!left.repeats) return { kind: 'to-provider', url: departure.url, mark };
  const { waiting, attempt } = left;
  const there = await wayThere(world, { ...standing, attempt, waiting });
  return there === null
    ? { kind: 'arrived', arrival: { kind: 'moved', attempt } }
    : { kind: 'to-provider', url: there.url, mark: waiting.mark };
}

/** The way to the provider where a login waits already, as it was; `null` where it waits for none, or that cannot be reached. */
export async function wayThere(
  world: OpenIdMeansWorld,
  standing: WayToProvider['standing'],
): Promise<{ readonly url: string; readonly provider: OpenIdProvider } | null> {
  const { waiting } = standing;
  const kept = waiting && readKept(waiting);
  const provider = kept && providerOf(await world.providers(), kept.provider, world.clock());
  if (!waiting || !kept || !provider) return null;
  const departure = await departBy(world, provider, kept, { attempt: standing.attempt, ...waiting });
  return departure.kind === 'ready' ? { url: departure.url, provider } : null;
}

function departBy(
  { upstream }: Pick<OpenIdMeansWorld, 'upstream'>,
  provider: OpenIdProvider,
  kept: KeptRequest,
  { attempt, mark, sentAt }: { readonly attempt: Attempt } & Pick<Waiting, 'mark' | 'sentAt'>,
) {
  const { isForced, loginHint, assurance } = kept;
  const wish = { isForced, loginHint, assurance, languages: [spokenIn(attempt)] };
  return upstream.depart(provider, requestOf(kept, attempt.id, { mark, sentAt }), wish);
}

function askOf(
  { randomness, proofMilliseconds }: OpenIdMeansWorld,
  { standing, address = null }: WayToProvider,
  { provider, means }: { readonly provider: string; readonly means: LoginMeansCode },
): KeptRequest {
  const { request } = standing.attempt;
  const isForced = request.isForced === true;
  const longest = proofMilliseconds / SECOND;
  const maxAge = isForced ? 0 : (request.maxAgeSeconds ?? longest);
  return {
    provider,
    means,
    nonce: randomness.token(),
    verifier: randomness.token(),
    maxAgeSeconds: Math.min(maxAge, longest),
    isAgeAsked: isForced || (request.maxAgeSeconds ?? null) !== null,
    isForced,
    loginHint: address,
    assurance: standing.application.assurance,
  };
}

/** A link that is followed twice leads there as it did: but not to another provider, and not with another address. */
function afterOf({ standing, after = null }: WayToProvider, kept: KeptRequest): string | null {
  const { waiting } = standing;
  const before = waiting && readKept(waiting);
  const isSame =
    before === null || (before.provider === kept.provider && before.loginHint === kept.loginHint);
  return isSame ? after : (waiting?.mark ?? null);
}
