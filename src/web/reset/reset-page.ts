import type { TextKey } from '../texts/index.ts';
import { errorSummary, type FieldError } from '../ui/form/error-summary.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { layout } from '../ui/layout.ts';

type PageTitle = TextKey & `lostKey.${string}.title`;

/** A page of this area: what it is about, then its body. */
export function resetPage(
  frame: Frame,
  {
    key,
    body,
    errors = [],
    notice = null,
  }: {
    readonly key: PageTitle;
    readonly body: Fragment;
    readonly errors?: readonly FieldError[];
    readonly notice?: Fragment;
  },
): Html {
  const title = frame.words.say(key);
  return layout(frame, {
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${notice}<h1>${title}</h1>${body}`,
  });
}
