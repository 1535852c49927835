// On whose behalf does this person act here? From user rights, legal representation and target groups: none → who can help;
// one → silently; more → a choice.
import { isAtLeast } from '../../domain/assurance/index.ts';
import { type Capacity, findByKey, keyOf, type Settlement, settle } from '../../domain/capacity/index.ts';
import type { Authentication } from '../../domain/login-means/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { explain } from '../../domain/rights/index.ts';
import type { AttemptState, Recognised } from '../attempt.ts';
import { capacitiesIn, capacityNeeds } from '../capacities-in.ts';
import { askForProofAgain, isTooLongAgo } from '../first-question.ts';
import { howLinked, howLinkedNeeds } from '../how-linked.ts';
import { noteLogin, notingNeeds } from '../note-login.ts';
import { objectionNeeds, objectionTo } from '../objection.ts';
import { type ContextIn, go, inState, type Move, type PageContext, type StepContext, step } from '../step.ts';
import type { Page } from '../view.ts';
import { afterCapacity, finishingNeeds, mustConfirmSharing, sharingNeeds } from './7-token.ts';

export const recognisingNeeds = [
  ...objectionNeeds,
  ...notingNeeds,
  ...capacityNeeds,
  ...sharingNeeds,
  ...finishingNeeds,
] as const;

/**
 * The person is known: settles for whom they act. `justLinked` makes the next page tell of the new link, which the person
 * must be told (Implementing Regulation (EU) 2025/846 article 3): on the page of choice or of sharing, or on one of its own.
 */
export async function recognisedAs(
  context: StepContext<typeof recognisingNeeds>,
  proven: Recognised,
  justLinked: boolean,
): Promise<AttemptState> {
  if (isTooLongAgo(context, proven.authentication)) return askForProofAgain(context, null);
  const objection = await objectionTo(context, proven);
  if (objection !== null) return objection;
  const noted = await noteLogin(context, proven);
  if (noted.kind === 'asks') return noted.state;
  const { recognised } = noted;
  const { person, authentication } = recognised;
  if (mayBindAccount(context, authentication)) {
    return { kind: 'binding-account', person, authentication, justLinked };
  }
  const capacities = await capacitiesIn(context, recognised);
  const settlement: Settlement = settle(context.attempt.request.wish, capacities);
  switch (settlement.kind) {
    case 'none':
      await context.record({
        kind: 'capacity.none',
        actor: { kind: 'person', id: person },
        subject: { kind: 'application', id: context.application.id },
        purpose: 'login',
        details: {},
      });
      return { kind: 'without-capacity', person, authentication, justLinked };
    case 'choice':
      return { kind: 'choosing-capacity', person, authentication, justLinked };
    case 'settled':
      return settledOn(context, { person, authentication }, { capacity: settlement.capacity, justLinked });
  }
}

/** Whether there is an account that this proof may bind to the person: by no less than it will be worth, and not by another account that counts for one organisation alone. */
function mayBindAccount(
  { attempt }: Pick<StepContext, 'attempt'>,
  { assurance, organisation = null }: Authentication,
): boolean {
  // Whose it is was just asked.
  const isOpen = attempt.unbound != null && attempt.state.kind !== 'binding-account';
  return isOpen && organisation === null && isAtLeast(assurance, 'substantial');
}

async function settledOn(
  context: StepContext<typeof recognisingNeeds>,
  recognised: Recognised,
  { capacity, justLinked }: { readonly capacity: Capacity; readonly justLinked: boolean },
): Promise<AttemptState> {
  const { person, authentication } = recognised;
  if (await mustConfirmSharing(context, person)) {
    return { kind: 'confirming-sharing', person, authentication, capacity: keyOf(capacity), justLinked };
  }
  if (justLinked) return { kind: 'telling-link', person, authentication };
  return afterCapacity(context, { person, authentication }, capacity);
}

async function choose(
  context: ContextIn<'choosing-capacity', typeof recognisingNeeds>,
  key: string,
): Promise<Move> {
  const { person, authentication } = context.state;
  const capacities = await capacitiesIn(context, context.state);
  const capacity = findByKey(capacities, key);
  if (capacity) {
    await context.record({
      kind: 'capacity.chosen',
      actor: { kind: 'person', id: person },
      subject: { kind: 'application', id: context.application.id },
      purpose: 'login',
      details: { capacity: capacity.kind, choices: capacities.usable.length },
    });
    // The page of choice told of a new link.
    return go(await settledOn(context, { person, authentication }, { capacity, justLinked: false }));
  }
  return { kind: 'invalid', errors: [{ field: 'capacity', code: key === '' ? 'choose' : 'not-usable' }] };
}

const withoutNeeds = [...capacityNeeds, 'organisations', 'persons'] as const;

/** What was found, and who could change it. */
async function withoutCapacity(
  { stores, now: at, application }: PageContext<typeof withoutNeeds>,
  person: PersonId,
  found: Pick<Extract<Page, { kind: 'no-capacity' }>, 'unusable' | 'justLinked' | 'mayGoOn'>,
): Promise<Page> {
  const organisations = [...new Set(found.unusable.map((each) => each.organisation.id))];
  const administrators = await stores.organisations.countAdministrators(organisations, person, at);
  const known = await stores.persons.find(person);
  const ties = await stores.rights.tiesOf(person, application.id);
  const represented = found.unusable
    .map(({ organisation }) => organisation)
    .filter((organisation) =>
      explain({ person, ties, application, organisation, at }).some(
        ({ fact, holds }) => fact === 'law' && holds,
      ),
    )
    .map(({ id }) => id);
  return {
    ...{ kind: 'no-capacity', ...found, person, represented, administrators },
    number: known?.number ?? null,
  };
}

export const capacity = step({
  name: 'capacity',
  asks: 'on whose behalf does this person act here?',
  states: ['choosing-capacity', 'without-capacity'],
  needs: {
    page: [...capacityNeeds, ...howLinkedNeeds, ...withoutNeeds, 'lastUsed'],
    answer: recognisingNeeds,
  },
  async page(context) {
    const choosing = inState(context, 'choosing-capacity');
    const without = inState(context, 'without-capacity');
    const state = choosing?.state ?? without?.state;
    if (!state) throw new Error('the capacity step was asked for a page of another state');
    const { usable, unusable } = await capacitiesIn(context, state);
    const justLinked = state.justLinked ? await howLinked(context, state.person) : null;
    const mayGoOn = usable.length > 0;
    if (without) return withoutCapacity(context, without.state.person, { unusable, justLinked, mayGoOn });
    const capacities = usable.map((each) => ({ key: keyOf(each), capacity: each }));
    const lastUsed = await context.stores.lastUsed.capacityOf(state.person, context.application.id);
    return { kind: 'capacity', capacities, unusable, lastUsed, justLinked };
  },
  async answer(context, answer) {
    const choosing = inState(context, 'choosing-capacity');
    if (choosing && answer.kind === 'choose-capacity') return choose(choosing, answer.key);
    const without = inState(context, 'without-capacity');
    // A right may have been granted meanwhile: "try again" looks once more.
    if (without && answer.kind === 'continue') return go(await recognisedAs(context, without.state, false));
    return { kind: 'stay' };
  },
});
