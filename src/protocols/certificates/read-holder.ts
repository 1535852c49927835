import type { CertificateMapping } from '../../domain/login-means/index.ts';
import { type NationalNumber, parseNationalNumber } from '../../domain/person/index.ts';
import { type CertificateProfile, type SubjectValue, subjectOf } from './read-profile.ts';

/** Attributes of a subject by the names of RFC 4519, with their object identifiers. */
const attributes: Readonly<Record<string, string>> = {
  serialNumber: '2.5.4.5',
  givenName: '2.5.4.42',
  surname: '2.5.4.4',
  commonName: '2.5.4.3',
  uid: '0.9.2342.19200300.100.1.1',
};

/** Who a certificate is of, and by what was agreed for such certificates. */
export type Holder = {
  readonly mapping: CertificateMapping;
  readonly number: NationalNumber;
  readonly givenNames: string;
  readonly familyName: string;
};

const LONGEST_NAME = 200;
/** As Belgian cards write a number, and as ETSI EN 319 412-1 5.1.3 does: `85073003328`, `PNOBE-85073003328`. */
const NUMBER = /^(?:PNOBE-)?(\d{11})$/;

/**
 * What was agreed for a certificate: the first mapping of which it names a policy. Policies are looked for in the certificate of the person
 * alone: Belgian authorities do not repeat those of the certificates below them.
 */
export function mappingOf(
  { policies }: CertificateProfile,
  mappings: readonly CertificateMapping[],
): CertificateMapping | null {
  const fits = (mapping: CertificateMapping) =>
    mapping.policies.length === 0 || mapping.policies.some((each) => policies.includes(each));
  return mappings.find(fits) ?? null;
}

/**
 * Who a certificate is of; `null` when it does not say so in one way. Of a subject with a field twice, each reader believes another one:
 * it is nobody's. Somebody may have no given name.
 */
export function readHolder(
  certificate: CertificateProfile,
  mapping: CertificateMapping,
  today: Date,
): Holder | null {
  const subject = subjectIn(certificate);
  if (subject === null) return null;
  const textOf = (name: string): string | null => {
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    const values = subject.filter((each) => each.attribute === attribute);
    return values.length > 1 ? null : (values[0]?.text ?? '').normalize('NFC').trim();
  };
  const givenNames = textOf('givenName');
  const familyName = textOf('surname');
  if (givenNames === null || !familyName || mapping.reads.kind !== 'number') return null;
  if (givenNames.length > LONGEST_NAME || familyName.length > LONGEST_NAME) return null;
  const [, digits] = NUMBER.exec(textOf(mapping.reads.field) ?? '') ?? [];
  const number = digits === undefined ? null : parseNationalNumber(digits, today);
  return number?.kind === 'parsed' ? { mapping, number: number.number, givenNames, familyName } : null;
}

/** A subject of which a value is in no alphabet that is read is nobody's. */
function subjectIn(certificate: CertificateProfile): readonly SubjectValue[] | null {
  try {
    return subjectOf(certificate);
  } catch {
    return null;
  }
}
