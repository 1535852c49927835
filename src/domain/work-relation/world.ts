import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import { Redacted } from '../../base/redacted.ts';
import type { Surroundings, World } from '../../base/unit-of-work.ts';
import type { AccountKeyStores } from '../account-keys/index.ts';
import { type ActingPerson, actorOf, actsIn, declaringActs, type Moment } from '../acting/index.ts';
import {
  type AdministrationStore,
  type Administrator,
  administeringNeeds,
  administratorAt,
  covers,
} from '../administration/index.ts';
import type { AuditEvent, AuditTrail } from '../audit/index.ts';
import type { MailSender } from '../notification/index.ts';
import type {
  ChangedValue,
  OrganisationChange,
  OrganisationHistory,
  OrganisationId,
  OrganisationStore,
} from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { PeopleStore } from './ports.ts';

/** Everything that the people of an organisation keep and read: bound to one transaction. */
export type WorkRelationStores = Pick<
  AccountKeyStores,
  'accountKeys' | 'addresses' | 'persons' | 'outbox' | 'templates'
> & {
  readonly people: PeopleStore;
  readonly administrations: Pick<AdministrationStore, 'aboutPerson'>;
  readonly organisations: Pick<OrganisationStore, 'find'>;
  readonly organisationHistory: Pick<OrganisationHistory, 'record' | 'ofSubject'>;
  readonly audit: AuditTrail;
};

export type WorkRelationSettings = { readonly sender: MailSender };

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type WorkContext<Needs extends readonly (keyof WorkRelationStores)[]> = Moment<
  Surroundings<WorkRelationSettings>,
  WorkRelationStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings<WorkRelationSettings>, WorkRelationStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindWorkRelations(world: World<WorkRelationStores, WorkRelationSettings>) {
  return actsIn<Surroundings<WorkRelationSettings>, WorkRelationStores>(world);
}

export const powerNeeds = administeringNeeds;

/** By what somebody may decide about the people of an organisation now, looked at anew; `null`: by nothing. */
export async function powerOver(
  { stores, now }: WorkContext<typeof powerNeeds>,
  by: Pick<ActingPerson, 'person'>,
  organisation: OrganisationId,
): Promise<Administrator | null> {
  const administrator = await administratorAt(stores, by.person, organisation, now);
  return administrator !== null && covers(administrator, { unit: organisation }) ? administrator : null;
}

/** How what was done is told: as a change of the organisation, and as an event of the trail. */
type Told = {
  readonly organisation: OrganisationId;
  readonly person: PersonId;
  readonly changes: readonly {
    readonly subject: OrganisationChange['subject'];
    readonly kind: string;
    readonly after: Readonly<Record<string, ChangedValue>>;
  }[];
  readonly event: Pick<AuditEvent, 'kind' | 'details'>;
  readonly authority: string;
};

export const tracingNeeds = ['organisationHistory', 'audit'] as const;

/** Keeps what somebody did in the history of the organisation and in the trail; answers with the code by which mails refer to it. */
export async function trace(
  { stores, world }: WorkContext<typeof tracingNeeds>,
  by: Pick<ActingPerson, 'person' | 'authority' | 'reason'>,
  { organisation, person, changes, event, authority }: Told,
): Promise<CorrelationCode> {
  const reason = by.reason === null || by.reason === '' ? null : new Redacted(by.reason);
  const correlation = correlationCode(world.randomness.bytes(8));
  await stores.organisationHistory.record(
    ...changes.map((change) => ({
      ...change,
      organisation,
      person,
      by: { person: by.person, authority },
      reason,
    })),
  );
  await stores.audit.record({
    ...event,
    actor: actorOf(by),
    subject: { kind: 'person', id: person },
    concerned: [{ way: 'changed', person }],
    purpose: 'organisation',
    ...(reason !== null && { reason }),
    correlation,
  });
  return correlation;
}

/** The values of a work relation as the history keeps them: no address, no words. */
export function valuesOf({
  type,
  validity,
}: {
  readonly type: string;
  readonly validity: { readonly from: Date; readonly until: Date | null };
}): Readonly<Record<string, ChangedValue>> {
  return { type, from: validity.from.toISOString(), until: validity.until?.toISOString() ?? null };
}
