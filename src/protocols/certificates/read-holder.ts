import { type NationalNumber, parseNationalNumber } from '../../domain/person/index.ts';
import { type CertificateProfile, valuesIn } from './read-profile.ts';

/** Attributes of a subject by the names of RFC 4519, with their object identifiers. */
export const subjectAttributes = {
  serialNumber: '2.5.4.5',
  givenName: '2.5.4.42',
  surname: '2.5.4.4',
  commonName: '2.5.4.3',
  userId: '0.9.2342.19200300.100.1.1',
} as const;
export type SubjectAttribute = keyof typeof subjectAttributes;

/** Which field of the subject says what. `prefix` stands before the number and is cut off, as in `PNOBE-85073003328` (ETSI EN 319 412-1, 5.1.3). */
export type HolderMapping = {
  readonly number: { readonly attribute: SubjectAttribute; readonly prefix: string };
  readonly givenNames: SubjectAttribute;
  readonly familyName: SubjectAttribute;
};

/** Belgian citizens and foreigners: the national number is the serial number of the subject. */
export const belgianCard: HolderMapping = {
  number: { attribute: 'serialNumber', prefix: '' },
  givenNames: 'givenName',
  familyName: 'surname',
};

export type Holder = {
  readonly number: NationalNumber;
  readonly givenNames: string;
  readonly familyName: string;
};

const LONGEST_NAME = 200;

/**
 * Who a certificate is of; `null` when it does not say so in one way. Of a subject with a field twice, each reader believes another one:
 * it is nobody's. Somebody may have no given name.
 */
export function readHolder(
  { parsed }: CertificateProfile,
  mapping: HolderMapping,
  today: Date,
): Holder | null {
  const textOf = (attribute: SubjectAttribute): string | null => {
    const values = valuesIn(parsed.tbsCertificate.subject, subjectAttributes[attribute]);
    return values.length > 1 ? null : (values[0] ?? '').normalize('NFC').trim();
  };
  const told = textOf(mapping.number.attribute);
  const givenNames = textOf(mapping.givenNames);
  const familyName = textOf(mapping.familyName);
  if (!told?.startsWith(mapping.number.prefix) || givenNames === null || !familyName) return null;
  if (givenNames.length > LONGEST_NAME || familyName.length > LONGEST_NAME) return null;
  const digits = told.slice(mapping.number.prefix.length);
  const parsedNumber = /^\d{11}$/.test(digits) ? parseNationalNumber(digits, today) : null;
  return parsedNumber?.kind === 'parsed' ? { number: parsedNumber.number, givenNames, familyName } : null;
}
