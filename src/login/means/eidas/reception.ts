/** What came in at the assertion consumer service: text from a form, not yet believed. */
export type ReceivedForm = { readonly samlResponse: string; readonly relayState: string | null };

/**
 * What became of it. `accepted` waits under an unguessable, one-time `handle` for the browser that began the login;
 * `refused` was audited under `correlation`; `isLate` when it was nobody's any more and nothing else was wrong with it.
 */
export type Reception =
  | { readonly kind: 'accepted'; readonly handle: string }
  | { readonly kind: 'refused'; readonly correlation: string; readonly isLate: boolean };

/** Why what came to the assertion consumer service was not even read as an answer. */
export type UnreadableReason = 'eidas.form' | 'eidas.message-too-large';

/** The eIDAS connector, as the pages need it: they hand over what a browser posted, and believe nothing of it. */
export type EidasReception = {
  /** Our signed metadata. */
  metadata(): Promise<string>;
  /**
   * Takes what a member state's page posted. What the country that was asked signed waits under a handle for the browser that began the
   * login, whatever it says; posted again (the back button, a double click, a reload) it leads to the same handle and is no event. What it
   * did not sign changes nothing but the trail: one text for every refusal, the precise code in the audit event.
   */
  receive(form: ReceivedForm): Promise<Reception>;
  /** Tells the trail of what was no answer at all, of which nobody knows whose it was; the code under which. */
  refuse(why: UnreadableReason): Promise<string>;
};
