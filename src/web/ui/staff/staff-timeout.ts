import type { Frame } from '../frame.ts';
import type { Fragment } from '../html.ts';
import { leftOf, warningDialog } from '../timeout.ts';

/** The warning before a session of staff ends for want of use. Without script the next page asks for a login. */
export function staffTimeout(frame: Frame): Fragment {
  const left = leftOf(frame);
  if (left === null) return null;
  const { words, path } = frame;
  return warningDialog(frame, {
    left,
    path: `/staff/again?to=${encodeURIComponent(path)}`,
    text: words.say('staff.timeout'),
    keeps: true,
    more: '/staff/more-time',
    stop: { path: '/staff/logout', name: 'stop', value: 'yes', label: words.say('staff.logout') },
  });
}
