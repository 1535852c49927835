import { decisionsDone } from '../http/decide-asked.ts';
import type { WebContext } from '../http/web-context.ts';
import type { Words } from '../ui/words.ts';

/** What was done with a request a moment ago. */
export function decisionNotice(context: WebContext, words: Words): string | null {
  const what = decisionsDone.find((each) => each === context.req.query('done'));
  return what === undefined ? null : words.say(`requests.done.${what}`);
}
