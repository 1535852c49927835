// Is this someone we know? A live link answers at once; otherwise the national number does, when all data are exactly those of
// exactly one person in the register (Implementing Regulation (EU) 2025/846 article 2(7)).

import { Redacted } from '../../base/redacted.ts';
import { later } from '../../base/time.ts';
import { closeMatched, keepingNeeds } from '../../domain/casework/index.ts';
import {
  type Allowance,
  allowanceFrom,
  type Comparison,
  type EidasLink,
  type MatchingLogEntry,
  match,
  mayTry,
  type PresentedIdentity,
} from '../../domain/identity-matching/index.ts';
import type { Authentication } from '../../domain/login-means/index.ts';
import {
  type NationalNumber,
  parseNationalNumber,
  personBehind,
  type RegisteredPerson,
  writeBirthDate,
} from '../../domain/person/index.ts';
import type { AttemptState, Notice } from '../attempt.ts';
import { howLinked, howLinkedNeeds } from '../how-linked.ts';
import { persistenceNeeds, persistenceOf } from '../means/eidas/persistence.ts';
import { type ContextIn, go, inState, type Move, type PageContext, type StepContext, step } from '../step.ts';
import type { Page } from '../view.ts';
import { beginRequest, requestUnderWay, underWayNeeds } from './5-registration.ts';
import { recognisedAs, recognisingNeeds } from './6-capacity.ts';

export const identifyingNeeds = ['links', 'matching', ...underWayNeeds, ...recognisingNeeds] as const;

/** Known link → the person. Otherwise the question for the number. */
export async function identify(
  context: StepContext<typeof identifyingNeeds>,
  identity: PresentedIdentity,
  authentication: Authentication,
): Promise<AttemptState> {
  const link = await context.stores.links.findLive(identity.country, identity.identifier);
  if (link) {
    const known = { person: link.person, authentication: { ...authentication, link: link.id } };
    return recognisedAs(context, known, false);
  }
  const underWay = await requestUnderWay(context, identity, authentication);
  if (underWay) return underWay;
  const counts = await context.stores.matching.triesOf(
    identity.identifier,
    '',
    context.now,
    context.world.settings.matchingBounds,
  );
  const allowance = allowanceFrom(
    { ...counts, address: 0 },
    context.world.settings.matchingBounds,
    context.now,
  );
  const notice: Notice | null =
    allowance.kind === 'blocked' ? { kind: 'number-tries-used-up', until: allowance.until } : null;
  return { kind: 'asking-number', identity, authentication, notice };
}

const givingNeeds = [
  'matching',
  'register',
  'persons',
  ...persistenceNeeds,
  'links',
  ...keepingNeeds,
  ...recognisingNeeds,
] as const;
type Asking = ContextIn<'asking-number', typeof givingNeeds>;

async function giveNumber(context: Asking, text: string, address: string): Promise<Move> {
  const { stores, world, now, state } = context;
  const parsed = parseNationalNumber(text, now);
  if (parsed.kind === 'refused')
    return { kind: 'invalid', errors: [{ field: 'number', code: parsed.reason }] };
  const bounds = world.settings.matchingBounds;
  const before = allowanceFrom(
    await stores.matching.triesOf(state.identity.identifier, address, now, bounds),
    bounds,
    now,
  );
  if (before.kind === 'blocked')
    return go(await askAgain(context, { kind: 'number-tries-used-up', until: before.until }));
  // Counted before the outcome is known, so that tries sent side by side cannot pass the bound together.
  const counts = await stores.matching.countTry(state.identity.identifier, address, now, bounds);
  if (!mayTry(counts, bounds, now)) {
    const until = later(counts.oldest ?? now, bounds.windowMilliseconds);
    return go(await askAgain(context, { kind: 'number-tries-used-up', until }));
  }
  const after = allowanceFrom({ ...counts, latest: now }, bounds, now);
  const registered = await stores.register.findByNumber(parsed.number);
  const outcome = match(state.identity, parsed.number, registered);
  if (outcome.kind === 'unmatched' || !registered) {
    await log(context, 'unmatched', outcome.comparisons, registered);
    return go(await askAgain(context, noticeAfter(after)));
  }
  return go(
    await linkTo(context, parsed.number, { registered, comparisons: outcome.comparisons, allowance: after }),
  );
}

async function askAgain(context: Asking, notice: Notice): Promise<AttemptState> {
  await context.record({
    kind:
      notice.kind === 'number-tries-used-up' ? 'identity-matching.blocked' : 'identity-matching.unmatched',
    actor: { kind: 'unknown' },
    subject: { kind: 'attempt', id: context.attempt.correlation },
    purpose: 'identity-matching',
    details: { country: context.state.identity.country },
  });
  return { ...context.state, notice };
}

