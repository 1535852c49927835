import type { CorrelationCode } from '../../base/correlation.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import { type PersonId, parsePersonId } from '../person/index.ts';
import type { Actor, Concerned, Look, LookedAt } from './model.ts';
import type { AuditTrail, Looks } from './ports.ts';

/** What listing looks reads besides the trail. */
export type ListingStores = {
  /** `findByReference` is given what `parseReference` read. */
  readonly cases: { findByReference(reference: string): Promise<{ readonly id: string } | null> };
  readonly caseLists: { namesOf(persons: readonly PersonId[]): Promise<ReadonlyMap<string, string>> };
};

/** Who looked at somebody, with the names of those who did; `looks` is `null` when nobody is known by what was asked. */
export type ListedLooks = {
  readonly looks: readonly Look[] | null;
  readonly names: ReadonlyMap<string, string>;
};

/** Which members of staff saw, found or changed one person, newest first. To ask is an event itself, of the person asked about too. */
export async function listLooks(
  ports: {
    readonly looks: Looks;
    readonly audit: AuditTrail;
    readonly inTransaction: UnitOfWork<ListingStores>;
  },
  asked: {
    readonly who: LookedAt;
    readonly by: Actor;
    readonly correlation: CorrelationCode;
    readonly before: string | undefined;
    readonly limit: number;
  },
): Promise<ListedLooks> {
  const { who, by: actor, correlation, before, limit } = asked;
  const looks = await ports.looks.at(who, { before, limit });
  await ports.audit.record({
    kind: 'audit.looks-listed',
    actor,
    subject: null,
    concerned: await concernedBy(ports.inTransaction, who),
    purpose: 'law',
    details: { by: Object.keys(who)[0] ?? null, found: looks?.length ?? 0 },
    correlation,
  });
  return { looks, names: looks === null ? new Map() : await namesOfActors(ports.inTransaction, looks) };
}

async function concernedBy(
  inTransaction: UnitOfWork<ListingStores>,
  who: LookedAt,
): Promise<readonly Concerned[]> {
  const way = 'searched';
  if ('person' in who) return [{ way, person: who.person }];
  if ('number' in who) return [{ way, number: who.number }];
  const { reference } = who;
  const one = await inTransaction(['cases'], ({ cases }) => cases.findByReference(reference));
  return one ? [{ way, applicantOf: one.id }] : [];
}

function namesOfActors(
  inTransaction: UnitOfWork<ListingStores>,
  looks: readonly Look[],
): Promise<ReadonlyMap<string, string>> {
  const ids = looks.flatMap(({ actor }) => {
    const id = actor.kind === 'person' ? parsePersonId(actor.id) : null;
    return id === null ? [] : [id];
  });
  return inTransaction(['caseLists'], ({ caseLists }) => caseLists.namesOf([...new Set(ids)]));
}
