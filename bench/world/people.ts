import { randomBytes, randomUUID } from 'node:crypto';
import { Redacted } from '../../src/base/redacted.ts';
import type { Validity } from '../../src/base/time.ts';
import type { ApplicationId, OidcApplication } from '../../src/domain/application/index.ts';
import type { CountryCode } from '../../src/domain/eidas-country/index.ts';
import { parsePersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import {
  type Organisation,
  type OrganisationId,
  parseOrganisationCode,
} from '../../src/domain/organisation/index.ts';
import { newSubjectIdentifier, parsePersonId } from '../../src/domain/person/index.ts';
import { byImport } from '../../src/domain/rights/index.ts';
import type { Store, Stores } from '../../src/store/index.ts';
import { numbersFrom } from './numbers.ts';

export const callback = 'https://app.example/callback';
export const scopes = 'openid profile vo rrn klip';
export const secret = 'kept-by-the-application-alone';

const CODES = ['0403170701', '0202239951', '0214596464'];

const abroad: OidcApplication['loginMeans'] = ['eid', 'itsme', 'eidashigh', 'eidassubstantial'];

/** The applications that people log in to; `next` is as the first, for single sign-on, and `open` takes every means that is measured. */
export const applications = {
  RS256: application('6', 'RS256'),
  ES256: application('7', 'ES256'),
  next: application('8', 'RS256'),
  open: { ...application('9', 'RS256'), loginMeans: [...abroad, 'tlsclient', 'passkey'] },
} as const;

/** An application as KLIP is: enterprises, a right with contexts, all that a token can hold. */
function application(digit: string, idTokenAlgorithm: OidcApplication['idTokenAlgorithm']): OidcApplication {
  return {
    id: `${digit}f1c2f0e-6d0f-4b52-9d3a-0d6a4c1b7e11` as ApplicationId,
    name: { nl: 'KLIP', fr: 'KLIP', de: 'KLIP', en: 'KLIP' },
    protocol: 'oidc',
    secret: new Redacted(secret),
    jwks: null,
    clientAuthentication: ['client_secret_basic'],
    redirectUris: [callback],
    postLogoutRedirectUris: [],
    scopes: scopes.split(' '),
    openTo: [{ targetGroup: 'EA', level: 'organisation' }],
    assurance: 'substantial',
    loginMeans: abroad,
    rights: [
      {
        code: 'KLIPgebruiker',
        name: { nl: 'KLIP gebruiker' },
        description: null,
        contexts: ['Planaanvrager', 'Raadpleger'],
        contextRequired: true,
      },
    ],
    rightRequired: true,
    openToLegalRepresentatives: true,
    roleClaim: { scope: 'klip', name: 'klip_rol_3d', format: '3d' },
    idTokenAlgorithm,
    confirmSharing: 'never',
    compatibility: { pkce: 'optional', issParameter: false, assertionAudience: ['issuer', 'tokenEndpoint'] },
    homeUri: null,
  };
}

/** Foreign identifiers of people who are known, by in how many organisations they have a right. */
export type People = { readonly one: readonly string[]; readonly two: readonly string[] };

const PEOPLE = 60;

/** Puts in the applications, and people who are known and linked; their numbers are those from the ordinal `first` on. */
export async function putPeople(store: Store, first = 0): Promise<People> {
  return {
    one: await putSome(store, first, 1),
    two: await putSome(store, first + PEOPLE, 2),
  };
}

async function putSome(store: Store, first: number, count: number): Promise<readonly string[]> {
  const validity: Validity = { from: new Date(Date.now() - 1000), until: null };
  const all = Object.values(applications);
  return store.inTransaction(
    ['applications', 'organisations', 'persons', 'links', 'rights'],
    async (stores) => {
      for (const each of all) await stores.applications.put(each);
      const organisations = await Promise.all(CODES.map((code) => putOrganisation(stores, code, validity)));
      const identifiers: string[] = [];
      for (const number of numbersFrom(first, PEOPLE)) {
        const id = parsePersonId(randomUUID());
        const identifier = parsePersonIdentifier(`DE/BE/${randomUUID()}`);
        if (!id || !identifier) throw new Error('an identifier of the bench is not one');
        await stores.persons.add({
          id,
          subject: newSubjectIdentifier(randomBytes(20)),
          number,
          givenNames: 'Anna',
          familyName: 'Musterfrau',
          since: validity.from,
        });
        await stores.links.add({
          id: randomUUID(),
          country: 'DE' as CountryCode,
          identifier: new Redacted(identifier),
          persistence: 'A',
          person: id,
          source: 'number-and-register',
          decidedBy: 'bench',
          linkedAt: validity.from,
          ended: null,
        });
        for (const organisation of organisations.slice(0, count)) {
          const workRelation = randomUUID();
          await stores.organisations.addWorkRelation({
            id: workRelation,
            person: id,
            organisation: organisation.id,
            userType: 'permanent',
            email: 'anna@example.eu',
            validity,
          });
          for (const application of all) {
            await stores.rights.add({
              id: randomUUID(),
              workRelation,
              organisation: organisation.id,
              application: application.id,
              right: 'KLIPgebruiker',
              contexts: ['Planaanvrager', 'Raadpleger'],
              validity,
              given: byImport,
            });
          }
        }
        identifiers.push(identifier);
      }
      return identifiers;
    },
  );
}

async function putOrganisation(
  { organisations }: Pick<Stores, 'organisations'>,
  text: string,
  validity: Validity,
): Promise<Organisation> {
  const code = parseOrganisationCode('EA', text);
  if (!code) throw new Error(`${text} is not an enterprise number`);
  return organisations.put({
    id: randomUUID() as OrganisationId,
    targetGroup: 'EA',
    code,
    name: `Enterprise ${text}`,
    country: 'BE',
    validity,
    parent: null,
    mergedInto: null,
  });
}
