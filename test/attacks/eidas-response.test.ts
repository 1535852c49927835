import assert from 'node:assert/strict';
import test from 'node:test';
import type { RefusalCode } from '#src/protocols/eidas/refusal-codes.ts';
import { readResponse } from '#src/protocols/eidas/response/read-response.ts';
import { writeErrorResponse } from '#src/protocols/eidas/service/write-response.ts';
import { assuranceUri } from '#src/protocols/eidas/vocabulary.ts';
import { signXml } from '#src/protocols/saml/sign-xml.ts';
import { trusted } from '#src/protocols/saml/write-xml.ts';
import { type Craft, craftMessage, encodeMessage, swap } from '../support/eidas-craft.ts';
import { acsUrl, at, type Country, honestWish, makeCountry, makePorts } from '../support/eidas-peer.ts';
import { assertAttackRefused, assertHonest, assertRefused, read } from './expect.ts';

const country = await makeCountry('EE');
const other = await makeCountry('FI');
const time = (seconds: number) => new Date(at.getTime() + seconds * 1000).toISOString();
const NOW = at.toISOString();
const END = time(300);
const AUDIENCE = '<saml:Audience>https://sluis.example/eidas/metadata</saml:Audience>';
const RESTRICTION = `<saml:AudienceRestriction>${AUDIENCE}</saml:AudienceRestriction>`;
const everywhere = (from: string, to: string) => (xml: string) => xml.replaceAll(from, to);

