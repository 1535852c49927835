import { correlationCode } from '../../base/correlation.ts';
import type { Actor } from '../audit/index.ts';
import type { Case, CaseActor, CaseEvent, CaseEventKind } from './model.ts';
import { CaseChanged, type RecordingContext, type SavingContext } from './world.ts';

/** What happened to a case, as it is told to its timeline and to the audit trail. */
export type Happening = {
  readonly kind: CaseEventKind;
  readonly by: CaseActor;
  readonly text?: string;
  readonly details?: CaseEvent['details'];
};

/** Saves a changed case with what happened; throws `CaseChanged` when somebody was first, so that nothing is kept. */
export async function keepCase(
  context: SavingContext,
  one: Case,
  ...happenings: readonly Happening[]
): Promise<void> {
  const saved = await context.stores.cases.save(one);
  if (saved.kind === 'changed') throw new CaseChanged();
  for (const { details, ...happening } of happenings)
    await record(context, one, { ...happening, details: { ...details, version: one.version } });
}

/** Tells the timeline of a case and the audit trail. The text stays in the timeline: the trail holds codes only. */
export async function record(
  { stores, world, now }: RecordingContext,
  one: Pick<Case, 'id'>,
  { kind, by, text, details = {} }: Happening,
): Promise<void> {
  await stores.caseEvents.add({ case: one.id, at: now, kind, by, text: text ?? null, details });
  await stores.audit.record({
    kind: `case.${kind}`,
    actor: actorOf(by),
    subject: { kind: 'case', id: one.id },
    purpose: 'registration',
    details,
    correlation: correlationCode(world.randomness.bytes(8)),
  });
}

function actorOf(by: CaseActor): Actor {
  switch (by.kind) {
    case 'agent':
    case 'officer':
      return { kind: 'person', id: by.person };
    case 'applicant':
      return { kind: 'unknown' };
    case 'system':
      return { kind: 'system' };
  }
}
