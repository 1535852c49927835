import { textIn } from '../../../base/language.ts';
import {
  type ApplyStores,
  applyApplication,
  type OidcApplication,
} from '../../../domain/application/index.ts';
import { parseApplication } from '../../../files/descriptions/application/application-file.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { operatorName } from '../operator-event.ts';
import { type Applicable, applyFile } from './apply.ts';
import { tellEffects } from './tell-effects.ts';

const applications: Applicable<OidcApplication, keyof ApplyStores> = {
  needs: ['applications', 'catalogueVersions', 'rightHolders'],
  reader: () => ({
    parse: async (value) => {
      const read = parseApplication(value);
      return read.kind === 'parsed' ? { kind: 'parsed', item: read.application } : read;
    },
    idOf: (application) => application.id,
  }),
  async put(stores, application, at) {
    const { effects, ...applied } = await applyApplication(stores, application, { by: operatorName(), at });
    return effects === null ? applied : { ...applied, effects, note: tellEffects(effects).join('\n') };
  },
  show: (application) => `${application.id}  ${textIn(application.name, 'en')}`,
  next: 'docs/reference/schemas/application.schema.json says what may stand in it.',
};

/** `sluis application apply FILE [--dry-run]`: adds or changes the applications of a file, all or none; says whom a changed catalogue concerns. */
export function applicationApply(context: CommandContext): Promise<ExitCode> {
  return applyFile(context, applications);
}
