import type { WebContext } from '../http/web-context.ts';
import type { Frame } from '../ui/frame.ts';
import type { Fragment } from '../ui/html.ts';
import { banner } from '../ui/parts.ts';

const done = ['given-up', 'gone', 'withdrawn', 'asked', 'already', 'answered'] as const;

/** What was done a moment ago with access or a request. */
export function accessNotice(context: WebContext, { words }: Frame): Fragment {
  const what = done.find((each) => each === context.req.query('done'));
  return what === undefined
    ? null
    : banner(what === 'gone' ? 'warn' : 'ok', words.say(`access.done.${what}`));
}
