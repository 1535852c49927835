import type { Language } from '../../src/base/language.ts';
import { Redacted } from '../../src/base/redacted.ts';
import type { OidcApplication } from '../../src/domain/application/index.ts';
import type { Capacity, UnusableCapacity } from '../../src/domain/capacity/index.ts';
import type { CaseId } from '../../src/domain/casework/index.ts';
import type { CountryOffer, EidasCountry } from '../../src/domain/eidas-country/index.ts';
import type { PresentedIdentity } from '../../src/domain/identity-matching/index.ts';
import type { TileOffer } from '../../src/domain/login-means/index.ts';
import type { Organisation } from '../../src/domain/organisation/index.ts';
import { type NationalNumber, parseNationalNumber } from '../../src/domain/person/index.ts';
import type { Attempt, AttemptId, Page, View, WayOn } from '../../src/login/index.ts';
import { eidas, tileOf } from './tile-examples.ts';

/** People, applications and countries that the tests of pages show. All made up; brands are cast, as only tests may. */
export const NOW = new Date('2026-11-22T10:14:00Z');
export const ATTEMPT_ID = 'a'.repeat(43) as AttemptId;

export const klip = {
  id: '6f1c2f0e-6d0f-4b52-9d3a-0d6a4c1b7e11',
  name: { en: 'KLIP', nl: 'KLIP', fr: 'KLIP', de: 'KLIP' },
  protocol: 'oidc',
  secret: new Redacted('not-a-secret'),
  jwks: null,
  clientAuthentication: ['client_secret_basic'],
  redirectUris: ['http://localhost:4001/callback'],
  postLogoutRedirectUris: [],
  scopes: ['openid', 'profile', 'vo', 'rrn', 'klip'],
  openTo: [{ targetGroup: 'EA', level: 'organisation' }],
  assurance: 'substantial',
  loginMeans: ['eid', 'itsme', 'eidashigh', 'eidassubstantial'],
  rights: [
    {
      code: 'KLIPgebruiker',
      name: { nl: 'KLIP-gebruiker', en: 'KLIP user', fr: 'Utilisateur KLIP', de: 'KLIP-Benutzer' },
      description: null,
      contexts: ['Planaanvrager', 'Raadpleger'],
      contextRequired: true,
    },
  ],
  rightRequired: true,
  openToLegalRepresentatives: true,
  roleClaim: { scope: 'klip', name: 'klip_rol_3d', format: '3d' },
  idTokenAlgorithm: 'RS256',
  confirmSharing: 'never',
  compatibility: { pkce: 'optional', issParameter: false, assertionAudience: ['issuer'] },
  homeUri: 'http://localhost:4001/',
} as unknown as OidcApplication;

/** The way on to KLIP from a finished login, with a session. */
export const toKlip: WayOn = {
  kind: 'address',
  url: 'https://klip.example/back?code=c&state=s',
  cookies: ['sluis_session=s; path=/'],
};

export function attempt(language: Language, over: Partial<Attempt> = {}): Attempt {
  return {
    id: ATTEMPT_ID,
    correlation: 'K7PX-2M9D',
    browser: 'browser',
    application: klip.id,
    request: {
      protocol: 'oidc',
      scopes: ['openid', 'profile', 'vo', 'rrn', 'klip'],
      means: ['eid', 'itsme', 'eidashigh', 'eidassubstantial'],
      acrAsked: false,
      wish: null,
      known: null,
    },
    language,
    state: { kind: 'choosing-means', notice: null },
    version: 1,
    startedAt: NOW,
    expiresAt: new Date(NOW.getTime() + 3_600_000),
    ...over,
  } as unknown as Attempt;
}

