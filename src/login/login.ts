import type { Language } from '../base/language.ts';
import type { ApplicationId } from '../domain/application/index.ts';
import type { PresentedIdentity } from '../domain/identity-matching/index.ts';
import type { CountryCode } from '../domain/eidas-country/index.ts';
import type { Attempt, AttemptId, BrowserBinding, LoginRequest } from './attempt.ts';
import type { LoginWorld } from './ports.ts';
import type { Answer, Reply, View } from './view.ts';

/** A protocol hands over a login that it accepted. */
export type BeginLogin = {
  readonly browser: BrowserBinding;
  readonly application: ApplicationId;
  readonly request: LoginRequest;
  readonly language: Language;
};

/** What came back from a member state, after every check that does not need the attempt. */
export type EidasAnswer =
  | { readonly kind: 'authenticated'; readonly identity: PresentedIdentity }
  | { readonly kind: 'cancelled'; readonly country: CountryCode }
  | { readonly kind: 'failed'; readonly country: CountryCode }
  | { readonly kind: 'level-too-low'; readonly country: CountryCode }
  | { readonly kind: 'data-missing'; readonly country: CountryCode; readonly attribute: string }
  | { readonly kind: 'refused'; readonly country: CountryCode; readonly code: string };

/** One login from start to finish. Every call is one transaction. */
export type Login = {
  /** Starts a login; it may already be finished (known person, one capacity): look at its state. */
  begin(start: BeginLogin): Promise<Attempt>;
  show(id: AttemptId, browser: BrowserBinding): Promise<View>;
  answer(id: AttemptId, browser: BrowserBinding, answer: Answer): Promise<Reply>;
  /** The member state's answer, for the attempt that its request belongs to, in the browser that carries it. */
  receive(id: AttemptId, browser: BrowserBinding, requestId: string, answer: EidasAnswer): Promise<View>;
  changeLanguage(id: AttemptId, browser: BrowserBinding, language: Language): Promise<void>;
};

/** Opens the login on a world of stores, clock and connector. */
export function openLogin(_world: LoginWorld): Login {
  throw new Error('not built yet');
}
