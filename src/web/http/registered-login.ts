import type { View } from '../../login/index.ts';
import type { RegisteredView } from './web-context.ts';

/** Whether a login waits for a request for a number. */
export function isRegistered(view: View): view is RegisteredView {
  return view.kind === 'page' && view.page.kind === 'registered';
}
