import { agreementOf } from '../../../domain/application/index.ts';
import type { Capacity, UnusableCapacity } from '../../../domain/capacity/index.ts';
import type { Organisation } from '../../../domain/organisation/index.ts';
import { codeInWords } from '../../ui/access/code-in-words.ts';
import { errorSummary } from '../../ui/form/error-summary.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { icon } from '../../ui/icons.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import {
  answerForm,
  applicationPill,
  banner,
  cancelButton,
  disclosure,
  facts,
  linkButton,
  nameOf,
} from '../../ui/parts.ts';
import { searchBox } from '../../ui/search-box.ts';
import { reasonInWords, rightInWords } from './capacity-words.ts';
import { linkedFacts } from './linked-page.ts';

type Props = JourneyProps<'capacity'>;
type Choice = Props['page']['capacities'][number];

/** From how many choices on a search is offered. */
const SEARCH_FROM = 8;

/** How many choices one page shows: with rights and long names it stays below 40 kB, and the search finds the others. */
const MOST_SHOWN = 30;

/** How many of those that cannot be used. */
const MOST_UNUSABLE = 20;

/** How many rights a choice names. */
const MOST_RIGHTS = 3;

/** P4: on whose behalf? Last used first; what cannot be used now stays, with the reason. */
export function capacityPage(props: Props): Html {
  const { frame, application, page, errors, query } = props;
  const { words } = frame;
  const name = nameOf(application, words.language);
  const title = words.say('capacity.title');
  const last = page.lastUsed;
  const sorted = [...page.capacities].sort(
    (one, other) => Number(other.key === last) - Number(one.key === last),
  );
  const found = sorted.filter((choice) => matches(props, choice.capacity));
  const shown = found.slice(0, MOST_SHOWN);
  const unusable = page.unusable.filter(({ organisation }) =>
    holdsQuery(query, searchableName(organisation)),
  );
  const isWhole = sorted.length <= MOST_SHOWN && page.unusable.length <= MOST_UNUSABLE;
  const many = page.capacities.length >= SEARCH_FROM || !isWhole;
  const search = {
    of: 'capacity',
    label: words.say('capacity.search'),
    hint: words.say('capacity.search.hint'),
  } as const;
  const helpPaths = ['/help/belgian-company', '/help/foreign-company'];
  return layout(frame, {
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}
${page.justLinked && banner('ok', words.say('linked.notice'), linkedFacts(frame, page.justLinked))}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('capacity.lede', { application: name })}</p>
${many && searchBox(frame, { ...search, query, found: found.length, total: sorted.length, isWhole })}
${answerForm(frame, 'choose-capacity', html`<ul class="choices" id="capacity">${shown.map((choice) => choiceItem(props, choice))}</ul>`)}
${partOf(props, shown.length, found.length)}
${unusable.length > 0 && unusableList(props, unusable)}
${disclosure(words.say('capacity.receives', { application: name }), received(props))}
${disclosure(words.say('capacity.other'), html`<p>${words.mark('capacity.other.text', { application: name }, helpPaths)}</p><p><a href="/account/invitations" target="_blank" rel="noopener">${words.say('invited.see')}</a></p>`)}
<div class="row end">${linkButton(frame, 'not-me', words.say('frame.notMe'))}</div>
${cancelButton(frame, application)}`,
  });
}

function matches({ frame: { words }, query }: Props, capacity: Capacity): boolean {
  return holdsQuery(query, searchable(capacity, words.say('capacity.myself')));
}

function holdsQuery(query: string, text: string): boolean {
  return query === '' || text.toLowerCase().includes(query.toLowerCase());
}

/** Says that there are more than a list shows, and how to come to them. */
function partOf({ frame: { words } }: Props, shown: number, count: number): Fragment {
  return shown < count && html`<p class="hint">${words.say('capacity.some', { shown, count })}</p>`;
}

function searchableName(organisation: Organisation): string {
  return `${organisation.name}|${organisation.code}|${codeInWords(organisation)}`;
}

function searchable(capacity: Capacity, myself: string): string {
  switch (capacity.kind) {
    case 'citizen':
      return myself;
    case 'organisation':
      return searchableName(capacity.organisation);
    case 'group':
      return capacity.organisations.map((each) => `${each.name} ${each.code}`).join(' ');
  }
}

function choiceItem(props: Props, { key, capacity }: Choice): Html {
  const { frame, page } = props;
  const { words } = frame;
  const badge: Fragment =
    key === page.lastUsed && html`<span class="badge last">${words.say('capacity.lastUsed')}</span>`;
  const drawing = icon(capacity.kind === 'citizen' ? 'person' : capacity.kind, 28);
  const find = searchable(capacity, words.say('capacity.myself')).toLowerCase();
  return html`<li data-find="${find}"><button class="tile" name="key" value="${key}"><span class="ico">${drawing}</span><span class="tile-text">${choiceText(props, capacity)}${badge}</span></button></li>`;
}

function choiceText({ frame: { words }, application }: Props, capacity: Capacity): Html {
  if (capacity.kind === 'citizen') {
    return html`<b>${words.say('capacity.myself')}</b><small>${words.say('capacity.myself.hint')}</small>`;
  }
  const rights = [...new Set(capacity.rights.map((each) => rightInWords(application, each, words)))];
  const named = words.list(rights.slice(0, MOST_RIGHTS));
  const others = rights.length - MOST_RIGHTS;
  const line = others > 0 ? words.say('capacity.rights.more', { rights: named, count: others }) : named;
  const rightsLine =
    rights.length > 0 && html`<small>${words.say('capacity.rights', { rights: line })}</small>`;
  if (capacity.kind === 'group') {
    const group = words.say(`group.${capacity.targetGroup}`);
    const names = capacity.organisations
      .slice(0, 3)
      .map((each) => each.name)
      .join(', ');
    const hint = words.say('capacity.group.hint', { count: capacity.organisations.length, names });
    return html`<b>${words.say('capacity.group', { group })}</b><small>${hint}</small>${rightsLine}`;
  }
  const { organisation, basis } = capacity;
  const legal = basis.includes('legal-representative') && html`<small>${words.say('capacity.legal')}</small>`;
  return html`<b translate="no">${organisation.name}</b><small class="num" translate="no">${codeInWords(organisation)}</small>${rightsLine}${legal}`;
}

function unusableList(props: Props, unusable: readonly UnusableCapacity[]): Html {
  const { frame, application } = props;
  const { words } = frame;
  const shown = unusable.slice(0, MOST_UNUSABLE);
  const rows = shown.map(
    (each) =>
      [
        html`<span translate="no">${each.organisation.name}</span>`,
        reasonInWords(application, each, words),
      ] as const,
  );
  return html`<section class="card"><h2>${words.say('capacity.unusable')}</h2>${facts(rows)}${partOf(props, shown.length, unusable.length)}</section>`;
}

/** What the application gets by its scopes, in words; exact values are shown by the page on sharing where that is asked. */
function received({ frame: { words }, application, attempt }: Props): Html {
  const { scopes } = attempt.request;
  const { roleClaim } = agreementOf(application);
  const items = [
    words.say('receives.identifier'),
    scopes.includes('profile') && words.say('receives.name'),
    scopes.includes('rrn') && words.say('receives.number'),
    scopes.includes('vo') && words.say('receives.organisation'),
    scopes.includes('vo') && words.say('receives.email'),
    roleClaim && scopes.includes(roleClaim.scope) && words.say('receives.rights'),
  ];
  return html`<ul class="bullets">${items.map((item) => item && html`<li>${item}</li>`)}</ul>`;
}
