import assert from 'node:assert/strict';
import test from 'node:test';
import type { RefusalCode } from '#src/protocols/eidas/refusal-codes.ts';
import { naturalAttributes } from '#src/protocols/eidas/response/attributes.ts';
import type { SentAttribute } from '#src/protocols/eidas/service/write-response.ts';
import { eidasNamespaces } from '#src/protocols/eidas/vocabulary.ts';
import { type Craft, craftMessage, swap } from '../support/eidas-craft.ts';
import { honestWish, makeCountry } from '../support/eidas-peer.ts';
import { assertAttackRefused, assertHonest, assertRefused, read } from './expect.ts';

const country = await makeCountry('EE');
const honest = honestWish(country).attributes;
const { personIdentifier, familyName, birthDate, birthPlace, birthName, gender, nationality } =
  naturalAttributes;
const having = (name: string, ...values: SentAttribute['values'][number][]): Craft => ({
  wish: {
    attributes: [
      ...honest.filter((each) => each.name !== name),
      ...(values.length ? [{ name, values }] : []),
    ],
  },
});
const adding = (name: string, value: string): Craft => ({
  wish: { attributes: [...honest, { name, values: [{ value }] }] },
});
const identifier = (value: string): Craft => having(personIdentifier.name, { value });

const attacks: readonly (readonly [title: string, craft: Craft, code: RefusalCode])[] = [
  ...[
    'FI/BE/1',
    'EE/NL/1',
    'GR/BE/1',
    'ee/BE/1',
    'EE/be/1',
    'EU/BE/1',
    'EE/BE/',
    'EE/BE',
    'EE//1',
    '/EE/BE/1',
    ' EE/BE/1',
    'EE/BE/1 ',
    'EE/BE/1 2',
    'EE/BE/1\u00a0',
    `EE/BE/${'1'.repeat(251)}`,
    'EE/BE/é',
    'EE/BE/e\u0301',
    'EE/BE/А1',
    'EEE/BE/1',
  ].map((value): readonly [string, Craft, RefusalCode] => [
    `S10 the identifier '${value.slice(0, 20)}' (${value.length})`,
    identifier(value),
    'eidas.person-identifier',
  ]),
  ['S10 an identifier with a control sign', identifier('EE/BE/1\u0085'), 'eidas.attribute-value'],
  ['S10 an empty identifier', identifier(''), 'eidas.attribute-value'],
  ['S11 a mandatory attribute is missing', having(familyName.name), 'eidas.attribute-missing'],
  ['S11 an empty name', having(familyName.name, { value: '' }), 'eidas.attribute-value'],
  ['S11 a name of spaces', having(familyName.name, { value: '  ' }), 'eidas.attribute-value'],
  [
    'S11 a name that is too long',
    having(familyName.name, { value: 'x'.repeat(1025) }),
    'eidas.attribute-value',
  ],
  [
    'S11 a name that turns the direction of text',
    having(familyName.name, { value: 'On\u202Easis' }),
    'eidas.attribute-value',
  ],
  [
    'S11 an attribute twice',
    { wish: { attributes: [...honest, ...honest.slice(0, 1)] } },
    'eidas.attribute-repeated',
  ],
  [
    'S11 two identifiers',
    having(personIdentifier.name, { value: 'EE/BE/1' }, { value: 'EE/BE/2' }),
    'eidas.attribute-values',
  ],
  [
    'S11 no value at all',
    {
      assertion: swap(
        /<saml:AttributeValue xsi:type="eidas:DateOfBirthType">[^<]*<\/saml:AttributeValue>/,
        '',
      ),
    },
    'eidas.attribute-values',
  ],
  [
    'S11 another name format',
    { assertion: swap('attrname-format:uri', 'attrname-format:basic') },
    'eidas.attribute-format',
  ],
  ['S11 no name format', { assertion: swap(/ NameFormat="[^"]+"/, '') }, 'eidas.attribute-format'],
  [
    'S11 a friendly name that lies',
    { assertion: swap('FriendlyName="FamilyName"', 'FriendlyName="FirstName"') },
    'eidas.attribute-format',
  ],
  [
    'S11 the type of another attribute',
    { assertion: swap('"eidas:CurrentFamilyNameType', '"eidas:PlaceOfBirthType') },
    'eidas.attribute-format',
  ],
  [
    'S11 a nil value',
    {
      assertion: swap(
        '<saml:AttributeValue xsi:type="eidas:CurrentGivenNameType">Sara María',
        '<saml:AttributeValue xsi:nil="true">',
      ),
    },
    'eidas.attribute-value',
  ],
  [
    'S11 an encrypted attribute',
    { assertion: swap('</saml:AttributeStatement>', '<saml:EncryptedAttribute/></saml:AttributeStatement>') },
    'eidas.assertion-schema',
  ],
  [
    'S12 two Latin names',
    having(familyName.name, { value: 'Onasis' }, { value: 'Onassis' }),
    'eidas.attribute-script',
  ],
  ['S12 no Latin name', having(familyName.name, { value: 'Ωνάσης', latin: false }), 'eidas.attribute-script'],
  [
    'S12 a Greek name that claims to be Latin',
    having(familyName.name, { value: 'Ωνάσης' }),
    'eidas.attribute-script',
  ],
  [
    'S12 a Cyrillic letter among Latin ones',
    having(familyName.name, { value: 'Оnasis' }),
    'eidas.attribute-script',
  ],
  [
    'S12 three names',
    having(familyName.name, { value: 'a' }, { value: 'b', latin: false }, { value: 'c', latin: false }),
    'eidas.attribute-values',
  ],
  [
    'S12 a junk script',
    { assertion: swap('LatinScript="false"', 'LatinScript="maybe"') },
    'eidas.assertion-schema',
  ],
  [
    'S13 a representative that nobody asked for',
    adding(`${eidasNamespaces.naturalRepresentative}/PersonIdentifier`, 'EE/BE/9'),
    'eidas.attribute-representative',
  ],
  [
    'S13 a legal representative',
    adding(`${eidasNamespaces.legalRepresentative}/LegalName`, 'x'),
    'eidas.attribute-representative',
  ],
  [
    'S14 natural and legal person mixed',
    adding(`${eidasNamespaces.legalPerson}/LegalName`, 'x'),
    'eidas.attribute-legal-person',
  ],
  [
    'S14 a legal person',
    {
      wish: {
        attributes: [
          { name: `${eidasNamespaces.legalPerson}/LegalPersonIdentifier`, values: [{ value: 'EE/BE/1' }] },
        ],
      },
    },
    'eidas.attribute-legal-person',
  ],
  ['S15 a birth date in the future', having(birthDate.name, { value: '2026-11-23' }), 'eidas.birth-date'],
  ['S15 a birth date long ago', having(birthDate.name, { value: '0001-01-01' }), 'eidas.birth-date'],
  [
    'S15 a birth date that does not exist',
    having(birthDate.name, { value: '1976-02-30' }),
    'eidas.assertion-schema',
  ],
  ['S15 a birth date with a zone', having(birthDate.name, { value: '1976-05-04Z' }), 'eidas.birth-date'],
  ['S15 part of a birth date', having(birthDate.name, { value: '1976-05' }), 'eidas.assertion-schema'],
  [
    'S15 part of a birth date without a type',
    { assertion: swap(' xsi:type="eidas:DateOfBirthType">1976-05-04', '>1976-05') },
    'eidas.birth-date',
  ],
  ['S17 no NameID', { assertion: swap(/<saml:NameID .*<\/saml:NameID>/, '') }, 'eidas.name-id'],
  ['S17 an empty NameID', { wish: { nameId: ' ' } }, 'eidas.name-id'],
  [
    'S17 a NameID of another format',
    { assertion: swap('nameid-format:persistent', 'nameid-format:kerberos') },
    'eidas.name-id',
  ],
];

for (const [title, craft, code] of attacks) {
  test(`${title} is refused: ${code}`, () => assertAttackRefused(country, craft, code));
}

test('names that look odd but are honest are accepted', async () => {
  for (const value of [
    'O’Brien-Müller',
    'Çelik Öğüt',
    'van der Straßen d’Arc',
    'Nguyễn',
    'Ålund (född Þór)',
    'Ioannis Ⅲ',
  ]) {
    await assertHonest(country, having(familyName.name, { value }));
  }
  await assertHonest(country, having(birthPlace.name, { value: 'Αθήνα' }));
  await assertHonest(country, identifier('EE/BE/ab/c+d=='));
  await assertHonest(country, identifier(`EE/BE/${'1'.repeat(250)}`));
});

test('an optional attribute that cannot be read counts as absent, and the person gets in', async () => {
  const odd: readonly (readonly [string, Craft])[] = [
    ['an unknown sex', having(gender.name, { value: 'X' })],
    ['an empty sex', having(gender.name, { value: '' })],
    ['an empty place', having(birthPlace.name, { value: '' })],
    ['a place of spaces', having(birthPlace.name, { value: '  ' })],
    ['a place that is too long', having(birthPlace.name, { value: 'x'.repeat(1025) })],
    ['a place that turns the direction of text', having(birthPlace.name, { value: 'Ta\u202Ellinn' })],
    ['two places', having(birthPlace.name, { value: 'Tallinn' }, { value: 'Tartu' })],
    ['a place without value', having(birthPlace.name)],
    ['an empty name at birth', adding(birthName.name, '')],
    ['a Greek name at birth that claims to be Latin', adding(birthName.name, 'Ωνάσης')],
    ['an empty nationality', adding(nationality.name, '')],
    [
      'the sex twice',
      { wish: { attributes: [...honest, { name: gender.name, values: [{ value: 'Male' }] }] } },
    ],
    ['a type that nobody knows', { assertion: swap('"eidas:PlaceOfBirthType', '"eidas:TownOfBirthType') }],
    [
      'a nil place',
      {
        assertion: swap(
          '<saml:AttributeValue xsi:type="eidas:PlaceOfBirthType">Tallinn',
          '<saml:AttributeValue xsi:nil="true">',
        ),
      },
    ],
    [
      'an attribute of a sector that says nothing to anybody',
      {
        assertion: swap(
          '</saml:AttributeStatement>',
          '<saml:Attribute Name="http://e-justice.europa.eu/attributes/role" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"><saml:AttributeValue xmlns:e="urn:e" xsi:type="e:Role">VIP1</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
        ),
      },
    ],
  ];
  for (const [what, craft] of odd) {
    const outcome = await read(country, craftMessage(country, craft));
    assert.equal(outcome.kind, 'authenticated', `${what}: ${JSON.stringify(outcome)}`);
    if (outcome.kind !== 'authenticated') return;
    const { identity } = outcome;
    assert.equal(identity.familyName.latin, 'Onasis');
    const absent = /place|type|nil/.test(what)
      ? identity.birthPlace
      : /sex/.test(what)
        ? identity.sex
        : identity.birthName;
    assert.equal(absent, null, what);
    // What is in order beside it is read.
    if (!/place|type|nil/.test(what)) assert.equal(identity.birthPlace, 'Tallinn');
    if (!/sex/.test(what)) assert.equal(identity.sex, 'female');
    assert.deepEqual(identity.nationalities, []);
  }
});

test('an odd optional attribute hides nothing that must be refused', async () => {
  const odd = { name: gender.name, values: [{ value: 'X' }] };
  const plain = honest.filter((each) => each.name !== gender.name);
  const attributes = [...plain, odd];
  await assertHonest(country, { wish: { attributes } });
  const legal = { name: `${eidasNamespaces.legalPerson}/LegalName`, values: [{ value: 'x' }] };
  await assertRefused(
    country,
    craftMessage(country, { wish: { attributes: [...attributes, legal] } }),
    'eidas.attribute-legal-person',
  );
  const date = attributes.map((each) =>
    each.name === birthDate.name ? { ...each, values: [{ value: '1976-05' }] } : each,
  );
  await assertRefused(
    country,
    craftMessage(country, { wish: { attributes: date } }),
    'eidas.assertion-schema',
  );
});

test('S16 an address is never decoded, whatever is in it', async () => {
  const bomb = Buffer.from('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>').toString(
    'base64',
  );
  const craft = adding(`${eidasNamespaces.naturalPerson}/CurrentAddress`, bomb);
  const outcome = await read(country, craftMessage(country, craft));
  assert.equal(outcome.kind, 'authenticated');
  assert.ok(!JSON.stringify(outcome).includes(bomb));
});

test('attributes that were not asked for are left behind', async () => {
  const request = { ...country.request, attributes: [] };
  const outcome = await read(country, craftMessage(country), { requestByResponse: async () => request });
  assert.equal(outcome.kind, 'authenticated');
  if (outcome.kind !== 'authenticated') return;
  assert.deepEqual([outcome.identity.birthPlace, outcome.identity.sex], [null, null]);
});

test('a very long text beyond ASCII arrives whole', async () => {
  const value = 'Ωνάσης'.repeat(160);
  const outcome = await read(
    country,
    craftMessage(country, {
      ...having(familyName.name, { value: 'Onasis' }, { value, latin: false }),
      response: (xml) =>
        xml.replace(
          '</samlp:Status>',
          `<samlp:StatusMessage>${'aβ€😀'.repeat(4000)}</samlp:StatusMessage></samlp:Status>`,
        ),
    }),
  );
  assert.equal(outcome.kind === 'authenticated' && outcome.identity.familyName.original, value);
});

test('marks that do not show are no part of a name or a place, and never of an identifier', async () => {
  for (const mark of ['\u00ad', '\u200b', '\u200d', '\u200e', '\u2060', '\u2066', '\ufeff', '\ufe0f']) {
    const craft = having(familyName.name, { value: `${mark}Ona${mark}sis${mark}` });
    const outcome = await read(country, craftMessage(country, craft));
    assert.ok(outcome.kind === 'authenticated', JSON.stringify(outcome));
    assert.equal(outcome.identity.familyName.latin, 'Onasis');
    const town = await read(
      country,
      craftMessage(country, having(birthPlace.name, { value: `Tal${mark}linn` })),
    );
    assert.ok(town.kind === 'authenticated' && town.identity.birthPlace === 'Tallinn');
    await assertRefused(
      country,
      craftMessage(country, having(familyName.name, { value: mark })),
      'eidas.attribute-value',
    );
  }
  for (const mark of ['\u200b', '\u2060', '\u2066', '\ufeff'])
    await assertAttackRefused(country, identifier(`EE/BE/1${mark}2`), 'eidas.attribute-value');
});
