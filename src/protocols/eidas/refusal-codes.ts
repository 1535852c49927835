/**
 * Why a response is refused: one closed list, in the order of the checks. `check` is the number in the order that
 * docs/reference/eidas-checks.md explains. These codes go to logs, audit events and agents; a person sees one text for all.
 */
export const refusalCodes = [
  { code: 'eidas.form', check: 1, meaning: 'not one form with one SAMLResponse' },
  { code: 'eidas.message-too-large', check: 1, meaning: 'the message is larger than 131072 bytes' },
  { code: 'eidas.relay-state-too-large', check: 1, meaning: 'RelayState is longer than 80 bytes' },
  { code: 'eidas.base64', check: 2, meaning: 'the message is not strict base64' },
  { code: 'eidas.encoding', check: 2, meaning: 'the XML is not UTF-8, or starts with a byte order mark' },
  {
    code: 'eidas.forbidden-markup',
    check: 2,
    meaning: 'document type, comment, processing instruction, CDATA, entity, inclusion',
  },
  { code: 'eidas.not-well-formed', check: 2, meaning: 'the XML is not well-formed' },
  {
    code: 'eidas.too-complex',
    check: 2,
    meaning: 'too many elements, attributes or namespaces, too deep, or a name that is too long',
  },
  { code: 'eidas.duplicate-id', check: 2, meaning: 'an id occurs twice or is not a name' },
  { code: 'eidas.not-a-response', check: 3, meaning: 'the root is not a SAML Response' },
  { code: 'eidas.schema', check: 3, meaning: 'the message does not follow the schemas' },
  { code: 'eidas.issuer', check: 4, meaning: 'the issuer is missing or badly formed' },
  { code: 'eidas.issuer-unknown', check: 4, meaning: 'no metadata of exactly this issuer' },
  { code: 'eidas.metadata-expired', check: 4, meaning: "the issuer's metadata is no longer valid" },
  { code: 'eidas.signature-missing', check: 5, meaning: 'the response is not signed' },
  {
    code: 'eidas.signature-misplaced',
    check: 5,
    meaning: 'more than one signature, or not a child of the response',
  },
  {
    code: 'eidas.signature-structure',
    check: 5,
    meaning: 'the signature has parts that do not belong there',
  },
  {
    code: 'eidas.signature-canonicalization',
    check: 5,
    meaning: 'canonicalisation other than exclusive C14N, or a list of prefixes that is not honest',
  },
  { code: 'eidas.signature-algorithm', check: 5, meaning: 'signature or digest algorithm not allowed' },
  { code: 'eidas.signature-reference', check: 5, meaning: 'the signature does not refer to the response' },
  {
    code: 'eidas.signature-transform',
    check: 5,
    meaning: 'transforms other than enveloped and exclusive C14N, or a list of prefixes that is not honest',
  },
  { code: 'eidas.signature-digest', check: 5, meaning: 'the content was changed after signing' },
  { code: 'eidas.signature-value', check: 5, meaning: "no key of the issuer's metadata made this signature" },
  { code: 'eidas.version', check: 6, meaning: 'SAML version other than 2.0' },
  { code: 'eidas.destination', check: 6, meaning: 'meant for another address' },
  {
    code: 'eidas.issue-instant',
    check: 6,
    meaning: 'issued too long ago, in the future, or not written in UTC',
  },
  {
    code: 'eidas.in-response-to',
    check: 6,
    meaning: 'no answer to any request of ours in this browser session',
  },
  { code: 'eidas.request-expired', check: 6, meaning: 'the request was too long ago' },
  { code: 'eidas.country', check: 6, meaning: 'another country answers than was asked' },
  { code: 'eidas.request-used', check: 6, meaning: 'the request was answered before' },
  { code: 'eidas.status', check: 7, meaning: 'status and content contradict each other' },
  { code: 'eidas.not-encrypted', check: 8, meaning: 'an assertion came unencrypted' },
  { code: 'eidas.assertion-count', check: 8, meaning: 'not exactly one encrypted assertion' },
  { code: 'eidas.decryption', check: 8, meaning: 'the assertion cannot be decrypted' },
  { code: 'eidas.assertion-xml', check: 8, meaning: 'what was encrypted is not one clean assertion' },
  { code: 'eidas.assertion-schema', check: 8, meaning: 'the assertion does not follow the schemas' },
  { code: 'eidas.assertion-signature', check: 8, meaning: 'the assertion has a signature that is not valid' },
  {
    code: 'eidas.assertion-statements',
    check: 8,
    meaning: 'not exactly one AuthnStatement and one AttributeStatement',
  },
  { code: 'eidas.assertion-issuer', check: 9, meaning: 'assertion and response have different issuers' },
  {
    code: 'eidas.assertion-instant',
    check: 9,
    meaning: 'the assertion was issued in the future or too long ago',
  },
  { code: 'eidas.name-id', check: 9, meaning: 'NameID missing, empty or of another format' },
  {
    code: 'eidas.subject-confirmation',
    check: 9,
    meaning: 'not exactly one bearer confirmation, or one that says from when it holds',
  },
  { code: 'eidas.recipient', check: 9, meaning: 'the confirmation is for another address' },
  { code: 'eidas.subject-in-response-to', check: 9, meaning: 'the confirmation answers another request' },
  { code: 'eidas.expired', check: 9, meaning: 'NotOnOrAfter is missing, past or absurd' },
  { code: 'eidas.not-yet-valid', check: 9, meaning: 'NotBefore is in the future' },
  { code: 'eidas.audience', check: 9, meaning: 'not for us, or not for us alone' },
  { code: 'eidas.authn-instant', check: 9, meaning: 'the person was not authenticated for this request' },
  {
    code: 'eidas.assurance-unknown',
    check: 10,
    meaning: 'the level of assurance is missing or not one of eIDAS',
  },
  {
    code: 'eidas.assurance-not-notified',
    check: 10,
    meaning: 'a non-notified level where a notified one was asked',
  },
  { code: 'eidas.assurance-too-low', check: 10, meaning: 'the level is lower than was asked' },
  {
    code: 'eidas.attribute-format',
    check: 11,
    meaning: 'a mandatory attribute has a wrong NameFormat, FriendlyName or type',
  },
  {
    code: 'eidas.attribute-representative',
    check: 11,
    meaning: 'attributes of a representative, which were not asked',
  },
  {
    code: 'eidas.attribute-legal-person',
    check: 11,
    meaning: 'attributes of a legal person in an answer about a natural one',
  },
  { code: 'eidas.attribute-repeated', check: 11, meaning: 'a mandatory attribute occurs more than once' },
  { code: 'eidas.attribute-missing', check: 11, meaning: 'a mandatory attribute is missing' },
  {
    code: 'eidas.attribute-values',
    check: 11,
    meaning: 'a mandatory attribute has the wrong number of values',
  },
  {
    code: 'eidas.attribute-value',
    check: 11,
    meaning: 'a mandatory value is empty, too long, or has characters that do not belong there',
  },
  { code: 'eidas.attribute-script', check: 11, meaning: 'not exactly one value in Latin script' },
  {
    code: 'eidas.person-identifier',
    check: 11,
    meaning: 'the identifier is not CC/CC/value with the right two countries',
  },
  { code: 'eidas.birth-date', check: 11, meaning: 'the birth date does not exist or is in the future' },
  { code: 'eidas.replayed', check: 12, meaning: 'this response or assertion was received before' },
  {
    code: 'eidas.browser',
    check: 13,
    meaning: 'fetched by another browser than the one that began the login',
  },
] as const satisfies readonly {
  readonly code: `eidas.${string}`;
  readonly check: number;
  readonly meaning: string;
}[];

export type RefusalCode = (typeof refusalCodes)[number]['code'];
