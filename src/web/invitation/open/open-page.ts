import { lastDayBefore } from '../../../base/calendar.ts';
import { textIn } from '../../../base/language.ts';
import type { InvitationView } from '../../../domain/invitation/index.ts';
import { caseworkApplication, staffRightCodes } from '../../../domain/staff/index.ts';
import { errorSummary, type FieldError } from '../../ui/form/error-summary.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';
import { banner, facts } from '../../ui/parts.ts';
import { passkeyForm, withoutPasskeys } from '../../ui/passkey-form.ts';

/** How the last try ended; in the address after it, so that a reload tries nothing again. */
export const invitationNotices = ['refused', 'taken', 'not-accepted', 'log-in'] as const;
export type InvitationNotice = (typeof invitationNotices)[number];

export type OpenPageProps = {
  readonly view: InvitationView;
  /** What the browser makes a passkey with. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly notice: InvitationNotice | null;
  readonly errors: readonly FieldError[];
  readonly typed: Readonly<Record<string, string>>;
};

/** An invitation that is open: to what, until when, and the two ways to accept it. */
export function openPage(frame: Frame, { view, options, notice, errors, typed }: OpenPageProps): Html {
  const { words, path } = frame;
  const { invitation, organisation, known } = view;
  const title = words.say('invitation.title', { organisation: organisation.name });
  const right = caseworkApplication.rights.find(({ code }) => code === staffRightCodes[invitation.right]);
  const rows = [
    [words.say('invitation.organisation'), html`<span translate="no">${organisation.name}</span>`],
    [
      words.say('invitation.right'),
      html`${right && textIn(right.name, words.language)}${right?.description && html`<small>${textIn(right.description, words.language)}</small>`}`,
    ],
    [words.say('invitation.email'), html`<span translate="no">${invitation.email.reveal()}</span>`],
    [words.say('invitation.until'), words.date(lastDayBefore(invitation.expiresAt))],
  ] as const;
  // Somebody with a national number proves that they are who they are: no link makes a key for them.
  const mayMakeKey = known === null || known.number === null;
  return layout(frame, {
    title,
    failed: errors.length > 0 || notice !== null,
    body: html`${notice && banner('warn', words.say(`invitation.notice.${notice}`))}${errorSummary(frame, errors)}
<h1>${title}</h1>
<p class="lede">${words.say('invitation.lede')}</p>
<section class="card">${facts(rows)}</section>
${mayMakeKey && withPasskey(frame, { options, known, form: { frame, typed, errors } })}
<section class="card"><h2>${words.say('invitation.known')}</h2><p>${words.say('invitation.known.text')}</p>
<form method="post" action="${path}/login"><input type="hidden" name="csrf" value="${frame.formToken}"><button class="btn sec">${words.say('invitation.known.go')}</button></form></section>`,
  });
}

function withPasskey(
  frame: Frame,
  {
    options,
    known,
    form,
  }: Pick<OpenPageProps, 'options'> & {
    readonly known: InvitationView['known'];
    readonly form: FormState;
  },
): Fragment {
  const { words, path } = frame;
  const name = known && `${known.givenNames} ${known.familyName}`.trim();
  const fields =
    name === null
      ? html`${textField(form, { name: 'givenNames', label: words.say('invitation.givenNames'), autocomplete: 'given-name', required: true })}
${textField(form, { name: 'familyName', label: words.say('invitation.familyName'), autocomplete: 'family-name', required: true })}`
      : html`<p>${words.say('invitation.again', { name })}</p>`;
  return html`<section class="card"><h2>${words.say('invitation.passkey')}</h2>
<p>${words.say('invitation.passkey.text')}</p>
${withoutPasskeys(frame)}
${passkeyForm(frame, { path, options, does: 'make', button: words.say('invitation.passkey.go'), fields })}</section>`;
}
