import type { KeptDocument } from '../../../../domain/documents/index.ts';
import { type Html, html } from '../../../ui/html.ts';
import type { OpenedCase } from '../case-context.ts';

const sizes = [100, 150, 200, 300] as const;
const turns = [0, 90, 180, 270] as const;

/**
 * All pages of a document as pictures, in a part of the page that scrolls by itself. Size and turn are radio buttons that the style sheet
 * reads: by mouse or by arrow keys, without a script, and without fetching a picture again, which would be another look.
 */
export function documentViewer({ frame, path }: OpenedCase, document: KeptDocument): Html {
  const { words } = frame;
  const title = words.say(`case.doc.${document.kind}`);
  const choice = (name: 'size' | 'turn', value: number, first: boolean) => {
    const id = `${name}-${value}`;
    return html`<span><input type="radio" name="view-${name}" id="${id}" class="${id}"${first && html` checked`}><label for="${id}">${words.say(`case.view.${name}.value`, { value })}</label></span>`;
  };
  const sheets = Array.from({ length: document.pages }, (_, index) => {
    const about = words.say('case.page', { page: index + 1, pages: document.pages });
    return html`<figure class="sheet"><figcaption>${about}</figcaption><div><img src="${path}/documents/${document.id}/${index + 1}" alt="${title}, ${about}"${index > 1 && html` loading="lazy"`}></div></figure>`;
  });
  return html`<div class="viewer"><div class="view-tools"><fieldset><legend>${words.say('case.view.size')}</legend>${sizes.map((value, index) => choice('size', value, index === 0))}</fieldset>
<fieldset><legend>${words.say('case.view.turn')}</legend>${turns.map((value, index) => choice('turn', value, index === 0))}</fieldset></div>
<div class="sheets" tabindex="0" role="region" aria-label="${title}">${sheets}</div></div>`;
}
