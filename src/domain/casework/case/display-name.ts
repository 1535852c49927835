import { isNoName } from '../../identity-matching/index.ts';
import type { Applicant } from './model.ts';

/** The name as people read it. Whoever has one name only is sent with a sign for the other by some countries. */
export function displayName({
  givenNames,
  familyName,
}: Pick<Applicant, 'givenNames' | 'familyName'>): string {
  const names = [givenNames.latin, familyName.latin];
  return names.filter((name) => !isNoName(name)).join(' ') || names.join(' ').trim();
}
