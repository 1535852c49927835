import type { Frame } from '../ui/frame.ts';
import type { Html } from '../ui/html.ts';
import { warningDialog } from '../ui/timeout.ts';

/** The warning before a session ends for want of use. Without script the next page says how to come back. */
export function requestTimeout(frame: Frame, left: number): Html {
  const { words } = frame;
  return warningDialog(frame, {
    left,
    path: '/request/status',
    text: words.say('request.timeout'),
    keeps: true,
    more: '/request/more-time',
    stop: { path: '/request/leave', name: 'stop', value: 'yes', label: words.say('request.leave') },
  });
}
