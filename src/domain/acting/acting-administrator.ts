import type { Administrator } from '../administration/index.ts';
import type { ActingPerson } from './model.ts';

/** Whoever administers an organisation, as the person who acts. */
export function actingAdministrator(
  { person, organisation, basis, administration, scope }: Administrator,
  name: string,
): ActingPerson {
  return {
    person,
    name,
    authority: { kind: 'administrator', organisation: organisation.id, basis, administration, scope },
    reason: null,
  };
}
