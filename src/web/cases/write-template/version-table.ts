import type { Language } from '../../../base/language.ts';
import type { TemplateKey, TemplateVersion } from '../../../domain/notification/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { timeTag } from '../../ui/parts.ts';

type VersionProps = {
  readonly key: TemplateKey;
  readonly language: Language;
  readonly versions: readonly TemplateVersion[];
  readonly names: ReadonlyMap<string, string>;
};

const looks = { draft: 'wait', live: 'ok', retired: '' } as const;

/** Every version, newest first: who wrote it, when, and since when it was in use. An old one can become a draft again. */
export function versionTable(page: StaffPage, props: VersionProps, mayChange: boolean): Html {
  const { words } = page.frame;
  const columns = ['version', 'by', 'at', 'liveSince'] as const;
  const path = `/cases/templates/${props.key}/${props.language}`;
  const restore = (version: number): Fragment =>
    mayChange &&
    html`<a href="${path}?from=${version}">${words.say('desk.version.restore')}<span class="vh">: ${version === 0 ? words.say('desk.templates.standard') : words.say('desk.templates.version', { version })}</span></a>`;
  const rows = props.versions.map(
    (
      each,
    ) => html`<tr><th scope="row">${words.say('desk.templates.version', { version: each.version })} <span class="tag ${looks[each.state]}">${words.say(`desk.version.${each.state}`)}</span></th>
<td data-label="${words.say('desk.version.by')}"><span translate="no">${props.names.get(each.editedBy) ?? words.say('desk.formerAgent')}</span></td>
<td data-label="${words.say('desk.version.at')}">${timeTag(words, each.editedAt)}</td>
<td data-label="${words.say('desk.version.liveSince')}">${each.madeLiveAt ? timeTag(words, each.madeLiveAt) : '–'}</td>
<td data-label="${words.say('desk.version.action')}">${restore(each.version)}</td></tr>`,
  );
  const standard = html`<tr><th scope="row">${words.say('desk.templates.standard')}</th><td data-label="${words.say('desk.version.by')}">Sluis</td><td data-label="${words.say('desk.version.at')}">–</td><td data-label="${words.say('desk.version.liveSince')}">–</td><td data-label="${words.say('desk.version.action')}">${restore(0)}</td></tr>`;
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('desk.template.history')}"><table class="list"><thead><tr>${columns.map((column) => html`<th scope="col">${words.say(`desk.version.${column}`)}</th>`)}<th scope="col">${words.say('desk.version.action')}</th></tr></thead><tbody>${rows}${standard}</tbody></table></div>`;
}
