import type { Language } from '../../base/language.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { CaseId, CaseRow } from '../../domain/casework/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { RegistrationReference } from '../../domain/registration/index.ts';

/** The columns of a row of a list: none of them is sealed. */
export const ROW_COLUMNS =
  'id, reference, name, country, origin, state, outcome, language, agent, submitted_at, target_at, due_on::text, replied_after, changed_at';

export type ListedRow = {
  id: string;
  reference: string;
  name: string;
  country: string;
  origin: CaseRow['origin'];
  state: CaseRow['state'];
  outcome: string | null;
  language: Language;
  agent: string | null;
  submitted_at: Date | null;
  target_at: Date | null;
  due_on: CalendarDate | null;
  replied_after: CaseRow['repliedAfter'];
  changed_at: Date;
};

/** A case as lists show it. */
export function readRow(row: ListedRow): CaseRow {
  return {
    id: row.id as CaseId,
    reference: row.reference as RegistrationReference,
    name: row.name,
    country: row.country,
    origin: row.origin,
    state: row.state,
    outcome: row.outcome,
    language: row.language,
    assignee: row.agent as PersonId | null,
    submittedAt: row.submitted_at,
    targetAt: row.target_at,
    dueOn: row.due_on,
    repliedAfter: row.replied_after,
    changedAt: row.changed_at,
  };
}
