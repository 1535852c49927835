// Otherwise become known: a request for a number is begun, or is under way. No access until a number is there; then the login goes
// on from here.
import { isOpen, type keepingNeeds, openRequest } from '../../domain/casework/index.ts';
import type { PresentedIdentity } from '../../domain/identity-matching/index.ts';
import type { Authentication } from '../../domain/login-means/index.ts';
import type { NumberUnknownReason } from '../../domain/registration/index.ts';
import type { AttemptState, StateOf } from '../attempt.ts';
import { type ContextIn, go, inState, type Move, type PageContext, type StepContext, step } from '../step.ts';
import type { RequestStage } from '../view.ts';
import { recognisedAs, recognisingNeeds } from './6-capacity.ts';

const reasons: Readonly<Record<string, NumberUnknownReason>> = {
  'has-one-but-unknown': 'has-one-but-unknown',
  none: 'has-none',
  'not-sure': 'not-sure',
  'did-not-match': 'did-not-match',
};

/** Begins a request for a number; the same identity asking again goes on with the one that is under way. */
export async function beginRequest(
  context: ContextIn<'asking-number', typeof keepingNeeds>,
  knows: string,
): Promise<Move> {
  const reason = Object.hasOwn(reasons, knows) ? reasons[knows] : undefined;
  if (!reason) return { kind: 'invalid', errors: [{ field: 'knows', code: 'choose' }] };
  const { stores, world, now, state, application, attempt } = context;
  const { identity, authentication } = state;
  const asked = { identity, reason, application: application.id, language: attempt.language };
  const { id, reference } = await openRequest({ stores, world, now }, asked);
  await context.record({
    kind: 'registration.opened',
    actor: { kind: 'unknown' },
    subject: { kind: 'attempt', id: attempt.correlation },
    purpose: 'registration',
    details: { reference, reason, country: identity.country, case: id },
  });
  return go({ kind: 'registering', identity, authentication, case: id, reference });
}

export const underWayNeeds = ['cases'] as const;

/**
 * Who comes back while agents work on the request is shown where it stands, and is not asked for the number again. A refusal is shown
 * too, with its reason, before one can ask again.
 */
export async function requestUnderWay(
  context: StepContext<typeof underWayNeeds>,
  identity: PresentedIdentity,
  authentication: Authentication,
): Promise<AttemptState | null> {
  const one = await context.stores.cases.findLastOf(identity.identifier);
  if (one === null || one.state.kind === 'draft') return null;
  const isRefused = one.state.kind === 'decided' && one.state.outcome.kind === 'refused';
  if (!isOpen(one.state) && !isRefused) return null;
  return { kind: 'registering', identity, authentication, case: one.id, reference: one.reference };
}

const stageNeeds = ['links', 'cases'] as const;

async function stageOf(
  { stores }: PageContext<typeof stageNeeds>,
  { identity, case: id }: StateOf<'registering'>,
): Promise<RequestStage> {
  if (await stores.links.findLive(identity.country, identity.identifier)) return 'number';
  const one = await stores.cases.find(id);
  if (one === null) throw new Error('a login waits for a request that is not there');
  if (one.state.kind === 'draft') return 'draft';
  if (isOpen(one.state)) return 'sent';
  return one.state.kind === 'decided' && one.state.outcome.kind === 'refused' ? 'refused' : 'closed';
}

export const registration = step({
  name: 'registration',
  asks: 'how does this person become known?',
  states: ['registering'],
  needs: { page: stageNeeds, answer: ['links', ...recognisingNeeds] },
  async page(context) {
    const registering = inState(context, 'registering');
    if (!registering) throw new Error('the registration step was asked for a page of another state');
    const { identity, reference, case: id } = registering.state;
    return {
      kind: 'registered',
      identity,
      reference,
      case: id,
      stage: await stageOf(context, registering.state),
    };
  },
  async answer(context, answer) {
    const registering = inState(context, 'registering');
    if (!registering) return { kind: 'stay' };
    const { identity, authentication } = registering.state;
    if (answer.kind === 'go-back')
      return go({ kind: 'asking-number', identity, authentication, notice: null });
    if (answer.kind !== 'continue') return { kind: 'stay' };
    // The eID proved who this is when the login began; what was missing was whom Belgium knows behind it.
    const link = await context.stores.links.findLive(identity.country, identity.identifier);
    if (!link) return { kind: 'stay' };
    const known = { person: link.person, authentication: { ...authentication, link: link.id } };
    return go(await recognisedAs(context, known, true));
  },
});
