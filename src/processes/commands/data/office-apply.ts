import { applyOffice } from '../../../domain/casework/index.ts';
import { type DescribedOffice, parseOffice } from '../../../files/descriptions/office/office-file.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { type Applicable, applyFile } from './apply.ts';

const offices: Applicable<DescribedOffice, 'officePlaces'> = {
  needs: ['officePlaces'],
  reader: (_file, store) => ({
    parse: (value) =>
      parseOffice(value, (group, code) =>
        store.inTransaction(['organisations'], ({ organisations }) => organisations.findByCode(group, code)),
      ),
    idOf: ({ organisation }) => organisation,
  }),
  put: (stores, office) => applyOffice(stores.officePlaces, office),
  show: ({ name, place }) => `${name}  ${place.street}, ${place.postcode} ${place.municipality}`,
  next: 'docs/reference/schemas/office.schema.json says what may stand in it.',
};

/** `sluis office apply FILE [--dry-run]`: says where registration offices are, all of a file or none. */
export function officeApply(context: CommandContext): Promise<ExitCode> {
  return applyFile(context, offices);
}
