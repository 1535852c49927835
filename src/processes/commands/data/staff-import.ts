import { dayOf } from '../../../base/calendar.ts';
import type { ImportedStaffRight } from '../../../domain/staff/index.ts';
import { parseStaffRow, staffColumns } from '../../../files/rows/staff-row.ts';
import type { StaffRightChange, Store } from '../../../store/index.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { keepOwnApplication } from '../../wiring/keep-own-application.ts';
import type { EventOfCommand } from '../operator-event.ts';
import { importFile } from './import-file.ts';

const MOST_REMEMBERED = 10_000;

/** `sluis staff import FILE [--strict]`: gives, changes and ends the rights of staff on Sluis's own pages. */
export function staffImport(context: CommandContext): Promise<ExitCode> {
  return importFile(context, {
    reader: { columns: staffColumns, parse: parseStaffRow },
    async begin(store, event) {
      // In an empty installation nothing served yet: the application of staff comes with the first import.
      await keepOwnApplication(store);
      return store.staffImport.begin((change) => event(eventOf(change)));
    },
    check: organisationsOf,
    event: 'staff.imported',
    next: 'docs/reference/schemas/staff.schema.json says what may stand in each column.',
  });
}

function eventOf({ kind, id, person, organisation, right }: StaffRightChange): EventOfCommand {
  return {
    kind: `staff.right-${kind}`,
    subject: { kind: 'person', id: person },
    purpose: 'operation',
    details: { right, rightId: id, organisation },
  };
}

/** Looks up each organisation once, as long as there are not very many. */
function organisationsOf(store: Store) {
  const known = new Map<string, boolean>();
  return async ({ targetGroup, code, number, until }: ImportedStaffRight) => {
    const gone = 'is of somebody who died or was struck off: their rights can only end';
    const lasts = until === null || until > dayOf(new Date());
    if (lasts && (await store.inTransaction(['register'], ({ register }) => register.hasEnded(number))))
      return [{ column: 'national_number', reason: gone }];
    const key = `${targetGroup} ${code}`;
    const isKnown =
      known.get(key) ??
      (await store.inTransaction(['organisations'], ({ organisations }) =>
        organisations.findByCode(targetGroup, code),
      )) !== null;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, isKnown);
    const reason =
      'is of no organisation that is known: import that first, with bin/sluis organisation import';
    return isKnown ? [] : [{ column: 'organisation_code', reason }];
  };
}
