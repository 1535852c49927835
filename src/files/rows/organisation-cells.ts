import { plainTyping } from '../../base/visible-text.ts';
import {
  type OrganisationCode,
  parseEnterpriseNumber,
  parseOrganisationCode,
  parseTargetGroup,
  type TargetGroup,
} from '../../domain/organisation/index.ts';
import { type Cell, read, refused } from './cells.ts';

const CODES: Readonly<Record<Exclude<TargetGroup, 'BUR'>, string>> = {
  EA: 'an enterprise number, or country:number for a foreign organisation',
  LB: 'an enterprise number, OVO code or NIS code',
  GID: 'an OVO code',
  OV: 'an institution number',
  VER: 'a V-code',
};

/** A target group that has organisations. */
export type OrganisationGroup = keyof typeof CODES;

/** A target group that has organisations: citizens have none. */
export function readGroup(text: string): Cell<OrganisationGroup> {
  const group = parseTargetGroup(text);
  return group === null || group === 'BUR'
    ? refused(`must be one of ${Object.keys(CODES).join(', ')}`)
    : read(group);
}

/** A code means something only in its target group: without one, the group alone is told. */
export function readCode(text: string, group: Cell<OrganisationGroup>): Cell<OrganisationCode> {
  const code = parseOrganisationCode(group.kind === 'read' ? group.value : 'EA', text);
  if (code !== null) return read(code);
  return refused(
    group.kind === 'read' ? `must be ${CODES[group.value]}` : 'cannot be judged without its target group',
  );
}

/** The code of another organisation of the same target group, or nothing. */
export function readOtherCode(
  text: string,
  group: Cell<OrganisationGroup>,
  own: Cell<OrganisationCode>,
): Cell<OrganisationCode | null> {
  if (plainTyping(text) === '') return read(null);
  const code = readCode(text, group);
  const isOwn = code.kind === 'read' && own.kind === 'read' && code.value === own.value;
  return isOwn ? refused('must be another organisation') : code;
}

/** A number for value added tax with its country, or nothing; a Belgian one is an enterprise number. */
export function readVat(text: string): Cell<string | null> {
  const written = plainTyping(text)
    .replace(/[\s.\-/]/g, '')
    .toUpperCase();
  if (written === '') return read(null);
  const isOne = written.startsWith('BE')
    ? parseEnterpriseNumber(written) !== null
    : /^[A-Z]{2}[A-Z0-9+*]{2,12}$/.test(written);
  return isOne ? read(written) : refused('must be a VAT number that begins with its country: BE0403019261');
}
