import { type ActingPerson, withReason } from '../../../../domain/acting/index.ts';
import type { ManualSearch } from '../../../../domain/candidates/index.ts';
import type { CaseId, DeskRefusal, ShownCandidate } from '../../../../domain/casework/index.ts';
import type { Web } from '../../../http/web-context.ts';
import { letterOf } from './letter-of.ts';
import { type Choice, openChoice, sealChoice } from './seal-choice.ts';

/** A candidate under the letter by which the page speaks of it. */
export type LetteredCandidate = ShownCandidate & {
  readonly letter: string;
  /** Names the candidate in addresses of this case. */
  readonly sealed: string;
};

export type FoundCandidates =
  | { readonly kind: 'found'; readonly candidates: readonly LetteredCandidate[] }
  | DeskRefusal;

/** Asks the register for the candidates of a case: those that it finds, or those of a search by hand with its reason. */
export async function findCandidates(
  web: Web,
  by: ActingPerson,
  id: CaseId,
  typed: { readonly search: ManualSearch; readonly reason: string } | null = null,
): Promise<FoundCandidates> {
  const { desk, settings } = web.world;
  const found =
    typed === null
      ? await desk.findCandidates({ by, case: id })
      : await desk.searchByHand({ by: withReason(by, typed.reason), case: id, search: typed.search });
  if (found.kind !== 'found') return found;
  const candidates = found.candidates.map((each, index) => ({
    ...each,
    letter: letterOf(index),
    sealed: sealChoice(settings.formKey, id, {
      number: each.person.number.digits.reveal(),
      search: typed?.search ?? null,
    }),
  }));
  return { kind: 'found', candidates };
}

/** The candidate that an address names, as the register holds it now; `null` when it is not among the candidates any more. */
export async function findChosen(
  web: Web,
  by: ActingPerson,
  id: CaseId,
  { sealed, reason }: { readonly sealed: string; readonly reason: string },
): Promise<LetteredCandidate | DeskRefusal | null> {
  const choice: Choice | null = openChoice(web.world.settings.formKey, id, sealed);
  if (choice === null) return null;
  const found = await findCandidates(web, by, id, choice.search && { search: choice.search, reason });
  if (found.kind !== 'found') return found;
  return found.candidates.find(({ person }) => person.number.digits.reveal() === choice.number) ?? null;
}