const attacks: readonly (readonly [title: string, craft: Craft, code: RefusalCode])[] = [
  ['S01 no InResponseTo', { response: swap(/ InResponseTo="[^"]+"/, '') }, 'eidas.in-response-to'],
  ['S01 an InResponseTo that nobody knows', { wish: { inResponseTo: '_unknown' } }, 'eidas.in-response-to'],
  [
    'S01 the confirmation names no request',
    { assertion: swap(/ InResponseTo="[^"]+"/, '') },
    'eidas.subject-in-response-to',
  ],
  ['S03 issued an hour ago', { response: swap(NOW, time(-3600)) }, 'eidas.issue-instant'],
  ['S03 issued in the future', { response: swap(NOW, time(120)) }, 'eidas.issue-instant'],
  ['S03 a time with a zone', { response: swap(NOW, '2026-11-22T13:00:00+01:00') }, 'eidas.issue-instant'],
  ['S03 a time without a zone', { response: swap(NOW, '2026-11-22T12:00:00') }, 'eidas.issue-instant'],
  ['S03 a leap second', { response: swap(NOW, '2026-11-22T11:59:60Z') }, 'eidas.schema'],
  ['S03 a day that does not exist', { response: swap(NOW, '2026-02-30T12:00:00Z') }, 'eidas.schema'],
  [
    'S03 an assertion issued an hour ago',
    { assertion: swap(`IssueInstant="${NOW}"`, `IssueInstant="${time(-3600)}"`) },
    'eidas.assertion-instant',
  ],
  [
    'S03 an assertion issued in the future',
    { assertion: swap(`IssueInstant="${NOW}"`, `IssueInstant="${time(120)}"`) },
    'eidas.assertion-instant',
  ],
  [
    'S03 not valid yet',
    { assertion: swap(`NotBefore="${NOW}"`, `NotBefore="${time(120)}"`) },
    'eidas.not-yet-valid',
  ],
  [
    'S03 a confirmation that says from when',
    { assertion: swap('<saml:SubjectConfirmationData', `<saml:SubjectConfirmationData NotBefore="${NOW}"`) },
    'eidas.subject-confirmation',
  ],
  ['S03 no longer valid', { assertion: everywhere(END, time(-1)) }, 'eidas.expired'],
  ['S03 valid until this very moment', { assertion: everywhere(END, NOW) }, 'eidas.expired'],
  ['S03 valid until the year 9999', { assertion: everywhere(END, '9999-12-31T23:59:59Z') }, 'eidas.expired'],
  [
    'S03 valid without end',
    { assertion: swap(` NotOnOrAfter="${END}" Recipient`, ' Recipient') },
    'eidas.expired',
  ],
  [
    'S03 conditions without end',
    {
      assertion: swap(
        `<saml:Conditions NotBefore="${NOW}" NotOnOrAfter="${END}"`,
        `<saml:Conditions NotBefore="${NOW}"`,
      ),
    },
    'eidas.expired',
  ],
  [
    'S03 authenticated before the request',
    { assertion: swap(`AuthnInstant="${NOW}"`, `AuthnInstant="${time(-600)}"`) },
    'eidas.authn-instant',
  ],
  [
    'S03 authenticated in the future',
    { assertion: swap(`AuthnInstant="${NOW}"`, `AuthnInstant="${time(600)}"`) },
    'eidas.authn-instant',
  ],
  ...[
    'https://sluis.example/eidas/ACS',
    'https://sluis.example/eidas/acs/',
    'https://sluis.example:443/eidas/acs',
    'https://a@sluis.example/eidas/acs',
    'https://other.example/',
  ].flatMap((url): readonly (readonly [string, Craft, RefusalCode])[] => [
    [`S04 the destination ${url}`, { response: swap(acsUrl, url) }, 'eidas.destination'],
    [`S04 the recipient ${url}`, { assertion: swap(acsUrl, url) }, 'eidas.recipient'],
  ]),
  ['S04 no destination', { response: swap(/ Destination="[^"]+"/, '') }, 'eidas.destination'],
  ['S04 no recipient', { assertion: swap(/ Recipient="[^"]+"/, '') }, 'eidas.recipient'],
  [
    'S04 a confirmation that is not bearer',
    { assertion: swap('cm:bearer', 'cm:sender-vouches') },
    'eidas.subject-confirmation',
  ],
  [
    'S04 no confirmation',
    { assertion: swap(/<saml:SubjectConfirmation .*<\/saml:SubjectConfirmation>/s, '') },
    'eidas.subject-confirmation',
  ],
  ['S05 no audience', { assertion: swap(RESTRICTION, '') }, 'eidas.audience'],
  ['S05 another audience', { wish: { audience: 'https://other.example' } }, 'eidas.audience'],
  [
    'S05 several audiences',
    { assertion: swap(AUDIENCE, `${AUDIENCE}<saml:Audience>https://other.example</saml:Audience>`) },
    'eidas.audience',
  ],
  ['S05 an empty audience', { wish: { audience: '' } }, 'eidas.audience'],
  ['S05 several restrictions', { assertion: swap(RESTRICTION, RESTRICTION + RESTRICTION) }, 'eidas.audience'],
  ['S05 no conditions', { assertion: swap(/<saml:Conditions .*<\/saml:Conditions>/s, '') }, 'eidas.audience'],
  [
    'S05 an unknown condition',
    {
      assertion: swap(
        RESTRICTION,
        `${RESTRICTION}<saml:Condition xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:string"/>`,
      ),
    },
    'eidas.assertion-schema',
  ],
  [
    'S06 an unknown issuer',
    { wish: { issuer: 'https://eidas.xx.example/metadata' } },
    'eidas.issuer-unknown',
  ],
  ['S06 a similar issuer', { wish: { issuer: 'https://eidas.EE.example/metadata' } }, 'eidas.issuer-unknown'],
  [
    'S06 white space around the issuer',
    { response: swap('<saml:Issuer>', '<saml:Issuer> ') },
    'eidas.issuer-unknown',
  ],
  [
    'S06 an issuer of another format',
    {
      response: swap(
        '<saml:Issuer>',
        '<saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">',
      ),
    },
    'eidas.issuer',
  ],
  ['S06 no issuer', { response: swap(/<saml:Issuer>[^<]*<\/saml:Issuer>/, '') }, 'eidas.issuer'],
  [
    'S06 an assertion of another issuer',
    { assertion: swap(country.service.entityId, other.service.entityId) },
    'eidas.assertion-issuer',
  ],
  [
    'S07 success without an assertion',
    { response: swap(/<saml:EncryptedAssertion>.*<\/saml:EncryptedAssertion>/s, '') },
    'eidas.status',
  ],
  [
    'S07 a failure with an assertion',
    { response: swap('status:Success', 'status:Responder') },
    'eidas.status',
  ],
  [
    'S07 success with a detail that contradicts it',
    {
      response: swap(
        'status:Success"></samlp:StatusCode>',
        'status:Success"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/></samlp:StatusCode>',
      ),
    },
    'eidas.status',
  ],
  [
    'S07 an unknown status',
    {
      response: (xml) =>
        xml
          .replace('status:Success', 'status:Fine')
          .replace(/<saml:EncryptedAssertion>.*<\/saml:EncryptedAssertion>/s, ''),
    },
    'eidas.status',
  ],
  [
    'S07 no authentication statement',
    { assertion: swap(/<saml:AuthnStatement .*<\/saml:AuthnStatement>/s, '') },
    'eidas.assertion-statements',
  ],
  [
    'S07 two attribute statements',
    {
      assertion: (xml) =>
        xml.replace(
          '</saml:Assertion>',
          `${/<saml:AttributeStatement>.*<\/saml:AttributeStatement>/s.exec(xml)?.[0]}</saml:Assertion>`,
        ),
    },
    'eidas.assertion-statements',
  ],
  [
    'S08 a level lower than asked',
    { wish: { assuranceUri: assuranceUri('low') } },
    'eidas.assurance-too-low',
  ],
  [
    'S08 a non-notified level',
    { wish: { assuranceUri: assuranceUri('high', false) } },
    'eidas.assurance-not-notified',
  ],
  ...[
    'http://eidas.europa.eu/LoA/high/../low',
    'http://eidas.europa.eu/loa/high',
    'http://eidas.europa.eu/LoA/High',
    'http://eidas.europa.eu/LoA/',
    'http://eidas.europa.eu/LoA/ high',
    'urn:x',
    '',
  ].map((uri): readonly [string, Craft, RefusalCode] => [
    `S08 the level '${uri}'`,
    { wish: { assuranceUri: uri } },
    'eidas.assurance-unknown',
  ]),
  [
    'S08 no level',
    {
      assertion: swap(
        /<saml:AuthnContextClassRef>.*<\/saml:AuthnContextClassRef>/,
        '<saml:AuthnContextDeclRef>urn:x</saml:AuthnContextDeclRef>',
      ),
    },
    'eidas.assurance-unknown',
  ],
  [
    'S24 a logout request',
    { response: (xml) => xml.replaceAll('samlp:Response', 'samlp:LogoutRequest') },
    'eidas.not-a-response',
  ],
  ['another SAML version', { response: swap('Version="2.0"', 'Version="1.1"') }, 'eidas.version'],
];

for (const [title, craft, code] of attacks) {
  test(`${title} is refused: ${code}`, () => assertAttackRefused(country, craft, code));
}

test('S01 a response for another browser session is refused', async () => {
  await assertHonest(country);
  const outcome = await read(country, craftMessage(country), { requestByResponse: async () => null });
  assert.deepEqual(outcome, { kind: 'refused', requestId: null, code: 'eidas.in-response-to' });
});

test('S01 an answer to a request of too long ago is refused', async () => {
  await assertHonest(country);
  const stale = { ...country.request, expiresAt: at };
  const outcome = await read(country, craftMessage(country), { requestByResponse: async () => stale });
  assert.deepEqual(outcome, {
    kind: 'refused',
    requestId: '_request1',
    code: 'eidas.request-expired',
    isLate: true,
  });
});

test('S02 the same response is taken once', async () => {
  const ports = makePorts(country);
  const message = craftMessage(country);
  const first = await readResponse({ message, relayState: null }, ports);
  const second = await readResponse({ message, relayState: null }, ports);
  assert.equal(first.kind, 'authenticated');
  assert.deepEqual(second, { kind: 'refused', requestId: '_request1', code: 'eidas.request-used' });
});

test('S02 of two submits at the same moment one wins', async () => {
  const ports = makePorts(country);
  const message = craftMessage(country);
  const outcomes = await Promise.all([1, 2, 3].map(() => readResponse({ message, relayState: null }, ports)));
  assert.deepEqual(outcomes.map((each) => each.kind).sort(), ['authenticated', 'refused', 'refused']);
});

test('S02 the same assertion in a new response is refused', async () => {
  const ports = makePorts(country, { takeRequest: async () => true });
  const fixed: Craft = { assertion: swap(/ ID="[^"]+"/, ' ID="_assertion1"') };
  const first = await readResponse({ message: craftMessage(country, fixed), relayState: null }, ports);
  const second = await readResponse({ message: craftMessage(country, fixed), relayState: null }, ports);
  assert.equal(first.kind, 'authenticated');
  assert.deepEqual(second, { kind: 'refused', requestId: '_request1', code: 'eidas.replayed' });
});

test('S09 the service of another country than was asked is refused', async () => {
  await assertHonest(other);
  const asked: Country = { ...other, request: { ...other.request, country: country.service.country } };
  await assertRefused(asked, craftMessage(asked), 'eidas.country');
});

test('S19 a service whose metadata has expired is refused', async () => {
  await assertHonest(country);
  const expired: Country = { ...country, service: { ...country.service, validUntil: at } };
  await assertRefused(expired, craftMessage(expired), 'eidas.metadata-expired');
});

test('S20 a key counts no longer when its certificate has run out since the metadata was read', async () => {
  const later = new Date('2029-01-01T12:00:00Z');
  const service = { ...country.service, validUntil: new Date('2030-01-01') };
  const request = { ...country.request, issuedAt: later, expiresAt: new Date('2029-01-01T13:00:00Z') };
  const message = craftMessage(country, { wish: { at: later } });
  await assertHonest(country);
  const outcome = await readResponse(
    { message, relayState: null },
    makePorts({ ...country, service, request }, { at: later }),
  );
  assert.deepEqual(outcome, { kind: 'refused', requestId: null, code: 'eidas.signature-value' });
});

test('S23 a RelayState of 81 bytes is refused', async () => {
  const message = craftMessage(country);
  const fits = await readResponse({ message, relayState: 'x'.repeat(80) }, makePorts(country));
  assert.equal(fits.kind, 'authenticated');
  const long = await readResponse({ message, relayState: 'x'.repeat(81) }, makePorts(country));
  assert.deepEqual(long, { kind: 'refused', requestId: null, code: 'eidas.relay-state-too-large' });
});

test('an assertion with a signature of its own is accepted when it is valid, refused when it is not', async () => {
  const signed =
    (signing = country.signing) =>
    (xml: string) => {
      const id = / ID="([^"]+)"/.exec(xml)?.[1] ?? '';
      return signXml(
        (signature) => trusted(xml.replace('</saml:Issuer>', `</saml:Issuer>${signature}`)),
        id,
        signing,
      );
    };
  await assertHonest(country, { assertion: signed() });
  await assertRefused(
    country,
    craftMessage(country, { assertion: signed(other.signing) }),
    'eidas.assertion-signature',
  );
  const changed = (xml: string) => swap('Onasis', 'Onassis')(signed()(xml));
  await assertRefused(country, craftMessage(country, { assertion: changed }), 'eidas.assertion-signature');
});

test('X03 a signed assertion wrapped in a forged one is refused', async () => {
  const sign = (xml: string) => {
    const id = / ID="([^"]+)"/.exec(xml)?.[1] ?? '';
    return signXml(
      (signature) => trusted(xml.replace('</saml:Issuer>', `</saml:Issuer>${signature}`)),
      id,
      country.signing,
    );
  };
  const forge = (xml: string) => xml.replace(/ ID="[^"]+"/, ' ID="_forged"').replace('Onasis', 'Evil');
  const inAdvice = (xml: string) =>
    forge(xml).replace(
      '<saml:AuthnStatement',
      () => `<saml:Advice>${sign(xml)}</saml:Advice><saml:AuthnStatement`,
    );
  await assertHonest(country, { assertion: sign });
  await assertRefused(country, craftMessage(country, { assertion: inAdvice }), 'eidas.assertion-xml');
  const signatureMoved = (xml: string) => {
    const signature = /<ds:Signature .*<\/ds:Signature>/s.exec(sign(xml))?.[0] ?? '';
    return forge(xml).replace('</saml:Issuer>', () => `</saml:Issuer>${signature}`);
  };
  await assertRefused(
    country,
    craftMessage(country, { assertion: signatureMoved }),
    'eidas.assertion-signature',
  );
});

test('a failure is told apart by its status alone', async () => {
  const failures = [
    ['Responder', 'AuthnFailed', 'failed'],
    ['Responder', 'RequestDenied', 'cancelled'],
    ['Requester', 'RequestDenied', 'cancelled'],
    ['Responder', 'NoAuthnContext', 'level-too-low'],
    ['Requester', 'InvalidAttrNameOrValue', 'attribute-unavailable'],
    ['Requester', undefined, 'request-not-accepted'],
    ['Responder', 'Whatever', 'failed'],
    ['VersionMismatch', undefined, 'service-error'],
  ] as const;
  for (const [top, detail, status] of failures) {
    const failure = { top, message: '<script>alert(1)</script>'.repeat(20), ...(detail ? { detail } : {}) };
    const wish = honestWish(country);
    const message = encodeMessage(writeErrorResponse(wish, failure));
    assert.deepEqual(await read(country, message), {
      kind: 'not-authenticated',
      requestId: '_request1',
      status,
    });
  }
});
