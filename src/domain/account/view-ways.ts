import type { EidasLink } from '../identity-matching/index.ts';
import { type LoginMeansCode, loginMeans, meansOfApplications } from '../login-means/index.ts';
import type { AccountOwner } from './model.ts';
import type { OwnMeans } from './own-logins.ts';
import { act } from './world.ts';

/** How somebody gets in besides their own keys. */
export type WaysView = {
  readonly eids: readonly (Pick<EidasLink, 'id' | 'country' | 'linkedAt'> & {
    /** It is what this login rests on. */
    readonly isInUse: boolean;
  })[];
  /** What they used, what they blocked, and what this installation has besides; the strongest first. */
  readonly means: readonly (OwnMeans & { readonly isInUse: boolean })[];
};

/** The eIDs and means of somebody. */
export const viewWays = act(
  ['links', 'ownLogins'],
  async ({ stores, world, now }, { owner }: { readonly owner: AccountOwner }): Promise<WaysView> => {
    const { person, authentication } = owner;
    const { means: used } = await stores.ownLogins.of(person);
    const here = (await world.settings.tiles(now)).flatMap(({ means }) => means);
    const shown = meansOfApplications.filter(
      (code) => here.includes(code) || used.some((each) => each.code === code),
    );
    return {
      eids: (await stores.links.liveOf(person)).map(({ id, country, linkedAt }) => ({
        id,
        country,
        linkedAt,
        isInUse: authentication.link === id,
      })),
      means: shown.toSorted(byStrength).map((code) => ({
        ...(used.find((each) => each.code === code) ?? never(code)),
        isInUse: authentication.means === code,
      })),
    };
  },
);

function never(code: LoginMeansCode): OwnMeans {
  return { code, firstUsedAt: null, lastUsedAt: null, blockedAt: null };
}

const strength = { high: 0, substantial: 1, low: 2 } as const;

function byStrength(one: LoginMeansCode, other: LoginMeansCode): number {
  return strength[loginMeans[one].assurance] - strength[loginMeans[other].assurance];
}
