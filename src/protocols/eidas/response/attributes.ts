import { eidasNamespaces } from '../vocabulary.ts';

/** One attribute of the natural person set (Attribute Profile 1.4, 2.2). */
export type NaturalAttribute = {
  readonly name: string;
  readonly friendlyName: string;
  readonly mandatory: boolean;
  /** Whether a second, non-Latin value may come along (2.4). */
  readonly transliterable: boolean;
  readonly repeatable: boolean;
};

const natural = (
  suffix: string,
  friendlyName: string,
  kind: { mandatory?: boolean; transliterable?: boolean; repeatable?: boolean } = {},
): NaturalAttribute => ({
  name: `${eidasNamespaces.naturalPerson}/${suffix}`,
  friendlyName,
  mandatory: kind.mandatory ?? false,
  transliterable: kind.transliterable ?? false,
  repeatable: kind.repeatable ?? false,
});

/** The natural person attributes that Sluis can read; the mandatory ones first. */
export const naturalAttributes = {
  personIdentifier: natural('PersonIdentifier', 'PersonIdentifier', { mandatory: true }),
  familyName: natural('CurrentFamilyName', 'FamilyName', { mandatory: true, transliterable: true }),
  givenNames: natural('CurrentGivenName', 'FirstName', { mandatory: true, transliterable: true }),
  birthDate: natural('DateOfBirth', 'DateOfBirth', { mandatory: true }),
  birthName: natural('BirthName', 'BirthName', { transliterable: true }),
  birthPlace: natural('PlaceOfBirth', 'PlaceOfBirth'),
  gender: natural('Gender', 'Gender'),
  nationality: natural('Nationality', 'Nationality', { repeatable: true }),
} as const;

const byName: Readonly<Record<string, NaturalAttribute>> = Object.fromEntries(
  Object.values(naturalAttributes).map((attribute) => [attribute.name, attribute]),
);

/** The attribute of this URI, when it is one that Sluis reads. */
export function naturalAttributeNamed(name: string): NaturalAttribute | null {
  return Object.hasOwn(byName, name) ? (byName[name] ?? null) : null;
}

/** The URIs of the mandatory set: always asked, and complete in every answer. */
export const mandatoryAttributes: readonly string[] = Object.values(naturalAttributes)
  .filter((attribute) => attribute.mandatory)
  .map((attribute) => attribute.name);

/** The optional attributes that Sluis asks for, because matching uses them. */
export const optionalAttributes: readonly string[] = [
  naturalAttributes.birthName.name,
  naturalAttributes.birthPlace.name,
  naturalAttributes.gender.name,
];
