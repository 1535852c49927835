import type { Applicant } from './model.ts';

/** The name as people read it. Whoever has one name only is sent with a dash for the other by some countries. */
export function displayName({
  givenNames,
  familyName,
}: Pick<Applicant, 'givenNames' | 'familyName'>): string {
  return [givenNames.latin, familyName.latin].filter((name) => name !== '' && name !== '-').join(' ');
}
