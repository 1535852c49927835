import type { KeptDocument } from '../../../../domain/documents/index.ts';
import { fileSize } from '../../../ui/file-size.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { facts, timeTag } from '../../../ui/parts.ts';
import type { OpenedCase } from '../case-context.ts';
import { tabPage } from '../page/case-page.ts';

/** The documents of a case. A page of one is shown only when asked for: each look is an event. */
export function documentsPage(opened: OpenedCase, done: string | undefined): Html {
  const { frame, view } = opened;
  const { words } = frame;
  return tabPage(opened, {
    tab: 'documents',
    title: words.say('case.tab.documents'),
    done,
    body: html`<h2>${words.say('case.tab.documents')}</h2>
${view.documents.length === 0 ? html`<p>${words.say('case.documents.none')}</p>` : html`<p>${words.say('case.documents.text')}</p>`}
${view.documents.map((document) => documentCard(opened, document))}`,
  });
}

function documentCard(opened: OpenedCase, document: KeptDocument): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const { id, kind, name, pages, removedAt, rejected } = document;
  const title = words.say(`case.doc.${kind}`);
  const open = html`<div class="row"><a class="btn sm" href="${path}/documents/${id}">${words.say('case.documents.look')}<span class="vh">: ${title}</span></a>${
    !rejected &&
    html`<a href="${path}/documents/${id}/reject">${words.say('case.documents.reject')}<span class="vh">: ${title}</span></a>`
  }</div>`;
  const rows: (readonly [string, Fragment])[] = [
    ...(removedAt
      ? []
      : [[words.say('case.file'), html`<span translate="no" dir="auto">${name.reveal()}</span>`] as const]),
    [words.say('case.file.type'), typeWords(opened, document)],
    [words.say('case.file.pages'), pages],
    [words.say('case.file.scan'), words.say(`case.scan.${document.scan}`)],
    [
      words.say('case.file.uploaded'),
      html`${timeTag(words, document.uploadedAt)}, ${words.say(`case.uploadedBy.${document.uploadedBy}`)}`,
    ],
  ];
  return html`<section class="card" aria-labelledby="d-${id}"><h3 id="d-${id}">${title} ${stateOf(opened, document)}</h3>
${rejected && html`<p class="value" dir="auto">${rejected.reason.reveal()}</p>`}
${facts(rows)}${!removedAt && open}</section>`;
}

function stateOf(
  { frame: { words } }: OpenedCase,
  { removedAt, removedWhy, rejected }: KeptDocument,
): Fragment {
  if (removedAt)
    return html`<span class="tag">${words.say(removedWhy === 'retention' ? 'case.removed.retention' : 'case.removed.by-applicant')}</span>`;
  return rejected && html`<span class="tag err">${words.say('case.rejected')}</span>`;
}

function typeWords(
  { frame: { words } }: OpenedCase,
  { type, originalType, bytes, size }: KeptDocument,
): string {
  const kept = type.toUpperCase();
  const came =
    originalType === type ? '' : ` (${words.say('case.file.cameAs', { type: originalType.toUpperCase() })})`;
  return `${kept}${came}, ${fileSize(words, bytes)}${size ? `, ${size.width} × ${size.height}` : ''}`;
}
