import type { OrganisationCode, OrganisationId, TargetGroup } from '../organisation/index.ts';
import { affectedRights, type EffectOnRight, effectOn } from './compare-catalogues.ts';
import type { ApplicationId, Catalogue } from './model.ts';
import type { RightHolders } from './ports.ts';

/** People who are named at most: whoever reads it wants an idea of whom it concerns, and the counts. */
const MOST_NAMED = 50;

/** What a new version of a catalogue does to those who have rights. */
export type CatalogueEffects = {
  /** Per right and effect, how many rights of people. */
  readonly counts: readonly {
    readonly right: string;
    readonly kind: EffectOnRight['kind'];
    readonly count: number;
  }[];
  /** Some of them, by organisation. */
  readonly organisations: readonly {
    readonly targetGroup: TargetGroup;
    readonly code: OrganisationCode;
    readonly name: string;
    readonly people: readonly (EffectOnRight & { readonly name: string; readonly right: string })[];
  }[];
  /** Whether more people are concerned than are named. */
  readonly hasMore: boolean;
};

/** Looks at everybody who has a right of which the new version says something else, a page at a time. */
export async function effectsOf(
  holders: RightHolders,
  asked: {
    readonly application: ApplicationId;
    readonly before: Catalogue;
    readonly after: Catalogue;
    readonly at: Date;
  },
): Promise<CatalogueEffects> {
  const { application, before, after, at } = asked;
  const rights = affectedRights(before, after);
  const counts = new Map<string, CatalogueEffects['counts'][number]>();
  const named = new Map<OrganisationId, CatalogueEffects['organisations'][number]>();
  let people = 0;
  let last: string | null = null;
  while (rights.length > 0) {
    const page = await holders.page({ application, rights, at }, last);
    for (const holder of page) {
      const effect = effectOn(holder, before, after);
      if (effect === null) continue;
      const { kind } = effect;
      const key = `${holder.right} ${kind}`;
      counts.set(key, { right: holder.right, kind, count: (counts.get(key)?.count ?? 0) + 1 });
      people += 1;
      if (people > MOST_NAMED) continue;
      const of = named.get(holder.organisation);
      const one = { ...effect, name: holder.name, right: holder.right };
      named.set(holder.organisation, {
        targetGroup: holder.targetGroup,
        code: holder.organisationCode,
        name: holder.organisationName,
        people: [...(of?.people ?? []), one],
      });
    }
    const end = page.at(-1);
    if (end === undefined) break;
    last = end.id;
  }
  return {
    counts: [...counts.values()],
    organisations: [...named.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    hasMore: people > MOST_NAMED,
  };
}
