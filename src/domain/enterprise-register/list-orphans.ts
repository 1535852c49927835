import type { OrganisationId } from '../organisation/index.ts';
import type { Orphan } from './model.ts';
import type { OrphanStore } from './ports.ts';

const PAGE = 50;

/** A page of the organisations in which nobody decides, for the administrators of the platform. `next`: after whom more may follow. */
export async function listOrphans(
  { orphans }: { readonly orphans: Pick<OrphanStore, 'list'> },
  { at, after }: { readonly at: Date; readonly after: OrganisationId | null },
): Promise<{ readonly orphans: readonly Orphan[]; readonly next: OrganisationId | null }> {
  const found = await orphans.list({ at, after, most: PAGE });
  return { orphans: found, next: found.length < PAGE ? null : (found.at(-1)?.id ?? null) };
}
