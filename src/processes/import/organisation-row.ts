import {
  countryOfCode,
  parseOrganisationCode,
  parseTargetGroup,
  type TargetGroup,
} from '../../domain/organisation/index.ts';
import type { ImportedOrganisation } from '../../store/index.ts';
import { type Cell, read, readNeededText, readOptionalNumber, refused } from './cells.ts';
import { type ParsedRow, rowFrom } from './row.ts';

/** The header of an `organisation import` file. */
export const organisationColumns = [
  'target_group',
  'code',
  'name',
  'legal_representative_national_number',
  'head_administrator_national_number',
] as const;

const CODES: Readonly<Record<Exclude<TargetGroup, 'BUR'>, string>> = {
  EA: 'an enterprise number, or country:number for a foreign organisation',
  LB: 'an enterprise number, OVO code or NIS code',
  GID: 'an OVO code',
  OV: 'an institution number',
  VER: 'a V-code',
};

/** Reads one row of organisations. The people in it may be missing. */
export function parseOrganisationRow(
  cells: Readonly<Record<(typeof organisationColumns)[number], string>>,
  today: Date,
): ParsedRow<ImportedOrganisation> {
  const group = readGroup(cells.target_group);
  const parsed = rowFrom({
    target_group: group,
    code: readCode(cells.code, group),
    name: readNeededText(cells.name, 200),
    legal_representative_national_number: readOptionalNumber(
      cells.legal_representative_national_number,
      today,
    ),
    head_administrator_national_number: readOptionalNumber(cells.head_administrator_national_number, today),
  });
  if (parsed.kind === 'refused') return parsed;
  const { row } = parsed;
  const organisation: ImportedOrganisation = {
    targetGroup: row.target_group,
    code: row.code,
    name: row.name,
    country: countryOfCode(row.code),
    legalRepresentative: row.legal_representative_national_number,
    headAdministrator: row.head_administrator_national_number,
  };
  return { kind: 'parsed', row: organisation };
}

type Group = keyof typeof CODES;

function readGroup(text: string): Cell<Group> {
  const group = parseTargetGroup(text);
  return group === null || group === 'BUR'
    ? refused(`must be one of ${Object.keys(CODES).join(', ')}`)
    : read(group);
}

/** A code means something only in its target group: without one, the group alone is told. */
function readCode(text: string, group: Cell<Group>): Cell<ImportedOrganisation['code']> {
  const code = parseOrganisationCode(group.kind === 'read' ? group.value : 'EA', text);
  if (code !== null) return read(code);
  return refused(
    group.kind === 'read' ? `must be ${CODES[group.value]}` : 'cannot be judged without its target group',
  );
}
