import type { CommandContext, ExitCode } from '../command.ts';
import { importFile } from '../import/import-file.ts';
import { parseRegisterRow, registerColumns } from '../import/register-row.ts';

/** `sluis register import FILE [--strict]`: adds or changes people in the embedded register of persons. */
export function registerImport(context: CommandContext): Promise<ExitCode> {
  return importFile(context, {
    reader: { columns: registerColumns, parse: parseRegisterRow },
    begin: (store) => store.registerImport.begin(),
    event: 'register.imported',
    next: 'docs/reference/schemas/register.schema.json says what may stand in each column.',
  });
}
