import type { BeginPasskey, BoundPasskey } from './bind-passkey.ts';
import type { JudgedPasskey } from './judge-passkey.ts';
import type { PasskeyRefusal } from './ports.ts';

/** JSON for a browser, which hands it to the authenticator. */
export type PasskeyOptions = Readonly<Record<string, unknown>>;

/** What the challenge of a login is for: the login as it stood when its page was shown, in the browser that began it. */
export type Challenged = { readonly attempt: string; readonly version: number; readonly browser: string };

/** Passkeys, as pages use them. */
export type Passkeys = {
  /** What a browser needs to make a passkey for somebody. */
  begin(
    asked: BeginPasskey,
  ): Promise<{ readonly kind: 'ready'; readonly options: PasskeyOptions } | { readonly kind: 'too-weak' }>;
  /** Binds what the browser made. `response`: the JSON as it was sent; `name`: as typed. */
  bind(
    asked: BeginPasskey & { readonly response: string; readonly name: string },
  ): Promise<BoundPasskey | { readonly kind: 'refused'; readonly code: PasskeyRefusal }>;
  /** What a browser needs to use one in a login. */
  ask(challenged: Challenged): PasskeyOptions;
  /** Judges what the browser brought of the use of one: whose it is and what it is worth, or why not. */
  judge(challenged: Challenged, response: string): Promise<JudgedPasskey>;
};
