import { Redacted } from '../../base/redacted.ts';
import { holds } from '../../base/time.ts';
import { visibleText } from '../../base/visible-text.ts';
import { type ActingPerson, checkReason, type ReasonError } from '../acting/index.ts';
import type { RelationFault } from '../work-relation/index.ts';
import { changeRequest, changingNeeds, closed } from './change-request.ts';
import {
  type ByDecider,
  byDecider,
  decidingNeeds,
  heldForDecision,
  type NotDecided,
} from './decide-request.ts';
import { type AskerAtWork, type GiveWished, giveWished, givingNeeds } from './give-wished.ts';
import { type AccessRequest, isOpenState, type RequestDecision, type Wish } from './model.ts';
import { askableRights } from './offered-rights.ts';
import { LONGEST_MESSAGE } from './periods.ts';
import { type AskError, lengthError, readGiving, type TypedGiving } from './read-wish.ts';
import { askingSecondNeeds, askSecond } from './second-administrator.ts';
import { tellAsker } from './tell.ts';
import { act, type RequestContext } from './world.ts';

export type ApproveRequest = ByDecider & {
  /** What is given, which may be something else than what was asked. */
  readonly typed: TypedGiving;
  /** As what the asker works there from now on, who does not yet. */
  readonly relation: AskerAtWork;
  /** A word to the asker. */
  readonly note: string;
};

export type ApprovedRequest =
  | { readonly kind: 'approved' }
  /** This right needs two: another administrator was asked to agree, and the request waits for that. */
  | { readonly kind: 'needs-second' }
  | {
      readonly kind: 'wrong';
      readonly errors: readonly (
        | AskError
        | RelationFault
        | ReasonError<'why'>
        | { readonly field: 'note'; readonly code: 'too-long' }
      )[];
    }
  /** The organisation has ended, or the application is not there any more: nothing can be given. */
  | { readonly kind: 'nothing-to-give' }
  | NotDecided;

const approvingNeeds = [...decidingNeeds, ...changingNeeds, ...givingNeeds, ...askingSecondNeeds] as const;

/** Gives what somebody asked for, or what is decided in its place: all of it in one step with the end of the request. */
export const approveRequest = act(
  approvingNeeds,
  async (context, { typed, relation, note, ...asked }: ApproveRequest): Promise<ApprovedRequest> => {
    const held = await heldForDecision(context, asked);
    if (held.kind !== 'held') return held;
    const { request, decider } = held;
    const message = visibleText(note).trim();
    const tooLong = lengthError(message, { least: 0, most: LONGEST_MESSAGE }) === 'too-long';
    const read = await whatIsGiven(context, request, typed);
    if (read === null) return { kind: 'nothing-to-give' };
    const errors = [
      ...(read.kind === 'wrong' ? read.errors : []),
      ...(tooLong ? [{ field: 'note', code: 'too-long' } as const] : []),
      // In the place of an organisation one says why.
      ...(decider.basis === 'platform' ? checkReason('why', asked.by.reason ?? '') : []),
    ];
    if (read.kind === 'wrong' || errors.length > 0) return { kind: 'wrong', errors };
    const gave = await giveWished(context, {
      by: asked.by,
      decider,
      request,
      given: read.given,
      relation,
    });
    if (gave.kind === 'wrong') return { kind: 'wrong', errors: gave.faults };
    if (gave.kind === 'needs-second' && read.given !== null) {
      const { relation: id } = gave;
      const { person, organisation, reason, language } = request;
      const right = read.given;
      const wished = { by: asked.by, person, organisation, relation: id, right, reason, language };
      await askSecond(context, wished, decider.basis);
      return { kind: 'needs-second' };
    }
    await close(context, { by: asked.by, decider, request, given: read.given, message });
    return { kind: 'approved' };
  },
);

type Closing = Pick<GiveWished, 'decider' | 'request' | 'given'> & {
  readonly by: ActingPerson;
  readonly message: string;
};

async function close(
  context: RequestContext<typeof approvingNeeds>,
  { by, decider, request, given, message }: Closing,
): Promise<void> {
  const { now } = context;
  const decision = { by: by.person, at: now, reason: message || null, remedy: null, given };
  const approved = closed(request, 'approved', now, decision);
  const reason = by.reason === null ? null : new Redacted(by.reason);
  const done = { what: 'approved', ...byDecider(by, decider), reason } as const;
  await changeRequest(context, approved, done);
  const own = request.wish.kind === 'second-administrator' ? await sameAsked(context, request) : null;
  if (own !== null) {
    const also = closed(own, 'approved', now, decision);
    await changeRequest(context, also, done);
  }
  const told = request.wish.kind === 'second-administrator' ? own : request;
  if (told === null) return;
  await tellAsker(context, closed(told, 'approved', now, decision), { template: 'access-granted', message });
}

/** What the person themselves asked for, which the second administrator has now agreed to; `null` where they did not ask. */
async function sameAsked(
  { stores }: RequestContext<['accessRequests']>,
  { person, organisation, wish }: AccessRequest,
): Promise<AccessRequest | null> {
  if (wish.kind === 'work-relation') return null;
  const all = await stores.accessRequests.ofPerson(person, { application: wish.application, limit: 50 });
  const same = all.find(
    (each) =>
      isOpenState(each.state) &&
      each.organisation === organisation &&
      each.wish.kind === 'right' &&
      each.wish.right === wish.right,
  );
  return same ? stores.accessRequests.hold(same.id) : null;
}

type ReadGiven =
  | { readonly kind: 'given'; readonly given: RequestDecision['given'] }
  | { readonly kind: 'wrong'; readonly errors: readonly AskError[] };

/** What is given, among the rights that the application offers there now; `null` where there is nothing to give any more. */
async function whatIsGiven(
  context: RequestContext<['organisations', 'applications']>,
  { wish, organisation: id, until }: Pick<AccessRequest, 'wish' | 'organisation' | 'until'>,
  typed: TypedGiving,
): Promise<ReadGiven | null> {
  const { stores, now } = context;
  const organisation = await stores.organisations.find(id);
  if (organisation === null || !holds(organisation.validity, now)) return null;
  if (wish.kind === 'work-relation') return { kind: 'given', given: null };
  const application = await stores.applications.find(wish.application);
  const offered = application && (await askableRights(context, application, organisation));
  if (application === null || !offered?.length) return null;
  // Who confirms what another wished gives that, and nothing else.
  const meant = wish.kind === 'second-administrator' ? asWished(wish, until) : typed;
  const read = readGiving(meant, offered, now);
  if (read.kind === 'wrong') return read;
  const { definition, contexts, until: last } = read.wish;
  if (definition === null) return null;
  return {
    kind: 'given',
    given: { application: application.id, right: definition.code, contexts, until: last },
  };
}

function asWished(
  wish: Exclude<Wish, { kind: 'work-relation' }>,
  until: AccessRequest['until'],
): TypedGiving {
  return { right: wish.right, contexts: wish.contexts, until: until ?? '' };
}
