import type { ActingWithReason } from '../../acting/index.ts';
import { type ManualSearch, parseManualSearch, rankFound, searchKeys } from '../../candidates/index.ts';
import { atDesk } from '../case/doer.ts';
import { record, recordingNeeds } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { soughtFrom } from '../decision/sought-from.ts';
import { checkReason } from '../desk/check-text.ts';
import { type DeskRefusal, wrong } from '../desk/desk-answer.ts';
import { type AskedOfCase, findToLook, lookingNeeds } from '../desk/take-in-hand.ts';
import { candidateNeeds, FETCHED, type FoundCandidates } from './find-candidates.ts';
import { showCandidates, showingNeeds } from './show-candidates.ts';

export type SearchByHand = AskedOfCase & { readonly by: ActingWithReason; readonly search: ManualSearch };

/** Searches the register by hand, with a reason that is kept. */
export const searchByHand = act(
  [...lookingNeeds, ...candidateNeeds, ...recordingNeeds, ...showingNeeds],
  async (context, asked: SearchByHand): Promise<FoundCandidates | DeskRefusal> => {
    const { by, search } = asked;
    const parsed = parseManualSearch(search);
    const errors = [
      ...(parsed.kind === 'refused' ? [searchError(parsed.reason)] : []),
      ...checkReason('reason', by.reason),
    ];
    if (errors.length > 0 || parsed.kind === 'refused') return wrong(errors);
    const found = await findToLook(context, asked);
    if (found.kind !== 'in-hand') return found;
    const people = await context.stores.candidates.find(searchKeys(parsed.sought), FETCHED);
    const candidates = rankFound(soughtFrom(found.case), people);
    await record(context, found.case, {
      kind: 'register-searched',
      by: atDesk(by),
      text: by.reason.trim(),
      details: { found: candidates.length, terms: termsOf(search) },
      concerned: candidates.map(({ person }) => ({ way: 'searched', number: person.number.digits })),
    });
    return { kind: 'found', candidates: await showCandidates(context, candidates, { one: found.case, by }) };
  },
);

/** What somebody was sought by, never the words. */
function termsOf(search: ManualSearch): string {
  const terms = ['familyName', 'givenNames', 'birthDate'] as const;
  return terms.filter((term) => search[term].trim() !== '').join(' ');
}

function searchError(reason: 'too-little' | 'birth-date' | 'too-long') {
  if (reason === 'birth-date') return { field: 'birthDate', code: 'not-a-date' } as const;
  return { field: 'familyName', code: reason === 'too-long' ? 'too-long' : 'empty' } as const;
}
