import type { ChangeSubject, KeptChange } from '../../domain/organisation/index.ts';
import type { ShownOrganisation } from '../../domain/platform/index.ts';
import type { StaffPage } from '../http/session/staff-page.ts';
import { type Html, html } from '../ui/html.ts';
import { timeTag } from '../ui/parts.ts';
import type { Words } from '../ui/words.ts';

const changesOfOrganisations = ['added', 'renamed', 'ended', 'merged'] as const;

/** The last changes of an organisation, newest first: what, whom it is about, by whom and why. */
export function changeList(
  { frame: { words } }: StaffPage,
  { changes, names }: Pick<ShownOrganisation, 'changes' | 'names'>,
): Html {
  if (changes.length === 0) return html`<p>${words.say('platform.organisation.history.none')}</p>`;
  const items = changes.map((change) => {
    const about = change.person && names.get(change.person);
    const by = change.by.person && names.get(change.by.person);
    return html`<li>${said(words, change)}${about && html`: <span translate="no">${about}</span>`}
<small>${timeTag(words, change.at)}${by && html` · <span translate="no">${by}</span>`}</small>${change.reason && html`<small class="value">${change.reason.reveal()}</small>`}</li>`;
  });
  return html`<ol class="timeline">${items}</ol>`;
}

function said(words: Words, { subject, kind, after }: KeptChange): string {
  const known = changesOfOrganisations.find((each) => each === kind);
  if (subject.kind === 'organisation' && known !== undefined)
    return words.say(`platform.change.${known}`, { name: String(after.name ?? '') });
  return words.say(`platform.change.${subject.kind satisfies ChangeSubject}`);
}
