const FIXED_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The headers of every page. `formTargets` are origins or addresses that the forms of this page may go to besides our own:
 * none, except on the page that posts a request to a member state or an answer to an application.
 */
export function securityHeaders(
  secure: boolean,
  formTargets: readonly string[] = [],
): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `${FIXED_POLICY}; form-action ${["'self'", ...formTargets].join(' ')}`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cache-control': 'no-store',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/**
 * What `form-action` must allow so that a form reaches another system: its address, and every address of the same scheme.
 * Chromium holds each redirect that follows the form to the same directive, and member states and applications do redirect, to
 * origins that nobody can know beforehand. The page holds one form of ours and nothing that a person typed.
 */
export function formTargets(address: string): readonly string[] {
  const { origin, pathname, protocol } = new URL(address);
  const target = origin + pathname;
  if (/[\s;,']/.test(target)) throw new Error('an address for a form holds characters that a policy cannot');
  return protocol === 'http:' ? [target, 'http:', 'https:'] : [target, 'https:'];
}
