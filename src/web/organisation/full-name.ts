import type { RelationOfRights } from '../../domain/user-rights/index.ts';

/** What somebody is called. */
export function fullName({
  givenNames,
  familyName,
}: Pick<RelationOfRights, 'givenNames' | 'familyName'>): string {
  return `${givenNames} ${familyName}`.trim();
}
