import { dayOf } from '../../base/calendar.ts';
import { oneLine, plainTyping } from '../../base/visible-text.ts';
import { type ApplicationId, parseApplicationId } from '../../domain/application/index.ts';
import type { ImportedRight } from '../../domain/user-rights/index.ts';
import {
  type Cell,
  read,
  readEndDay,
  readNeededText,
  readNumber,
  readOptionalDay,
  refused,
} from './cells.ts';
import { readCode, readGroup } from './organisation-cells.ts';
import { type ParsedRow, rowFrom } from './row.ts';

/** The header of a `right import` file. */
export const rightColumns = {
  national_number: 'Of whoever has the right; spaces, dots, dashes and slashes are ignored. Must be there.',
  target_group: 'EA, LB, GID, OV or VER, of the organisation that the person works for. Must be there.',
  organisation_code: 'Of an organisation that was imported, as its target group writes it. Must be there.',
  application: 'The id of the application, as in its description. Must be there.',
  right: 'The code of the right, as the application describes it. Must be there.',
  contexts: 'Codes of contexts, parted by |. With other contexts it is another right.',
  valid_from: 'YYYY-MM-DD; days begin at midnight in Brussels. Empty: today.',
  valid_until: 'YYYY-MM-DD, the first day without the right; empty: it does not end.',
} as const;

/** Columns that a file may lack. */
export const optionalRightColumns = ['contexts', 'valid_from', 'valid_until'] as const;

type Optional = (typeof optionalRightColumns)[number];
type RightCells = Readonly<
  Record<Exclude<keyof typeof rightColumns, Optional>, string> & Partial<Record<Optional, string>>
>;

const MOST_CONTEXTS = 100;

/** Reads one row of rights. Whether the organisation, the application and the right are there is for the catalogue to say. */
export function parseRightRow(cells: RightCells, today: Date): ParsedRow<ImportedRight> {
  const group = readGroup(cells.target_group);
  const from = readOptionalDay(cells.valid_from ?? '');
  const parsed = rowFrom({
    national_number: readNumber(cells.national_number, today),
    target_group: group,
    organisation_code: readCode(cells.organisation_code, group),
    application: readApplication(cells.application),
    right: readNeededText(cells.right, 100),
    contexts: readContexts(cells.contexts ?? ''),
    valid_from: from,
    valid_until: readEndDay(cells.valid_until ?? '', from),
  });
  if (parsed.kind === 'refused') return parsed;
  const { row } = parsed;
  const right: ImportedRight = {
    number: row.national_number,
    targetGroup: row.target_group,
    code: row.organisation_code,
    application: row.application,
    right: row.right,
    contexts: row.contexts,
    from: row.valid_from ?? dayOf(today),
    until: row.valid_until,
  };
  return { kind: 'parsed', row: right };
}

function readApplication(text: string): Cell<ApplicationId> {
  const id = parseApplicationId(plainTyping(text));
  return id === null ? refused('must be the id of an application') : read(id);
}

function readContexts(text: string): Cell<readonly string[]> {
  const contexts = text
    .split('|')
    .map(oneLine)
    .filter((each) => each !== '');
  if (contexts.length > MOST_CONTEXTS || contexts.some((each) => each.length > 100))
    return refused(`must be at most ${MOST_CONTEXTS} codes of at most 100 characters, parted by |`);
  return read([...new Set(contexts)].sort());
}
