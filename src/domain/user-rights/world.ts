import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import { Redacted } from '../../base/redacted.ts';
import type { Surroundings, World } from '../../base/unit-of-work.ts';
import type { AccountKeyStores } from '../account-keys/index.ts';
import { type ActingPerson, actorOf, actsIn, declaringActs, type Moment } from '../acting/index.ts';
import type { AdministrationStore } from '../administration/index.ts';
import type { ApplicationStore } from '../application/index.ts';
import type { AuditEvent } from '../audit/index.ts';
import type { MailSender } from '../notification/index.ts';
import type { ChangedValue, OrganisationHistory } from '../organisation/index.ts';
import type { UserRight, UserRightStore } from '../rights/index.ts';
import type { PeopleStore } from '../work-relation/index.ts';
import type { EndingRights, RelationOfRights, UserRights } from './ports.ts';

/** Everything that giving, changing and ending user rights keeps and reads, bound to one transaction. */
export type UserRightStores = Pick<
  AccountKeyStores,
  'accountKeys' | 'addresses' | 'persons' | 'outbox' | 'templates' | 'audit'
> & {
  readonly rights: Pick<UserRightStore, 'tiesOf'>;
  readonly userRights: UserRights;
  readonly people: Pick<PeopleStore, 'list'>;
  readonly endingRights: EndingRights;
  readonly applications: Pick<ApplicationStore, 'find' | 'list'>;
  readonly administrations: Pick<AdministrationStore, 'aboutPerson' | 'aboutOrganisation'>;
  readonly organisationHistory: Pick<OrganisationHistory, 'record'>;
};

export type UserRightSettings = { readonly sender: MailSender };

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type RightContext<Needs extends readonly (keyof UserRightStores)[]> = Moment<
  Surroundings<UserRightSettings>,
  UserRightStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings<UserRightSettings>, UserRightStores>();

export type UserRightWorld = World<UserRightStores, UserRightSettings>;

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindUserRights(world: UserRightWorld) {
  return actsIn<Surroundings<UserRightSettings>, UserRightStores>(world);
}

export const tracingNeeds = ['organisationHistory', 'audit'] as const;

/** What was done to rights of one relation, for the history of its organisation and the trail. */
type Done = {
  readonly by: Pick<ActingPerson, 'person' | 'authority'>;
  /** As what they did it. */
  readonly as: string;
  readonly reason: string | null;
  readonly relation: RelationOfRights;
  readonly rights: readonly UserRight[];
  readonly kind: 'given' | 'extended' | 'contexts-changed' | 'ended';
};

/** Keeps what was done in the history and the trail; answers with the code by which mails refer to it. */
export async function trace(
  { stores, world }: RightContext<typeof tracingNeeds>,
  { by, as, reason, relation, rights, kind }: Done,
): Promise<CorrelationCode> {
  const correlation = correlationCode(world.randomness.bytes(8));
  const { person, organisation } = relation;
  const words = reason === null ? null : new Redacted(reason);
  await stores.organisationHistory.record(
    ...rights.map((right) => ({
      organisation: organisation.id,
      subject: { kind: 'right' as const, id: right.id },
      person,
      kind,
      by: { person: by.person, authority: as },
      after: valuesOf(right),
      reason: words,
    })),
  );
  await stores.audit.record(
    ...rights.map(
      ({ id, application, right, contexts }): AuditEvent => ({
        kind: `user-right.${kind}`,
        actor: actorOf(by),
        subject: { kind: 'person', id: person },
        concerned: [{ way: 'changed', person }],
        purpose: 'organisation',
        ...(words !== null && { reason: words }),
        details: { rightId: id, organisation: organisation.id, application, right, contexts, as },
        correlation,
      }),
    ),
  );
  return correlation;
}

/** The values of a right as the history keeps them. */
export function valuesOf({
  workRelation,
  application,
  right,
  contexts,
  validity,
  given,
}: UserRight): Readonly<Record<string, ChangedValue>> {
  return {
    relation: workRelation,
    application,
    right,
    contexts,
    from: validity.from.toISOString(),
    until: validity.until?.toISOString() ?? null,
    givenBy: given.by,
    givenAs: given.as,
    confirmedBy: given.confirmedBy,
  };
}
