// Otherwise become known: the data are kept as a request for a number, and the person gets a reference. No access yet.
import { type NumberUnknownReason, newReference } from '../../domain/registration/index.ts';
import { type ContextIn, go, inState, type Move, type Step } from '../step.ts';

const reasons: Readonly<Record<string, NumberUnknownReason>> = {
  'has-one-but-unknown': 'has-one-but-unknown',
  none: 'has-none',
  'not-sure': 'not-sure',
  'did-not-match': 'did-not-match',
};

/** Opens a request for a number; the same identity asking again keeps its reference. */
export async function openRegistration(context: ContextIn<'asking-number'>, knows: string): Promise<Move> {
  const reason = Object.hasOwn(reasons, knows) ? reasons[knows] : undefined;
  if (!reason) return { kind: 'invalid', errors: [{ field: 'knows', code: 'choose' }] };
  const { stores, world, now, state, application, attempt } = context;
  const reference = await stores.registrations.open({
    reference: newReference(world.randomness.bytes(8)),
    identity: state.identity,
    reason,
    application: application.id,
    at: now,
  });
  await context.record({
    kind: 'registration.opened',
    actor: { kind: 'unknown' },
    subject: { kind: 'attempt', id: attempt.correlation },
    purpose: 'registration',
    details: { reference, reason, country: state.identity.country },
  });
  const { identity, authentication } = state;
  return go({ kind: 'registering', identity, authentication, reference, reason });
}

export const registration: Step = {
  name: 'registration',
  asks: 'how does this person become known?',
  states: ['registering'],
  async page(context) {
    const registering = inState(context, 'registering');
    if (!registering) throw new Error('the registration step was asked for a page of another state');
    return {
      kind: 'registered',
      identity: registering.state.identity,
      reference: registering.state.reference,
    };
  },
  async answer(context, answer) {
    const registering = inState(context, 'registering');
    if (!registering || answer.kind !== 'go-back') return { kind: 'stay' };
    const { identity, authentication } = registering.state;
    return go({ kind: 'asking-number', identity, authentication, notice: null });
  },
};
