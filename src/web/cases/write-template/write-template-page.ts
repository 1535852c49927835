import type { MailTemplate, TemplateVersion } from '../../../domain/notification/index.ts';
import { mayOpen } from '../../../domain/staff/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { errorSummary, type FieldError } from '../../ui/form/error-summary.ts';
import { textArea, textField } from '../../ui/form/form-fields.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { afterLoginBanner } from '../../ui/staff/after-login-banner.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { mailPreview, type PreviewProps } from './mail-preview.ts';
import { placeholderList } from './placeholder-list.ts';
import { versionTable } from './version-table.ts';

export const templateOutcomes = ['saved', 'live', 'not-a-draft'] as const;

export type TemplateProps = {
  /** The text in use: a version, or the one that Sluis brings along. */
  readonly live: MailTemplate;
  /** The text in the form: a draft, a version to restore, or what was typed. */
  readonly shown: MailTemplate;
  readonly versions: readonly TemplateVersion[];
  readonly names: ReadonlyMap<string, string>;
  readonly errors: readonly FieldError[];
  /** The version that somebody else saved while this one was typed. */
  readonly conflict: TemplateVersion | null;
  /** The text was kept until its lead had logged in once more. */
  readonly afterLogin: boolean;
  readonly done: (typeof templateOutcomes)[number] | null;
  /** Example values, by placeholder. */
  readonly values: PreviewProps['values'];
  readonly mailFrame: PreviewProps['mailFrame'];
};

/** One text in one language: read it, change it as a draft, look at it, put it to use. */
export function templatePage(page: StaffPage, props: TemplateProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const { live, shown, errors, conflict, done } = props;
  const { key, language } = live;
  const title = words.say(`desk.template.${key}`);
  const mayChange = mayOpen('case-lead', member);
  return staffLayout(frame, {
    member,
    section: 'templates',
    title: `${title}, ${words.say(`desk.language.${language}`)}`,
    failed: errors.length > 0 || conflict !== null,
    body: html`${errorSummary(frame, errors)}${props.afterLogin && afterLoginBanner(frame)}${conflict && conflictBox(page, conflict, props.names)}${done && banner(done === 'not-a-draft' ? 'warn' : 'ok', words.say(`desk.template.${done}`))}
<p><a href="/cases/templates">${words.say('desk.templates')}</a></p>
<h1>${title} <span class="of">${words.say(`desk.language.${language}`)}</span></h1>
<p class="lede">${inUse(page, live, props.versions)}</p>
<div class="two"><div>${mayChange ? editor(page, props) : html`<p>${words.say('desk.template.readOnly')}</p>`}
${draftToUse(page, props, mayChange)}
${mailPreview(frame, shown, props)}</div>
${placeholderList(frame, key, props.values)}</div>
<h2>${words.say('desk.template.history')}</h2>
${versionTable(page, { key, language, versions: props.versions, names: props.names }, mayChange)}`,
  });
}

function inUse(
  { frame: { words } }: StaffPage,
  live: MailTemplate,
  versions: readonly TemplateVersion[],
): string {
  const version = versions.find(({ state }) => state === 'live');
  if (live.version === 0 || !version?.madeLiveAt) return words.say('desk.template.inUse.standard');
  return words.say('desk.template.inUse', {
    version: live.version,
    moment: words.moment(version.madeLiveAt),
  });
}

function editor(page: StaffPage, { live, shown, versions, errors, conflict }: TemplateProps): Html {
  const { frame } = page;
  const { words } = frame;
  const form = { frame, typed: { subject: shown.subject, body: shown.body }, errors };
  const newest = conflict?.version ?? versions[0]?.version ?? 0;
  const path = `/cases/templates/${live.key}/${live.language}`;
  return postedForm(
    page,
    path,
    html`${hidden('basedOn', newest)}${textField(form, { name: 'subject', label: words.say('desk.template.subject'), hint: words.say('desk.template.subject.hint') })}
${textArea(form, { name: 'body', rows: 16, label: words.say('desk.template.body'), hint: words.say('desk.template.body.hint') })}
<div class="row"><button class="btn" name="do" value="save">${words.say('desk.template.save')}</button><button class="btn sec" name="do" value="preview">${words.say('desk.template.look')}</button></div>`,
    'template-form',
  );
}

/** A saved draft is put to use with a form of its own, so that nothing unsaved goes live. */
function draftToUse(
  page: StaffPage,
  { live, versions, conflict }: TemplateProps,
  mayChange: boolean,
): Fragment {
  const { words } = page.frame;
  const draft = versions.find(({ state }) => state === 'draft');
  if (!draft || !mayChange || conflict) return null;
  return postedForm(
    page,
    `/cases/templates/${live.key}/${live.language}/live`,
    html`<section class="card">${hidden('version', draft.version)}<p>${words.say('desk.template.goLive.text', { version: draft.version })}</p><p><button class="btn">${words.say('desk.template.goLive', { version: draft.version })}</button></p></section>`,
  );
}

/** Both texts stand on the page: what somebody else saved, and below it what was typed. */
function conflictBox(
  { frame: { words } }: StaffPage,
  conflict: TemplateVersion,
  names: ReadonlyMap<string, string>,
): Html {
  const who = names.get(conflict.editedBy) ?? words.say('desk.formerAgent');
  return html`<section class="summary" role="alert" tabindex="-1" data-focus><h2>${words.say('desk.template.conflict', { who })}</h2>
<p>${words.say('desk.template.conflict.text', { version: conflict.version, moment: words.moment(conflict.editedAt) })}</p>
<p><strong>${conflict.subject}</strong></p><pre class="plain" lang="${conflict.language}">${conflict.body}</pre></section>`;
}