function country(code: string, means: readonly string[], reason?: string): CountryOffer {
  const made = {
    code,
    name: {},
    status: { kind: 'open' },
    means: means.map((name) => ({ name, assurance: 'high', notifiedOn: null })),
    persistence: 'B',
    metadata: null,
    trust: [],
    binding: null,
    entityId: null,
    signers: [],
    refreshFrom: null,
    validFrom: null,
    validUntil: null,
    source: null,
  } as unknown as EidasCountry;
  if (!reason) return { country: made, usable: { kind: 'usable' } };
  const closure = { reason, text: null } as Extract<
    CountryOffer['usable'],
    { kind: 'not-usable' }
  >['closure'];
  return { country: made, usable: { kind: 'not-usable', closure } };
}

export const offers: readonly CountryOffer[] = [
  country('DE', ['Online-Ausweis']),
  country('EE', ['ID-card', 'Mobile-ID']),
  country('EL', []),
  country('NL', ['DigiD', 'eHerkenning']),
  country('ES', ['DNIe']),
  country('IT', ['SPID', 'CIE']),
  country('LU', ['LuxTrust']),
  country('LV', ['eID karte', 'eParaksts']),
  country('AT', ['ID Austria']),
  country('PT', ['Chave Móvel Digital', 'Cartão de Cidadão']),
  country('SE', ['Freja+', 'BankID']),
  country('NO', ['BankID']),
  country('CZ', ['NIA ID']),
  country('PL', [], 'level-too-low'),
  country('IE', [], 'not-notified'),
  country('BG', [], 'not-connected'),
  country('LT', ['eID'], 'temporary-problem'),
  country('FR', [], 'registration-office'),
  country('GB', [], 'registration-office'),
];

export const germany = (offers[0] as CountryOffer).country;

export const anna = {
  country: 'DE',
  identifier: 'DE/BE/anna',
  familyName: { latin: 'Müller', original: null },
  givenNames: { latin: 'Anna Katharina', original: null },
  birthDate: '1995-10-17',
  birthName: null,
  birthPlace: 'Berlin',
  sex: 'female',
  nationalities: [],
  assurance: 'high',
  notified: true,
} as unknown as PresentedIdentity;

export const eleni = {
  ...anna,
  country: 'EL',
  familyName: { latin: 'Papadopoulou', original: 'Παπαδοπούλου' },
  givenNames: { latin: 'Eleni', original: 'Ελένη' },
  birthName: { latin: 'Georgiou', original: 'Γεωργίου' },
  birthPlace: null,
  sex: null,
} as unknown as PresentedIdentity;

export function organisation(name: string, code: string): Organisation {
  return {
    id: code,
    targetGroup: 'EA',
    code,
    name,
    country: 'BE',
    validity: { from: NOW, until: null },
  } as unknown as Organisation;
}

export function actingFor(name: string, code: string, basis: readonly string[] = ['right']): Capacity {
  const rights = [{ right: 'KLIPgebruiker', contexts: ['Planaanvrager', 'Raadpleger'], organisation: code }];
  return {
    kind: 'organisation',
    organisation: organisation(name, code),
    basis,
    rights: basis.includes('right') ? rights : [],
    voId: null,
    email: null,
  } as unknown as Capacity;
}

function parsedNumber(digits: string): NationalNumber {
  const parsed = parseNationalNumber(digits, NOW);
  if (parsed.kind === 'refused') throw new Error(`no number: ${digits}`);
  return parsed.number;
}

export const unusable: readonly UnusableCapacity[] = [
  {
    organisation: organisation('Kabelwerken Zenne bv', '0400.000.101'),
    reason: { kind: 'right-ended', on: new Date('2026-03-01T00:00:00Z') },
  },
  {
    organisation: organisation('Nutsbedrijf Schelde', '0400.000.202'),
    reason: { kind: 'context-missing', right: 'KLIPgebruiker' },
  },
  {
    organisation: organisation('Grondboringen Leie nv', '0400.000.303'),
    reason: { kind: 'right-not-yet', from: new Date('2026-12-24T00:00:00Z') },
  },
  { organisation: organisation('Aannemer Dender', '0400.000.404'), reason: { kind: 'no-right' } },
  {
    organisation: organisation('Rioolbeheer Durme', '0400.000.909'),
    reason: { kind: 'relation-ended', on: new Date('2026-05-31T22:00:00Z') },
  },
  { organisation: organisation('Stad Ninove', '0400.001.010'), reason: { kind: 'not-open' } },
];

