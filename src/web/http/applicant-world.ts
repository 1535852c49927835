import type { Language } from '../../base/language.ts';
import type { AttemptId, BrowserBinding, View, WebSessionContents } from '../../login/index.ts';

type Session = WebSessionContents['applicant'];

/** The sessions of people who follow their own request, and the login that leads back to it. */
export type ApplicantWorld = {
  /** Begins a login with the eID of another country that leads back to the request of that eID. */
  begin(start: { readonly browser: BrowserBinding; readonly language: Language }): Promise<AttemptId>;
  /** Opens the session of a finished login, once, in the browser that began it. */
  enter(id: AttemptId, browser: BrowserBinding, former: string | null): Promise<ApplicantEntry>;
  /** Opens a session and answers its secret; `former` is the session that it replaces, `key` what finds it again. */
  open(session: Session, former: string | null, key?: string): Promise<string>;
  /** The secret of the session that was opened with this key and lives still; `null` when there is none. */
  openedWith(key: string): Promise<string | null>;
  /** `null` when it is over. */
  find(secret: string): Promise<Session | null>;
  end(secret: string): Promise<void>;
};

export type ApplicantEntry =
  | { readonly kind: 'entered'; readonly secret: string }
  /** This eID never asked for a number here. */
  | { readonly kind: 'no-request' }
  /** This login opened its session before. */
  | { readonly kind: 'used' }
  | { readonly kind: 'not-finished' }
  /** A login to something else. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'problem'; readonly view: Extract<View, { readonly kind: 'problem' }> };
