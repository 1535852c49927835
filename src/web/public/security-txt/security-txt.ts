import { DAY, later } from '../../../base/time.ts';
import type { WebSettings } from '../../http/web-world.ts';

/** RFC 9116 2.5.5 recommends less than a year. */
const BELIEVED_FOR = 180 * DAY;

/** Whom to tell about a weakness (RFC 9116). It is made when it is asked for, so that it never expires while we serve it. */
export function securityText({ origin, securityContact }: WebSettings, now: Date): string {
  const until = later(now, BELIEVED_FOR).toISOString().slice(0, 11);
  return [
    `Contact: ${securityContact}`,
    `Expires: ${until}00:00:00Z`,
    'Preferred-Languages: nl, fr, de, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n');
}