const some: Capacity[] = [
  actingFor('Graafwerken Vandenbroucke-Vanderstichele & Zonen nv', '0400000505', [
    'right',
    'legal-representative',
  ]),
  actingFor('Example Works NV', '0123456749'),
  { kind: 'citizen' },
];
const many: Capacity[] = Array.from({ length: 12 }, (_, index) =>
  actingFor(`Bouwbedrijf ${index + 1} nv`, `0400.000.6${String(index).padStart(2, '0')}`),
);

const keyed = (capacities: readonly Capacity[]) =>
  capacities.map((capacity, index) => ({ key: `organisation:${index}`, capacity }));

const tiles: readonly TileOffer[] = [
  { tile: tileOf('eid'), means: ['eid'], usable: { kind: 'usable' } },
  { tile: tileOf('itsme'), means: ['itsme'], usable: { kind: 'usable' } },
  { tile: eidas, means: ['eidashigh', 'eidassubstantial'], usable: { kind: 'usable' } },
  {
    tile: tileOf('mygov'),
    means: ['mygov'],
    usable: { kind: 'closed', closed: { reason: null, until: new Date('2026-03-03T13:00:00Z') } },
  },
  { tile: tileOf('csamtotp'), means: ['csamtotp'], usable: { kind: 'not-available' } },
  { tile: tileOf('csamsms'), means: ['csamsms'], usable: { kind: 'too-weak' } },
];

export const requestPage = {
  kind: 'registered',
  identity: anna,
  reference: 'SLU-2M9D-K7PX',
  case: '0b9d2c6e-1f57-4c39-9d53-8f1f3a8f0c11' as CaseId,
} as const;

