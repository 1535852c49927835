import { textIn } from '../../../base/language.ts';
import type { Application, RightDefinition } from '../../../domain/application/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { facts, nameOf } from '../../ui/parts.ts';
import { platformPage } from '../platform-page.ts';

/** One application: to whom it is open, what it asks, and the rights that it defines. Nothing secret stands here. */
export function applicationPage(page: StaffPage, application: Application): Html {
  const { words } = page.frame;
  const name = nameOf(application, words.language);
  return platformPage(page, {
    section: 'platform-applications',
    title: html`<span translate="no">${name}</span>`,
    plainTitle: name,
    back: { href: '/platform/applications', label: words.say('platform.applications.back') },
    body: html`<p class="lede">${words.say(application.protocol === 'own' ? 'platform.application.own' : 'platform.application.byFile')}</p>
<section class="card">${facts(factsOf(page, application))}</section>
<h2>${words.say('platform.applications.rights')}</h2>
${application.rights.length === 0 ? html`<p>${words.say('platform.application.rights.none')}</p>` : application.rights.map((right) => rightCard(page, right))}`,
  });
}

function factsOf({ frame: { words } }: StaffPage, application: Application) {
  const { id, openTo, assurance, rightRequired, openToLegalRepresentatives } = application;
  const yesNo = (is: boolean) => words.say(is ? 'platform.yes' : 'platform.no');
  const openings = openTo.map(
    ({ targetGroup, level }) =>
      html`<div>${words.say(`platform.group.${targetGroup}`)} · ${words.say(`platform.application.${level}`)}</div>`,
  );
  const rows: (readonly [string, Fragment])[] = [
    [words.say('platform.application.client'), html`<code translate="no">${id}</code>`],
    [words.say('platform.applications.groups'), openings],
    [words.say('platform.applications.level'), words.say(`level.${assurance}`)],
    [words.say('platform.application.rightRequired'), yesNo(rightRequired)],
    [words.say('platform.application.legal'), yesNo(openToLegalRepresentatives)],
  ];
  if (application.protocol === 'oidc')
    rows.push([
      words.say('platform.application.scopes'),
      html`<code translate="no">${application.scopes.join(' ')}</code>`,
    ]);
  return rows;
}

function rightCard({ frame: { words } }: StaffPage, right: RightDefinition): Html {
  const { code, name, description, contexts, contextRequired } = right;
  const needed = words.say(
    contextRequired ? 'platform.application.context.needed' : 'platform.application.context.free',
  );
  return html`<section class="card"><h3>${textIn(name, words.language)}</h3>
${description && html`<p>${textIn(description, words.language)}</p>`}
${facts([
  [words.say('platform.application.code'), html`<code translate="no">${code}</code>`],
  [
    words.say('platform.application.contexts'),
    contexts.length === 0
      ? '–'
      : html`<span translate="no">${contexts.join(', ')}</span><small>${needed}</small>`,
  ],
])}</section>`;
}
