import { isSecondPerson } from '../../acting/index.ts';
import { type NationalNumber, parseNationalNumber } from '../../person/index.ts';
import { confirmCase } from '../case/change-case.ts';
import { atDesk } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import type { Case, Outcome } from '../case/model.ts';
import { act, type Context } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { type DeskAnswer, refusalOf } from '../desk/desk-answer.ts';
import { goingOnNeeds, goneOn } from '../desk/gone-on.ts';
import { type AskedToChange, inHandNeeds, takeInHand } from '../desk/take-in-hand.ts';
import { AlreadyLinked, linkApplicant, linkNeeds } from './link-applicant.ts';
import { registeredPersonOf } from './minimum-data-of.ts';

const givingNeeds = ['links', 'numbers', 'register'] as const;

/** The second agent agrees: number, registration, link, timeline and mail are one transaction. Throws `AlreadyLinked`. */
export const confirmProposal = act(
  [...inHandNeeds, ...givingNeeds, ...linkNeeds, ...keepingNeeds, ...writingNeeds, ...goingOnNeeds],
  async (
    context,
    asked: AskedToChange,
  ): Promise<DeskAnswer | { readonly kind: 'exhausted' } | { readonly kind: 'not-registered' }> => {
    const { by } = asked;
    const taken = await takeInHand(context, asked);
    if (taken.kind !== 'in-hand') return taken;
    const one = taken.case;
    const { state } = one;
    if (state.kind !== 'to-confirm') return { kind: 'not-now', state: state.kind };
    if (!isSecondPerson(by, state.agent)) return { kind: 'own-decision' };
    const given = await giveNumber(context, one);
    if (given.kind !== 'given') return given;
    const registered = await context.stores.register.findByNumber(given.number);
    if (registered === null) return { kind: 'not-registered' };
    const beside = state.proposal.kind === 'link' ? state.proposal.beside : [];
    const tie = { registered, by, proposedBy: state.agent, beside };
    const { person, told } = await linkApplicant(context, one, tie);
    const digits = given.number.digits.reveal();
    const outcome: Outcome = { kind: given.outcome, number: digits, person };
    const change = confirmCase(one, { by: by.person, outcome }, context.now);
    if (change.kind !== 'changed') return refusalOf(one, change);
    await keepCase(
      context,
      change.case,
      { kind: 'confirmed', by: atDesk(by) },
      given.outcome === 'linked'
        ? { kind: 'linked', by: atDesk(by), details: { told } }
        : { kind: 'number-assigned', by: atDesk(by) },
    );
    await writeToApplicant(context, change.case, {
      template: given.outcome === 'linked' ? 'number-linked' : 'number-assigned',
      values: { number: given.number },
    });
    return goneOn(context, change.case);
  },
);

type Given =
  | { readonly kind: 'given'; readonly number: NationalNumber; readonly outcome: 'linked' | 'new-number' }
  | { readonly kind: 'exhausted' };

async function giveNumber(context: Context<typeof givingNeeds>, one: Case): Promise<Given> {
  const { stores, now } = context;
  if (one.state.kind !== 'to-confirm')
    throw new Error('only a case that waits for a second agent gets a number');
  const { proposal } = one.state;
  if (proposal.kind === 'link') {
    const parsed = parseNationalNumber(proposal.number, now);
    if (parsed.kind === 'refused') throw new Error('a proposal holds a number that is none');
    return { kind: 'given', number: parsed.number, outcome: 'linked' };
  }
  const identity = one.applicant.identity;
  if (identity && (await stores.links.findLive(identity.country, identity.identifier)))
    throw new AlreadyLinked();
  const assigned = await stores.numbers.assign(
    { birthDate: one.applicant.birthDate, sex: one.answers.sex },
    { case: one.id, at: now },
  );
  if (assigned.kind === 'exhausted') return assigned;
  await stores.register.addPerson(registeredPersonOf(one, assigned.number));
  return { kind: 'given', number: assigned.number, outcome: 'new-number' };
}
