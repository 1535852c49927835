import { z } from 'zod';
import type { Office, OfficePlace } from '../../../domain/casework/index.ts';
import {
  type OrganisationStore,
  parseOrganisationCode,
  parseTargetGroup,
} from '../../../domain/organisation/index.ts';
import { problemsOf } from '../../json/problem.ts';
import { browserUrl, line, localizedText } from '../parts.ts';
import type { Parsed } from '../read-descriptions.ts';

/** One office of an `office apply` file. What is left out of `telephone` and `website` is not shown. */
export const officeSchema = z.strictObject({
  targetGroup: z.enum(['LB', 'GID']),
  code: line(60),
  street: line(200),
  postcode: line(20),
  municipality: line(100),
  telephone: z
    .string()
    .meta({ pattern: '^\\+[1-9][0-9 ]{6,20}$' })
    .regex(/^\+[1-9][0-9 ]{6,20}$/, 'must be a telephone number with its country code, as +32 2 000 00 00')
    .nullish(),
  website: browserUrl.nullish(),
  hours: localizedText(300),
  byAppointment: z.boolean().default(false),
});

/** Where an organisation that is a registration office can be visited. */
export type DescribedOffice = Office & { readonly place: OfficePlace };

/** Reads one office; its organisation must have been imported. `find` looks among those that are known. */
export async function parseOffice(
  value: unknown,
  find: OrganisationStore['findByCode'],
): Promise<Parsed<DescribedOffice>> {
  const read = officeSchema.safeParse(value);
  if (!read.success) return { kind: 'refused', problems: problemsOf(read.error) };
  const { targetGroup, code: written, telephone, website, ...rest } = read.data;
  const group = parseTargetGroup(targetGroup);
  const code = group && parseOrganisationCode(group, written);
  const known = group && code && (await find(group, code));
  if (!known) {
    const message =
      'must be the code of an organisation that was imported: see bin/sluis organisation import';
    return { kind: 'refused', problems: [{ path: ['code'], message }] };
  }
  const place = { ...rest, telephone: telephone ?? null, website: website ?? null };
  return { kind: 'parsed', item: { organisation: known.id, name: known.name, place } };
}
