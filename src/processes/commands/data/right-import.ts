import { addDays } from '../../../base/calendar.ts';
import {
  type Application,
  excludesEachOther,
  findRight,
  type RightName,
} from '../../../domain/application/index.ts';
import {
  eventOfImportedRight,
  type ImportedRightRefusal,
  openImportCheck,
} from '../../../domain/user-rights/index.ts';
import { optionalRightColumns, parseRightRow, rightColumns } from '../../../files/rows/right-row.ts';
import type { RowProblem } from '../../../files/rows/row.ts';
import type { ShownRightChange, Store } from '../../../store/index.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { importFile } from './import-file.ts';

/** `sluis right import FILE [--strict] [--dry-run]`: gives, changes and ends user rights. */
export function rightImport(context: CommandContext): Promise<ExitCode> {
  return importFile(context, {
    reader: { columns: rightColumns, optional: optionalRightColumns, parse: parseRightRow },
    async begin(store, event) {
      const session = await store.rightImport.begin((change) => event(eventOfImportedRight(change)));
      await session.exclude(exclusionsOf(await store.applications.list()));
      return {
        ...session,
        addBatch: (rows, lines) =>
          session.addBatch(rows.map((row, place) => ({ ...row, line: lines[place] ?? 0 }))),
        async *judge(): AsyncGenerator<RowProblem> {
          for await (const line of session.judge())
            yield {
              line,
              column: 'right',
              reason: 'is one that nobody may have beside another one that this person has or gets',
            };
        },
        tryOut: () => session.tryOut((change) => context.output.say(lineOf(change))),
      };
    },
    check({ inTransaction }: Store) {
      const refusalsOf = openImportCheck({ clock: () => new Date(), inTransaction });
      return async (right) => (await refusalsOf(right)).map(problemOf);
    },
    what: 'right',
    next: 'docs/reference/schemas/right.schema.json says what may stand in each column.',
  });
}

/** Every two rights that exclude each other. */
function exclusionsOf(applications: readonly Application[]): readonly (readonly [RightName, RightName])[] {
  const rights = applications.flatMap(({ id, rights }) =>
    rights.map(({ code }): RightName => ({ application: id, right: code })),
  );
  const definitionOf = ({ application, right }: RightName) => {
    const catalogue = applications.find(({ id }) => id === application);
    return catalogue === undefined ? null : findRight(catalogue, right);
  };
  const saying = rights.filter((each) => (definitionOf(each)?.excludes?.length ?? 0) > 0);
  return saying.flatMap((one) =>
    rights
      .filter((other) => excludesEachOther(one, other, definitionOf))
      .map((other) => [one, other] as const),
  );
}

/** `given  Jan Peeters  EA:0403019261  klip  KLIPgebruiker (Planaanvrager)`: whoever gains or loses something. */
function lineOf({
  kind,
  name,
  person,
  targetGroup,
  code,
  application,
  right,
  contexts,
}: ShownRightChange): string {
  const named = contexts.length === 0 ? right : `${right} (${contexts.join(', ')})`;
  return [kind, name || person, `${targetGroup}:${code}`, application, named].join('  ');
}

function problemOf(refusal: ImportedRightRefusal): Omit<RowProblem, 'line'> {
  switch (refusal.kind) {
    case 'organisation-unknown':
      return {
        column: 'organisation_code',
        reason: 'is of no organisation that is known: import that first, with bin/sluis organisation import',
      };
    case 'organisation-ended':
      return {
        column: 'organisation_code',
        reason: 'is of an organisation that ended: rights in it can only end',
      };
    case 'person-ended':
      return {
        column: 'national_number',
        reason: 'is of somebody who died or was struck off: their rights can only end',
      };
    case 'application-unknown':
      return {
        column: 'application',
        reason: 'is of no application that is known: bin/sluis application list',
      };
    case 'right-unknown':
      return { column: 'right', reason: 'is not one that the application describes' };
    case 'not-offered':
      return { column: 'right', reason: 'is not offered to this organisation' };
    case 'context-missing':
      return {
        column: 'contexts',
        reason: 'must name at least one: without a context the right gives nothing',
      };
    case 'unknown-context':
      return { column: 'contexts', reason: 'holds a context that the right does not have' };
    case 'end-in-the-past':
      return { column: 'valid_until', reason: 'must be later than the beginning' };
    case 'too-long':
      return { column: 'valid_until', reason: `must be ${addDays(refusal.latest, 1)} at the latest` };
    default:
      throw new Error(`an import is not refused for ${refusal.kind}`);
  }
}
