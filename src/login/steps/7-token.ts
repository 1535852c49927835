// What do we tell the application? The claims themselves are decided in claims.ts; this step shows them to the person where
// the application asks for that, and ends the login.
import { agreementOf } from '../../domain/application/index.ts';
import { type Capacity, findByKey, keyOf } from '../../domain/capacity/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { AttemptState, LoginOutcome, Recognised, StateOf } from '../attempt.ts';
import { capacitiesIn, capacityNeeds } from '../capacities-in.ts';
import { type Claims, claimsFor } from '../claims.ts';
import { askForProofAgain, isTooLongAgo } from '../first-question.ts';
import { howLinked, howLinkedNeeds } from '../how-linked.ts';
import { go, inState, type PageContext, type StepContext, step } from '../step.ts';
import type { Page, SharedItem } from '../view.ts';

const claimNeeds = ['persons'] as const;

async function claimsOf(
  context: PageContext<typeof claimNeeds>,
  recognised: Recognised,
  capacity: Capacity,
): Promise<Claims> {
  const person = await context.stores.persons.find(recognised.person);
  if (!person) throw new Error('the person of a login is not in the store');
  const { scopes, acrAsked } = context.attempt.request;
  return claimsFor({
    person,
    application: context.application,
    capacity,
    authentication: recognised.authentication,
    scopes,
    acrAsked,
  });
}

/** The list of claims, not their values: what was agreed to is asked again only when this changes. */
function sharedList({ application, attempt }: Pick<PageContext, 'application' | 'attempt'>): string {
  return agreementOf(application)
    .scopes.filter((scope) => attempt.request.scopes.includes(scope))
    .sort()
    .join(' ');
}

export const sharingNeeds = ['sharing'] as const;
export const finishingNeeds = ['lastUsed'] as const;

/** Whether the person must first see what will be shared (`confirmSharing` of the application). */
export async function mustConfirmSharing(
  context: PageContext<typeof sharingNeeds>,
  person: PersonId,
): Promise<boolean> {
  const { application, stores } = context;
  const { confirmSharing } = agreementOf(application);
  if (confirmSharing === 'never') return false;
  if (confirmSharing === 'always') return true;
  return !(await stores.sharing.wasConfirmed(person, application.id, sharedList(context)));
}

/** The capacity is settled and sharing is in order: the login is finished. */
export async function afterCapacity(
  context: StepContext<typeof finishingNeeds>,
  recognised: Recognised,
  capacity: Capacity,
): Promise<AttemptState> {
  const { person, authentication } = recognised;
  if (isTooLongAgo(context, authentication)) return askForProofAgain(context, capacity);
  await context.stores.lastUsed.rememberCapacity(person, context.application.id, keyOf(capacity));
  await context.record({
    kind: 'login.finished',
    actor: { kind: 'person', id: person },
    subject: { kind: 'application', id: context.application.id },
    purpose: 'login',
    details: {
      means: authentication.means,
      assurance: authentication.assurance,
      country: authentication.country,
      capacity: capacity.kind,
      targetGroup:
        capacity.kind === 'organisation'
          ? capacity.organisation.targetGroup
          : capacity.kind === 'group'
            ? capacity.targetGroup
            : 'BUR',
      organisation: capacity.kind === 'organisation' ? capacity.organisation.id : null,
      sso: context.attempt.request.known !== null,
    },
  });
  return { kind: 'finished', person, authentication, capacity: keyOf(capacity), at: context.now };
}

function sourceOf(claim: string): SharedItem['source'] {
  if (claim === 'rrn' || claim === 'given_name' || claim === 'family_name') return 'register';
  if (claim === 'acr') return 'login';
  return claim === 'sub' ? 'sluis' : 'organisation';
}

const sharingPageNeeds = [...claimNeeds, ...howLinkedNeeds] as const;

async function sharingPage(
  context: PageContext<typeof sharingPageNeeds> & { readonly state: StateOf<'confirming-sharing'> },
  capacity: Capacity,
): Promise<Page> {
  const claims = await claimsOf(context, context.state, capacity);
  const items = Object.entries(claims).map(
    ([claim, value]): SharedItem => ({
      claim,
      value: typeof value === 'string' ? value : value.join('\n'),
      source: sourceOf(claim),
    }),
  );
  const justLinked = context.state.justLinked ? await howLinked(context, context.state.person) : null;
  return { kind: 'sharing', capacity, items, justLinked };
}

/** The first end that reached the protocol counts. One that never did, and whose capacity is gone meanwhile, gives nothing any more. */
export async function outcomeOf(
  context: PageContext<typeof capacityNeeds> & { readonly state: StateOf<'finished'> },
): Promise<LoginOutcome> {
  const { person, authentication, capacity: key } = context.state;
  const capacity = findByKey(await capacitiesIn(context, context.state), key);
  return capacity
    ? { kind: 'granted', person, authentication, capacity }
    : { kind: 'denied', error: 'access_denied', description: 'The capacity that was chosen has ended.' };
}

export const token = step({
  name: 'token',
  asks: 'what do we tell the application?',
  states: ['confirming-sharing', 'finished'],
  needs: {
    page: [...capacityNeeds, ...sharingPageNeeds],
    answer: [...capacityNeeds, ...sharingNeeds, ...finishingNeeds],
  },
  async page(context) {
    const confirming = inState(context, 'confirming-sharing');
    if (confirming) {
      const capacities = await capacitiesIn(context, confirming.state);
      const capacity = findByKey(capacities, confirming.state.capacity);
      return capacity
        ? sharingPage(confirming, capacity)
        : { kind: 'stopped', problem: { kind: 'changed-elsewhere' } };
    }
    const finished = inState(context, 'finished');
    if (!finished) throw new Error('the token step was asked for a page of another state');
    return { kind: 'finished', outcome: await outcomeOf(finished) };
  },
  async answer(context, answer) {
    const confirming = inState(context, 'confirming-sharing');
    if (!confirming || answer.kind !== 'confirm-sharing') return { kind: 'stay' };
    const capacities = await capacitiesIn(context, confirming.state);
    const capacity = findByKey(capacities, confirming.state.capacity);
    if (!capacity) return go({ kind: 'stopped', problem: { kind: 'changed-elsewhere' } });
    await context.stores.sharing.confirm(
      confirming.state.person,
      context.application.id,
      sharedList(context),
      context.now,
    );
    await context.record({
      kind: 'sharing.confirmed',
      actor: { kind: 'person', id: confirming.state.person },
      subject: { kind: 'application', id: context.application.id },
      purpose: 'login',
      details: { scopes: sharedList(context).split(' ') },
    });
    return go(await afterCapacity(context, confirming.state, capacity));
  },
});