/** Every state of every page of a login, by a name for the test. */
export const pages = {
  means: { kind: 'means', tiles, lastUsed: { tile: 'eidas', offer: offers[0] }, notice: null },
  'means-itsme': { kind: 'means', tiles, lastUsed: { tile: 'itsme', offer: null }, notice: null },
  'means-closed': { kind: 'means', tiles, lastUsed: { tile: 'eidas', offer: offers[16] }, notice: null },
  country: { kind: 'country', offers, lastUsed: null, notice: null, canGoBack: true },
  'country-first': { kind: 'country', offers, lastUsed: 'PT', notice: null, canGoBack: false },
  'country-waiting': {
    kind: 'country',
    offers,
    lastUsed: null,
    notice: null,
    canGoBack: true,
    sent: { country: germany.code, mark: 'AbCd1234' },
  },
  'country-cancelled': {
    kind: 'country',
    offers,
    notice: { kind: 'country-cancelled', country: germany.code },
    canGoBack: true,
  },
  'country-late': {
    kind: 'country',
    offers,
    notice: { kind: 'country-late', country: germany.code },
    canGoBack: true,
  },
  'country-again': { kind: 'country', offers, notice: { kind: 'prove-again', wish: null }, canGoBack: true },
  'country-failed': {
    kind: 'country',
    offers,
    notice: {
      kind: 'country-failed',
      country: germany.code,
      problem: { kind: 'country-failed', country: germany.code },
    },
    canGoBack: true,
  },
  'country-unavailable': {
    kind: 'country',
    offers,
    notice: { kind: 'country-unavailable', country: germany.code },
    canGoBack: true,
  },
  'country-none-open': {
    kind: 'country',
    offers: offers.filter((each) => each.usable.kind !== 'usable'),
    notice: null,
    canGoBack: false,
  },
  'means-fresh': { kind: 'means', tiles, lastUsed: null, notice: null },
  'at-provider': { kind: 'at-provider', offer: tiles[1], mark: 'AbCd1234' },
  'other-person': { kind: 'other-person' },
  'means-failed': {
    kind: 'means',
    tiles,
    lastUsed: null,
    notice: { kind: 'means', tile: 'itsme', failure: 'failed' },
  },
  'means-weak': {
    kind: 'means',
    tiles,
    lastUsed: null,
    notice: { kind: 'means', tile: 'itsme', failure: 'too-weak' },
  },
  'at-country': { kind: 'at-country', country: germany, sent: { country: germany.code, mark: 'AbCd1234' } },
  number: { kind: 'number', identity: anna, notice: null },
  'number-greek': {
    kind: 'number',
    identity: eleni,
    notice: null,
  },
  'number-did-not-match': {
    kind: 'number',
    identity: anna,
    notice: { kind: 'number-did-not-match', triesLeft: 2 },
  },
  'number-used-up': {
    kind: 'number',
    identity: anna,
    notice: { kind: 'number-tries-used-up', until: new Date('2026-11-23T10:14:00Z') },
  },
  registered: { ...requestPage, stage: 'sent' },
  'registered-number': { ...requestPage, stage: 'number' },
  'registered-refused': { ...requestPage, stage: 'refused' },
  'registered-closed': { ...requestPage, stage: 'closed' },
  linked: { kind: 'linked', how: 'exact' },
  'linked-new-number': { kind: 'linked', how: 'new-number' },
  account: { kind: 'account', email: 'jan.peeters@acme.example', organisation: 'Acme Waterdal' },
  capacity: {
    kind: 'capacity',
    capacities: keyed(some),
    unusable,
    lastUsed: 'organisation:1',
    justLinked: 'exact',
  },
  'capacity-many': {
    kind: 'capacity',
    capacities: keyed(many),
    unusable: [],
    lastUsed: null,
    justLinked: null,
  },
  'capacity-group': {
    kind: 'capacity',
    capacities: keyed([
      {
        kind: 'group',
        targetGroup: 'LB',
        organisations: [
          organisation('Stad Aalst', '0400.000.707'),
          organisation('Gemeente Zele', '0400.000.808'),
        ],
        rights: [],
        voId: null,
      } as unknown as Capacity,
      { kind: 'citizen' },
    ]),
    unusable: [],
    lastUsed: null,
    justLinked: null,
  },
  'no-capacity': {
    kind: 'no-capacity',
    person: '00000000-0000-4000-8000-0000000000a1',
    mayGoOn: false,
    represented: [],
    unusable,
    administrators: new Map([[unusable[0]?.organisation.id, 2]]),
    number: parsedNumber('95501799861'),
    justLinked: 'agent',
  },
  'no-capacity-at-all': {
    kind: 'no-capacity',
    person: '00000000-0000-4000-8000-0000000000a1',
    mayGoOn: false,
    represented: [],
    unusable: [],
    administrators: new Map(),
    number: null,
    justLinked: null,
  },
  sharing: {
    kind: 'sharing',
    justLinked: 'exact',
    capacity: some[1],
    items: [
      { claim: 'sub', value: 'f'.repeat(40), source: 'sluis' },
      { claim: 'given_name', value: 'Anna Katharina', source: 'register' },
      { claim: 'family_name', value: 'Müller', source: 'register' },
      { claim: 'rrn', value: '95501700149', source: 'register' },
      { claim: 'vo_orgnaam', value: 'Example Works NV', source: 'organisation' },
      { claim: 'klip_rol_3d', value: 'KLIPgebruiker-Planaanvrager:0123456749', source: 'organisation' },
      { claim: 'acr', value: 'urn:be:vlaanderen:authmech:eidashigh', source: 'login' },
    ],
  },
} as unknown as Readonly<Record<string, Page>>;

/** A view of a page in a language. */
export function pageView(page: Page, language: Language): Extract<View, { readonly kind: 'page' }> {
  return { kind: 'page', attempt: attempt(language), application: klip, page };
}
