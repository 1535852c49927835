import { Redacted } from '../../base/redacted.ts';
import { visibleText } from '../../base/visible-text.ts';
import { type ActingPerson, actorOf } from '../acting/index.ts';
import { changeRequest, changingNeeds, closed, handedOver } from './change-request.ts';
import { type Decider, deciderAt, deciderNeeds } from './deciders.ts';
import { type AccessRequest, type AccessRequestId, isOpenState } from './model.ts';
import { LONGEST_MESSAGE, MOST_MESSAGES, REASON_LENGTH } from './periods.ts';
import { lengthError } from './read-wish.ts';
import { tellAsker, tellingNeeds } from './tell.ts';
import { act, type RequestContext } from './world.ts';

/** Somebody who decides about a request. */
export type ByDecider = { readonly by: ActingPerson; readonly request: AccessRequestId };

/** Why nothing was decided. `name`: of whoever was first; `null` where the request ended without a decision. */
export type NotDecided =
  | { readonly kind: 'unknown-request' }
  | { readonly kind: 'already-decided'; readonly name: string | null; readonly request: AccessRequest };

export type TextError = {
  readonly kind: 'wrong';
  readonly errors: readonly {
    readonly field: 'message' | 'reason' | 'remedy';
    readonly code: 'empty' | 'too-short' | 'too-long';
  }[];
};

export const holdingNeeds = ['accessRequests', 'persons', ...deciderNeeds] as const;

/** The request, held, with as what somebody decides about it now; else why they cannot. Whoever comes second hears who was first. */
export async function heldForDecision(
  { stores, now, ...rest }: RequestContext<typeof holdingNeeds>,
  { by, request: id }: ByDecider,
): Promise<
  { readonly kind: 'held'; readonly request: AccessRequest; readonly decider: Decider } | NotDecided
> {
  const request = await stores.accessRequests.hold(id);
  if (request === null) return { kind: 'unknown-request' };
  const decider = await deciderAt({ stores, now, ...rest }, by, request);
  if (decider === null) return { kind: 'unknown-request' };
  if (isOpenState(request.state)) return { kind: 'held', request, decider };
  const first = request.decision && (await stores.persons.find(request.decision.by));
  const name = first && `${first.givenNames} ${first.familyName}`.trim();
  return { kind: 'already-decided', name, request };
}

export const decidingNeeds = [...holdingNeeds, ...changingNeeds, ...tellingNeeds] as const;

/** Asks the asker something before deciding. */
export const askAsker = act(
  decidingNeeds,
  async (
    context,
    { text, ...asked }: ByDecider & { readonly text: string },
  ): Promise<{ readonly kind: 'questioned' } | { readonly kind: 'too-many' } | TextError | NotDecided> => {
    const held = await heldForDecision(context, asked);
    if (held.kind !== 'held') return held;
    const { request, decider } = held;
    // An answer must fit too.
    if (request.messages.length >= MOST_MESSAGES - 1) return { kind: 'too-many' };
    const message = visibleText(text).trim();
    const code = lengthError(message, { least: REASON_LENGTH.least, most: LONGEST_MESSAGE });
    if (code !== null) return { kind: 'wrong', errors: [{ field: 'message', code }] };
    const questioned = handedOver(request, 'decider', message, context.now);
    await changeRequest(context, questioned, {
      what: 'questioned',
      ...byDecider(asked.by, decider),
      reason: null,
    });
    await tellAsker(context, questioned, { template: 'access-question', message });
    return { kind: 'questioned' };
  },
);

/** Refuses a request, with the reason and what the asker can do. */
export const refuseRequest = act(
  decidingNeeds,
  async (
    context,
    { reason, remedy, ...asked }: ByDecider & { readonly reason: string; readonly remedy: string },
  ): Promise<{ readonly kind: 'refused' } | TextError | NotDecided> => {
    const held = await heldForDecision(context, asked);
    if (held.kind !== 'held') return held;
    const { request, decider } = held;
    const why = visibleText(reason).trim();
    const what = visibleText(remedy).trim();
    const errors = (
      [
        ['reason', lengthError(why, REASON_LENGTH)],
        ['remedy', lengthError(what, { least: 0, most: LONGEST_MESSAGE })],
      ] as const
    ).flatMap(([field, code]) =>
      code === null || (field === 'remedy' && code === 'empty') ? [] : [{ field, code }],
    );
    if (errors.length > 0) return { kind: 'wrong', errors };
    const decision = { by: asked.by.person, at: context.now, reason: why, remedy: what || null, given: null };
    const refused = closed(request, 'refused', context.now, decision);
    await changeRequest(context, refused, {
      what: 'refused',
      ...byDecider(asked.by, decider),
      reason: new Redacted(why),
    });
    const told = [why, what].filter(Boolean).join('\n\n');
    if (request.wish.kind !== 'second-administrator')
      await tellAsker(context, refused, { template: 'access-refused', reason: told });
    return { kind: 'refused' };
  },
);

/** How both trails name whoever decided. */
export function byDecider(by: ActingPerson, { basis }: Decider) {
  return { actor: actorOf(by), by: { person: by.person, authority: basis } };
}
