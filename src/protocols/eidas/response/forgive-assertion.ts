import { canonicalize } from '../../saml/canonicalize.ts';
import { namespaces } from '../../saml/namespaces.ts';
import { messageLimits, readXml } from '../../saml/read-xml.ts';
import { childrenNamed, everyElement, onlyChild, uriOf, type XmlElement } from '../../saml/xml-tree.ts';
import { eidasNamespaces } from '../vocabulary.ts';
import { naturalAttributeNamed } from './attributes.ts';
import { isPlainType } from './plain-type.ts';

/**
 * An assertion that breaks the schemas only by what the field writes and nobody needs: without the types of XML Schema on values, and
 * without those optional attributes by which it breaks them (an empty place of birth, a sex that nobody knows), which count as absent.
 * `null` when it breaks them all the same. What must be there, and what must not (representatives, legal persons), is never taken out.
 * Each optional attribute is tried once, the ones that Sluis does not know together.
 */
export function forgiveAssertion(assertion: XmlElement): XmlElement | null {
  const statement = onlyChild(assertion, namespaces.assertion, 'AttributeStatement');
  if (!statement) return null;
  const groups = new Map<string, XmlElement[]>();
  for (const each of childrenNamed(statement, namespaces.assertion, 'Attribute')) {
    const group = groupOf(uriOf(each, 'Name') ?? '');
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  const all = [...groups.values()];
  if (!isValid(assertion, all.flat())) return null;
  const odd = all.filter((group) => !isValid(assertion, all.filter((other) => other !== group).flat()));
  return forgiven(assertion, new Set(odd.flat()));
}

/** Optional attributes go by name, unknown ones together; `null` for what stays. */
function groupOf(name: string): string | null {
  const known = naturalAttributeNamed(name);
  if (known) return known.mandatory ? null : name;
  const isForeign = [
    eidasNamespaces.legalPerson,
    eidasNamespaces.naturalRepresentative,
    eidasNamespaces.legalRepresentative,
  ].some((namespace) => name.startsWith(`${namespace}/`));
  return isForeign ? null : 'unknown';
}

function isValid(assertion: XmlElement, leftOut: readonly XmlElement[]): boolean {
  const tree = forgiven(assertion, new Set(leftOut));
  // Every prefix is kept: the types of values are named by them.
  const prefixes = new Set(everyElement(tree).flatMap((each) => each.declarations.map(([name]) => name)));
  const kept = [...prefixes].map((prefix) => (prefix === '' ? '#default' : prefix));
  const bytes = canonicalize(tree, { prefixes: kept });
  const read = readXml(bytes, messageLimits, (xml) => xml.isSchemaValid());
  return read.kind === 'read' && read.result;
}

function forgiven(element: XmlElement, leftOut: ReadonlySet<XmlElement>): XmlElement {
  const content = element.content.flatMap((each): readonly (string | XmlElement)[] => {
    if (typeof each === 'string') return [each];
    return leftOut.has(each) ? [] : [forgiven(each, leftOut)];
  });
  const children = content.filter((each) => typeof each !== 'string');
  if (element.type === null || !isPlainType(element.type)) return { ...element, content, children };
  const attributes = element.attributes.filter(
    (each) => each.namespace !== namespaces.schemaInstance || each.name !== 'type',
  );
  return { ...element, content, children, attributes, type: null };
}
