import { randomUUID } from 'node:crypto';
import { HOUR, later, MINUTE } from '../../../src/base/time.ts';
import { isAtLeast } from '../../../src/domain/assurance/index.ts';
import {
  type NaturalAttribute,
  naturalAttributes,
} from '../../../src/protocols/eidas/response/attributes.ts';
import {
  ATTRIBUTE_NAME_FORMAT,
  assuranceUri,
  ENTITY_FORMAT,
  eidasNamespaces,
} from '../../../src/protocols/eidas/vocabulary.ts';
import { namespaces } from '../../../src/protocols/saml/namespaces.ts';
import { element, leaf, type Markup } from '../../../src/protocols/saml/write-xml.ts';
import { assuranceOfState } from '../states.ts';
import type { ResponseWish } from './response-wish.ts';

const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
/** Where the person's browser is, as their node saw it: from a range for examples. */
const PERSONS_ADDRESS = '192.0.2.7';
const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/** One assertion about one person (Message Format 1.4, 3.1; Attribute Profile 1.4, chapter 2). */
export function writeAssertion(wish: ResponseWish): Markup {
  const { connector, request, trouble } = wish;
  // An old answer was good when it was made: an hour ago.
  const at = trouble === 'expired-answer' ? later(wish.at, -HOUR) : wish.at;
  const until = later(at, 5 * MINUTE).toISOString();
  const audience =
    trouble === 'other-audience' ? 'https://connector.example.eu/metadata' : connector.entityId;
  const inResponseTo = request.id;
  // What the reference node adds: nothing of it changes what is said, and a reader must not stumble over it.
  const more = wish.state.node === 'reference';
  return element(
    'saml2:Assertion',
    {
      'xmlns:saml2': namespaces.assertion,
      ID: `_${randomUUID()}`,
      IssueInstant: wish.at.toISOString(),
      Version: '2.0',
    },
    [
      leaf('saml2:Issuer', more ? { Format: ENTITY_FORMAT } : {}, wish.addresses.entityId),
      element('saml2:Subject', {}, [
        leaf(
          'saml2:NameID',
          { Format: PERSISTENT, ...(more ? { NameQualifier: 'http://C-PEPS.gov.xx' } : {}) },
          identifierOf(wish),
        ),
        element('saml2:SubjectConfirmation', { Method: BEARER }, [
          element('saml2:SubjectConfirmationData', {
            InResponseTo: inResponseTo,
            NotOnOrAfter: until,
            Recipient: connector.assertionConsumer,
            ...(more ? { Address: PERSONS_ADDRESS } : {}),
          }),
        ]),
      ]),
      element('saml2:Conditions', { NotBefore: at.toISOString(), NotOnOrAfter: until }, [
        element('saml2:AudienceRestriction', {}, [leaf('saml2:Audience', {}, audience)]),
        more ? element('saml2:OneTimeUse', {}) : null,
      ]),
      element('saml2:AuthnStatement', { AuthnInstant: wish.at.toISOString() }, [
        more ? element('saml2:SubjectLocality', { Address: PERSONS_ADDRESS }) : null,
        element('saml2:AuthnContext', {}, [leaf('saml2:AuthnContextClassRef', {}, levelOf(wish))]),
      ]),
      element(
        'saml2:AttributeStatement',
        {},
        trouble === 'legal-person' ? legalPerson(wish) : naturalPerson(wish),
      ),
    ],
  );
}

function levelOf(wish: ResponseWish): string {
  if (wish.trouble === 'claims-level-too-low') return assuranceUri('low');
  const own = assuranceOfState(wish.state);
  return assuranceUri(isAtLeast(own, wish.request.assurance) ? own : 'low');
}

/** `origin/destination/value`; a new card brings a new value in the states where that happens. */
function identifierOf({ state, person, trouble }: ResponseWish): string {
  const origin = trouble === 'other-country' ? (state.code === 'AT' ? 'DE' : 'AT') : state.code;
  const suffix = trouble === 'changed-identifier' ? '-new-card' : '';
  return `${origin}/BE/${person.identifier}${suffix}`;
}

function naturalPerson(wish: ResponseWish): (Markup | null)[] {
  const { person, trouble, request } = wish;
  const all = naturalAttributes;
  const optional = (attribute: NaturalAttribute, value: string) =>
    request.attributes.includes(attribute.name) && trouble !== 'without-birth-place'
      ? plain(attribute, value)
      : null;
  return [
    plain(all.personIdentifier, identifierOf(wish)),
    named(all.familyName, person.familyName, person.originalFamilyName),
    named(all.givenNames, person.givenNames, person.originalGivenNames),
    trouble === 'without-birth-date' ? null : plain(all.birthDate, person.birthDate),
    optional(all.birthPlace, person.birthPlace),
    optional(all.gender, person.sex === 'female' ? 'Female' : 'Male'),
  ];
}

function plain(attribute: NaturalAttribute, value: string): Markup {
  return written(attribute, [leaf('saml2:AttributeValue', typed(attribute), value)]);
}

/** The Latin value first, as the samples of the specification have it; the other one says that it is not Latin. */
function named(attribute: NaturalAttribute, latin: string, original: string | null): Markup {
  const values = [leaf('saml2:AttributeValue', typed(attribute), latin)];
  if (original)
    values.push(leaf('saml2:AttributeValue', { ...typed(attribute), 'np:LatinScript': 'false' }, original));
  return written(attribute, values);
}

function written(attribute: { name: string; friendlyName: string }, values: readonly Markup[]): Markup {
  const head = {
    Name: attribute.name,
    FriendlyName: attribute.friendlyName,
    NameFormat: ATTRIBUTE_NAME_FORMAT,
  };
  return element('saml2:Attribute', head, values);
}

function typed(attribute: NaturalAttribute): Readonly<Record<string, string>> {
  const suffix = attribute.name.slice(eidasNamespaces.naturalPerson.length + 1);
  return {
    'xmlns:np': eidasNamespaces.naturalPerson,
    'xmlns:xsi': namespaces.schemaInstance,
    'xsi:type': `np:${suffix}Type`,
  };
}

function legalPerson(wish: ResponseWish): Markup[] {
  const value = (suffix: string, friendlyName: string, text: string) =>
    written({ name: `${eidasNamespaces.legalPerson}/${suffix}`, friendlyName }, [
      leaf('saml2:AttributeValue', {}, text),
    ]);
  return [
    value('LegalPersonIdentifier', 'LegalPersonIdentifier', `${wish.state.code}/BE/SIM-COMPANY-1`),
    value('LegalName', 'LegalName', `Simulated company of ${wish.state.name}`),
  ];
}
