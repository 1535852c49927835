import { foldText } from '../../../base/fold-text.ts';
import type { Administrator } from '../../../domain/administration/index.ts';
import { codeInWords } from '../../ui/access/code-in-words.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { personLayout } from '../person-layout.ts';

/** As many are shown at once; a search finds the others. */
const SHOWN = 50;
/** From so many on there is a search. */
const SEARCHED = 10;

export type ChooseProps = { readonly administered: readonly Administrator[]; readonly query: string };

/** For which organisation one decides now. */
export function choosePage(frame: Frame, { administered, query }: ChooseProps): Html {
  const { words } = frame;
  const found = administered.filter(({ organisation: { name, code } }) =>
    foldText(`${name} ${code}`).includes(foldText(query)),
  );
  const items = found
    .slice(0, SHOWN)
    .map(
      ({ organisation, basis }) =>
        html`<li><a class="topic" href="/organisation/${organisation.id}"><b translate="no">${organisation.name}</b><small>${words.say('organisation.choose.as', { code: codeInWords(organisation), as: words.say(`administrator.${basis}`) })}</small></a></li>`,
    );
  return personLayout(frame, {
    title: words.say('organisation.choose'),
    body: html`<p class="lede">${words.say('organisation.choose.text')}</p>
${administered.length > SEARCHED && search(frame, query)}
<p role="status"${query === '' && html` class="vh"`}>${words.say('organisation.choose.count', { count: found.length })}</p>
<ul class="topics">${items}</ul>
${found.length > SHOWN && html`<p>${words.say('organisation.choose.more', { count: found.length - SHOWN })}</p>`}`,
  });
}

function search({ words, path }: Frame, query: string): Html {
  return html`<form role="search" method="get" action="${path}" class="field search">
<label for="q">${words.say('organisation.choose.search')}</label>
<span class="search-row"><input type="search" id="q" name="q" value="${query}" maxlength="60" autocomplete="off" spellcheck="false"><button class="btn sec">${words.say('country.search.go')}</button></span>
${query !== '' && html`<p><a href="${path}">${words.say('capacity.showAll')}</a></p>`}
</form>`;
}
