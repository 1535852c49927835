import type { Closed, LoginMeansCode, Tile } from './model.ts';
import type { MeansProvider, OpenidProvider } from './provider.ts';
import {
  appCodeTile,
  certificateTile,
  eidasTile,
  emailCodeTile,
  organisationTile,
  passkeyTile,
  tileCodeOf,
} from './tile-code.ts';

type BuiltIn = Omit<Tile, 'provider' | 'name' | 'hint' | 'closed'>;

const eidas: BuiltIn = { code: eidasTile, kind: 'eidas', means: ['eidashigh', 'eidassubstantial'] };
const ownTiles: readonly BuiltIn[] = [
  { code: passkeyTile, kind: 'passkey', means: ['passkey', 'staffkey'] },
  { code: appCodeTile, kind: 'app-code', means: ['appcode'] },
  { code: emailCodeTile, kind: 'email-code', means: ['emailcode'] },
];

/**
 * The tiles of an installation: those of its providers and those that every installation has. A means of several providers has a tile for
 * each; all the organisations with a provider of their own share one.
 */
export function tilesOf(providers: readonly MeansProvider[], at: Date): readonly Tile[] {
  const now = providers.filter((each) => isValid(each, at));
  const [certificate] = now.filter(({ kind }) => kind === 'certificate');
  const openid = now.filter((each) => each.kind === 'openid');
  return [
    ...numberTiles(
      openid.filter(({ boundTo }) => boundTo === null),
      at,
    ),
    ...(certificate
      ? [
          ofProvider(
            { code: certificateTile, kind: 'certificate', means: ['eid', 'tlsclient'] },
            certificate,
            at,
          ),
        ]
      : []),
    bare(eidas),
    ...organisationTiles(openid, at),
    ...ownTiles.map((tile) => {
      const provider = now.find(({ kind }) => kind === tile.kind);
      return provider ? ofProvider(tile, provider, at) : bare(tile);
    }),
  ];
}

function isValid({ validFrom, validUntil }: MeansProvider, at: Date): boolean {
  return (validFrom === null || validFrom <= at) && (validUntil === null || at < validUntil);
}

/** A tile per means, named after it; where several providers have the same means, the first has the short name. */
function numberTiles(providers: readonly OpenidProvider[], at: Date): readonly Tile[] {
  const taken = new Set<LoginMeansCode>();
  return providers.flatMap((provider) => {
    const several = new Set(provider.levels.map(({ means }) => means));
    return [...several].map((means): Tile => {
      const isFirst = !taken.has(means);
      taken.add(means);
      const code = tileCodeOf(means, isFirst ? null : provider.code);
      return {
        code,
        kind: 'openid',
        provider: provider.code,
        means: [means],
        // A provider of one means names its tile; one of several names itself, and the means have names of their own.
        name: several.size === 1 ? provider.name : null,
        hint: several.size === 1 ? provider.hint : null,
        closed: closedAt(provider, at),
      };
    });
  });
}

function organisationTiles(providers: readonly OpenidProvider[], at: Date): readonly Tile[] {
  const bound = providers.filter(({ boundTo }) => boundTo !== null);
  if (bound.length === 0) return [];
  const open = bound.some((provider) => closedAt(provider, at) === null);
  const closed: Closed | null = open ? null : { reason: null, until: null };
  return [{ ...bare({ code: organisationTile, kind: 'openid', means: ['organisation'] }), closed }];
}

function bare(tile: BuiltIn): Tile {
  return { ...tile, provider: null, name: null, hint: null, closed: null };
}

function ofProvider(tile: BuiltIn, provider: MeansProvider, at: Date): Tile {
  const { code, name, hint } = provider;
  return { ...tile, provider: code, name, hint, closed: closedAt(provider, at) };
}

/** Whoever said until when it would last need not come back to open it. */
function closedAt({ status }: MeansProvider, at: Date): Closed | null {
  if (status.kind === 'open' || (status.until !== null && status.until <= at)) return null;
  return { reason: status.reason, until: status.until };
}
