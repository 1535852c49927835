import {
  countryOfCode,
  type ImportedOrganisation,
  parseOrganisationCode,
  parseTargetGroup,
  type TargetGroup,
} from '../../domain/organisation/index.ts';
import { type Cell, read, readNeededText, readOptionalNumber, refused } from './cells.ts';
import { type ParsedRow, rowFrom } from './row.ts';

/** The header of an `organisation import` file. */
export const organisationColumns = {
  target_group: 'EA, LB, GID, OV or VER. Must be there.',
  code: 'EA: enterprise number, or country:number for a foreign organisation; LB: enterprise number, OVO code or NIS code; GID: OVO code; OV: institution number; VER: V-code. Must be there.',
  name: 'As people know it. Must be there.',
  legal_representative_national_number:
    'Who represents it by law; several rows for several people. Where an organisation names some, those it no longer names end.',
  head_administrator_national_number: 'Who manages its people here; only ever added.',
} as const;

const CODES: Readonly<Record<Exclude<TargetGroup, 'BUR'>, string>> = {
  EA: 'an enterprise number, or country:number for a foreign organisation',
  LB: 'an enterprise number, OVO code or NIS code',
  GID: 'an OVO code',
  OV: 'an institution number',
  VER: 'a V-code',
};

/** Reads one row of organisations. The people in it may be missing. */
export function parseOrganisationRow(
  cells: Readonly<Record<keyof typeof organisationColumns, string>>,
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