type ExactMatch = {
  readonly registered: RegisteredPerson;
  readonly comparisons: readonly Comparison[];
  /** What is left of the tries, should the link turn out to be taken: its page must not differ from that of a mismatch. */
  readonly allowance: Allowance;
};

function noticeAfter(allowance: Allowance): Notice {
  return allowance.kind === 'open'
    ? { kind: 'number-did-not-match', triesLeft: allowance.triesLeft }
    : { kind: 'number-tries-used-up', until: allowance.until };
}

async function linkTo(
  context: Asking,
  number: NationalNumber,
  { registered, comparisons, allowance }: ExactMatch,
): Promise<AttemptState> {
  const { stores, world, now, state } = context;
  const { randomness } = world;
  const person = await personBehind({ persons: stores.persons, randomness, at: now }, registered, number);
  const link: EidasLink = {
    id: world.randomness.uuid(),
    country: state.identity.country,
    identifier: new Redacted(state.identity.identifier),
    persistence: await persistenceOf(context, state.identity),
    person: person.id,
    source: 'number-and-register',
    decidedBy: 'exact-match',
    linkedAt: now,
    ended: null,
  };
  const kept = await stores.links.add(link);
  // Somebody was first with this identifier. The same person in a second tab goes on; anybody else sees the neutral page.
  if (kept.kind === 'already-linked' && kept.link.person !== person.id) {
    await log(context, 'already-linked', comparisons, registered);
    return askAgain(context, noticeAfter(allowance));
  }
  await stores.matching.forget(state.identity.identifier);
  await closeMatched(context, state.identity.identifier);
  await log(context, 'matched', comparisons, registered);
  await context.record({
    kind: 'identity-matching.linked',
    actor: { kind: 'person', id: person.id },
    subject: { kind: 'person', id: person.id },
    purpose: 'identity-matching',
    details: { country: link.country, link: link.id, source: link.source, persistence: link.persistence },
  });
  const by = kept.kind === 'already-linked' ? kept.link.id : link.id;
  const authentication = { ...state.authentication, link: by };
  return recognisedAs(context, { person: person.id, authentication }, true);
}

async function log(
  context: Asking,
  outcome: MatchingLogEntry['outcome'],
  comparisons: readonly Comparison[],
  registered: RegisteredPerson | null,
): Promise<void> {
  const { identity } = context.state;
  await context.stores.matching.log({
    at: context.now,
    country: identity.country,
    identifier: identity.identifier,
    outcome,
    comparisons,
    presented: {
      familyName: identity.familyName.latin,
      givenNames: identity.givenNames.latin,
      birthDate: identity.birthDate,
      birthPlace: identity.birthPlace,
      sex: identity.sex,
    },
    registered: registered && {
      familyName: registered.familyName,
      givenNames: registered.givenNames,
      birthDate: writeBirthDate(registered.birthDate),
      birthPlace: registered.birthPlace,
      sex: registered.sex,
    },
    correlation: context.attempt.correlation,
  });
}

/** Which account it is, in words that its owner knows. */
async function accountPage({ attempt, stores }: PageContext<readonly ['organisations']>): Promise<Page> {
  const { unbound } = attempt;
  if (!unbound) throw new Error('a login asks whose an account is, and has none');
  const organisation = await stores.organisations.find(unbound.organisation);
  return { kind: 'account', email: unbound.email, organisation: organisation?.name ?? '' };
}

export const identityMatching = step({
  name: 'identity-matching',
  asks: 'is this someone we know?',
  states: ['asking-number', 'telling-link', 'binding-account'],
  needs: { page: [...howLinkedNeeds, 'organisations'], answer: givingNeeds },
  async page(context) {
    const told = inState(context, 'telling-link');
    if (told) return { kind: 'linked', how: await howLinked(context, told.state.person) };
    if (context.state.kind === 'binding-account') return accountPage(context);
    const asking = inState(context, 'asking-number');
    if (!asking) throw new Error('the step of identity matching was asked for a page of another state');
    return { kind: 'number', identity: asking.state.identity, notice: asking.state.notice };
  },
  async answer(context, answer) {
    const told = inState(context, 'telling-link');
    if (told)
      return answer.kind === 'continue'
        ? go(await recognisedAs(context, told.state, false))
        : { kind: 'stay' };
    const binding = inState(context, 'binding-account');
    if (binding)
      return answer.kind === 'continue'
        ? go(await recognisedAs(context, binding.state, binding.state.justLinked))
        : { kind: 'stay' };
    const asking = inState(context, 'asking-number');
    if (!asking || answer.kind !== 'give-number') return { kind: 'stay' };
    if (answer.knows === 'yes') return giveNumber(asking, answer.number, answer.address);
    return beginRequest(asking, answer.knows);
  },
});
