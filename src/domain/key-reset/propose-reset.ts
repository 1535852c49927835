import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { addressesOf, tellingNeeds } from '../account-keys/index.ts';
import { type ActingWithReason, actorOf, checkReason, isOneself, mayActIn } from '../acting/index.ts';
import type { NationalNumber, PersonId } from '../person/index.ts';
import { type KeyResetId, overAfter, parseKeyResetId } from './model.ts';
import type { KeyResetError, KeyResetRefusal } from './reset-answer.ts';
import { isStillThere } from './take-reset.ts';
import { act, type KeyResetContext, recordOn, trailNeeds } from './world.ts';

/** By what a member of staff names a person: the reference that the person was given, or their national number. */
export type NamedPerson =
  | { readonly kind: 'reference'; readonly reference: CorrelationCode }
  | { readonly kind: 'number'; readonly number: NationalNumber };

export type ProposeReset = {
  readonly by: ActingWithReason;
  /** `null` where what was typed is neither. */
  readonly who: NamedPerson | null;
  /** In which the person is written to, where they did not choose one by reporting it. */
  readonly language: Language;
};

export type ProposedReset =
  | { readonly kind: 'proposed' | 'already-proposed'; readonly id: KeyResetId }
  | KeyResetRefusal;

/** A member of staff has made sure who it is, and proposes to let them bind a new key: it waits for a second one. */
export const proposeReset = act(
  ['keyResets', 'register', ...tellingNeeds, ...trailNeeds],
  async (context, asked: ProposeReset): Promise<ProposedReset> => {
    const { stores, world, now } = context;
    const { by } = asked;
    if (!mayActIn('cases', by)) return { kind: 'not-allowed' };
    const found = await findPerson(context, asked);
    const errors: readonly KeyResetError[] = [
      ...(found === null ? [{ field: 'who', code: 'unknown' } as const] : []),
      ...checkReason('reason', by.reason),
    ];
    if (errors.length > 0 || found === null) return { kind: 'wrong', errors };
    const { person, language } = found;
    if (isOneself(by, person)) return { kind: 'own-case' };
    if ((await addressesOf(context, person)).length === 0) return { kind: 'no-address' };
    const id = parseKeyResetId(world.randomness.uuid());
    if (id === null) throw new Error('the source of randomness gave something that is not a UUID');
    await stores.keyResets.expire(now);
    const proposed = await stores.keyResets.propose({
      ...{ id, person, language, reason: by.reason.trim() },
      ...{ proposedBy: by.person, proposedAt: now, expiresAt: overAfter(now) },
    });
    if (proposed.kind === 'proposed')
      await recordOn(context, [person], actorOf(by), { kind: 'key-reset.proposed', details: { reset: id } });
    return proposed;
  },
);

async function findPerson(
  context: KeyResetContext<['keyResets', 'persons', 'register']>,
  { who, language }: Pick<ProposeReset, 'who' | 'language'>,
): Promise<{ readonly person: PersonId; readonly language: Language } | null> {
  const { stores, now } = context;
  if (who === null) return null;
  const report = who.kind === 'reference' ? await stores.keyResets.findReport(who.reference, now) : null;
  const named =
    who.kind === 'number' ? ((await stores.persons.findByNumber(who.number))?.id ?? null) : report?.person;
  const person = named && (await stores.persons.find(named));
  if (!person || !(await isStillThere(context, person.id))) return null;
  return { person: person.id, language: report?.language ?? language };
}
