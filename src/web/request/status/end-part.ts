import { textArea } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { requestForm } from '../request-layout.ts';
import type { StatusProps } from './status-props.ts';

/** What can be done about a request that ended without a number: a reply in time, another request, somebody to ask. */
export function endPart(frame: Frame, props: StatusProps): Fragment {
  const { words } = frame;
  const { view, contact } = props;
  const { stage, reply, other } = view;
  const isOver = ['refused', 'expired', 'withdrawn', 'draft-expired', 'unlinked'].includes(stage.kind);
  if (!isOver) return null;
  return html`${reply?.isOpen && replyForm(frame, props, reply.until)}
${reply && !reply.isOpen && other === null && html`<p>${words.say('reply.over', { date: words.date(reply.until) })}</p>`}
${other ? otherRequest(frame, props, other.reference) : newRequest(frame, props)}
<div class="row"><p>${words.say('over.whom', contact)}</p></div>`;
}

/** Ends that may be replied to. */
const ends = ['refused', 'expired', 'withdrawn'] as const;

function replyForm(frame: Frame, { view, errors = [], typed = {} }: StatusProps, until: string): Html {
  const { words } = frame;
  const end = ends.find((each) => each === view.stage.kind) ?? 'refused';
  return html`<section class="card"><h2>${words.say(`reply.${end}`)}</h2><p>${words.mark('reply.until', { date: words.date(until) })}</p>
${requestForm(frame, '/request/reply', html`${textArea({ frame, errors, typed }, { name: 'text', label: words.say('status.reply'), hint: words.say('reply.hint'), rows: 4 })}<div class="row"><button class="btn">${words.say('status.reply.send')}</button><a href="/request/documents">${words.say('reply.document')}</a></div>`)}</section>`;
}

function otherRequest(frame: Frame, { proof }: StatusProps, reference: string): Html {
  const { words } = frame;
  return html`<section class="card"><p>${words.mark('other.text', { reference })}</p>${
    proof === 'eid'
      ? requestForm(frame, '/request/again', html`<button class="btn">${words.say('other.go')}</button>`)
      : html`<p><a class="btn" href="/request/login">${words.say('other.go')}</a></p>`
  }</section>`;
}

/** Begins with what was told before; the eID says who asks. */
function newRequest(frame: Frame, { view, proof }: StatusProps): Fragment {
  const { words } = frame;
  if (view.stage.kind === 'unlinked')
    return html`<section class="card"><h2>${words.say('again.title')}</h2><p>${words.say('again.link')}</p><p><a class="btn" href="/request/login">${words.say('request.start.eid.go')}</a></p></section>`;
  if (!view.mayAskAgain) return null;
  // The reply is the better way as long as it is open.
  const style = view.reply?.isOpen ? ' sec' : '';
  const text = words.say(view.stage.kind === 'draft-expired' ? 'again.fresh' : 'again.text');
  return html`<section class="card"><h2>${words.say('again.title')}</h2><p>${text}</p>${
    proof === 'eid'
      ? requestForm(
          frame,
          '/request/again',
          html`<button class="btn${style}">${words.say('again.go')}</button>`,
        )
      : html`<p><a class="btn${style}" href="/request/login">${words.say('again.eid')}</a></p>`
  }</section>`;
}
