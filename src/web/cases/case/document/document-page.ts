import type { KeptDocument } from '../../../../domain/documents/index.ts';
import { type Html, html } from '../../../ui/html.ts';
import type { OpenedCase } from '../case-context.ts';
import { documentViewer } from '../evidence/document-viewer.ts';
import { remarkWarning, requestCard } from '../evidence/request-card.ts';
import { actionPage } from '../page/case-page.ts';

/** The pages of one document beside what was told. Opening this page looks at all of them. */
export function documentPage(opened: OpenedCase, document: KeptDocument): Html {
  const { frame, path, view } = opened;
  const { words } = frame;
  const title = words.say(`case.doc.${document.kind}`);
  const others = view.documents.filter(({ id, removedAt }) => id !== document.id && removedAt === null);
  const links = others.map(
    ({ id, kind }) =>
      html`<li><a href="${path}/documents/${id}">${words.say('case.documents.look')}: ${words.say(`case.doc.${kind}`)}</a></li>`,
  );
  return actionPage(opened, {
    title,
    body: html`<p><a href="${path}/documents">${words.say('case.documents.all')}</a></p>
<div class="beside"><div class="evidence"><section class="card">${document.scan === 'not-scanned' && html`<p class="warning">${words.say('case.scan.warning')}</p>`}${documentViewer(opened, document)}
${!document.rejected && html`<div class="row"><a class="btn sec" href="${path}/documents/${document.id}/reject">${words.say('case.documents.reject')}</a></div>`}</section>
${links.length > 0 && html`<ul class="papers">${links}</ul>`}</div><div class="deciding">${remarkWarning(opened)}${requestCard(opened)}</div></div>`,
  });
}
