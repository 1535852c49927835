import { isAtLeast } from '../../../domain/assurance/index.ts';
import { attributeOf, type XmlElement } from '../../saml/xml-tree.ts';
import type { AnsweredRequest, EidasOutcome, ResponsePorts, ServiceMetadata } from '../model.ts';
import type { RefusalCode } from '../refusal-codes.ts';
import { DEFAULT_SKEW_MILLISECONDS } from '../time-window.ts';
import { assuranceOf } from '../vocabulary.ts';
import { bindToRequest } from './bind-to-request.ts';
import { checkAssertion } from './check-assertion.ts';
import { openAssertion } from './open-assertion.ts';
import { readIdentity } from './read-identity.ts';
import { readStatus } from './read-status.ts';
import { receiveResponse } from './receive-response.ts';

/**
 * Reads a response from the HTTP-POST binding. The checks come in one fixed order, the numbers of `refusalCodes`: sizes,
 * strict XML, schema, issuer, signature, binding to one request, status, decryption, validity, assurance, attributes,
 * replay. After check 5 only the bytes that the signature covered are read.
 * `message` is the text of the form field `SAMLResponse`.
 */
export async function readResponse(
  input: { readonly message: string; readonly relayState: string | null },
  ports: ResponsePorts,
): Promise<EidasOutcome> {
  const received = await receiveResponse(input, ports);
  if (received.kind === 'refused') return { kind: 'refused', requestId: null, code: received.code };
  const { response, service } = received;
  const bound = await bindToRequest(response, service, ports);
  if (bound.kind === 'refused') return bound;
  const { request } = bound;
  const status = readStatus(response);
  if (status.kind === 'refused') return { kind: 'refused', requestId: request.id, code: status.code };
  if (status.kind === 'failure')
    return { kind: 'not-authenticated', requestId: request.id, status: status.status };
  return await readSuccess(response, request, service, ports);
}

/** Checks 8 to 12, of a response that says success. */
async function readSuccess(
  response: XmlElement,
  request: AnsweredRequest,
  service: ServiceMetadata,
  ports: ResponsePorts,
): Promise<EidasOutcome> {
  const refused = (code: RefusalCode): EidasOutcome => ({ kind: 'refused', requestId: request.id, code });
  const { connector, at, skewMilliseconds: skew = DEFAULT_SKEW_MILLISECONDS } = ports;
  const opened = openAssertion(response, service, connector.decryptionKeys);
  if (opened.kind === 'refused') return refused(opened.code);
  const { assertion, attributeStatement } = opened;
  const checked = checkAssertion(assertion, { request, service, connector, at, skew });
  if (checked.kind === 'refused') return { ...checked, requestId: request.id };

  const assurance = assuranceOf(checked.assuranceUri);
  if (!assurance) return refused('eidas.assurance-unknown');
  if (request.notifiedOnly && !assurance.notified) return refused('eidas.assurance-not-notified');
  if (!isAtLeast(assurance.level, request.assurance)) return refused('eidas.assurance-too-low');

  const { attributes: asked, country: sender } = request;
  const read = readIdentity(attributeStatement, {
    asked,
    sender,
    receiver: connector.country,
    at,
    assurance,
  });
  if (read.kind === 'refused') return { ...read, requestId: request.id };
  const messageIds = [attributeOf(response, 'ID') ?? '', attributeOf(assertion, 'ID') ?? ''];
  const until = new Date(checked.validUntil.getTime() + skew);
  if (!(await ports.rememberMessage(messageIds, until))) return refused('eidas.replayed');
  return {
    kind: 'authenticated',
    requestId: request.id,
    identity: read.identity,
    assurance: assurance.level,
    messageIds,
  };
}
