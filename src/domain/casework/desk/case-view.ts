import type { KeptDocument } from '../../documents/index.ts';
import type { SentMail } from '../../notification/index.ts';
import type { PersonId } from '../../person/index.ts';
import type {
  Case,
  CaseDraft,
  CaseEvent,
  CaseLock,
  CaseMessage,
  CaseNote,
  LinkRemoval,
} from '../case/model.ts';
import type { CaseRow } from '../case/ports.ts';

/** Everything an agent sees of one case. Opening it takes the lock when it is free, and is an event of the timeline. */
export type CaseView = {
  readonly case: Case;
  readonly messages: readonly CaseMessage[];
  readonly documents: readonly KeptDocument[];
  readonly notes: readonly CaseNote[];
  readonly events: readonly CaseEvent[];
  readonly mails: readonly SentMail[];
  /** The same e-mail address or identity document in other cases. */
  readonly related: readonly CaseRow[];
  readonly lock: CaseLock | null;
  /** Whether this agent may change the case now, and if not why. */
  readonly mine: boolean;
  readonly removals: readonly LinkRemoval[];
  /** What this agent began and keeps for later. */
  readonly drafts: readonly CaseDraft[];
  /** Names of everybody that occurs, by id. */
  readonly names: ReadonlyMap<PersonId, string>;
};
