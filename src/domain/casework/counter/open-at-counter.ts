import type { ActingPerson } from '../../acting/index.ts';
import { parseNationalNumber } from '../../person/index.ts';
import { newReference } from '../../registration/index.ts';
import { atCounter } from '../case/doer.ts';
import { typedIn } from '../case/fields.ts';
import { record, recordingNeeds } from '../case/keep-case.ts';
import type { Case, CaseId } from '../case/model.ts';
import { act, type Context } from '../case/world.ts';
import { weighingNeeds } from '../decision/link-applicant.ts';
import { isOwnCase, ownCaseNeeds } from '../decision/own-case.ts';
import type { DeskRefusal } from '../desk/desk-answer.ts';
import type { TypedFields } from '../request/request-answer.ts';
import { sendingNeeds, sendToAgents } from '../request/submit-request.ts';
import { readCounterForm } from './counter-form.ts';
import { officerOf } from './officer.ts';
import { isExactly, settle, settlingNeeds, weighAtCounter } from './settle-at-counter.ts';

/** Rolls back the case that was opened for a number that turned out not to be this person's. */
export class NumberRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super('the number that was typed at the counter cannot be recorded');
    this.name = 'NumberRefused';
    this.code = code;
  }
}

/**
 * Fields besides those of the applicant's own pages: familyName, givenNames, birthDate-day, -month, -year, number for one that was given on
 * the spot, and `checked`: the officer saw the document. `once` holds a random UUID of the form: the same form sent twice opens one case.
 */
export type OpenAtCounter = { readonly by: ActingPerson; readonly typed: TypedFields };

export type OpenedAtCounter =
  | { readonly kind: 'opened'; readonly case: Case }
  | { readonly kind: 'wrong'; readonly errors: readonly { readonly field: string; readonly code: string }[] }
  | DeskRefusal;

const spotNeeds = [...ownCaseNeeds, ...weighingNeeds, ...sendingNeeds, ...settlingNeeds] as const;

/**
 * Opens a case from an identity document, sent to the agents at once: the officer saw the person. Throws `NumberRefused` or
 * `AlreadyLinked` where the number cannot be recorded.
 */
export const openAtCounter = act(
  ['cases', ...recordingNeeds, ...spotNeeds],
  async (context, { by, typed }: OpenAtCounter): Promise<OpenedAtCounter> => {
    const { stores, world, now } = context;
    const officer = officerOf(by);
    if (officer === null) return { kind: 'not-allowed' };
    const read = readCounterForm(typed, now);
    if (read.kind === 'wrong') return read;
    const { office } = officer;
    // What a form brings along names the form alone, of this officer: never a case.
    const form = typedIn(typed, 'once').slice(0, 100);
    const once = form === '' ? undefined : `${office} ${by.person} ${form}`;
    const before = once && (await stores.cases.findByForm(once));
    if (before) return { kind: 'opened', case: before };
    const one: Case = {
      // Made here and at the first question of an applicant; every other id of a case is parsed.
      id: world.randomness.uuid() as CaseId,
      reference: newReference(world.randomness.bytes(8)),
      version: 1,
      origin: 'office',
      openedBy: { office, officer: by.person },
      handedTo: null,
      applicant: read.applicant,
      answers: read.answers,
      reason: 'not-sure',
      application: null,
      state: { kind: 'draft' },
      repliedAfter: null,
      openedAt: now,
      submittedAt: null,
      targetAt: null,
      changedAt: now,
    };
    // Nobody handles a case of their own.
    if (await isOwnCase(context, one, by))
      return { kind: 'wrong', errors: [{ field: 'familyName', code: 'own-case' }] };
    const added = await stores.cases.add(one, once);
    // The same form, sent twice at once.
    if (added.kind === 'already-open') return { kind: 'opened', case: added.case };
    await record(context, one, {
      kind: 'opened',
      by: atCounter(by),
      details: { origin: 'office', country: one.applicant.country, organisation: office },
    });
    if (typedIn(typed, 'number') !== '') return settleOnTheSpot(context, one, { by, typed });
    return sendOn(context, one);
  },
);

/** The number was given at the counter itself: nobody else has to look, but it must be exactly this person in the register. */
async function settleOnTheSpot(
  context: Context<typeof spotNeeds>,
  one: Case,
  { by, typed }: OpenAtCounter,
): Promise<OpenedAtCounter> {
  const parsed = parseNationalNumber(typedIn(typed, 'number'), context.now);
  if (parsed.kind === 'refused') throw new NumberRefused(parsed.reason);
  const registered = await context.stores.register.findByNumber(parsed.number);
  if (registered === null) throw new NumberRefused('not-registered');
  if (!isExactly(one, parsed.number, registered)) throw new NumberRefused('data-differ');
  if (await isOwnCase(context, one, by, parsed.number)) throw new NumberRefused('own-case');
  const tie = await weighAtCounter(context, one, { registered, by });
  // One person is not enough for this number: agents look at the case as at any other.
  if (tie.needs.length > 0) return sendOn(context, one);
  const sent = { ...one, submittedAt: context.now };
  const settled = await settle(context, sent, { by, registered, beside: tie.beside });
  return settled.kind === 'done' ? { kind: 'opened', case: settled.case } : settled;
}

async function sendOn(context: Context<typeof sendingNeeds>, one: Case): Promise<OpenedAtCounter> {
  const sent = await sendToAgents(context, one);
  return sent === null ? { kind: 'not-now', state: 'draft' } : { kind: 'opened', case: sent };
}
