import { decodeBase64 } from '../../src/protocols/saml/base64.ts';
import { readRedirect } from '../../src/protocols/saml/bindings.ts';
import { namespaces } from '../../src/protocols/saml/namespaces.ts';
import { readCertificate } from '../../src/protocols/saml/read-certificate.ts';
import { messageLimits, readTree, readXml } from '../../src/protocols/saml/read-xml.ts';
import { verifyXml } from '../../src/protocols/saml/verify-xml.ts';
import { everyElement, isNamed, type XmlElement } from '../../src/protocols/saml/xml-tree.ts';
import type { NodeAddresses } from './node/addresses.ts';
import type { Connector } from './node/connector.ts';
import { checkRequest, type RequestReading } from './node/read-request.ts';

/** What is needed to judge a request. */
export type RequestFrame = {
  readonly connector: Connector;
  readonly addresses: NodeAddresses;
  readonly at: Date;
};

/** A request by HTTP-Redirect: the signature covers the query as it came. */
export function receiveRedirect(rawQuery: string, frame: RequestFrame): RequestReading {
  const message = readRedirect('SAMLRequest', rawQuery);
  if (!message) return refused('The query holds no signed SAMLRequest with an allowed algorithm.');
  if (!message.isSignedBy(frame.connector.signingKeys)) {
    return refused('The signature of the query is not by a key of the connector’s metadata.');
  }
  const read = readXml(message.xml, messageLimits, (open) => (open.isSchemaValid() ? open.root : null));
  if (read.kind === 'refused') return refused(`The request cannot be read (${read.reason}).`);
  return read.result ? check(read.result, frame) : refused('The request does not follow the SAML schema.');
}

/** A request by HTTP-POST: the message itself is signed. `field` is base64. */
export function receivePost(field: string, frame: RequestFrame): RequestReading {
  const bytes = decodeBase64(field);
  if (!bytes) return refused('SAMLRequest is not base64.');
  const read = readXml(bytes, messageLimits, (open): XmlElement | string => {
    if (!open.isSchemaValid()) return 'The request does not follow the SAML schema.';
    const verified = verifyXml(open, frame.connector.signingKeys);
    if (verified.kind === 'refused') return `The signature of the request is not valid (${verified.reason}).`;
    return readTree(verified.xml);
  });
  if (read.kind === 'refused') return refused(`The request cannot be read (${read.reason}).`);
  return typeof read.result === 'string' ? refused(read.result) : check(read.result, frame);
}

/**
 * A request as the reference node of the Commission reads it (2.6 to 2.9), the same by GET and by POST: it decodes base64 and never
 * inflates, wants the signature inside the XML, and in it a certificate of the connector's own country.
 */
export function receiveAsReferenceNode(field: string, frame: RequestFrame): RequestReading {
  const bytes = decodeBase64(field);
  if (!bytes) return refused('SAMLRequest is not base64.');
  const subjects = readXml(bytes, messageLimits, (open) =>
    everyElement(open.root)
      .filter((each) => isNamed(each, namespaces.signature, 'X509Certificate'))
      .map((each) => readCertificate(each.text)?.subject ?? ''),
  );
  if (subjects.kind === 'refused')
    return refused(`The message is not XML (${subjects.reason}): this node does not inflate a query.`);
  const [subject] = subjects.result;
  if (subject === undefined) return refused('No signature: this node looks for it inside the XML alone.');
  if (!subject.split('\n').includes(`C=${frame.connector.country}`))
    return refused('The certificate in the signature is not of the country of the connector.');
  return receivePost(field, frame);
}

function check(root: XmlElement, frame: RequestFrame): RequestReading {
  return checkRequest(root, frame.connector, frame.addresses, frame.at);
}

function refused(problem: string): RequestReading {
  return { kind: 'refused', problems: [problem] };
}
