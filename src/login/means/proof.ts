import type { KeptUse } from '../../domain/account-keys/index.ts';
import type { Application } from '../../domain/application/index.ts';
import type { AssuranceLevel } from '../../domain/assurance/index.ts';
import type { PresentedIdentity } from '../../domain/identity-matching/index.ts';
import type { LoginMeansCode, TileCode, TileOffer } from '../../domain/login-means/index.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { NationalNumber, PersonId } from '../../domain/person/index.ts';
import type { Attempt, StateOf, UnboundAccount } from '../attempt.ts';
import type { View } from '../view.ts';
import type { MeansFailure } from './failure.ts';

/** What an adapter hands on, verified: by which means, how strongly and when somebody proved something, and what that is. */
export type Proof = {
  readonly tile: TileCode;
  readonly means: LoginMeansCode;
  /** The lowest of what was proved now, what was agreed with the provider and, of an account key, how strongly it was bound. */
  readonly assurance: AssuranceLevel;
  readonly at: Date;
  readonly proves: Proves;
};

export type Proves =
  /** The national number of whoever logs in, with the names that the provider told. */
  | {
      readonly kind: 'number';
      readonly number: NationalNumber;
      readonly givenNames: string;
      readonly familyName: string;
    }
  /** An identity that is still to be matched. */
  | { readonly kind: 'identity'; readonly identity: PresentedIdentity }
  /** Only that an account here is theirs: by this key (internal id), and for one organisation alone where it counts for no other. */
  | {
      readonly kind: 'account';
      readonly person: PersonId;
      readonly key: string;
      readonly organisation: OrganisationId | null;
    };

/** Where a login waits for what comes back from a provider, with what its adapter keeps until then. */
export type Waiting = Omit<StateOf<'waiting'>, 'kind'>;

/** How a login stands, for an adapter: it reads this, does its own work outside of any unit of work, and says what came of it. */
export type LoginStanding =
  | {
      readonly kind: 'standing';
      readonly attempt: Attempt;
      readonly application: Application;
      readonly tiles: readonly TileOffer[];
      readonly waiting: Waiting | null;
    }
  | { readonly kind: 'problem'; readonly view: Extract<View, { readonly kind: 'problem' }> };

/** A wish to leave for a provider. */
export type Leaving = Pick<Waiting, 'tile' | 'mark' | 'kept'> & {
  /** The mark with which the person left before, from a page that knows of it: a new way there is wanted. */
  readonly after?: string | null;
};

/** What came of it. A link that is followed twice within a minute leads there with what was kept the first time. */
export type Left =
  | {
      readonly kind: 'left';
      readonly attempt: Attempt;
      readonly waiting: Waiting;
      /** It is the same way once more. */
      readonly repeats: boolean;
    }
  /** It cannot be left for that: its address shows where it stands. */
  | { readonly kind: 'moved'; readonly attempt: Attempt }
  | { readonly kind: 'problem'; readonly view: Extract<View, { readonly kind: 'problem' }> };

/** What a proof or a failure answers: the mark that waits, or `null` where the adapter leaves for nowhere. */
export type Answering = {
  readonly mark: string | null;
  /** The version of the attempt that the adapter made its question from, where it keeps none: of another version nothing is taken. */
  readonly version?: number;
};

export type Proving = Answering & {
  readonly proof: Proof;
  /** The tile that was left by, where a provider may prove by another than was pressed: else that of the proof. */
  readonly tile?: TileCode;
  /** What is kept of the use of a key, in the unit of work in which the proof leads on: nothing is, where the login does not wait for it. */
  readonly use?: KeptUse;
};

export type Failing = Answering & {
  readonly tile: TileCode;
  readonly failure: MeansFailure;
  /** A code for the trail: never what a provider wrote. */
  readonly detail?: string;
  /** An account that was proved, and leads to nobody yet: it may be bound once the person proved who they are. */
  readonly unbound?: UnboundAccount;
};
