import { correlationCode } from '../../base/correlation.ts';
import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { type ActingPerson, actorOf, actsIn, declaringActs, type Moment, mayActIn } from '../acting/index.ts';
import type { Actor, AuditEvent, AuditTrail } from '../audit/index.ts';
import type { CaseStore } from '../casework/index.ts';
import type { EidasLink, PersonIdentifier } from '../identity-matching/index.ts';
import type { NationalNumber, PersonId, PersonStore } from '../person/index.ts';
import { parseReference } from '../registration/index.ts';
import { exportMatching } from './export-matching.ts';
import type { ExportedMatching, ExportFormat, ExportReason, MatchingLogReader } from './model.ts';

/** Whose log: of a request, or of the person behind a number. */
export type AskedLog = { readonly reference: string } | { readonly number: NationalNumber };

export type ExportedLog =
  | { readonly kind: 'exported'; readonly entries: readonly ExportedMatching[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-allowed' };

type About = { readonly of: AskedLog; readonly reason: ExportReason; readonly format: ExportFormat };

export type MatchingLogStores = {
  readonly matchingLog: MatchingLogReader;
  readonly cases: Pick<CaseStore, 'findByReference'>;
  readonly persons: Pick<PersonStore, 'findByNumber'>;
  readonly links: { historyOf(person: PersonId): Promise<readonly EidasLink[]> };
  readonly audit: AuditTrail;
};

const act = declaringActs<Surroundings, MatchingLogStores>();
const exportNeeds = ['matchingLog', 'cases', 'persons', 'links', 'audit'] as const;

export type ExportLog = About & { readonly by: ActingPerson };

/** For a lead at work. Every export is an event, with its reason. */
export const exportLog = act(
  exportNeeds,
  async (moment, { by, ...about }: ExportLog): Promise<ExportedLog> => {
    if (!mayActIn('case-lead', by)) return { kind: 'not-allowed' };
    return exportAs(moment, actorOf(by), about);
  },
);

export type ExportForOperator = About & { readonly operator: string };

/** For the operator of a machine, by command. */
export const exportForOperator = act(
  exportNeeds,
  (moment, { operator, ...about }: ExportForOperator): Promise<ExportedLog> =>
    exportAs(moment, { kind: 'operator', id: operator }, about),
);

/** The matching log of one person, for that person or a supervisor (Implementing Regulation (EU) 2025/846 article 5). */
export type MatchingLog = ReturnType<typeof openMatchingLog>;

/** Opens the log for export. */
export function openMatchingLog(world: World<MatchingLogStores>) {
  const run = actsIn<Surroundings, MatchingLogStores>(world);
  return { exportLog: run(exportLog), exportForOperator: run(exportForOperator) };
}

async function exportAs(
  { stores, world, now }: Moment<Surroundings, MatchingLogStores, typeof exportNeeds>,
  actor: Actor,
  { of: asked, ...about }: About,
): Promise<ExportedLog> {
  const found = await subjectOf(stores, asked);
  if (!found) return { kind: 'unknown' };
  const kept = await stores.matchingLog.of(found.identifiers, now);
  await stores.audit.record({
    kind: 'matching-log.exported',
    actor,
    subject: found.subject,
    concerned: [
      found.subject.kind === 'person'
        ? { way: 'shown', person: found.subject.id }
        : { way: 'shown', applicantOf: found.subject.id },
    ],
    purpose: 'law',
    details: { entries: kept.length, by: 'number' in asked ? 'number' : 'reference', ...about },
    correlation: correlationCode(world.randomness.bytes(8)),
  });
  return { kind: 'exported', entries: kept.map(exportMatching) };
}

type Subject = {
  readonly subject: NonNullable<AuditEvent['subject']>;
  readonly identifiers: readonly PersonIdentifier[];
};

/** Under which identifiers somebody's log is kept: that of the request, or all that lead or led to the person. */
async function subjectOf(stores: MatchingLogStores, asked: AskedLog): Promise<Subject | null> {
  if ('number' in asked) {
    const person = await stores.persons.findByNumber(asked.number);
    return (
      person && { subject: { kind: 'person', id: person.id }, identifiers: await linkedTo(stores, person.id) }
    );
  }
  const reference = parseReference(asked.reference);
  const one = reference && (await stores.cases.findByReference(reference));
  if (!one) return null;
  const { identity } = one.applicant;
  return { subject: { kind: 'case', id: one.id }, identifiers: identity ? [identity.identifier] : [] };
}

async function linkedTo(stores: MatchingLogStores, person: PersonId): Promise<readonly PersonIdentifier[]> {
  const links = await stores.links.historyOf(person);
  return [...new Set(links.map(({ identifier }) => identifier.reveal()))];
}
