import type { NationalNumber } from '../../person/index.ts';
import { parseNationalNumber } from '../../person/index.ts';
import { lastDayToReply } from '../case/case-periods.ts';
import { confirmCase, decideCase, isWorkedOn, proposeDecision, sendBackCase } from '../case/change-case.ts';
import { keepCase } from '../case/keep-case.ts';
import { type Case, type Outcome, type RefusalReason, refusalReasons } from '../case/model.ts';
import type { CaseworkContext } from '../case/world.ts';
import { writeToApplicant } from '../case/write-to-applicant.ts';
import { AlreadyLinked, linkApplicant, weighTie } from '../decision/link-applicant.ts';
import { logMatching } from '../decision/log-matching.ts';
import { minimumDataOf, registeredPersonOf } from '../decision/minimum-data-of.ts';
import { proposeLink } from '../decision/propose-link.ts';
import type { Desk } from './desk.ts';
import {
  type AskToChange,
  checkReason,
  checkText,
  isOwnCase,
  refusalOf,
  takeInHand,
  takeOwn,
  wrong,
} from './desk-context.ts';
import { candidatesOf } from './find-candidates.ts';

/**
 * Links the applicant to somebody whom the register knows. One agent decides where names and birth date agree and nothing else is
 * at stake; otherwise it becomes a proposal, with a reason, for a second one.
 */
export async function link(
  context: CaseworkContext,
  ask: AskToChange,
  { number, comment, despiteLink }: Parameters<Desk['link']>[3],
): ReturnType<Desk['link']> {
  const errors = checkReason('comment', comment, 0);
  if (errors.length > 0) return wrong(errors);
  const taken = await takeOwn(context, ask);
  if (taken.kind !== 'in-hand') return taken;
  const one = taken.case;
  if (!isWorkedOn(one.state)) return { kind: 'not-now', state: one.state.kind };
  const by = ask.agent.person;
  if (await isOwnCase(context, one, by, number)) return { kind: 'own-case' };
  const registered = await context.stores.register.findByNumber(number);
  if (registered === null) return { kind: 'not-registered' };
  const tie = await weighTie(context, one, { registered, by });
  if (tie.beside.length > 0 && !despiteLink) throw new AlreadyLinked();
  if (tie.needs.length > 0) {
    const unsaid = checkReason('comment', comment);
    if (unsaid.length > 0) return wrong(unsaid);
    return proposeLink(context, one, { registered, by, because: comment, ...tie, counter: null });
  }
  const { person, told } = await linkApplicant(context, one, { registered, by, proposedBy: null, ...tie });
  const outcome = { kind: 'linked', number: registered.number.digits.reveal(), person } as const;
  const change = decideCase(one, { by, outcome, needs: tie.needs }, context.now);
  if (change.kind !== 'changed') return refusalOf(one, change);
  await keepCase(context, change.case, {
    kind: 'linked',
    by: { kind: 'agent', person: by },
    ...(comment.trim() === '' ? {} : { text: comment.trim() }),
    details: { told },
  });
  await writeToApplicant(context, change.case, {
    template: 'number-linked',
    values: { number: registered.number },
  });
  return { kind: 'done', case: change.case };
}

/** Proposes a new number. When the register holds somebody like the applicant, the reason must say why it is somebody else. */
export async function proposeNumber(
  context: CaseworkContext,
  ask: AskToChange,
  { because, checked }: { readonly because: string; readonly checked: readonly string[] },
): ReturnType<Desk['proposeNumber']> {
  const taken = await takeOwn(context, ask);
  if (taken.kind !== 'in-hand') return taken;
  const one = taken.case;
  const unchecked = ['identity', 'duplicates'].filter((each) => !checked.includes(each));
  const candidates = await candidatesOf(context, one);
  const hasAlike = candidates.some(({ strength }) => strength !== 'weak');
  const errors = [
    ...unchecked.map((field) => ({ field: `checked-${field}`, code: 'choose' }) as const),
    ...checkReason('because', because, hasAlike ? 10 : 0),
  ];
  if (errors.length > 0) return wrong(errors);
  const minimum = minimumDataOf(one);
  if (minimum.kind === 'too-little') return { kind: 'data-missing', missing: minimum.missing };
  const by = ask.agent.person;
  const change = proposeDecision(one, by, { kind: 'new-number', because: because.trim() }, context.now);
  if (change.kind !== 'changed') return refusalOf(one, change);
  await keepCase(context, change.case, {
    kind: 'proposed',
    by: { kind: 'agent', person: by },
    ...(because.trim() === '' ? {} : { text: because.trim() }),
    details: { proposal: 'new-number', candidates: candidates.length, minimum: minimum.set },
  });
  await context.stores.caseLocks.release(one.id, by);
  return { kind: 'done', case: change.case };
}

