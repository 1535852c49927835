import type { CaseNote } from '../../../../domain/casework/index.ts';
import { textArea } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import { timeTag } from '../../../ui/parts.ts';
import type { OpenedCase } from '../case-context.ts';
import { readOldDraft } from '../draft.ts';
import { caseForm } from '../page/case-form.ts';
import { tabPage } from '../page/case-page.ts';
import { agentName } from '../page/people-words.ts';
import type { Trouble } from '../trouble.ts';

export type NotesProps = {
  readonly note: string;
  readonly trouble: Trouble;
  readonly done?: string | undefined;
};

/** What agents note for each other, newest first. The applicant never sees it; a person who asks for the file does. */
export function notesPage(opened: OpenedCase, { note, trouble, done }: NotesProps): Html {
  const { frame, view, path } = opened;
  const { words } = frame;
  const form = { frame, typed: { note }, errors: trouble.errors };
  const newestFirst = [...view.notes].sort((one, other) => other.at.getTime() - one.at.getTime());
  return tabPage(opened, {
    tab: 'notes',
    title: words.say('case.tab.notes'),
    trouble,
    done,
    body: html`<h2>${words.say('case.tab.notes')}</h2><p>${words.say('case.notes.text')}</p>
${caseForm(opened, `${path}/notes`, [
  textArea(form, { name: 'note', label: words.say('case.note'), rows: 4 }),
  html`<div class="row"><button class="btn">${words.say('case.note.do')}</button></div>`,
])}
${newestFirst.length === 0 && html`<p>${words.say('case.notes.none')}</p>`}
<ol class="letters">${newestFirst.map((each) => noteCard(opened, each))}</ol>`,
  });
}

function noteCard({ frame, view }: OpenedCase, note: CaseNote): Html {
  const { words } = frame;
  const draft = readOldDraft(note);
  return html`<li class="card letter"><p class="letter-head"><strong translate="no">${agentName(words, view.names, note.by)}</strong> ${timeTag(words, note.at)}${draft !== null && html` <span class="tag">${words.say('case.note.draft')}</span>`}</p><p class="value" dir="auto">${draft ?? note.text}</p></li>`;
}
