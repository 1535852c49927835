import { HOUR, MINUTE } from '../../base/time.ts';
import type { AccountOwner } from '../../domain/account/index.ts';
import type { Foundation } from '../../domain/person/index.ts';
import type { StaffStanding } from '../../domain/staff/index.ts';

/** Pages that anybody opens who proves who they are: one's own account, and the organisations that one administers. */
export type PersonSessionKind = 'account' | 'organisation';

/** Whom a session on Sluis's own pages is for: staff at work, somebody who follows their own request, or a person on pages of theirs. */
export type WebSessionKind = 'staff' | 'applicant' | PersonSessionKind;

/** What a session remembers. Rights are not among it. */
export type WebSessionContents = {
  readonly staff: StaffStanding;
  readonly applicant: {
    /** Internal id of the case. */
    readonly case: string;
    /** How the person showed that it is theirs. */
    readonly provenBy: 'eid' | 'link';
    /** The login that the request was begun in, for the way back to its application. */
    readonly login?: string;
  };
  readonly account: AccountOwner;
  /** Who it is; what they administer is looked up for each page. */
  readonly organisation: AccountOwner;
};

/**
 * How long a session lives: at most, and without a request. What an applicant typed is kept page by page, so that whoever comes back
 * goes on where they were (WCAG 2.2.1).
 */
export const webSessionLives: Readonly<
  Record<WebSessionKind, { readonly most: number; readonly idle: number }>
> = {
  staff: { most: 2 * HOUR, idle: 30 * MINUTE },
  applicant: { most: 2 * HOUR, idle: 30 * MINUTE },
  account: { most: 2 * HOUR, idle: 30 * MINUTE },
  organisation: { most: 2 * HOUR, idle: 30 * MINUTE },
};

/** Sessions on Sluis's own pages. A session is found by the secret in the browser's cookie, of which only a hash is kept. */
export type WebSessionStore = {
  /** Begins a session and makes its secret: 256 bits, 43 base64url characters. */
  open<Kind extends WebSessionKind>(
    kind: Kind,
    content: WebSessionContents[Kind],
    expiresAt: Date,
    opening: {
      /** What it rests on: ended, the session is not found any more. */
      readonly foundation: Foundation | null;
      /** The login that opens it: one login opens one session, and the same again when the answer was lost. */
      readonly login?: string;
    },
  ): Promise<string>;
  /** The secret of the session that this login opened; `null` when it is over. */
  openedBy(kind: WebSessionKind, login: string, at: Date): Promise<string | null>;
  /** `null` when it is unknown, of the other kind, over, or was not used for too long. Finding it counts as use. */
  find<Kind extends WebSessionKind>(
    kind: Kind,
    secret: string,
    at: Date,
  ): Promise<WebSessionContents[Kind] | null>;
  end(secret: string): Promise<void>;
};
