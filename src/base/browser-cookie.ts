/**
 * The cookie that ties a login to one browser: a 256-bit random secret, of which only a keyed hash is ever kept
 * (`BrowserBinding`). `__Host-` (with Secure and Path=/) wherever the issuer is https; plain http on localhost cannot carry it.
 */
export type BrowserCookie = {
  readonly name: 'sluis_browser' | '__Host-sluis_browser';
  readonly secure: boolean;
};

/** Any cookie that carries a 256-bit secret in this way: of the browser, or of a session on our own pages. */
export type SecretCookie = { readonly name: string; readonly secure: boolean };

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** The name of a cookie that no other host may set, wherever the origin is https. */
export function hostCookie<Name extends string>(name: Name, secure: boolean): Name | `__Host-${Name}` {
  return secure ? `__Host-${name}` : name;
}

/** The cookie for an origin: `secure` when that origin is https. */
export function browserCookie(secure: boolean): BrowserCookie {
  return { name: hostCookie('sluis_browser', secure), secure };
}

const YEAR_SECONDS = 31_536_000;

/** The cookie by which a browser is known again to whoever logs in there, for a year from the last login. */
export function deviceCookie(secure: boolean): SecretCookie & { readonly seconds: number } {
  return { name: hostCookie('sluis_device', secure), secure, seconds: YEAR_SECONDS };
}

/** Every value that a `Cookie` header gives a cookie, as it stands there: who reads it says what counts when there are several. */
export function cookieValues(name: string, header: string | undefined): readonly string[] {
  return (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
}

/** The secret in a `Cookie` header; `null` when it is absent, not one of ours, or there twice with different values. */
export function readBrowserSecret(
  cookie: Pick<SecretCookie, 'name'>,
  header: string | null | undefined,
): string | null {
  if (!header || header.length > 16_384) return null;
  const values = new Set(cookieValues(cookie.name, header));
  const [secret] = values;
  return values.size === 1 && secret !== undefined && SECRET.test(secret) ? secret : null;
}

/** A cookie as a browser is to keep it: for every address of ours, as long as its session lives, unless it says otherwise. */
export type KeptCookie = {
  readonly name: string;
  readonly value: string;
  readonly secure: boolean;
  readonly path?: string;
  /** How long it is kept; 0 takes it away. */
  readonly seconds?: number;
};

/** The attributes of every cookie of ours: no script reads it, and no other site sends it along with a form. */
export function cookieFlags({ secure, path = '/', seconds }: Omit<KeptCookie, 'name' | 'value'>): string {
  const life = seconds === undefined ? '' : `; Max-Age=${seconds}`;
  return `Path=${path}${life}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The `Set-Cookie` value of a cookie. */
export function serializeCookie({ name, value, ...kept }: KeptCookie): string {
  return `${name}=${value}; ${cookieFlags(kept)}`;
}

/** The `Set-Cookie` value for a secret of 43 base64url characters (256 bits); it lives as long as the browser's session. */
export function serializeBrowserCookie({ name, secure }: SecretCookie, secret: string): string {
  return serializeCookie({ name, value: secret, secure });
}
