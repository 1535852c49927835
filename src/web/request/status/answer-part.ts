import type { AskedThing } from '../../../domain/casework/index.ts';
import { textArea } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { requestForm } from '../request-layout.ts';
import type { StatusProps } from './status-props.ts';

/**
 * The answer to the question that is open: in words, or by saying that there is no more. The words alone may be the answer, or go before the
 * documents that follow.
 */
export function answerForm(frame: Frame, { view, errors = [], typed = {} }: StatusProps): Fragment {
  const { words } = frame;
  const missing = view.asked?.things.filter(({ arrivedAt }) => arrivedAt === null) ?? [];
  const waitsForDocuments = missing.some(({ kind }) => kind === 'document');
  const hasSome = (view.asked?.things.length ?? 0) > missing.length;
  const button = (step: string, key: 'status.reply.send' | 'answer.isAll' | 'answer.rest', style: string) =>
    html`<button class="btn${style}" name="step" value="${step}">${words.say(key)}</button>`;
  const text = textArea(
    { frame, errors, typed },
    {
      name: 'text',
      label: words.say('status.reply'),
      ...(waitsForDocuments && { hint: words.say('answer.text.hint') }),
      rows: 4,
    },
  );
  return html`<section class="card">${view.mayUpload && html`<p><a class="btn${!waitsForDocuments && ' sec'}" href="${documentsPath(missing)}">${words.say('status.action-needed.upload')}</a></p>`}
${requestForm(frame, '/request/reply', html`${text}<div class="row">${button('answer', hasSome ? 'answer.isAll' : 'status.reply.send', waitsForDocuments ? ' sec' : '')}${waitsForDocuments && button('message', 'answer.rest', ' sec')}</div>`)}</section>`;
}

/** Where documents are sent: with the first one chosen that is missing. */
function documentsPath(missing: readonly AskedThing[]): string {
  const first = missing.find(({ kind }) => kind === 'document');
  return first?.kind === 'document' ? `/request/documents?kind=${first.document}` : '/request/documents';
}

/** After the answer one may still add something. */
export function addForm(frame: Frame, { view, errors = [], typed = {} }: StatusProps): Html {
  const { words } = frame;
  return html`<section class="card"><h2>${words.say('answer.add')}</h2><p>${words.say('answer.add.text')}</p>
${requestForm(frame, '/request/reply', html`${textArea({ frame, errors, typed }, { name: 'text', label: words.say('status.write'), rows: 3 })}<div class="row"><button class="btn sec" name="step" value="message">${words.say('status.write.send')}</button>${view.mayUpload && html`<a href="/request/documents">${words.say('status.action-needed.upload')}</a>`}</div>`)}</section>`;
}
