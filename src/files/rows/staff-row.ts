import { plainTyping } from '../../base/visible-text.ts';
import { parseOrganisationCode } from '../../domain/organisation/index.ts';
import { type ImportedStaffRight, staffRightCodes } from '../../domain/staff/index.ts';
import { type Cell, read, readDay, readEndDay, readNumber, refused } from './cells.ts';
import { type ParsedRow, rowFrom } from './row.ts';

/** The header of a `staff import` file. */
export const staffColumns = {
  national_number: 'Of the member of staff; spaces, dots, dashes and slashes are ignored. Must be there.',
  target_group: 'GID or LB, of the organisation that the person works for. Must be there.',
  organisation_code:
    'GID: OVO code; LB: enterprise number, OVO code or NIS code. Of an organisation that was imported. Must be there.',
  right: 'Dossierbehandelaar, Dossierverantwoordelijke or Registratieambtenaar. Must be there.',
  valid_from: 'YYYY-MM-DD; days begin at midnight in Brussels. Must be there.',
  valid_until: 'YYYY-MM-DD, the first day without the right; empty: it does not end.',
} as const;

const GROUPS = ['GID', 'LB'] as const;
const RIGHTS = Object.values(staffRightCodes);

/** Reads one row of staff. Whether the organisation is known is for the store to say. */
export function parseStaffRow(
  cells: Readonly<Record<keyof typeof staffColumns, string>>,
  today: Date,
): ParsedRow<ImportedStaffRight> {
  const group = readGroup(cells.target_group);
  const from = readDay(cells.valid_from);
  const parsed = rowFrom({
    national_number: readNumber(cells.national_number, today),
    target_group: group,
    organisation_code: readCode(cells.organisation_code, group),
    right: readRight(cells.right),
    valid_from: from,
    valid_until: readEndDay(cells.valid_until, from),
  });
  if (parsed.kind === 'refused') return parsed;
  const { row } = parsed;
  return {
    kind: 'parsed',
    row: {
      number: row.national_number,
      targetGroup: row.target_group,
      code: row.organisation_code,
      right: row.right,
      from: row.valid_from,
      until: row.valid_until,
    },
  };
}

function readGroup(text: string): Cell<(typeof GROUPS)[number]> {
  const group = GROUPS.find((each) => each === plainTyping(text).toUpperCase());
  return group ? read(group) : refused(`must be one of ${GROUPS.join(', ')}`);
}

function readCode(text: string, group: Cell<(typeof GROUPS)[number]>): Cell<ImportedStaffRight['code']> {
  if (group.kind === 'refused') return refused('cannot be judged without its target group');
  const code = parseOrganisationCode(group.value, text);
  if (code !== null) return read(code);
  return refused(
    `must be ${group.value === 'GID' ? 'an OVO code' : 'an enterprise number, OVO code or NIS code'}`,
  );
}

function readRight(text: string): Cell<string> {
  const right = RIGHTS.find((each) => each.toLowerCase() === plainTyping(text).toLowerCase());
  return right ? read(right) : refused(`must be one of ${RIGHTS.join(', ')}`);
}
