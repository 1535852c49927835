import type { Validity } from '../../base/time.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';

/** Who may find out that two persons are one: a member of staff, or the operator of a machine by command or import. */
export type Proposer =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'operator'; readonly id: string };

/** How far a join is. A second person decides on each proposal: to join, and to undo. */
export type JoinState = 'proposed' | 'refused' | 'joined' | 'undo-proposed' | 'undone';

/** Two persons who are thought to be one human: `other` is joined into `kept`. */
export type PersonJoin = {
  readonly id: string;
  readonly kept: PersonId;
  readonly other: PersonId;
  readonly reason: string;
  readonly proposedBy: Proposer;
  readonly proposedAt: Date;
  readonly state: JoinState;
  readonly decided: { readonly by: PersonId; readonly at: Date; readonly comment: string } | null;
  readonly undoProposed: { readonly by: PersonId; readonly at: Date; readonly reason: string } | null;
  readonly undone: { readonly by: PersonId; readonly at: Date } | null;
};

export type StandingTable = 'work_relations' | 'user_rights' | 'legal_representations' | 'administrations';

/** One row that ties a person to an organisation and has not ended: what it gives, and for how long in effect. */
export type StandingRow = {
  readonly table: StandingTable;
  /** The id of a work relation or right; for the others `null`: organisation, kind and beginning tell them. */
  readonly id: string | null;
  readonly organisation: OrganisationId;
  /** Kind of administration; `null` for all else. */
  readonly kind: string | null;
  /** As it is kept, to the microsecond. */
  readonly began: string;
  readonly until: string | null;
  /** The work relation that a right hangs on. */
  readonly relation: string | null;
  /** What it gives: `works`, `represents`, `administers …`, or a right with each of its contexts. */
  readonly gives: readonly string[];
  /** When it counts: a right no longer than its work relation. */
  readonly validity: Validity;
};

/** What becomes of one row when two persons are joined. */
export type JoinMove = {
  readonly row: StandingRow;
  /** Which of both has it. */
  readonly whose: 'kept' | 'other';
  /**
   * `moved` to the kept person; `rehung` on a work relation of the kept person; `ended`, because the same is there already;
   * `waits` for an administrator, because together with what is there it would give more than either had.
   */
  readonly what: 'moved' | 'rehung' | 'ended' | 'waits';
  /** The work relation to hang it on. */
  readonly onto: string | null;
};

/** What waits in one organisation for its administrator. */
export type WaitingInOrganisation = { readonly organisation: OrganisationId; readonly rows: number };
