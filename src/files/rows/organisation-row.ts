import { parseEmailAddress } from '../../base/typed/email-address.ts';
import { oneLine, plainTyping } from '../../base/visible-text.ts';
import { countryOfCode, type ImportedOrganisation } from '../../domain/organisation/index.ts';
import {
  type Cell,
  read,
  readEndDay,
  readNeededText,
  readOptionalDay,
  readOptionalNumber,
  readText,
  refused,
} from './cells.ts';
import { readCode, readGroup, readOtherCode, readVat } from './organisation-cells.ts';
import { type ParsedRow, rowFrom } from './row.ts';

/** The header of an `organisation import` file. */
export const organisationColumns = {
  target_group: 'EA, LB, GID, OV or VER. Must be there.',
  code: 'EA: enterprise number, or country:number for a foreign organisation; LB: enterprise number, OVO code or NIS code; GID: OVO code; OV: institution number; VER: V-code. Must be there.',
  name: 'As people know it. Must be there.',
  legal_representative_national_number:
    'Who represents it by law; several rows for several people. Where an organisation names some, those it no longer names end; - where nobody represents it any more, and all end.',
  head_administrator_national_number: 'Who manages its people here; only ever added.',
  parent_code:
    'Of the organisation of the same target group that it is a unit of; that one may come later in the file. Empty: it is no unit.',
  function: 'In which capacity the legal representative of this row acts.',
  email: 'Address of the organisation.',
  vat: 'Number for value added tax, with its country.',
  valid_from: 'YYYY-MM-DD: since when the organisation exists; days begin at midnight in Brussels.',
  valid_until: 'YYYY-MM-DD, the first day on which it does not exist any more; empty: it goes on.',
  merged_into:
    'Code of the organisation of the same target group that took it over. It ends then, today where no valid_until is given.',
} as const;

/** Columns that a file may lack: what stands in them is not said then, and stays as it is. */
export const optionalOrganisationColumns = [
  'legal_representative_national_number',
  'head_administrator_national_number',
  'parent_code',
  'function',
  'email',
  'vat',
  'valid_from',
  'valid_until',
  'merged_into',
] as const;

type Optional = (typeof optionalOrganisationColumns)[number];
type OrganisationCells = Readonly<
  Record<Exclude<keyof typeof organisationColumns, Optional>, string> & Partial<Record<Optional, string>>
>;

/** Reads one row of organisations. The people in it may be missing. */
export function parseOrganisationRow(cells: OrganisationCells, today: Date): ParsedRow<ImportedOrganisation> {
  const group = readGroup(cells.target_group);
  const code = readCode(cells.code, group);
  const from = readOptionalDay(cells.valid_from ?? '');
  const named = cells.legal_representative_national_number ?? '';
  const isRepresentedByNobody = plainTyping(named) === '-';
  const parsed = rowFrom({
    target_group: group,
    code,
    name: readNeededText(cells.name, 200),
    legal_representative_national_number: readOptionalNumber(isRepresentedByNobody ? '' : named, today),
    head_administrator_national_number: readOptionalNumber(
      cells.head_administrator_national_number ?? '',
      today,
    ),
    parent_code: readOtherCode(cells.parent_code ?? '', group, code),
    function: readText(cells.function ?? '', 100),
    email: readEmail(cells.email ?? ''),
    vat: readVat(cells.vat ?? ''),
    valid_from: from,
    valid_until: readEndDay(cells.valid_until ?? '', from),
    merged_into: readOtherCode(cells.merged_into ?? '', group, code),
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
    ...(isRepresentedByNobody ? { isRepresentedByNobody } : {}),
    ...(cells.function === undefined ? {} : { function: row.function }),
    ...(cells.parent_code === undefined ? {} : { parent: row.parent_code }),
    ...(cells.email === undefined ? {} : { email: row.email }),
    ...(cells.vat === undefined ? {} : { vat: row.vat }),
    ...(cells.valid_from === undefined ? {} : { from: row.valid_from }),
    ...(cells.valid_until === undefined ? {} : { until: row.valid_until }),
    ...(cells.merged_into === undefined ? {} : { mergedInto: row.merged_into }),
  };
  return { kind: 'parsed', row: organisation };
}

function readEmail(text: string): Cell<string | null> {
  if (oneLine(text) === '') return read(null);
  const address = parseEmailAddress(text);
  return address === null ? refused('must be an email address') : read(address);
}
