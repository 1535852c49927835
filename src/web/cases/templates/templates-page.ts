import { type Language, languages } from '../../../base/language.ts';
import {
  askKeys,
  mailKeys,
  refuseKeys,
  type TemplateKey,
  type TemplateVersion,
} from '../../../domain/notification/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Html, html } from '../../ui/html.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';

const groups = [
  ['mails', mailKeys],
  ['questions', askKeys],
  ['refusals', refuseKeys],
] as const;

/** Every text that Sluis sends or an agent picks, in each language, with the version in use. */
export function templateListPage(page: StaffPage, versions: readonly TemplateVersion[]): Html {
  const { frame, member } = page;
  const { words } = frame;
  const title = words.say('desk.templates');
  return staffLayout(frame, {
    member,
    section: 'templates',
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say('desk.templates.lede')}</p>
${groups.map(([group, keys]) => html`<h2>${words.say(`desk.templates.${group}`)}</h2>${table(page, `desk.templates.${group}`, keys, versions)}`)}
<p><a href="/cases/settings">${words.say('desk.settings')}</a></p>`,
  });
}

function table(
  { frame: { words } }: StaffPage,
  name: 'desk.templates.mails' | 'desk.templates.questions' | 'desk.templates.refusals',
  keys: readonly TemplateKey[],
  versions: readonly TemplateVersion[],
): Html {
  const link = (key: TemplateKey, language: Language): Html => {
    const own = versions.filter((each) => each.key === key && each.language === language);
    const live = own.find(({ state }) => state === 'live');
    const text = live
      ? words.say('desk.templates.version', { version: live.version })
      : words.say('desk.templates.standard');
    const hasDraft = own.some(({ state }) => state === 'draft');
    return html`<td data-label="${words.say(`desk.language.${language}`)}"><a href="/cases/templates/${key}/${language}"><span class="vh">${words.say(`desk.template.${key}`)}, ${words.say(`desk.language.${language}`)}: </span>${text}</a>${hasDraft && html` <span class="tag wait">${words.say('desk.templates.draft')}</span>`}</td>`;
  };
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say(name)}"><table class="list"><thead><tr><th scope="col">${words.say('desk.templates.text')}</th>${languages.map((language) => html`<th scope="col">${words.say(`desk.language.${language}`)}</th>`)}</tr></thead>
<tbody>${keys.map((key) => html`<tr><th scope="row">${words.say(`desk.template.${key}`)}</th>${languages.map((language) => link(key, language))}</tr>`)}</tbody></table></div>`;
}
