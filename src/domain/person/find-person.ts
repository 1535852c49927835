import { parsePersonId, parseSubjectIdentifier } from './identifiers.ts';
import type { PersonId } from './model.ts';
import type { PersonStore } from './ports.ts';

/** Somebody by internal id or by `sub`, as an operator names them; `null` when nobody is known by it. */
export async function findPersonBy(
  text: string,
  persons: Pick<PersonStore, 'find' | 'findBySubject'>,
): Promise<PersonId | null> {
  const [id, subject] = [parsePersonId(text), parseSubjectIdentifier(text)];
  if (id !== null) return (await persons.find(id))?.id ?? null;
  return subject === null ? null : ((await persons.findBySubject(subject))?.id ?? null);
}
