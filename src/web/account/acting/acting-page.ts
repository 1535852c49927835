import { lastDayBefore } from '../../../base/calendar.ts';
import type { ActingFor, ActingIn } from '../../../domain/access-overview/index.ts';
import { codeInWords } from '../../ui/access/code-in-words.ts';
import { rightInWords } from '../../ui/access/wish-words.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { nameOf } from '../../ui/parts.ts';
import { accountLayout } from '../account-layout.ts';

/** How many organisations stand on the page; the others are found by name or number. */
const MOST_SHOWN = 100;
const MANY = 7;

/** For whom somebody may act, in which applications, and by what. */
export function actingPage(frame: Frame, acting: readonly ActingFor[], query: string): Html {
  const { words } = frame;
  const wanted = query.toLocaleLowerCase();
  const found = acting.filter(
    ({ organisation: { name, code } }) =>
      name.toLocaleLowerCase().includes(wanted) || code.toLocaleLowerCase().includes(wanted),
  );
  const shown = found.slice(0, MOST_SHOWN);
  return accountLayout(frame, {
    title: words.say('account.acting'),
    section: 'acting',
    body: html`<p class="lede">${words.say('account.acting.lede')}</p>
${(acting.length > MANY || query !== '') && search(frame, query)}
${acting.length === 0 ? html`<section class="card"><p>${words.say('account.acting.none')}</p><p><a class="btn" href="/account/access">${words.say('account.acting.ask')}</a></p></section>` : html`<p role="status">${words.say('account.acting.count', { count: found.length })}</p>`}
${shown.map((each) => card(frame, each))}
${found.length > shown.length && html`<p>${words.say('account.acting.more', { count: found.length - shown.length })}</p>`}`,
  });
}

function search({ words }: Frame, query: string): Html {
  return html`<form role="search" method="get" action="/account/acting" class="field search"><label for="q">${words.say('account.acting.search')}</label>
<span class="search-row"><input type="search" id="q" name="q" value="${query}" maxlength="60" autocomplete="off" spellcheck="false"><button class="btn sec">${words.say('country.search.go')}</button></span>
${query !== '' && html`<p><a href="/account/acting">${words.say('account.acting.all')}</a></p>`}</form>`;
}

function card(frame: Frame, { organisation, acts }: ActingFor): Html {
  return html`<section class="card"><h2 translate="no">${organisation.name}</h2><p translate="no">${codeInWords(organisation)}</p><ul>${acts.map((act) => html`<li>${actInWords(frame, act)}</li>`)}</ul></section>`;
}

function actInWords({ words }: Frame, { application, paths }: ActingIn): Fragment {
  const ways = paths.map((path): string => {
    if (path.by === 'law') return words.say('account.acting.byLaw');
    if (path.by === 'work-relation') return words.say('account.acting.byWork');
    const right = rightInWords({ right: path.right.right, contexts: path.contexts }, application, words);
    const { until } = path.right.validity;
    return until === null
      ? right
      : words.say('account.acting.until', {
          right,
          date: words.shortDate(lastDayBefore(until)),
        });
  });
  return html`<strong translate="no">${nameOf(application, words.language)}</strong>: ${ways.join('; ')}`;
}
