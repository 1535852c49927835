/** What a logout asks for, as it was sent. */
export type LogoutRequest = {
  /** Leave this application only, to choose another capacity (ACM "switch identiteit"). */
  readonly switching: boolean;
  readonly clientId: string | null;
  readonly redirectUri: string | null;
  readonly idTokenHint: string | null;
  readonly state: string | null;
  readonly uiLocales: string | null;
};

const LONGEST = {
  client_id: 100,
  post_logout_redirect_uri: 2000,
  id_token_hint: 16_384,
  state: 4096,
  ui_locales: 200,
};

/** Reads the parameters of a logout; `null` when one comes twice or is longer than any honest one. */
export function readLogoutRequest(sent: URLSearchParams): LogoutRequest | null {
  const names = Object.keys(LONGEST) as (keyof typeof LONGEST)[];
  const read = names.map((name) => sent.getAll(name).filter(Boolean));
  const isFine = names.every((name, index) => {
    const values = read[index] ?? [];
    return values.length <= 1 && (values[0]?.length ?? 0) <= LONGEST[name];
  });
  if (!isFine) return null;
  const [clientId, redirectUri, idTokenHint, state, uiLocales] = read.map(([value]) => value ?? null);
  return {
    // Bare `switch`, `switch=` and `switch=true` all occur.
    switching: sent.has('switch') && sent.get('switch') !== 'false',
    clientId: clientId ?? null,
    redirectUri: redirectUri ?? null,
    idTokenHint: idTokenHint ?? null,
    state: state ?? null,
    uiLocales: uiLocales ?? null,
  };
}
