import { randomUUID } from 'node:crypto';
import type { OidcApplication } from '../../src/domain/application/index.ts';
import type {
  Organisation,
  OrganisationId,
  TargetGroup,
  WorkRelation,
} from '../../src/domain/organisation/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import { byImport, type PersonTies, type UserRight } from '../../src/domain/rights/index.ts';

export const at = new Date('2026-11-22T12:00:00Z');
export const lastYear = new Date('2025-06-01T00:00:00Z');
export const nextYear = new Date('2027-06-01T00:00:00Z');
export const always = { from: new Date('2020-01-01T00:00:00Z'), until: null };

export const anna = randomUUID() as PersonId;

export function makeOrganisation(
  targetGroup: TargetGroup,
  code: string,
  changes: Partial<Organisation> = {},
): Organisation {
  const id = randomUUID() as OrganisationId;
  return {
    id,
    targetGroup,
    code: code as Organisation['code'],
    name: code,
    country: 'BE',
    validity: always,
    parent: null,
    mergedInto: null,
    ...changes,
  };
}

/** An application like KLIP: one right that needs a context. */
export function makeApplication(changes: Partial<OidcApplication> = {}): OidcApplication {
  return {
    id: 'klip' as OidcApplication['id'],
    name: { nl: 'KLIP' },
    protocol: 'oidc',
    secret: null,
    jwks: null,
    clientAuthentication: ['none'],
    redirectUris: ['https://klip.example/callback'],
    postLogoutRedirectUris: [],
    scopes: ['openid', 'vo', 'klip'],
    openTo: [{ targetGroup: 'EA', level: 'organisation' }],
    assurance: 'substantial',
    loginMeans: ['eidashigh', 'eidassubstantial'],
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
    roleClaim: null,
    idTokenAlgorithm: 'RS256',
    confirmSharing: 'never',
    compatibility: { pkce: 'required', issParameter: false, assertionAudience: ['issuer'] },
    homeUri: null,
    ...changes,
  };
}

/** Ties of a person with nobody; `employ` and `represent` add to a copy. */
export const noTies: PersonTies = {
  organisations: [],
  workRelations: [],
  rights: [],
  representations: [],
  voIds: {},
};

/** The person works for the organisation, with these rights there. */
export function employ(
  ties: PersonTies,
  organisation: Organisation,
  rights: readonly Partial<UserRight>[] = [],
  changes: Partial<WorkRelation> = {},
): PersonTies {
  const relation: WorkRelation = {
    id: randomUUID(),
    person: anna,
    organisation: organisation.id,
    userType: 'permanent',
    email: 'anna@example.org',
    validity: always,
    ...changes,
  };
  const given = rights.map((right) => ({
    id: randomUUID(),
    workRelation: relation.id,
    organisation: organisation.id,
    application: makeApplication().id,
    right: 'KLIPgebruiker',
    contexts: ['Planaanvrager'],
    validity: always,
    given: byImport,
    ...right,
  }));
  return {
    ...withOrganisation(ties, organisation),
    workRelations: [...ties.workRelations, relation],
    rights: [...ties.rights, ...given],
    voIds: { ...ties.voIds, [organisation.targetGroup]: `vo-${organisation.targetGroup}` },
  };
}

/** The law makes the person represent the organisation. */
export function represent(
  ties: PersonTies,
  organisation: Organisation,
  until: Date | null = null,
): PersonTies {
  const representation = { organisation: organisation.id, person: anna, validity: { ...always, until } };
  return {
    ...withOrganisation(ties, organisation),
    representations: [...ties.representations, representation],
  };
}

function withOrganisation(ties: PersonTies, organisation: Organisation): PersonTies {
  return { ...ties, organisations: [...new Set([...ties.organisations, organisation])] };
}
