import type { Actor } from '../audit/index.ts';
import type { NationalNumber, PersonId, Replacement } from '../person/index.ts';
import { proposalNeeds, putProposal } from './add-proposal.ts';
import { tellingNeeds, tellPerson } from './tell.ts';
import { act, recordOn } from './world.ts';

/** What became of a replacement; `join` is the proposal where two persons turned out to be one. */
export type ReplacedNumbers =
  | {
      readonly kind: 'replaced' | 'unchanged';
      readonly person: PersonId | null;
      readonly join: string | null;
    }
  | Exclude<Replacement, { readonly persons: unknown }>;

export type ReplaceNumber = {
  readonly old: NationalNumber;
  readonly current: NationalNumber;
  readonly by: Extract<Actor, { kind: 'operator' }>;
};

/**
 * The register gave somebody another number. Who is known by any number of the chain has the current one from now on, and is told. Two who
 * are known turn out to be one human: they stay two until a case lead joins them, and whoever is known longest would stay.
 */
export const replaceNumber = act(
  ['register', ...proposalNeeds, ...tellingNeeds],
  async (context, { old, current, by }: ReplaceNumber): Promise<ReplacedNumbers> => {
    const { stores, now } = context;
    const outcome = await stores.register.replaceNumber(old, current, now);
    if (!('persons' in outcome)) return outcome;
    const [first, second] = outcome.persons;
    const details = { persons: outcome.persons.length };
    const reference =
      outcome.kind === 'replaced'
        ? await recordOn(context, outcome.persons, by, { kind: 'person.number-replaced', details })
        : null;
    if (first === undefined) return { kind: outcome.kind, person: null, join: null };
    if (second === undefined) {
      if (reference !== null) await tellPerson(context, first, 'number-replaced', reference);
      return { kind: outcome.kind, person: first, join: null };
    }
    const { id } = await putProposal(context, {
      kept: first,
      other: second,
      reason: 'The register replaced the number of one by that of the other.',
      by,
    });
    return { kind: outcome.kind, person: first, join: id };
  },
);
