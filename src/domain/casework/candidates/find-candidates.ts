import { type Candidate, rankCandidates, rankFound, searchKeys } from '../../candidates/index.ts';
import { atDesk } from '../case/doer.ts';
import { record, recordingNeeds } from '../case/keep-case.ts';
import type { Case } from '../case/model.ts';
import { act, type Context } from '../case/world.ts';
import { proposedNumber } from '../decision/own-case.ts';
import { soughtFrom } from '../decision/sought-from.ts';
import type { DeskRefusal } from '../desk/desk-answer.ts';
import { type AskedOfCase, findToLook, lookingNeeds } from '../desk/take-in-hand.ts';
import { type ShownCandidate, showCandidates, showingNeeds } from './show-candidates.ts';

export const candidateNeeds = ['candidates'] as const;

/** More are fetched than shown, because the order of the register is rougher than ours. */
export const FETCHED = 50;

export type FoundCandidates = { readonly kind: 'found'; readonly candidates: readonly ShownCandidate[] };

/** Whom of the register the applicant might be, the likeliest first. */
export async function candidatesOf(
  { stores }: Pick<Context<typeof candidateNeeds>, 'stores'>,
  one: Case,
): Promise<readonly Candidate[]> {
  const sought = soughtFrom(one);
  return rankCandidates(sought, await stores.candidates.find(searchKeys(sought), FETCHED));
}

/** Whom of the register the applicant might be, at most five, each with why: for the eyes of an agent, in the timeline. */
export const findCandidates = act(
  [...lookingNeeds, ...candidateNeeds, ...recordingNeeds, ...showingNeeds],
  async (context, asked: AskedOfCase): Promise<FoundCandidates | DeskRefusal> => {
    const found = await findToLook(context, asked);
    if (found.kind !== 'in-hand') return found;
    const alike = await candidatesOf(context, found.case);
    const proposed = await proposedIn(context, found.case);
    const isOther = ({ person }: Candidate) => !proposed.some((each) => isSame(each, person));
    const candidates = [...proposed, ...alike.filter(isOther)];
    await record(context, found.case, {
      kind: 'candidates-viewed',
      by: atDesk(asked.by),
      details: { found: candidates.length },
      concerned: candidates.map(({ person }) => ({ way: 'candidate', number: person.number.digits })),
    });
    const shown = await showCandidates(context, candidates, { one: found.case, by: asked.by });
    return { kind: 'found', candidates: shown };
  },
);

/** The person of the register who is proposed, first of all, wherever the first agent found them. */
async function proposedIn({ stores, now }: Context<['register']>, one: Case): Promise<readonly Candidate[]> {
  const number = proposedNumber(one.state, now);
  const registered = number && (await stores.register.findByNumber(number));
  return registered === null ? [] : rankFound(soughtFrom(one), [registered]);
}

function isSame({ person }: Candidate, other: Candidate['person']): boolean {
  return person.number.digits.reveal() === other.number.digits.reveal();
}