/** The second agent agrees: number, registration, link, timeline and mail are one transaction. */
export async function confirm(context: CaseworkContext, ask: AskToChange): ReturnType<Desk['confirm']> {
  const taken = await takeInHand(context, ask);
  if (taken.kind !== 'in-hand') return taken;
  const one = taken.case;
  const { state } = one;
  if (state.kind !== 'to-confirm') return { kind: 'not-now', state: state.kind };
  const by = ask.agent.person;
  if (state.agent === by) return { kind: 'own-decision' };
  const given = await giveNumber(context, one);
  if (given.kind !== 'given') return given;
  const registered = await context.stores.register.findByNumber(given.number);
  if (registered === null) return { kind: 'not-registered' };
  const beside = state.proposal.kind === 'link' ? state.proposal.beside : [];
  const tie = { registered, by, proposedBy: state.agent, beside };
  const { person, told } = await linkApplicant(context, one, tie);
  const digits = given.number.digits.reveal();
  const outcome: Outcome = { kind: given.outcome, number: digits, person };
  const change = confirmCase(one, { by, outcome }, context.now);
  if (change.kind !== 'changed') return refusalOf(one, change);
  const agent = { kind: 'agent', person: by } as const;
  await keepCase(
    context,
    change.case,
    { kind: 'confirmed', by: agent },
    given.outcome === 'linked'
      ? { kind: 'linked', by: agent, details: { told } }
      : { kind: 'number-assigned', by: agent },
  );
  await writeToApplicant(context, change.case, {
    template: given.outcome === 'linked' ? 'number-linked' : 'number-assigned',
    values: { number: given.number },
  });
  return { kind: 'done', case: change.case };
}

type Given =
  | { readonly kind: 'given'; readonly number: NationalNumber; readonly outcome: 'linked' | 'new-number' }
  | { readonly kind: 'exhausted' };

async function giveNumber(context: CaseworkContext, one: Case): Promise<Given> {
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

export async function sendBack(
  context: CaseworkContext,
  ask: AskToChange,
  comment: string,
): ReturnType<Desk['sendBack']> {
  const errors = checkReason('comment', comment);
  if (errors.length > 0) return wrong(errors);
  const taken = await takeInHand(context, ask);
  if (taken.kind !== 'in-hand') return taken;
  const change = sendBackCase(taken.case, ask.agent.person, context.now);
  if (change.kind !== 'changed') return refusalOf(taken.case, change);
  await keepCase(context, change.case, {
    kind: 'sent-back',
    by: { kind: 'agent', person: ask.agent.person },
    text: comment.trim(),
  });
  return { kind: 'done', case: change.case };
}

/** Refuses, with a reason from the list and a text that tells the legal remedy. */
export async function refuse(
  context: CaseworkContext,
  ask: AskToChange,
  { reason, text }: { readonly reason: RefusalReason; readonly text: string },
): ReturnType<Desk['refuse']> {
  const errors = [
    ...(refusalReasons.includes(reason) ? [] : [{ field: 'reason', code: 'choose' } as const]),
    ...checkText('text', text, 5000),
  ];
  if (errors.length > 0) return wrong(errors);
  const taken = await takeOwn(context, ask);
  if (taken.kind !== 'in-hand') return taken;
  const by = ask.agent.person;
  const outcome = { kind: 'refused', reason, text: text.trim() } as const;
  const change = decideCase(taken.case, { by, outcome, needs: [] }, context.now);
  if (change.kind !== 'changed') return refusalOf(taken.case, change);
  await keepCase(context, change.case, {
    kind: 'refused',
    by: { kind: 'agent', person: by },
    text: text.trim(),
    details: { reason },
  });
  const { identity } = taken.case.applicant;
  if (identity !== null) await logMatching(context, taken.case, { identity, registered: null });
  await writeToApplicant(context, change.case, {
    template: 'request-refused',
    values: { reason: text.trim(), replyUntil: lastDayToReply(context.now) },
  });
  return { kind: 'done', case: change.case };
}
