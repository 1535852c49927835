import { MINUTE } from '../../../src/base/time.ts';
import type { AssuranceLevel } from '../../../src/domain/assurance/index.ts';
import { mandatoryAttributes } from '../../../src/protocols/eidas/response/attributes.ts';
import {
  ATTRIBUTE_NAME_FORMAT,
  assuranceOf,
  eidasNamespaces,
} from '../../../src/protocols/eidas/vocabulary.ts';
import { namespaces } from '../../../src/protocols/saml/namespaces.ts';
import {
  attributeOf,
  childrenNamed,
  everyElement,
  isNamed,
  onlyChild,
  textOf,
  type XmlElement,
} from '../../../src/protocols/saml/xml-tree.ts';
import type { NodeAddresses } from './addresses.ts';
import type { Connector } from './connector.ts';

/** A request that a simulated node accepted. */
export type AcceptedRequest = {
  readonly id: string;
  readonly assurance: AssuranceLevel;
  /** URIs of the attributes asked for. */
  readonly attributes: readonly string[];
  readonly providerName: string | null;
};

export type RequestReading =
  | { readonly kind: 'accepted'; readonly request: AcceptedRequest }
  /** Every rule that was broken, in words, with its place in the specification. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Holds an AuthnRequest against every rule of the eIDAS Message Format 1.4, chapter 2. The signature was checked before. */
export function checkRequest(
  root: XmlElement,
  connector: Connector,
  addresses: NodeAddresses,
  at: Date,
): RequestReading {
  if (!isNamed(root, namespaces.protocol, 'AuthnRequest'))
    return { kind: 'refused', problems: ['This is not an AuthnRequest.'] };
  const issued = new Date(attributeOf(root, 'IssueInstant') ?? '').getTime();
  const consumer = attributeOf(root, 'AssertionConsumerServiceURL');
  const attributes = requestedAttributes(root);
  const level = requestedLevel(root);
  const spTypes = everyElement(root).filter((each) => isNamed(each, eidasNamespaces.extensions, 'SPType'));
  const inPlaces = spTypes.length + (connector.spType ? 1 : 0);
  const missing = mandatoryAttributes.filter(
    (name) => !attributes.some((each) => each.name === name && each.required),
  );
  const rules: readonly (readonly [boolean, string])[] = [
    [attributeOf(root, 'Version') === '2.0', 'Version must be 2.0.'],
    [
      textOf(onlyChild(root, namespaces.assertion, 'Issuer')) === connector.entityId,
      'Issuer must be the address of the connector’s metadata.',
    ],
    [
      attributeOf(root, 'Destination') === addresses.singleSignOn,
      'Destination must be this endpoint, as in our metadata.',
    ],
    [/^_?[\w.-]{10,200}$/.test(attributeOf(root, 'ID') ?? ''), 'ID must be an unguessable name.'],
    [Math.abs(issued - at.getTime()) < 5 * MINUTE, 'IssueInstant must be now.'],
    [attributeOf(root, 'ForceAuthn') === 'true', 'ForceAuthn must be true.'],
    [(attributeOf(root, 'IsPassive') ?? 'false') === 'false', 'IsPassive should be false.'],
    [
      consumer === null || consumer === connector.assertionConsumer,
      'AssertionConsumerServiceURL must equal the connector’s metadata.',
    ],
    [level !== null, 'RequestedAuthnContext must ask “minimum” with exactly one notified level.'],
    [inPlaces === 1, `SPType must stand in exactly one of request and metadata; it stands in ${inPlaces}.`],
    [attributes.length > 0, 'RequestedAttributes must hold at least one attribute.'],
    [
      missing.length === 0,
      `Mandatory attributes must be asked with isRequired="true": ${missing.join(', ')}.`,
    ],
    [attributes.every((each) => each.format === ATTRIBUTE_NAME_FORMAT), 'Every NameFormat must be “uri”.'],
    [
      !attributes.some((each) => each.name.includes('/representative/')),
      'Representative attributes may not be asked for.',
    ],
    [
      !attributes.some((each) => each.name.startsWith(`${eidasNamespaces.legalPerson}/`)),
      'Natural and legal person may not be mixed.',
    ],
    [
      (attributeOf(root, 'ProviderName')?.length ?? 0) <= 128,
      'ProviderName may have at most 128 characters.',
    ],
  ];
  const problems = rules.filter(([holds]) => !holds).map(([, problem]) => problem);
  if (problems.length > 0 || !level) return { kind: 'refused', problems };
  return {
    kind: 'accepted',
    request: {
      id: attributeOf(root, 'ID') ?? '',
      assurance: level,
      attributes: attributes.map((each) => each.name),
      providerName: attributeOf(root, 'ProviderName'),
    },
  };
}

function requestedAttributes(
  root: XmlElement,
): readonly { name: string; required: boolean; format: string | null }[] {
  const extensions = onlyChild(root, namespaces.protocol, 'Extensions');
  const list = onlyChild(extensions, eidasNamespaces.extensions, 'RequestedAttributes');
  if (!list) return [];
  return childrenNamed(list, eidasNamespaces.extensions, 'RequestedAttribute').map((each) => ({
    name: attributeOf(each, 'Name') ?? '',
    required: attributeOf(each, 'isRequired') === 'true',
    format: attributeOf(each, 'NameFormat'),
  }));
}

function requestedLevel(root: XmlElement): AssuranceLevel | null {
  const context = onlyChild(root, namespaces.protocol, 'RequestedAuthnContext');
  if (attributeOf(context, 'Comparison') !== 'minimum') return null;
  const level = assuranceOf(textOf(onlyChild(context, namespaces.assertion, 'AuthnContextClassRef')) ?? '');
  return level?.notified ? level.level : null;
}
