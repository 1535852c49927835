import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import { attributeOf, uriOf, type XmlElement } from '../../saml/xml-tree.ts';
import type { AnsweredRequest, ResponsePorts, ServiceMetadata } from '../model.ts';
import type { RefusalCode } from '../refusal-codes.ts';
import { DEFAULT_SKEW_MILLISECONDS, MAX_AGE_MILLISECONDS, readInstant } from '../time-window.ts';

export type Bound =
  | { readonly kind: 'bound'; readonly request: AnsweredRequest }
  | {
      readonly kind: 'refused';
      readonly requestId: string | null;
      readonly code: RefusalCode;
      readonly signedBy?: CountryCode;
      readonly isLate?: true;
    };

/**
 * Check 6: does this response answer one stored, unused request of this browser session, from the country that was asked?
 * The request is used up in one atomic move, before its age counts: an answer that is sent again, however much later, is one that was
 * sent before.
 */
export async function bindToRequest(
  response: XmlElement,
  service: ServiceMetadata,
  ports: ResponsePorts,
): Promise<Bound> {
  const outside = refuseEnvelope(response, ports);
  if (outside) return { kind: 'refused', requestId: null, code: outside };
  const isOld = isTooOld(response, ports);
  const inResponseTo = attributeOf(response, 'InResponseTo');
  const request = inResponseTo ? await ports.requestByResponse(inResponseTo) : null;
  if (!request || request.id !== inResponseTo)
    return isOld
      ? { kind: 'refused', requestId: null, code: 'eidas.issue-instant', isLate: true }
      : { kind: 'refused', requestId: null, code: 'eidas.in-response-to' };
  const refused = (code: RefusalCode) => ({ kind: 'refused', requestId: request.id, code }) as const;
  if (request.country !== service.country) return { ...refused('eidas.country'), signedBy: service.country };
  if (request.expiresAt <= ports.at) return { ...refused('eidas.request-expired'), isLate: true };
  if (!(await ports.takeRequest(request.id))) return refused('eidas.request-used');
  return isOld ? { ...refused('eidas.issue-instant'), isLate: true } : { kind: 'bound', request };
}

function refuseEnvelope(response: XmlElement, ports: ResponsePorts): RefusalCode | null {
  if (attributeOf(response, 'Version') !== '2.0') return 'eidas.version';
  if (uriOf(response, 'Destination') !== ports.connector.acsUrl) return 'eidas.destination';
  const issued = readInstant(attributeOf(response, 'IssueInstant'))?.getTime();
  const skew = ports.skewMilliseconds ?? DEFAULT_SKEW_MILLISECONDS;
  return issued === undefined || issued > ports.at.getTime() + skew ? 'eidas.issue-instant' : null;
}

function isTooOld(response: XmlElement, { at, skewMilliseconds }: ResponsePorts): boolean {
  const issued = readInstant(attributeOf(response, 'IssueInstant'))?.getTime() ?? 0;
  return issued < at.getTime() - MAX_AGE_MILLISECONDS - (skewMilliseconds ?? DEFAULT_SKEW_MILLISECONDS);
}
