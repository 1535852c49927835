import { followOrganisations } from '../../../domain/enterprise-register/index.ts';
import { eventOfRegistered } from '../../../domain/organisation/index.ts';
import {
  optionalOrganisationColumns,
  organisationColumns,
  parseOrganisationRow,
} from '../../../files/rows/organisation-row.ts';
import type { RowProblem } from '../../../files/rows/row.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { systemRandomness } from '../../wiring/randomness.ts';
import { importFile } from './import-file.ts';

const reasons = {
  contradicts: 'is not what an earlier row of this organisation says',
  unknown: 'is of no organisation that is known or in this file',
  circle: 'leads back to the organisation of the row itself',
  deep: 'leads through more than 10 organisations',
  refused: 'is of an organisation whose own row cannot be taken',
} as const;

/** `sluis organisation import FILE [--strict] [--dry-run]`: adds or changes organisations, with who represents and administers them. */
export function organisationImport(context: CommandContext): Promise<ExitCode> {
  const { sender } = context.settings().mail;
  return importFile(context, {
    reader: {
      columns: organisationColumns,
      optional: optionalOrganisationColumns,
      parse: parseOrganisationRow,
    },
    async begin(store, event) {
      const session = await store.organisationImport.begin();
      return {
        ...session,
        addBatch: (rows, lines) =>
          session.addBatch(rows.map((row, place) => ({ ...row, line: lines[place] ?? 0 }))),
        async *judge(): AsyncGenerator<RowProblem> {
          for await (const { line, column, what } of session.judge())
            yield { line, column, reason: reasons[what] };
        },
        commit: (describe) =>
          session.commit(describe, {
            tell: (change) => event(eventOfRegistered(change)),
            names: followOrganisations.needs,
            follow: (stores, news) => {
              const world = { randomness: systemRandomness, settings: { sender } };
              return followOrganisations({ stores, world, now: new Date() }, { changes: news() });
            },
          }),
      };
    },
    what: 'organisation',
    next: 'docs/reference/schemas/organisation.schema.json says what may stand in each column.',
  });
}
