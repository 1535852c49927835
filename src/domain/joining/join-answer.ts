import type { PersonId } from '../person/index.ts';
import type { PersonJoin, WaitingInOrganisation } from './model.ts';

/** What is wrong with something that was typed, by field. */
export type JoinError = {
  readonly field: string;
  readonly code: 'empty' | 'too-short' | 'too-long' | 'unknown-number' | 'same-person';
};

/** Why a case lead cannot do what they asked for. */
export type JoinRefusal =
  | { readonly kind: 'wrong'; readonly errors: readonly JoinError[] }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-join' }
  /** One of both is the case lead. */
  | { readonly kind: 'own-case' }
  /** Whoever proposed it cannot decide on it. */
  | { readonly kind: 'own-decision' }
  | { readonly kind: 'already-decided' }
  /** They were joined another way meanwhile. */
  | { readonly kind: 'one-already' }
  | WhyJoined;

/** Why a join cannot be undone as things are. */
export type WhyJoined =
  /** Another join was made on top of it since: the one to undo first. */
  | { readonly kind: 'joined-further'; readonly first: string }
  /** The register holds the numbers of both as one person: they cannot be two. */
  | { readonly kind: 'one-number' };

/** A join as a case lead sees it. */
export type ShownJoin = {
  readonly join: PersonJoin;
  /** Names of both, and of whoever proposed and decided. */
  readonly names: ReadonlyMap<PersonId, string>;
  readonly waiting: readonly WaitingInOrganisation[];
  /** Why a join that stands cannot be undone now: told of the one that is looked at alone. */
  readonly stays: WhyJoined | null;
};
