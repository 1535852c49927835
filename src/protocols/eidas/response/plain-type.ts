import { namespaces } from '../../saml/namespaces.ts';

const PLAIN: readonly string[] = ['string', 'normalizedString', 'token', 'anyType', 'anySimpleType', 'date'];

/** Whether a type is one of XML Schema that says no more than "text" or "date": nodes write them in place of the profile's own. */
export function isPlainType(type: string): boolean {
  return PLAIN.some((name) => type === `${namespaces.schema}#${name}`);
}
