import type { Office } from '../../../domain/casework/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import type { Contact } from '../../ui/journey-page.ts';
import { officeFacts } from '../../ui/office-facts.ts';
import { type ArticlePart, type ArticleStep, articlePage } from '../article.ts';

const BELGIAN = '/help/belgian-company';
const FOREIGN = '/help/foreign-company';
const ADMINISTRATOR = '/help/administrator';
const OFFICE = '/help/registration-office';

/** Where help begins: who to call, and the pages that say what comes. */
export function helpPage(frame: Frame, contact: Contact): Html {
  const { words } = frame;
  const topics = [
    ['/request', words.say('request.start.title'), words.say('request.start.help')],
    [BELGIAN, words.say('belgian.title'), words.say('belgian.lede')],
    [FOREIGN, words.say('foreign.title'), words.say('foreign.lede')],
    [ADMINISTRATOR, words.say('administrator.title'), words.say('administrator.lede')],
    [OFFICE, words.say('office.title'), words.say('office.lede')],
  ] as const;
  const cards = html`<ul class="topics">${topics.map(
    ([path, title, text]) =>
      html`<li><a class="topic" href="${path}"><b>${title}</b><small>${text}</small></a></li>`,
  )}</ul>`;
  return articlePage(frame, {
    title: 'help.title',
    lede: 'help.lede',
    values: contact,
    parts: [
      { kind: 'own', content: cards },
      { kind: 'head', key: 'help.call' },
      { kind: 'text', key: 'help.call.text' },
      { kind: 'text', key: 'help.never' },
    ],
  });
}

/** Access for a Belgian organisation: its local administrator or legal representative gives it. */
export function belgianCompanyPage(frame: Frame, contact: Contact): Html {
  const steps: readonly ArticleStep[] = [
    { head: 'belgian.1', text: 'belgian.1.text' },
    { head: 'belgian.2', text: 'belgian.2.text' },
    { head: 'belgian.3', text: 'belgian.3.text' },
    { head: 'belgian.4', text: 'belgian.4.text' },
    { head: 'belgian.5', text: 'belgian.5.text' },
  ];
  const parts: readonly ArticlePart[] = [
    { kind: 'steps', steps },
    { kind: 'head', key: 'belgian.representative' },
    { kind: 'text', key: 'belgian.representative.text' },
  ];
  return articlePage(frame, { title: 'belgian.title', lede: 'belgian.lede', values: contact, parts });
}

/** How an administrator of an organisation begins: once a name is on the invitation, in the order in which it is done. */
export function administratorPage(frame: Frame, contact: Contact): Html {
  const pages = ['/organisation'];
  const steps: readonly ArticleStep[] = [
    { head: 'administrator.1', text: 'administrator.1.text' },
    { head: 'administrator.2', text: 'administrator.2.text', links: pages },
    { head: 'administrator.3', text: 'administrator.3.text' },
    { head: 'administrator.4', text: 'administrator.4.text' },
    { head: 'administrator.5', text: 'administrator.5.text' },
    { head: 'administrator.6', text: 'administrator.6.text' },
  ];
  return articlePage(frame, {
    title: 'administrator.title',
    lede: 'administrator.lede',
    values: contact,
    parts: [
      { kind: 'steps', steps },
      { kind: 'head', key: 'administrator.become' },
      {
        kind: 'list',
        keys: ['administrator.become.law', 'administrator.become.invited', 'administrator.become.nobody'],
      },
      { kind: 'head', key: 'administrator.month' },
      { kind: 'text', key: 'administrator.month.text' },
    ],
  });
}

/** Access for a company without Belgian number: the Service Desk gives it. */
export function foreignCompanyPage(frame: Frame, contact: Contact): Html {
  const list = [
    'foreign.3.name',
    'foreign.3.register',
    'foreign.3.representative',
    'foreign.3.contact',
    'foreign.3.reference',
  ] as const;
  const steps: readonly ArticleStep[] = [
    { head: 'foreign.1', text: 'foreign.1.text' },
    { head: 'foreign.2', text: 'foreign.2.text' },
    { head: 'foreign.3', list },
    { head: 'foreign.4', text: 'foreign.4.text' },
    { head: 'foreign.5', text: 'foreign.5.text' },
  ];
  return articlePage(frame, {
    title: 'foreign.title',
    lede: 'foreign.lede',
    values: contact,
    parts: [{ kind: 'steps', steps }],
  });
}

/** The way in person, for people whose eID cannot be used. */
export function registrationOfficePage(
  frame: Frame,
  contact: Contact,
  offices: readonly Office[] = [],
): Html {
  const { words } = frame;
  const steps: readonly ArticleStep[] = [
    { head: 'office.1', text: 'office.1.text' },
    { head: 'office.2', text: 'office.2.text' },
    { head: 'office.3', text: 'office.3.text' },
    { head: 'office.4', text: 'office.4.text' },
    { head: 'office.5', text: 'office.5.text', links: [BELGIAN, FOREIGN] },
  ];
  const parts: readonly ArticlePart[] = [
    { kind: 'head', key: 'office.who' },
    { kind: 'text', key: 'office.who.text' },
    { kind: 'head', key: 'office.situation' },
    {
      kind: 'list',
      keys: [
        'office.situation.closed',
        'office.situation.unconnected',
        'office.situation.none',
        'office.situation.sent',
      ],
    },
    { kind: 'head', key: 'office.bring' },
    {
      kind: 'list',
      keys: [
        'office.bring.document',
        'office.bring.reference',
        'office.bring.name',
        'office.bring.number',
        'office.bring.contact',
      ],
    },
    { kind: 'head', key: 'office.list' },
    {
      kind: 'own',
      content:
        offices.length > 0 &&
        html`${offices.map(({ name, place }) => html`<section class="card"><h3 translate="no">${name}</h3>${place ? officeFacts(frame, place) : html`<p>${words.say('office.place.unknown')}</p>`}</section>`)}`,
    },
    { kind: 'text', key: offices.length > 0 ? 'office.list.text' : 'office.list.none' },
    { kind: 'steps', steps },
  ];
  return articlePage(frame, { title: 'office.title', lede: 'office.lede', values: contact, parts });
}
