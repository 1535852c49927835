import type { RequestView } from '../../../domain/casework/index.ts';
import { documentKinds, type KeptDocument } from '../../../domain/documents/index.ts';
import { fileSize } from '../../ui/file-size.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import { type FormState, fileField, radioField } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import type { Contact } from '../../ui/journey-page.ts';
import { banner, disclosure } from '../../ui/parts.ts';
import { askedList } from '../asked-list.ts';
import { documentsTitle, maySend } from '../documents-title.ts';
import { typedText } from '../request-facts.ts';
import { requestForm, requestLayout } from '../request-layout.ts';
import { stageBanner } from '../stage-banner.ts';

/** What was just done with a document. */
export const documentNotices = ['added', 'gone'] as const;
export type DocumentNotice = (typeof documentNotices)[number];

export type DocumentsProps = {
  readonly view: RequestView;
  readonly notice: DocumentNotice | null;
  readonly contact: Contact;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
};

const ACCEPTED = '.jpg,.jpeg,.png,.heic,.heif,.pdf,image/jpeg,image/png,image/heic,application/pdf';
const tips = ['light', 'whole', 'sharp'] as const;

/** P11: documents, one at a time, and what was sent already. */
export function documentsPage(frame: Frame, props: DocumentsProps): Html {
  const { view, notice, contact, typed = {}, errors = [] } = props;
  const { words } = frame;
  const mayUpload = maySend(view);
  const isAtOffice = view.stage.kind === 'handed-over';
  const isTold = isAtOffice || view.stage.kind === 'answered' || view.stage.kind === 'replied';
  const lede = mayUpload ? 'documents.lede' : 'documents.closed';
  return requestLayout(frame, {
    view,
    title: documentsTitle(frame, view),
    back: '/request/status',
    errors,
    notice: notice && banner('ok', words.say(`documents.${notice}`)),
    body: html`${!isAtOffice && html`<p class="lede">${words.say(lede)}</p>`}
${isTold && stageBanner(frame, view)}
${askedList(frame, view)}
${mayUpload && uploadForm({ frame, typed, errors })}
<h2>${words.say('documents.list')}</h2>
${view.documents.length === 0 ? html`<p class="hint">${words.say('documents.none')}</p>` : html`<ul class="documents">${view.documents.map((each) => documentItem(frame, each, view.mayUpload))}</ul>`}
${mayUpload && uploadHelp(frame, contact)}
<div class="row"><a class="btn sec" href="/request/status">${words.say('documents.done')}</a></div>`,
  });
}

function uploadHelp({ words }: Frame, contact: Contact): Html {
  return html`<div class="questions">${disclosure(words.say('documents.tips'), html`<ul class="bullets">${tips.map((tip) => html`<li>${words.say(`documents.tips.${tip}`)}</li>`)}</ul>`)}
${disclosure(words.say('documents.cannot'), html`<p>${words.mark('documents.cannot.text', contact, ['/help/registration-office'])}</p>`)}</div>`;
}

/** The token stands before the file, so that a form of somebody else is refused before its file is looked at. */
function uploadForm(form: FormState): Html {
  const { frame } = form;
  const { words } = frame;
  const choices = documentKinds.map((value) => ({ value, label: words.say(`documents.kind.${value}`) }));
  return html`<form method="post" action="/request/documents" enctype="multipart/form-data" novalidate data-busy="${words.say('documents.busy')}"><input type="hidden" name="csrf" value="${frame.formToken}">
${radioField(form, { name: 'kind', label: words.say('documents.kind'), choices })}
${fileField(form, { name: 'file', label: words.say('documents.file'), accept: ACCEPTED })}
<div class="row"><button class="btn">${words.say('documents.send')}</button></div><p class="hint" role="status"></p></form>`;
}

function documentItem(frame: Frame, one: KeptDocument, mayRemove: boolean): Html {
  const { words } = frame;
  const name = one.name.reveal();
  const { rejected } = one;
  const told: Fragment =
    rejected &&
    html`<p class="msg">${words.say('documents.rejected', { reason: rejected.reason.reveal() })}</p>`;
  return html`<li class="card"><p><strong>${words.say(`documents.kind.${one.kind}`)}</strong><br>${typedText(name)}</p><p class="hint">${words.say('documents.facts', { type: one.type.toUpperCase(), size: fileSize(words, one.bytes), date: words.date(one.uploadedAt) })}</p>${told}
${mayRemove && rejected === null && requestForm(frame, '/request/documents/remove', html`<input type="hidden" name="document" value="${one.id}"><button class="linkish">${words.say('documents.remove')}<span class="vh">: ${typedText(name)}</span></button>`)}</li>`;
}
