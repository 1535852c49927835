import { correlationCode } from '../../../base/correlation.ts';
import { Redacted } from '../../../base/redacted.ts';
import { type ActingPerson, actorOf, isOneself } from '../../acting/index.ts';
import type { AuditEvent, Concerned } from '../../audit/index.ts';
import type { PersonId } from '../../person/index.ts';
import type { CaseId, CaseState, LinkRemoval } from '../case/model.ts';
import type { CaseFilter, CaseRow } from '../case/ports.ts';
import type { Context } from '../case/world.ts';
import type { Officer } from '../counter/officer.ts';
import type { CaseView } from './case-view.ts';

export const lookNeeds = ['audit'] as const;
type LookContext = Context<typeof lookNeeds>;

/** Which list an agent sees, and which rows of it when not all are shown. */
export type ListLook = {
  readonly list: 'overview' | 'list' | 'assign' | 'second-check';
  readonly only?: readonly CaseId[];
};

type Told = Pick<AuditEvent, 'kind' | 'subject' | 'details'> &
  Required<Pick<AuditEvent, 'concerned'>> &
  Pick<AuditEvent, 'reason'>;

/** Records that somebody of the staff saw people, in the transaction that read them and before a page is made of it. */
export async function tellLook({ stores, world }: LookContext, by: ActingPerson, told: Told): Promise<void> {
  await stores.audit.record({
    ...told,
    actor: actorOf(by),
    purpose: 'registration',
    correlation: correlationCode(world.randomness.bytes(8)),
  });
}

/** An agent sees a page of a case: the applicant, whoever the case was decided to be, applicants of related cases, and colleagues. */
export async function tellViewed(
  context: LookContext,
  by: ActingPerson,
  view: CaseView,
  page: string,
): Promise<void> {
  const { case: one, related, removals, names } = view;
  const { state } = one;
  const decided = state.kind === 'decided' && state.outcome.kind !== 'refused' ? [state.outcome.person] : [];
  await tellLook(context, by, {
    kind: 'case.viewed',
    subject: { kind: 'case', id: one.id },
    details: { page },
    concerned: [
      { way: 'shown', applicantOf: one.id },
      ...proposedIn(state),
      ...[...decided, ...removals.map(({ person }) => person)].map(
        (person) => ({ way: 'shown', person }) as const,
      ),
      ...related.map(({ id }) => ({ way: 'listed', applicantOf: id }) as const),
      ...colleagues([...names.keys()], by),
    ],
  });
}

/** Whoever of the register is proposed stands on the pages of the case by name. */
function proposedIn(state: CaseState): readonly Concerned[] {
  if (state.kind !== 'to-confirm' || state.proposal.kind !== 'link') return [];
  return [{ way: 'shown', number: new Redacted(state.proposal.number) }];
}

/** An agent sees a list: the applicants in it, and who works on their cases. A list of nobody is no look. */
export async function tellListed(
  context: LookContext,
  by: ActingPerson,
  { list, only }: ListLook,
  { rows, filter }: { readonly rows: readonly CaseRow[]; readonly filter: Partial<CaseFilter> },
): Promise<void> {
  const seen = rows.filter(({ id }) => only?.includes(id) ?? true);
  if (seen.length === 0) return;
  const fields = ['states', 'country', 'assignee', 'language', 'origin', 'late', 'search'] as const;
  await tellLook(context, by, {
    kind: 'case.list-viewed',
    subject: null,
    details: {
      list,
      of: filter.list ?? null,
      page: filter.page ?? null,
      by: fields.filter((field) => filter[field] !== undefined),
      cases: seen.length,
    },
    concerned: [
      ...seen.map(({ id }) => ({ way: 'listed', applicantOf: id }) as const),
      ...colleagues(
        seen.flatMap(({ assignee }) => assignee ?? []),
        by,
      ),
    ],
  });
}

/** An agent sees which links shall end: all that wait, or one of them. */
export async function tellRemovals(
  context: LookContext,
  by: ActingPerson,
  removals: readonly LinkRemoval[],
): Promise<void> {
  if (removals.length === 0) return;
  await tellLook(context, by, {
    kind: 'case.link-removals-viewed',
    subject: null,
    details: { links: removals.length },
    concerned: [
      ...removals.map(({ person }) => ({ way: 'listed', person }) as const),
      ...removals.flatMap(({ case: id }) =>
        id === null ? [] : [{ way: 'listed', applicantOf: id } as const],
      ),
      ...colleagues(
        removals.map(({ proposedBy }) => proposedBy),
        by,
      ),
    ],
  });
}

/** An officer sees a case at the counter, or finds it by its reference. */
export async function tellSeenAtCounter(
  context: LookContext,
  officer: Officer,
  { case: id, way }: { readonly case: CaseId; readonly way: 'shown' | 'searched' },
): Promise<void> {
  await tellLook(context, officer.by, {
    kind: 'registration-office.case-viewed',
    subject: { kind: 'case', id },
    details: { office: officer.office },
    concerned: [{ way, applicantOf: id }],
  });
}

/** An officer sees a list of the office: the applicants in it. A list of nobody is no look. */
export async function tellListedAtCounter(
  context: LookContext,
  officer: Officer,
  { list, isSearch }: { readonly list: string; readonly isSearch: boolean },
  rows: readonly CaseRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tellLook(context, officer.by, {
    kind: 'registration-office.list-viewed',
    subject: null,
    details: { office: officer.office, list, searched: isSearch, cases: rows.length },
    concerned: rows.map(({ id }) => ({ way: 'listed', applicantOf: id }) as const),
  });
}

function colleagues(people: readonly PersonId[], by: ActingPerson) {
  return people
    .filter((person) => !isOneself(by, person))
    .map((person) => ({ way: 'colleague', person }) as const);
}
