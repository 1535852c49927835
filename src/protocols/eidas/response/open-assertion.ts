import { decryptElement } from '../../saml/decrypt-xml.ts';
import type { DecryptionKey } from '../../saml/keys.ts';
import { namespaces } from '../../saml/namespaces.ts';
import { messageLimits, type OpenXml, readXml } from '../../saml/read-xml.ts';
import { verifyXml } from '../../saml/verify-xml.ts';
import { childrenNamed, everyElement, isNamed, onlyChild, type XmlElement } from '../../saml/xml-tree.ts';
import type { ServiceMetadata } from '../model.ts';
import type { RefusalCode } from '../refusal-codes.ts';
import { completeDeclarations } from './complete-declarations.ts';
import { forgiveAssertion } from './forgive-assertion.ts';

export type OpenedAssertion =
  | { readonly kind: 'opened'; readonly assertion: XmlElement; readonly attributeStatement: XmlElement }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

/**
 * Check 8: exactly one encrypted assertion, which decrypts to one clean assertion with one statement of each kind.
 * Its bytes are what AES-GCM authenticated inside the signed response; a signature of its own is optional
 * (Message Format 1.4, 3.1) and must be valid when it is there.
 */
export function openAssertion(
  response: XmlElement,
  service: ServiceMetadata,
  keys: readonly DecryptionKey[],
): OpenedAssertion {
  if (childrenNamed(response, namespaces.assertion, 'Assertion').length > 0)
    return refuse('eidas.not-encrypted');
  const [container, ...others] = childrenNamed(response, namespaces.assertion, 'EncryptedAssertion');
  if (!container || others.length > 0) return refuse('eidas.assertion-count');
  const plain = decryptElement(container, keys, { legacyTransport: isLegacy(service) });
  if (!plain) return refuse('eidas.decryption');
  const whole = completeDeclarations(plain, [response, container]);
  const read = readXml(whole, messageLimits, (xml) => checkPlain(xml, service));
  return read.kind === 'refused' ? refuse('eidas.assertion-xml') : read.result;
}

function checkPlain(xml: OpenXml, service: ServiceMetadata): OpenedAssertion {
  if (!isNamed(xml.root, namespaces.assertion, 'Assertion')) return refuse('eidas.assertion-xml');
  const root = xml.isSchemaValid() ? xml.root : forgiveAssertion(xml.root);
  if (!root) return refuse('eidas.assertion-schema');
  const all = everyElement(xml.root);
  const nested = all.some((each, index) => index > 0 && /^(?:Encrypted)?Assertion$/.test(each.name));
  if (nested) return refuse('eidas.assertion-xml');
  const statements = root.children.filter((each) => /Statement$/.test(each.name));
  const attributeStatement = onlyChild(root, namespaces.assertion, 'AttributeStatement');
  const authnStatement = onlyChild(root, namespaces.assertion, 'AuthnStatement');
  if (statements.length !== 2 || !attributeStatement || !authnStatement)
    return refuse('eidas.assertion-statements');
  if (all.some((each) => isNamed(each, namespaces.signature, 'Signature'))) {
    if (verifyXml(xml, service.signingKeys).kind === 'refused') return refuse('eidas.assertion-signature');
  }
  return { kind: 'opened', assertion: root, attributeStatement };
}

/** Whether the service announces versions, and none above 1.3: only such a peer may still use `rsa-oaep-mgf1p`. */
function isLegacy(service: ServiceMetadata): boolean {
  return (
    service.protocolVersions.length > 0 &&
    service.protocolVersions.every((version) => /^1\.[0-3](?:\.|$)/.test(version))
  );
}

function refuse(code: RefusalCode): OpenedAssertion {
  return { kind: 'refused', code };
}
