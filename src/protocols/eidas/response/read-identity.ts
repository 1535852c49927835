import { dayOf } from '../../../base/calendar.ts';
import { type CalendarDate, parseCalendarDate } from '../../../base/time.ts';
import type { AssuranceLevel } from '../../../domain/assurance/index.ts';
import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import type { PersonIdentifier, PresentedIdentity } from '../../../domain/identity-matching/index.ts';
import type { Name, Sex } from '../../../domain/person/index.ts';
import type { XmlElement } from '../../saml/xml-tree.ts';
import type { RefusalCode } from '../refusal-codes.ts';
import { mandatoryAttributes, naturalAttributeNamed, naturalAttributes } from './attributes.ts';
import { type AttributeValue, readAttributes } from './read-attributes.ts';

const IDENTIFIER = /^([A-Z]{2})\/([A-Z]{2})\/([\x21-\x7e]+)$/;
const MAX_IDENTIFIER = 256;
const EARLIEST_BIRTH = '1850-01-01';

export type IdentityFrame = {
  readonly asked: readonly string[];
  readonly sender: CountryCode;
  readonly receiver: CountryCode;
  readonly at: Date;
  readonly assurance: { readonly level: AssuranceLevel; readonly notified: boolean };
};

export type ReadIdentity =
  | { readonly kind: 'read'; readonly identity: PresentedIdentity }
  /** `missing`: the friendly name of the first mandatory attribute that is not there. */
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly missing?: string };

/**
 * Check 11: the natural person's minimum data set, complete, of the right form, and about one person. Attributes that were
 * not asked for are checked like the others and then left behind.
 */
export function readIdentity(statement: XmlElement, frame: IdentityFrame): ReadIdentity {
  const read = readAttributes(statement);
  if (read.kind === 'refused') return read;
  const { values } = read;
  const missing = mandatoryAttributes.find((name) => !values.has(name));
  if (missing !== undefined) {
    const named = naturalAttributeNamed(missing)?.friendlyName ?? missing;
    return { kind: 'refused', code: 'eidas.attribute-missing', missing: named };
  }
  const identifier = parsePersonIdentifier(firstOf(values, naturalAttributes.personIdentifier.name), frame);
  if (!identifier) return { kind: 'refused', code: 'eidas.person-identifier' };
  const birthDate = parseBirthDate(firstOf(values, naturalAttributes.birthDate.name), frame.at);
  if (!birthDate) return { kind: 'refused', code: 'eidas.birth-date' };
  const asked = (name: string) => (frame.asked.includes(name) ? (values.get(name) ?? []) : []);
  const identity: PresentedIdentity = {
    country: frame.sender,
    identifier,
    familyName: nameOf(values.get(naturalAttributes.familyName.name) ?? []),
    givenNames: nameOf(values.get(naturalAttributes.givenNames.name) ?? []),
    birthDate,
    birthName: optionalName(asked(naturalAttributes.birthName.name)),
    birthPlace: asked(naturalAttributes.birthPlace.name)[0]?.value ?? null,
    sex: sexOf(asked(naturalAttributes.gender.name)[0]?.value),
    nationalities: asked(naturalAttributes.nationality.name).map((each) => each.value),
    assurance: frame.assurance.level,
    notified: frame.assurance.notified,
  };
  return { kind: 'read', identity };
}

/**
 * `sender/receiver/value` (Attribute Profile 1.4, 2.2.3): only the two prefixes are looked at, and the value may hold
 * slashes. It is opaque and compared letter by letter, so only printable ASCII is taken: no two spellings look the same.
 */
function parsePersonIdentifier(text: string, frame: IdentityFrame): PersonIdentifier | null {
  const parts = IDENTIFIER.exec(text);
  if (!parts || text.length > MAX_IDENTIFIER || parts[1] !== frame.sender || parts[2] !== frame.receiver)
    return null;
  return text as PersonIdentifier;
}

function parseBirthDate(text: string, at: Date): CalendarDate | null {
  const date = parseCalendarDate(text);
  return date && date >= EARLIEST_BIRTH && date <= dayOf(at) ? date : null;
}

function firstOf(values: ReadonlyMap<string, readonly AttributeValue[]>, name: string): string {
  return values.get(name)?.[0]?.value ?? '';
}

function nameOf(values: readonly AttributeValue[]): Name {
  const latin = values.find((each) => each.latin)?.value ?? '';
  return { latin, original: values.find((each) => !each.latin)?.value ?? null };
}

function optionalName(values: readonly AttributeValue[]): Name | null {
  return values.length > 0 ? nameOf(values) : null;
}

function sexOf(value: string | undefined): Sex | null {
  return value === 'Male' ? 'male' : value === 'Female' ? 'female' : null;
}
