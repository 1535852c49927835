import type { Proof, RequestView } from '../../../domain/casework/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, html } from '../../ui/html.ts';
import { disclosure } from '../../ui/parts.ts';

/** The number: masked until it is asked for, and only for somebody who came with the eID. */
export function numberCard(
  { words }: Frame,
  { view, proof }: { readonly view: RequestView; readonly proof: Proof },
): Fragment {
  const { number, stage } = view;
  if (stage.kind !== 'number-assigned' && stage.kind !== 'linked') return null;
  const head = html`<h2>${words.say('status.number')}</h2>`;
  if (number === null || proof !== 'eid')
    return html`<section class="card">${head}<p>${words.mark('status.number.eid', {}, ['/request/login'])}</p></section>`;
  const grouped = number.replace(/^(\d\d)(\d\d)(\d\d)(\d{3})(\d\d)$/, '$1.$2.$3-$4.$5');
  return html`<section class="card">${head}<p class="num" aria-hidden="true">${grouped.slice(0, 9)}•••.••</p>
${disclosure(words.say('status.number.show'), html`<p class="num number" translate="no">${grouped}</p><p class="hint">${words.say('status.number.care')}</p>`)}</section>`;
}
