import { randomUUID } from 'node:crypto';
import type { ApplicationId } from '../../src/domain/application/index.ts';
import type { Capacity } from '../../src/domain/capacity/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import { byImport, type PersonTies, type UserRight } from '../../src/domain/rights/index.ts';
import { always, noTies } from './capacity-examples.ts';

/** Ties from which this capacity follows, in an application that knows its rights. */
export function tiesBearing(capacity: Capacity, person: PersonId, application: ApplicationId): PersonTies {
  if (capacity.kind !== 'organisation') return noTies;
  const { organisation, basis, rights, email } = capacity;
  const relation = {
    id: randomUUID(),
    person,
    organisation: organisation.id,
    userType: 'permanent',
    email,
    validity: always,
  } as const;
  const held = rights.map(
    ({ right, contexts }): UserRight => ({
      id: randomUUID(),
      workRelation: relation.id,
      organisation: organisation.id,
      application,
      right,
      contexts,
      validity: always,
      given: byImport,
    }),
  );
  const isByLaw = basis.includes('legal-representative');
  return {
    ...noTies,
    organisations: [organisation],
    workRelations: [relation],
    rights: held,
    representations: isByLaw ? [{ organisation: organisation.id, person, validity: always }] : [],
  };
}
