import { isTemplateKey, type MailCounts, type TroubledMail } from '../../../domain/notification/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, timeTag } from '../../ui/parts.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';

export type MailProps = {
  readonly counts: MailCounts;
  readonly mails: readonly TroubledMail[];
  /** What became of the mail that was just put back. */
  readonly done: 'retried' | 'notNow' | null;
};

/** Mail that is stuck or was refused for good. Never an address, never what it says. */
export function mailPage(page: StaffPage, { counts, mails, done }: MailProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const title = words.say('desk.mail');
  return staffLayout(frame, {
    member,
    section: 'mail',
    title,
    body: html`${done && banner(done === 'retried' ? 'ok' : 'info', words.say(`desk.mail.${done}`))}<h1>${title}</h1>
<p class="lede">${words.say('desk.mail.lede')}</p>
<ul class="counts">${(['waiting', 'stuck', 'bounced', 'sent'] as const).map((state) => html`<li><b>${words.say('desk.number', { count: counts[state] })}</b>${words.say(`desk.mail.${state}`)}</li>`)}</ul>
${mails.length === 0 ? html`<p>${words.say('desk.mail.none')}</p>` : mailTable(page, mails)}
${mails.some(({ bounced }) => bounced) && html`<p class="range">${words.say('desk.mail.bounced.hint')}</p>`}`,
  });
}

function mailTable(page: StaffPage, mails: readonly TroubledMail[]): Html {
  const { words } = page.frame;
  const columns = ['template', 'case', 'state', 'tries', 'code', 'since', 'action'] as const;
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('desk.mail')}"><table class="list moments"><thead><tr>${columns.map((column) => html`<th scope="col">${words.say(`desk.mail.${column}`)}</th>`)}</tr></thead><tbody>${mails.map((mail) => mailRow(page, mail))}</tbody></table></div>`;
}

function mailRow(page: StaffPage, mail: TroubledMail): Html {
  const { words } = page.frame;
  const name = isTemplateKey(mail.template)
    ? words.say(`desk.template.${mail.template}`)
    : words.say('desk.mail.otherMail');
  const cell = (column: 'case' | 'state' | 'tries' | 'code' | 'since' | 'action', content: Fragment) =>
    html`<td data-label="${words.say(`desk.mail.${column}`)}">${content}</td>`;
  return html`<tr><th scope="row">${name}<small>${words.say(`desk.language.${mail.language}`)}</small></th>
${cell('case', mail.about ? html`<a href="/cases/${mail.about.case}" class="ref" translate="no">${mail.about.reference}</a>` : words.say('desk.mail.noCase'))}
${cell('state', html`<span class="tag ${mail.bounced ? 'err' : 'wait'}">${words.say(mail.bounced ? 'desk.mail.bounced' : 'desk.mail.stuck')}</span>`)}
${cell('tries', mail.attempts)}
${cell('code', html`<code translate="no">${mail.bounced?.code ?? mail.lastError ?? '–'}</code>`)}
${cell('since', timeTag(words, mail.createdAt))}
${cell('action', postedForm(page, '/cases/mail/retry', html`${hidden('id', mail.id)}<button class="btn sec sm">${words.say('desk.mail.retry')}<span class="vh">: ${name}, ${mail.about?.reference}</span></button>`))}</tr>`;
}
