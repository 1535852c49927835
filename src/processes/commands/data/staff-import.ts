import { eventOfChange, type ImportedRightFault, openRightCheck } from '../../../domain/staff/index.ts';
import type { RowProblem } from '../../../files/rows/row.ts';
import { parseStaffRow, staffColumns } from '../../../files/rows/staff-row.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { keepOwnApplication } from '../../wiring/keep-own-application.ts';
import { importFile } from './import-file.ts';

/** `sluis staff import FILE [--strict]`: gives, changes and ends the rights of staff on Sluis's own pages. */
export function staffImport(context: CommandContext): Promise<ExitCode> {
  return importFile(context, {
    reader: { columns: staffColumns, parse: parseStaffRow },
    async begin(store, event) {
      // In an empty installation nothing served yet: the application of staff comes with the first import.
      await keepOwnApplication(store);
      return store.staffImport.begin((change) => event(eventOfChange(change)));
    },
    check({ inTransaction }) {
      const faultOf = openRightCheck({ clock: () => new Date(), inTransaction });
      return async (right) => {
        const fault = await faultOf(right);
        return fault === null ? [] : [faults[fault]];
      };
    },
    what: 'staff',
    next: 'docs/reference/schemas/staff.schema.json says what may stand in each column.',
  });
}

const faults: Readonly<Record<ImportedRightFault, Omit<RowProblem, 'line'>>> = {
  'person-ended': {
    column: 'national_number',
    reason: 'is of somebody who died or was struck off: their rights can only end',
  },
  'organisation-unknown': {
    column: 'organisation_code',
    reason: 'is of no organisation that is known: import that first, with bin/sluis organisation import',
  },
};
