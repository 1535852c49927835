import type { CaseId } from './model.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads the id of a case: a UUID in lower case; `null` when it is not one. */
export function parseCaseId(text: string): CaseId | null {
  return UUID.test(text) ? (text as CaseId) : null;
}
