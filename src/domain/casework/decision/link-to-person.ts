import type { NationalNumber } from '../../person/index.ts';
import { decideCase, isWorkedOn } from '../case/change-case.ts';
import { atDesk } from '../case/doer.ts';
import { keepCase } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { checkReason } from '../desk/check-text.ts';
import { type DeskAnswer, refusalOf, wrong } from '../desk/desk-answer.ts';
import { goingOnNeeds, goneOn } from '../desk/gone-on.ts';
import { type AskedToChange, inHandNeeds, takeOwn } from '../desk/take-in-hand.ts';
import { AlreadyLinked, linkApplicant, linkNeeds, weighingNeeds, weighTie } from './link-applicant.ts';
import { isOwnCase } from './own-case.ts';
import { proposeLink, proposingNeeds } from './propose-link.ts';

export type LinkToPerson = AskedToChange & {
  readonly number: NationalNumber;
  readonly comment: string;
  /** The agent saw that the person has another eID already, and says that it is the same person. */
  readonly despiteLink: boolean;
};

/**
 * Links the applicant to somebody whom the register knows. One agent decides where names and birth date agree and nothing else is
 * at stake; otherwise it becomes a proposal, with the comment as its reason, for a second one. Throws `AlreadyLinked` where the
 * identifier belongs to somebody else.
 */
export const linkToPerson = act(
  [...inHandNeeds, ...weighingNeeds, ...proposingNeeds, ...linkNeeds, ...writingNeeds, ...goingOnNeeds],
  async (context, asked: LinkToPerson): Promise<DeskAnswer | { readonly kind: 'not-registered' }> => {
    const { by, number, comment } = asked;
    const errors = checkReason('comment', comment, 0);
    if (errors.length > 0) return wrong(errors);
    const taken = await takeOwn(context, asked);
    if (taken.kind !== 'in-hand') return taken;
    const one = taken.case;
    if (!isWorkedOn(one.state)) return { kind: 'not-now', state: one.state.kind };
    if (await isOwnCase(context, one, by, number)) return { kind: 'own-case' };
    const registered = await context.stores.register.findByNumber(number);
    if (registered === null) return { kind: 'not-registered' };
    const tie = await weighTie(context, one, { registered, by });
    if (tie.beside.length > 0 && !asked.despiteLink) throw new AlreadyLinked();
    if (tie.needs.length > 0) {
      const unsaid = checkReason('comment', comment);
      if (unsaid.length > 0) return wrong(unsaid);
      const wish = { registered, by, because: comment, ...tie, counter: null };
      const proposed = await proposeLink(context, one, wish);
      return proposed.kind === 'done' ? goneOn(context, proposed.case) : proposed;
    }
    const { person, told } = await linkApplicant(context, one, { registered, by, proposedBy: null, ...tie });
    const outcome = { kind: 'linked', number: registered.number.digits.reveal(), person } as const;
    const change = decideCase(one, { by: by.person, outcome, needs: tie.needs }, context.now);
    if (change.kind !== 'changed') return refusalOf(one, change);
    await keepCase(context, change.case, {
      kind: 'linked',
      by: atDesk(by),
      ...(comment.trim() === '' ? {} : { text: comment.trim() }),
      details: { told },
    });
    await writeToApplicant(context, change.case, {
      template: 'number-linked',
      values: { number: registered.number },
    });
    return goneOn(context, change.case);
  },
);
