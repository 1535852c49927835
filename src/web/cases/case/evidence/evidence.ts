import { type KeptDocument, parseDocumentId } from '../../../../domain/documents/index.ts';
import type { WebContext } from '../../../http/web-context.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import type { OpenedCase, SentForm } from '../case-context.ts';
import { DECISION_FORM } from '../page/case-form.ts';
import { actionPage, type CasePageProps } from '../page/case-page.ts';
import { documentViewer } from './document-viewer.ts';
import { remarkWarning, requestCard } from './request-card.ts';

/** Which document a decision is looked at with, as the address says it. */
export type Beside = {
  readonly shown: KeptDocument | null;
  /** Whether the page has a form: then looking at a document keeps what was typed in it. */
  readonly typing: boolean;
};

/** The document in the address of a decision; `null` for none, and for one that is not there any more. */
export function shownIn({ view }: OpenedCase, context: WebContext): KeptDocument | null {
  const id = parseDocumentId(context.req.query('doc') ?? '');
  return view.documents.find((each) => each.id === id && each.removedAt === null) ?? null;
}

/** The address of the decision with the document that was asked for while something was being typed; `null` when none was. */
export function lookIn({ typed }: Pick<SentForm, 'typed'>, context: WebContext) {
  const id = /^look:(.*)$/.exec(typed.step ?? '')?.[1];
  const document = id === undefined ? null : parseDocumentId(id);
  if (document === null) return null;
  const form = new URL(context.req.url).pathname;
  return { form, page: `${form}?doc=${document}` };
}

/** A page on which something is decided, with what it is decided on beside it: documents, and what was told. */
export function decisionPage(
  opened: OpenedCase,
  { body, beside, ...props }: CasePageProps & { readonly beside: Beside },
): Html {
  return actionPage(opened, {
    ...props,
    body: html`<div class="beside"><div class="evidence">${evidence(opened, beside)}${remarkWarning(opened)}${requestCard(opened)}</div><div class="deciding">${body}</div></div>`,
  });
}

/** The documents of the case, one of them open. Nothing is shown that was not asked for: each look is an event. */
export function evidence(opened: OpenedCase, { shown, typing }: Beside): Html {
  const { frame, view } = opened;
  const { words } = frame;
  const there = view.documents.filter(({ removedAt }) => removedAt === null);
  const items = there.map((document) => {
    const title = words.say(`case.doc.${document.kind}`);
    const state = document.rejected && html` <span class="tag err">${words.say('case.rejected')}</span>`;
    return html`<li>${wayTo(document, title)}${state}</li>`;
  });
  return html`<section class="card" aria-labelledby="evidence"><h2 id="evidence">${words.say('case.second.evidence')}</h2>
${there.length === 0 ? html`<p>${words.say('case.second.evidence.none')}</p>` : html`<ul class="papers">${items}</ul>`}
${shown && html`${shown.scan === 'not-scanned' && html`<p class="warning">${words.say('case.scan.warning')}</p>`}${shown.rejected && html`<p class="value" dir="auto">${shown.rejected.reason.reveal()}</p>`}${documentViewer(opened, shown)}`}</section>`;

  function wayTo({ id }: KeptDocument, title: string): Fragment {
    if (shown?.id === id) return html`<strong aria-current="true">${title}</strong>`;
    return typing
      ? html`<button class="linkish" form="${DECISION_FORM}" name="step" value="look:${id}">${words.say('case.documents.look')}: ${title}</button>`
      : html`<a href="?doc=${id}">${words.say('case.documents.look')}: ${title}</a>`;
  }
}
