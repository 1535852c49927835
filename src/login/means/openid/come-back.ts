import { type AccountKey, useOrganisationAccount } from '../../../domain/account-keys/index.ts';
import { weakestOf } from '../../../domain/assurance/index.ts';
import { type OpenIdProvider, type TileCode, tilesOf } from '../../../domain/login-means/index.ts';
import type { OrganisationId } from '../../../domain/organisation/index.ts';
import { worksFor } from '../../../domain/rights/index.ts';
import type { BrowserBinding, UnboundAccount } from '../../attempt.ts';
import type { Arrival } from '../../view.ts';
import type { WaitingProtocol } from '../../waiting-protocol.ts';
import type { Failing, LoginStanding, Proving, Waiting } from '../proof.ts';
import { isOfDomains, providerOf } from './find-provider.ts';
import type { UpstreamClaims, UpstreamOutcome } from './ports.ts';
import { parseState, readKept, requestOf } from './request-kept.ts';
import type { OpenIdMeansWorld } from './world.ts';

/** Somebody who comes back from a provider, as their browser tells. */
export type ComingBack = {
  /** At whose address. */
  readonly provider: string;
  readonly state: string;
  readonly search: string;
  readonly browser: BrowserBinding;
};

/** `unknown`: it belongs to no login. */
export type CameBack = Arrival | { readonly kind: 'unknown' };

/** A proof, with what is kept of the key that it was given by. */
type Proved = Pick<Proving, 'proof' | 'use'>;
type Judged = Failing | Proved;
type Standing = Extract<LoginStanding, { readonly kind: 'standing' }>;

/**
 * What came back from a provider leads on, in the browser that was sent there. The request that waits is the one that it must answer, also
 * when its proof is there. What comes twice, too late, or after somebody chose otherwise, leads to where the login stands.
 */
export async function comeBack(
  world: OpenIdMeansWorld,
  { provider: code, state, search, browser }: ComingBack,
  protocol: WaitingProtocol | null,
): Promise<CameBack> {
  const { login, upstream } = world;
  const parsed = parseState(state);
  if (parsed === null) return { kind: 'unknown' };
  const { attempt: id, mark } = parsed;
  const standing = await login.standing(id, browser);
  if (standing.kind === 'problem') return standing;
  const { waiting, attempt } = standing;
  const kept = waiting && readKept(waiting);
  if (waiting === null || kept === null || waiting.mark !== mark || kept.provider !== code)
    return { kind: 'moved', attempt };
  const provider = providerOf(await world.providers(), code, world.clock());
  const outcome: UpstreamOutcome =
    provider === null
      ? { kind: 'unavailable', reason: 'closed' }
      : await upstream.receive(provider, requestOf(kept, id, waiting), search);
  const judged = await judge(world, outcome, { provider, waiting, standing });
  return 'proof' in judged
    ? // It was verified against the request that waited; a failure of the same answer, come twice, takes nothing from it.
      login.prove(id, browser, { mark, tile: waiting.tile, ...judged }, protocol)
    : login.fail(id, browser, judged);
}

async function judge(
  world: OpenIdMeansWorld,
  outcome: UpstreamOutcome,
  {
    provider,
    waiting,
    standing,
  }: { readonly provider: OpenIdProvider | null; readonly waiting: Waiting; readonly standing: Standing },
): Promise<Judged> {
  const failed = (failure: Failing['failure'], detail?: string): Failing => ({
    mark: waiting.mark,
    tile: waiting.tile,
    failure,
    ...(detail !== undefined && { detail }),
  });
  switch (outcome.kind) {
    case 'cancelled':
    case 'too-weak':
      return failed(outcome.kind);
    case 'failed':
      return failed('failed', outcome.error);
    case 'refused':
      return failed('not-accepted', outcome.code);
    case 'unavailable':
      return failed('unavailable', outcome.reason);
    // Too late for it, or the same answer counted elsewhere: then its proof comes first, whatever is said here.
    case 'used':
      return failed('failed', 'upstream.code');
    case 'proven': {
      if (provider === null) throw new Error('an answer was verified, of a provider that is not there');
      const proved = await proofOf(world, provider, { claims: outcome.claims, standing });
      if (typeof proved !== 'string') return proved;
      const unbound = proved === 'unknown-account' ? unboundOf(provider, outcome.claims) : null;
      return { ...failed(...failureOf(proved)), ...(unbound && { unbound }) };
    }
  }
}

