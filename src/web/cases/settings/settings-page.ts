import { DAY, MINUTE } from '../../../base/time.ts';
import type { CaseworkSettings } from '../../../domain/casework/index.ts';
import { askKeys, refuseKeys } from '../../../domain/notification/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Html, html } from '../../ui/html.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';

/** The settings of the installation that hold a period; what is not here is fixed in the program. */
const settingNames: Readonly<Partial<Record<SettingName, string>>> = {
  target: 'SLUIS_CASE_TARGET_WORKING_DAYS',
  number: 'SLUIS_NUMBER_IN_MAIL',
};
const names = ['target', 'remind', 'draft', 'link', 'lock', 'document', 'number'] as const;
type SettingName = (typeof names)[number];

/** Which periods count for cases, and which reasons there are. Read only: they change with the installation. */
export function settingsPage(page: StaffPage, settings: CaseworkSettings): Html {
  const { frame, member } = page;
  const { words } = frame;
  const title = words.say('desk.settings');
  const days = (count: number) => words.say('desk.settings.days', { count });
  const values: Readonly<Record<SettingName, string>> = {
    target: words.say('desk.settings.workingDays', { count: settings.targetWorkingDays }),
    remind: days(settings.remindBeforeDays),
    draft: days(settings.draftDays),
    link: days(settings.linkDays),
    lock: words.say('desk.settings.minutes', { count: Math.round(settings.lockMilliseconds / MINUTE) }),
    document: days(Math.round(settings.documentMilliseconds / DAY)),
    number: words.say(settings.numberInMail ? 'desk.settings.yes' : 'desk.settings.no'),
  };
  return staffLayout(frame, {
    member,
    section: null,
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say('desk.settings.lede')}</p>
<div class="scroll stack" role="region" tabindex="0" aria-label="${title}"><table class="list"><thead><tr>${(['name', 'value', 'where'] as const).map((column) => html`<th scope="col">${words.say(`desk.settings.${column}`)}</th>`)}</tr></thead>
<tbody>${names.map((name) => settingRow(page, name, values[name]))}</tbody></table></div>
${reasons(page, 'desk.settings.reasons', refuseKeys)}
${reasons(page, 'desk.settings.questions', askKeys)}
<p>${words.say('desk.settings.reasons.text')} <a href="/cases/templates">${words.say('desk.settings.toTemplates')}</a></p>`,
  });
}

function settingRow({ frame: { words } }: StaffPage, name: SettingName, value: string): Html {
  const setting = settingNames[name];
  return html`<tr><th scope="row">${words.say(`desk.settings.${name}`)}</th><td data-label="${words.say('desk.settings.value')}">${value}</td><td data-label="${words.say('desk.settings.where')}">${setting ? html`<code translate="no">${setting}</code>` : words.say('desk.settings.fixed')}</td></tr>`;
}

function reasons(
  { frame: { words } }: StaffPage,
  title: 'desk.settings.reasons' | 'desk.settings.questions',
  keys: typeof refuseKeys | typeof askKeys,
): Html {
  return html`<h2>${words.say(title)}</h2><ul class="bullets">${keys.map((key) => html`<li>${words.say(`desk.template.${key}`)}</li>`)}</ul>`;
}
