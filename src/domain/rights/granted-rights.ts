import type { OrganisationCode } from '../organisation/index.ts';
import type { AccessPath } from './decide.ts';
import type { GrantedRight } from './model.ts';

/** The user rights by which somebody may act for an organisation: those with the same code once, with their contexts together. */
export function grantedBy(
  paths: readonly AccessPath[],
  organisation: OrganisationCode,
): readonly GrantedRight[] {
  const merged = new Map<string, GrantedRight>();
  for (const path of paths) {
    if (path.by !== 'right') continue;
    const { right } = path.right;
    const before = merged.get(right)?.contexts ?? [];
    merged.set(right, { right, contexts: [...new Set([...before, ...path.contexts])], organisation });
  }
  return [...merged.values()];
}
