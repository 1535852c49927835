import { namespaces } from '../../saml/namespaces.ts';
import { childrenNamed, onlyChild, uriOf, type XmlElement } from '../../saml/xml-tree.ts';
import type { FailureStatus } from '../model.ts';
import type { RefusalCode } from '../refusal-codes.ts';

const STATUS = 'urn:oasis:names:tc:SAML:2.0:status:';

const byDetail: Readonly<Record<string, FailureStatus>> = {
  [`${STATUS}AuthnFailed`]: 'failed',
  [`${STATUS}RequestDenied`]: 'cancelled',
  [`${STATUS}NoAuthnContext`]: 'level-too-low',
  [`${STATUS}InvalidAttrNameOrValue`]: 'attribute-unavailable',
  [`${STATUS}InvalidNameIDPolicy`]: 'request-not-accepted',
};
const byTop: Readonly<Record<string, FailureStatus>> = {
  [`${STATUS}Requester`]: 'request-not-accepted',
  [`${STATUS}Responder`]: 'failed',
  [`${STATUS}VersionMismatch`]: 'service-error',
};

export type Status =
  | { readonly kind: 'success' }
  | { readonly kind: 'failure'; readonly status: FailureStatus }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

/**
 * Check 7: what the service says happened (Message Format 1.4, 3.2). Only the codes are read: the message in words comes from
 * outside and is never shown. A failure may not carry an assertion.
 */
export function readStatus(response: XmlElement): Status {
  const code = onlyChild(
    onlyChild(response, namespaces.protocol, 'Status'),
    namespaces.protocol,
    'StatusCode',
  );
  const top = uriOf(code, 'Value') ?? '';
  const detail = uriOf(onlyChild(code, namespaces.protocol, 'StatusCode'), 'Value');
  const assertions = ['Assertion', 'EncryptedAssertion'].flatMap((name) =>
    childrenNamed(response, namespaces.assertion, name),
  );
  if (top === `${STATUS}Success`) {
    const contradicts = detail !== null || assertions.length === 0;
    return contradicts ? { kind: 'refused', code: 'eidas.status' } : { kind: 'success' };
  }
  const fallback = Object.hasOwn(byTop, top) ? byTop[top] : undefined;
  if (assertions.length > 0 || !fallback) return { kind: 'refused', code: 'eidas.status' };
  const precise = detail !== null && Object.hasOwn(byDetail, detail) ? byDetail[detail] : undefined;
  return { kind: 'failure', status: precise ?? fallback };
}
