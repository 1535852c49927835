import type { CorrelationCode } from '../base/correlation.ts';
import type { SpokenLanguage } from '../base/language.ts';
import type { Application } from '../domain/application/index.ts';

/** Why a request could not be answered to the application, so that the person is told instead. */
export type ProtocolProblem =
  | 'unknown-application'
  | 'redirect-address-refused'
  | 'logout-address-refused'
  | 'logout-hint-refused'
  | 'request-refused'
  | 'login-expired'
  | 'already-finished'
  | 'not-found'
  | 'server-error';

/** The pages that a protocol shows at its own addresses: whole HTML documents, of which `web` holds the words. */
export type ProtocolPages = {
  /** Never repeats anything of the request. */
  protocolProblem(shown: {
    readonly problem: ProtocolProblem;
    readonly language: SpokenLanguage;
    readonly correlation: CorrelationCode;
    /** Where to go on, when that is known. */
    readonly application?: Application | null;
  }): string;
  /** `application`: which one was left, when that is known; `others`: where the person may still be logged in. */
  signedOut(shown: {
    readonly language: SpokenLanguage;
    readonly application: Application | null;
    readonly others: readonly Application[];
  }): string;
  /** Whether to log out or to go back: a form with a button, and a link to the application. */
  askLogout(shown: {
    readonly language: SpokenLanguage;
    readonly application: Application;
    readonly action: string;
    readonly fields: Readonly<Record<string, string>>;
  }): string;
  /** A form that posts itself, with a button where scripts are off (OAuth 2.0 Form Post Response Mode). */
  submitForm(shown: {
    readonly language: SpokenLanguage;
    readonly application: Application | null;
    readonly action: string;
    readonly fields: Readonly<Record<string, string>>;
  }): string;
  /** Security headers of such a page; `formAction` is the one other origin that its form may go to. */
  headers(formAction: string | null): Readonly<Record<string, string>>;
};
