import { visibleText } from '../../base/visible-text.ts';
import { actorOneself } from '../acting/index.ts';
import type { ApplicationId } from '../application/index.ts';
import type { PersonId } from '../person/index.ts';
import { changeRequest, changingNeeds, closed, handedOver } from './change-request.ts';
import { type Deciders, deciderNeeds, decidersOf } from './deciders.ts';
import { expectedDays } from './expected-days.ts';
import { type AccessRequest, type AccessRequestId, isOpenState } from './model.ts';
import { LONGEST_MESSAGE, MOST_MESSAGES } from './periods.ts';
import type { ListedRequest } from './ports.ts';
import { lengthError } from './read-wish.ts';
import { tellingNeeds } from './tell.ts';
import { tellWhoDecides } from './tell-who-decides.ts';
import { act } from './world.ts';

/** Of one's own requests the newest are shown. */
const MOST_SHOWN = 50;

type Own = { readonly person: PersonId; readonly request: AccessRequestId };

/** One's own requests, newest first; those about one application where it is named. */
export const listOwnRequests = act(
  ['accessRequests'],
  (
    { stores },
    {
      person,
      application = null,
    }: { readonly person: PersonId; readonly application?: ApplicationId | null },
  ): Promise<readonly ListedRequest[]> =>
    stores.accessRequests.ofPerson(person, { application, limit: MOST_SHOWN }),
);

/** One of one's own requests, with what there is to expect of it. */
export type OwnRequest = {
  readonly request: AccessRequest;
  readonly organisationName: string;
  readonly deciders: Deciders['kind'];
  /** How many people may decide. */
  readonly count: number;
  readonly expectedDays: number;
};

/** Shows one of one's own requests; `null` where it is nobody's or somebody else's. */
export const viewOwnRequest = act(
  ['accessRequests', 'organisations', ...deciderNeeds],
  async (context, { person, request: id }: Own): Promise<OwnRequest | null> => {
    const request = await context.stores.accessRequests.find(id);
    if (request === null || !isOwn(request, person)) return null;
    const organisation = await context.stores.organisations.find(request.organisation);
    if (organisation === null) throw new Error('a request of no organisation');
    const { kind, persons } = await decidersOf(context, request);
    const days = await expectedDays(context, organisation.id);
    return {
      request,
      organisationName: organisation.name,
      deciders: kind,
      count: persons.length,
      expectedDays: days,
    };
  },
);

export type AnsweredQuestion =
  | { readonly kind: 'answered' | 'unknown-request' | 'nothing-asked' }
  | { readonly kind: 'wrong'; readonly code: 'empty' | 'too-short' | 'too-long' };

/** The asker answers what was asked: it waits on those who decide again. */
export const answerQuestion = act(
  [...changingNeeds, ...deciderNeeds, ...tellingNeeds],
  async (
    context,
    { person, request: id, text }: Own & { readonly text: string },
  ): Promise<AnsweredQuestion> => {
    const request = await context.stores.accessRequests.hold(id);
    if (request === null || !isOwn(request, person)) return { kind: 'unknown-request' };
    if (request.state !== 'questioned' || request.messages.length >= MOST_MESSAGES)
      return { kind: 'nothing-asked' };
    const written = visibleText(text).trim();
    const code = lengthError(written, { least: 1, most: LONGEST_MESSAGE });
    if (code !== null) return { kind: 'wrong', code };
    const answered = handedOver(request, 'asker', written, context.now);
    await changeRequest(context, answered, { what: 'answered', ...byOneself(person) });
    await tellWhoDecides(context, answered);
    return { kind: 'answered' };
  },
);

export type WithdrawnRequest = { readonly kind: 'withdrawn' | 'unknown-request' | 'over' };

/** The asker does not need it any more. */
export const withdrawRequest = act(
  changingNeeds,
  async (context, { person, request: id }: Own): Promise<WithdrawnRequest> => {
    const request = await context.stores.accessRequests.hold(id);
    if (request === null || !isOwn(request, person)) return { kind: 'unknown-request' };
    if (!isOpenState(request.state)) return { kind: 'over' };
    await changeRequest(context, closed(request, 'withdrawn', context.now), {
      what: 'withdrawn',
      ...byOneself(person),
    });
    return { kind: 'withdrawn' };
  },
);

function byOneself(person: PersonId) {
  return { actor: actorOneself(person), by: { person, authority: 'oneself' }, reason: null } as const;
}

/** What two administrators do among themselves about somebody is not a request of theirs. */
function isOwn({ person, wish }: AccessRequest, by: PersonId): boolean {
  return person === by && wish.kind !== 'second-administrator';
}
