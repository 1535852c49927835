import { organisationColumns, parseOrganisationRow } from '../../../files/rows/organisation-row.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { importFile } from './import-file.ts';

/** `sluis organisation import FILE [--strict]`: adds or changes organisations, with who represents and administers them. */
export function organisationImport(context: CommandContext): Promise<ExitCode> {
  return importFile(context, {
    reader: { columns: organisationColumns, parse: parseOrganisationRow },
    begin: (store) => store.organisationImport.begin(),
    what: 'organisation',
    next: 'docs/reference/schemas/organisation.schema.json says what may stand in each column.',
  });
}
