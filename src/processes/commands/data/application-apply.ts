import { textIn } from '../../../base/language.ts';
import { applyApplication, type OidcApplication } from '../../../domain/application/index.ts';
import { parseApplication } from '../../../files/descriptions/application/application-file.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { type Applicable, applyFile } from './apply.ts';

const applications: Applicable<OidcApplication, 'applications'> = {
  needs: ['applications'],
  reader: () => ({
    parse: async (value) => {
      const read = parseApplication(value);
      return read.kind === 'parsed' ? { kind: 'parsed', item: read.application } : read;
    },
    idOf: (application) => application.id,
  }),
  put: (stores, application) => applyApplication(stores.applications, application),
  show: (application) => `${application.id}  ${textIn(application.name, 'en')}`,
  next: 'docs/reference/schemas/application.schema.json says what may stand in it.',
};

/** `sluis application apply FILE [--dry-run]`: adds or changes the applications of a file, all or none. */
export function applicationApply(context: CommandContext): Promise<ExitCode> {
  return applyFile(context, applications);
}
