import { visibleText } from '../../../base/visible-text.ts';
import { namespaces } from '../../saml/namespaces.ts';
import { attributeOf, childrenNamed, textOf, uriOf, type XmlElement } from '../../saml/xml-tree.ts';
import type { RefusalCode } from '../refusal-codes.ts';
import { ATTRIBUTE_NAME_FORMAT, eidasNamespaces } from '../vocabulary.ts';
import { type NaturalAttribute, naturalAttributeNamed } from './attributes.ts';
import { isPlainType } from './plain-type.ts';

const MAX_ATTRIBUTES = 40;
const MAX_VALUE = 1024;
/** C0 and C1 controls, line breaks and marks that turn the direction of text: they make a name look like another. */
const UNWANTED = /[\p{Cc}\u2028-\u202E\uFFF9-\uFFFB]/u;
/** Besides them, what does not show: nothing of an identifier or a date. */
const HIDDEN = /[\u200B-\u200F\u2060-\u2069\uFEFF]/u;
const FOREIGN_LETTER = /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

export type AttributeValue = { readonly value: string; readonly latin: boolean };

export type ReadAttributes =
  | { readonly kind: 'read'; readonly values: ReadonlyMap<string, readonly AttributeValue[]> }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

/**
 * Reads the attributes of a natural person from a statement, by `Name` alone: order, position and `FriendlyName` decide
 * nothing. Representatives and legal persons are refused, not overlooked (Attribute Profile 1.4, 2.8). An optional attribute that cannot
 * be read counts as absent: it is a help, and the person can log in without it; a mandatory one is refused.
 */
export function readAttributes(statement: XmlElement): ReadAttributes {
  const values = new Map<string, readonly AttributeValue[]>();
  const seen = new Set<string>();
  const elements = childrenNamed(statement, namespaces.assertion, 'Attribute');
  if (elements.length !== statement.children.length || elements.length > MAX_ATTRIBUTES) {
    return { kind: 'refused', code: 'eidas.attribute-format' };
  }
  for (const element of elements) {
    const name = uriOf(element, 'Name') ?? '';
    const foreign = refuseForeign(name);
    if (foreign) return { kind: 'refused', code: foreign };
    const known = naturalAttributeNamed(name);
    if (!known) continue;
    const read = seen.has(name) ? 'eidas.attribute-repeated' : readValues(element, known);
    seen.add(name);
    if (typeof read !== 'string') values.set(name, read);
    else if (known.mandatory) return { kind: 'refused', code: read };
    // Of two that contradict each other, neither is believed.
    else values.delete(name);
  }
  return { kind: 'read', values };
}

function refuseForeign(name: string): RefusalCode | null {
  const { naturalRepresentative, legalRepresentative, legalPerson } = eidasNamespaces;
  if (name.startsWith(`${naturalRepresentative}/`) || name.startsWith(`${legalRepresentative}/`)) {
    return 'eidas.attribute-representative';
  }
  return name.startsWith(`${legalPerson}/`) ? 'eidas.attribute-legal-person' : null;
}

function readValues(element: XmlElement, known: NaturalAttribute): readonly AttributeValue[] | RefusalCode {
  const friendlyName = attributeOf(element, 'FriendlyName');
  if (uriOf(element, 'NameFormat') !== ATTRIBUTE_NAME_FORMAT) return 'eidas.attribute-format';
  if (friendlyName !== null && friendlyName !== known.friendlyName) return 'eidas.attribute-format';
  const values: AttributeValue[] = [];
  for (const child of childrenNamed(element, namespaces.assertion, 'AttributeValue')) {
    const value = readValue(child, known);
    if (typeof value === 'string') return value;
    values.push(value);
  }
  const most = known.transliterable ? 2 : known.repeatable ? 20 : 1;
  if (values.length === 0 || values.length > most) return 'eidas.attribute-values';
  return known.transliterable && values.filter((each) => each.latin).length !== 1
    ? 'eidas.attribute-script'
    : values;
}

function readValue(element: XmlElement, known: NaturalAttribute): AttributeValue | RefusalCode {
  const suffix = known.name.slice(eidasNamespaces.naturalPerson.length + 1);
  const type = `${eidasNamespaces.naturalPerson}#${suffix}Type`;
  if (element.type !== null && element.type !== type && !isPlainType(element.type))
    return 'eidas.attribute-format';
  const nil = attributeOf(element, 'nil', namespaces.schemaInstance);
  const written = textOf(element);
  // Indentation around a name is not part of it, nor what does not show; the identifier and the date are taken as they stand.
  const isWords = known.transliterable || known.friendlyName === 'PlaceOfBirth';
  const taken = (isWords ? written?.trim() : written) ?? '';
  const value = isWords ? visibleText(taken).trim() : taken;
  const isHiding = UNWANTED.test(taken) || (!isWords && HIDDEN.test(taken));
  if (value === '' || nil !== null || taken.length > MAX_VALUE || isHiding) return 'eidas.attribute-value';
  const script = attributeOf(element, 'LatinScript', eidasNamespaces.naturalPerson);
  if (script !== null && !known.transliterable) return 'eidas.attribute-format';
  if (script !== null && !/^(?:true|false|1|0)$/.test(script)) return 'eidas.attribute-script';
  const latin = script === null || script === 'true' || script === '1';
  if (known.transliterable && latin && FOREIGN_LETTER.test(value)) return 'eidas.attribute-script';
  return { value, latin };
}
