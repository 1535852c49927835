import { correlationCode } from '../../../base/correlation.ts';
import { Redacted } from '../../../base/redacted.ts';
import type { Surroundings } from '../../../base/unit-of-work.ts';
import type { Moment } from '../../acting/index.ts';
import type { Concerned } from '../../audit/index.ts';
import { type Doer, timelineActorOf, trailActorOf } from './doer.ts';
import type { Case, CaseEvent, CaseEventKind } from './model.ts';
import type { CaseworkStores } from './world.ts';

export const recordingNeeds = ['caseEvents', 'audit'] as const;
export const keepingNeeds = ['cases', ...recordingNeeds] as const;

/** What recording and keeping need: the part of a context that a login has too. */
export type RecordingContext = Moment<Surroundings, CaseworkStores, typeof recordingNeeds>;
export type KeepingContext = Moment<Surroundings, CaseworkStores, typeof keepingNeeds>;

/** What happened to a case, as it is told to its timeline and to the audit trail. */
export type Happening = {
  readonly kind: CaseEventKind;
  readonly by: Doer;
  readonly text?: string;
  readonly details?: CaseEvent['details'];
  /** Whom it concerns besides the applicant. */
  readonly concerned?: readonly Concerned[];
};

/** Saves a changed case with what happened. When somebody was first, nothing is kept: the unit of work ends with `ChangedMeanwhile`. */
export async function keepCase(
  context: KeepingContext,
  one: Case,
  ...happenings: readonly Happening[]
): Promise<void> {
  await context.stores.cases.save(one);
  for (const { details, ...happening } of happenings)
    await record(context, one, { ...happening, details: { ...details, version: one.version } });
}

/** What staff did to see something, and not to change it. */
const looks: ReadonlySet<CaseEventKind> = new Set([
  'candidates-viewed',
  'register-searched',
  'number-viewed',
  'document-viewed',
]);
/** Whose reason is asked for the look itself, and belongs to it: of every other event the text is for the case alone. */
const withReason: ReadonlySet<CaseEventKind> = new Set(['register-searched', 'number-viewed', 'taken-over']);

/** Tells the timeline of a case and the audit trail, which names the applicant when it was staff. */
export async function record(
  { stores, world, now }: RecordingContext,
  one: Pick<Case, 'id'>,
  { kind, by, text, details = {}, concerned = [] }: Happening,
): Promise<void> {
  await stores.caseEvents.add({
    case: one.id,
    at: now,
    kind,
    by: timelineActorOf(by),
    text: text ?? null,
    details,
  });
  await stores.audit.record({
    kind: `case.${kind}`,
    actor: trailActorOf(by),
    subject: { kind: 'case', id: one.id },
    purpose: 'registration',
    details,
    ...('place' in by && {
      concerned: [{ way: looks.has(kind) ? 'shown' : 'changed', applicantOf: one.id }, ...concerned],
    }),
    ...(text !== undefined && withReason.has(kind) && { reason: new Redacted(text) }),
    correlation: correlationCode(world.randomness.bytes(8)),
  });
}
