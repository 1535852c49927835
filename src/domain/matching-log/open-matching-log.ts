import { correlationCode } from '../../base/correlation.ts';
import type { Randomness } from '../../base/ports.ts';
import type { Clock } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { Actor, AuditEvent, AuditTrail } from '../audit/index.ts';
import type { CaseStore } from '../casework/index.ts';
import type { EidasLink, PersonIdentifier } from '../identity-matching/index.ts';
import type { NationalNumber, PersonId, PersonStore } from '../person/index.ts';
import { parseReference } from '../registration/index.ts';
import { mayOpen, type StaffMember } from '../staff/index.ts';
import { exportMatching } from './export-matching.ts';
import type { ExportedMatching, ExportFormat, ExportReason, MatchingLogReader } from './model.ts';

/** Whose log: of a request, or of the person behind a number. */
export type AskedLog = { readonly reference: string } | { readonly number: NationalNumber };

export type ExportedLog =
  | { readonly kind: 'exported'; readonly entries: readonly ExportedMatching[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-allowed' };

/** The matching log of one person, for that person or a supervisor (Implementing Regulation (EU) 2025/846 article 5). */
export type MatchingLog = {
  /** For a lead at work. Every export is an event, with its reason. */
  export(
    lead: StaffMember,
    asked: AskedLog,
    about: { readonly reason: ExportReason; readonly format: ExportFormat },
  ): Promise<ExportedLog>;
  /** For the operator of a machine, by command. */
  exportFor(
    operator: string,
    asked: AskedLog,
    about: { readonly reason: ExportReason; readonly format: ExportFormat },
  ): Promise<ExportedLog>;
};

export type MatchingLogWorld = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly inTransaction: UnitOfWork<MatchingLogStores>;
};

export type MatchingLogStores = {
  readonly matchingLog: MatchingLogReader;
  readonly cases: Pick<CaseStore, 'findByReference'>;
  readonly persons: Pick<PersonStore, 'findByNumber'>;
  readonly links: { historyOf(person: PersonId): Promise<readonly EidasLink[]> };
  readonly audit: AuditTrail;
};

type About = Parameters<MatchingLog['export']>[2];

const exportNeeds = ['matchingLog', 'cases', 'persons', 'links', 'audit'] as const;

/** Opens the log for export. */
export function openMatchingLog(world: MatchingLogWorld): MatchingLog {
  const exportAs = (actor: Actor, asked: AskedLog, about: About): Promise<ExportedLog> =>
    world.inTransaction(exportNeeds, async (stores) => {
      const at = world.clock();
      const found = await subjectOf(stores, asked);
      if (!found) return { kind: 'unknown' };
      const kept = await stores.matchingLog.of(found.identifiers, at);
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
    });
  return {
    export: async (lead, asked, about) =>
      mayOpen('case-lead', lead)
        ? exportAs({ kind: 'person', id: lead.person }, asked, about)
        : { kind: 'not-allowed' },
    exportFor: (operator, asked, about) => exportAs({ kind: 'operator', id: operator }, asked, about),
  };
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
