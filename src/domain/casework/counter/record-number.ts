import type { ActingPerson } from '../../acting/index.ts';
import type { NationalNumber } from '../../person/index.ts';
import type { CaseId } from '../case/model.ts';
import { act } from '../case/world.ts';
import { weighingNeeds } from '../decision/link-applicant.ts';
import { isOwnCase } from '../decision/own-case.ts';
import { proposeLink, proposingNeeds } from '../decision/propose-link.ts';
import { checkReason, type DeskError } from '../desk/check-text.ts';
import type { DeskAnswer } from '../desk/desk-answer.ts';
import { changedSince } from '../desk/take-in-hand.ts';
import { findForOfficer, findingNeeds } from './find-at-counter.ts';
import { officerOf } from './officer.ts';
import { isExactly, settle, settlingNeeds, weighAtCounter } from './settle-at-counter.ts';
import { tellRefused } from './tell-refused.ts';

export type RecordNumber = {
  readonly by: ActingPerson;
  readonly case: CaseId;
  readonly version: number;
  readonly number: NationalNumber;
  /** Why it is this person, where one member of staff is not enough. */
  readonly because: string;
};

export type RecordedNumber =
  | DeskAnswer
  | { readonly kind: 'second-needed'; readonly errors: readonly DeskError[] }
  | { readonly kind: 'not-registered' }
  | { readonly kind: 'data-differ' };

/**
 * Records the number that was found or given on the spot, for a case that was handed over: matched exactly against the register. Where
 * one person is not enough it asks for `because`, and the case waits for an agent afterwards. Throws `AlreadyLinked`.
 */
export const recordNumber = act(
  [
    ...findingNeeds,
    'caseEvents',
    ...tellRefused.needs,
    ...weighingNeeds,
    ...proposingNeeds,
    ...settlingNeeds,
  ],
  async (context, asked: RecordNumber): Promise<RecordedNumber> => {
    const { by, number, because } = asked;
    const officer = officerOf(by);
    if (officer === null) return { kind: 'not-allowed' };
    const one = await findForOfficer(context, by, { id: asked.case });
    if (one === null) return { kind: 'unknown-case' };
    if (one.version !== asked.version) return changedSince(context, one, asked.version);
    if (one.state.kind !== 'handed-over' || one.handedTo !== officer.office)
      return { kind: 'not-now', state: one.state.kind };
    if (await isOwnCase(context, one, by, number)) return { kind: 'own-case' };
    const registered = await context.stores.register.findByNumber(number);
    if (registered === null || !isExactly(one, number, registered)) {
      const reason = registered === null ? 'not-registered' : 'data-differ';
      await tellRefused(context, { by, reason, number });
      return { kind: reason };
    }
    const tie = await weighAtCounter(context, one, { registered, by });
    if (tie.needs.length === 0) return settle(context, one, { by, registered, beside: tie.beside });
    const errors = checkReason('because', because);
    if (errors.length > 0) return { kind: 'second-needed', errors };
    return proposeLink(context, one, { registered, by, because, ...tie, counter: one.state.office });
  },
);

/** What an officer is told whose case was changed by somebody else at the same moment. */
export const seeChange = act(
  [...findingNeeds, 'caseEvents'],
  async (context, asked: RecordNumber): Promise<DeskAnswer> => {
    const one = await findForOfficer(context, asked.by, { id: asked.case });
    return one ? changedSince(context, one, asked.version) : { kind: 'unknown-case' };
  },
);
