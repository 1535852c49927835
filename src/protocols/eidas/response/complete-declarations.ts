import { namespaces } from '../../saml/namespaces.ts';
import type { XmlElement } from '../../saml/xml-tree.ts';
import { eidasNamespaces } from '../vocabulary.ts';

/** What these prefixes stand for with everybody who writes them (Attribute Profile 1.4; SAML core 1.1). */
const customary: Readonly<Record<string, string>> = {
  saml: namespaces.assertion,
  saml2: namespaces.assertion,
  xsi: namespaces.schemaInstance,
  xs: namespaces.schema,
  xsd: namespaces.schema,
  eidas: eidasNamespaces.naturalPerson,
  'eidas-natural': eidasNamespaces.naturalPerson,
  naturalperson: eidasNamespaces.naturalPerson,
  ds: namespaces.signature,
};
const ROOT = /^(?:<\?xml[^<>]*\?>)?\s*<((?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*)(?=[\s/>])/;
/** A prefix, with what stands before it and its colon. */
const USED = /[<\s"'/][A-Za-z_][\w.-]*:/g;

/**
 * Some nodes encrypt an assertion as it stood in their response, where its prefixes were declared further out (XML Encryption 1.1, 4.3:
 * the plain text belongs where the encrypted data stood). A prefix that the plain text uses and declares nowhere gets the meaning that it
 * has in `around`, which the signature covers; failing that the customary one. Exclusive canonicalisation leaves out declarations
 * that only the plain text uses, so what the message itself declares there is not signed, and is never looked at.
 */
export function completeDeclarations(plain: Buffer, around: readonly XmlElement[]): Buffer {
  const text = plain.toString('latin1');
  const root = ROOT.exec(text);
  if (!root) return plain;
  const signed = new Map(around.flatMap((each) => each.declarations));
  const used = new Set(text.match(USED)?.map((each) => each.slice(1, -1)));
  const missing = [...used].flatMap((prefix) => {
    const namespace =
      signed.get(prefix) ?? (Object.hasOwn(customary, prefix) ? customary[prefix] : undefined);
    return namespace === undefined || isDeclared(text, prefix) ? [] : [` xmlns:${prefix}="${namespace}"`];
  });
  const byDefault = signed.get('');
  if (byDefault && !root[1]?.includes(':') && !/\sxmlns\s*=/.test(text))
    missing.push(` xmlns="${byDefault}"`);
  if (missing.length === 0) return plain;
  const end = root[0].length;
  return Buffer.from(`${text.slice(0, end)}${missing.join('')}${text.slice(end)}`, 'latin1');
}

function isDeclared(text: string, prefix: string): boolean {
  return text.includes(`xmlns:${prefix}=`) || text.includes(`xmlns:${prefix} `);
}
