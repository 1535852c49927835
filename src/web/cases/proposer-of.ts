import type { ShownJoin } from '../../domain/joining/index.ts';
import type { PersonId } from '../../domain/person/index.ts';

/** Who proposed a join, by name; an operator is nobody of the desk. */
export function proposerOf(
  { join, names }: { readonly join: ShownJoin['join']; readonly names: ReadonlyMap<PersonId, string> },
  operator: string,
): string {
  return join.proposedBy.kind === 'operator' ? operator : (names.get(join.proposedBy.id) ?? '–');
}
