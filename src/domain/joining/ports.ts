import type { CaseId } from '../casework/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { NationalNumber, PersonId } from '../person/index.ts';
import type { JoinMove, PersonJoin, StandingRow, WaitingInOrganisation } from './model.ts';

/** Proposals that two persons are one, and what joining them moved. */
export type JoinStore = {
  /** `already-proposed` when these two are joined, or wait to be, whichever is named first. */
  propose(
    join: PersonJoin,
  ): Promise<{ readonly kind: 'added' } | { readonly kind: 'already-proposed'; readonly id: string }>;
  find(id: string): Promise<PersonJoin | null>;
  /** Those that wait for a second person first, then the newest; at most a hundred. */
  list(): Promise<readonly PersonJoin[]>;
  /** One conditional update each: false when somebody was first. The database refuses the same person twice. */
  decide(
    id: string,
    decided: {
      readonly kind: 'joined' | 'refused';
      /** Who they are by now, should one of them have been joined into another since. */
      readonly kept: PersonId;
      readonly other: PersonId;
      readonly by: PersonId;
      readonly at: Date;
      readonly comment: string;
    },
  ): Promise<boolean>;
  proposeUndo(
    id: string,
    wish: { readonly by: PersonId; readonly at: Date; readonly reason: string },
  ): Promise<boolean>;
  /** The join stands after all. */
  keepJoined(id: string): Promise<boolean>;
  undo(id: string, undone: { readonly by: PersonId; readonly at: Date }): Promise<boolean>;
  /** Locks persons until the transaction ends, in one order; nobody is made or given another number meanwhile. */
  hold(persons: readonly PersonId[]): Promise<void>;
  /** The person whom somebody was joined into, in the end; themselves when they were not. `null` when there is no such person. */
  standsFor(person: PersonId): Promise<PersonId | null>;
  /** All that ties a person to organisations and has not ended. */
  standingOf(person: PersonId, at: Date): Promise<readonly StandingRow[]>;
  /** Carries out a join: standing as planned; links, numbers and the rest whole. `live` is the number that counts from now on. */
  move(
    join: Pick<PersonJoin, 'id' | 'kept' | 'other'>,
    plan: readonly JoinMove[],
    live: NationalNumber | null,
    at: Date,
  ): Promise<void>;
  /** The newest of the joins that lie on top of one: none of those beneath can be undone before it. `null` when it lies on top itself. */
  firstOnTop(id: string): Promise<string | null>;
  /** Whether a join of one of both that was made before still stands. */
  liesOnAnother(id: string): Promise<boolean>;
  /**
   * Gives everything back that is still as the join left it. What ended because the same was there comes back as far as that still is
   * there; what an administrator allowed to those joined further waits again; links that were made since end.
   */
  giveBack(join: Pick<PersonJoin, 'id' | 'kept' | 'other'>, joinedAt: Date, at: Date): Promise<void>;
  /** How a person is called, under this very id. */
  nameOf(person: PersonId): Promise<string>;
  /** An address at work, in this organisation or in any; `null` when none is known. */
  emailAtWork(person: PersonId, organisation: OrganisationId | null, at: Date): Promise<string | null>;
  /** Open cases that this person works on. */
  casesOf(agent: PersonId): Promise<readonly CaseId[]>;
  /** Whether the register holds numbers of both as one person. */
  haveOneNumber(join: Pick<PersonJoin, 'id' | 'kept'>, joinedAt: Date): Promise<boolean>;
  /** What a join lets wait, by organisation. */
  waitingIn(id: string): Promise<readonly WaitingInOrganisation[]>;
  /** Puts back what waits in an organisation; how many rows. */
  allow(
    join: Pick<PersonJoin, 'id' | 'kept' | 'other'>,
    organisation: OrganisationId,
    at: Date,
  ): Promise<number>;
  /** Ends every login of a person: sessions, codes and tokens. */
  endLogins(person: PersonId, at: Date): Promise<void>;
  /** Ends all that ties a person to organisations, and their links; which organisations, and how many rows and links. */
  endStanding(
    person: PersonId,
    at: Date,
    reason: string,
  ): Promise<{
    readonly organisations: readonly OrganisationId[];
    readonly rows: number;
    readonly links: number;
  }>;
};

/** What a file of the register tells that is new to it. */
export type RegisterNews = {
  replacements(): AsyncGenerator<{ readonly old: NationalNumber; readonly current: NationalNumber }>;
  endings(): AsyncGenerator<NationalNumber>;
};
