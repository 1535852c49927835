import type { CaseState } from '../../../domain/casework/index.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';

const looks: Readonly<Record<CaseState['kind'], string>> = {
  draft: '',
  new: 'new',
  assigned: 'info',
  waiting: 'wait',
  answered: 'new',
  'to-confirm': 'wait',
  decided: 'ok',
  withdrawn: '',
  expired: '',
  reopened: 'new',
  'handed-over': 'info',
};
const outcomes = ['linked', 'new-number', 'refused'] as const;

/** Where a case stands, in a word with its own shape and colour; a decided one says how. */
export function stateTag({ words }: Frame, state: CaseState['kind'], outcome: string | null = null): Html {
  const known = outcomes.find((each) => each === outcome);
  if (state === 'decided' && known)
    return html`<span class="tag${known !== 'refused' && ' ok'}">${words.say(`desk.outcome.${known}`)}</span>`;
  return html`<span class="tag ${looks[state]}">${words.say(`desk.state.${state}`)}</span>`;
}