/** Why verified claims are no proof here. */
type Objection = 'other-means' | 'mail-domain' | 'unknown-account' | 'no-work-relation';

function failureOf(objection: Objection): readonly [Failing['failure'], string?] {
  return objection === 'unknown-account' ? ['unknown-account'] : ['not-accepted', `upstream.${objection}`];
}

/** The account that led to nobody, for whoever proves in this login that it is theirs. */
function unboundOf(
  { proves }: OpenIdProvider,
  { issuer, subject, email }: UpstreamClaims,
): UnboundAccount | null {
  if (proves.kind !== 'account' || email === null) return null;
  return { issuer, subject, email, organisation: proves.organisation };
}

async function proofOf(
  world: OpenIdMeansWorld,
  provider: OpenIdProvider,
  { claims, standing }: { readonly claims: UpstreamClaims; readonly standing: Standing },
): Promise<Proved | Objection> {
  const { means, assurance, at, number } = claims;
  const tile = await tileOf(world, provider, means);
  if (tile === null) return 'other-means';
  const { proves: agreed } = provider;
  if (agreed.kind === 'account') {
    const { organisation } = agreed;
    const key = await keyOf(world, provider, { claims, standing, organisation });
    if (typeof key === 'string') return key;
    const { id, person, binding } = key;
    return {
      proof: {
        ...{ tile, means, at },
        assurance: weakestOf(assurance, agreed.assurance, binding.assurance),
        proves: { kind: 'account', person, key: id, organisation },
      },
      use: useOrganisationAccount(id),
    };
  }
  if (number === null) throw new Error('a provider that proves numbers told none');
  const names = claims.names ?? { givenNames: '', familyName: '' };
  return { proof: { tile, means, assurance, at, proves: { kind: 'number', number, ...names } } };
}

/** The tile of what was proved, which need not be the one that was pressed: at the provider one can choose something else. */
async function tileOf(
  { providers, clock }: OpenIdMeansWorld,
  { code, proves }: OpenIdProvider,
  means: UpstreamClaims['means'],
): Promise<TileCode | null> {
  const owner = proves.kind === 'account' ? null : code;
  const tile = tilesOf(await providers(), clock()).find(
    (each) => each.kind === 'openid' && each.provider === owner && each.means.includes(means),
  );
  return tile?.code ?? null;
}

/**
 * Whose account it is: of whom it was bound to, known by issuer and subject and by nothing else (OpenID Connect Core 5.7), as long as they
 * work for the organisation. The address says only that the organisation answers for the account.
 */
async function keyOf(
  { inTransaction, clock }: OpenIdMeansWorld,
  provider: OpenIdProvider,
  {
    claims: { issuer, subject, email },
    standing,
    organisation,
  }: {
    readonly claims: UpstreamClaims;
    readonly standing: Standing;
    readonly organisation: OrganisationId;
  },
): Promise<AccountKey | Objection> {
  if (email === null || !isOfDomains(provider, email)) return 'mail-domain';
  return inTransaction(['accountKeys', 'rights'], async ({ accountKeys, rights }) => {
    const key = await accountKeys.findOrganisationAccount(issuer, subject);
    if (key === null) return 'unknown-account';
    const { person } = key;
    const ties = await rights.tiesOf(person, standing.application.id);
    return worksFor({ person, ties, organisation, at: clock() }) ? key : 'no-work-relation';
  });
}
