import type { LinkRemoval } from '../../../domain/casework/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { errorSummary, type FieldError } from '../../ui/form/error-summary.ts';
import { radioField, textArea } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { facts, timeTag } from '../../ui/parts.ts';
import { afterLoginBanner } from '../../ui/staff/after-login-banner.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { assigneeName, countryTag } from '../case-facts.ts';

export type RemovalProps = {
  readonly removal: LinkRemoval;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly afterLogin: boolean;
};

/** A second agent looks at why a link should end, and decides. */
export function removalPage(
  page: StaffPage,
  { removal, names, typed, errors, afterLogin }: RemovalProps,
): Html {
  const { frame, member } = page;
  const { words } = frame;
  const title = words.say('desk.removal.title');
  const form = { frame, typed, errors };
  return staffLayout(frame, {
    member,
    section: 'check',
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${afterLogin && afterLoginBanner(frame)}<h1>${title}</h1>
<section class="card">${facts([
      [words.say('desk.check.person'), html`<span translate="no">${names.get(removal.person) ?? '–'}</span>`],
      [words.say('desk.check.link'), countryTag(frame, removal.country)],
      [words.say('desk.check.proposedBy'), assigneeName(page, removal.proposedBy, names)],
      [words.say('desk.check.since'), timeTag(words, removal.proposedAt)],
      [words.say('desk.check.reason'), html`<span class="value">${removal.reason}</span>`],
      ...(removal.case === null
        ? []
        : [
            [
              words.say('desk.check.case'),
              html`<a href="/cases/${removal.case}">${words.say('desk.toCase')}</a>`,
            ] as const,
          ]),
    ])}</section>
<p>${words.say('desk.removal.effect')}</p>
${postedForm(
  page,
  `/cases/second-check/${removal.id}`,
  html`${radioField(form, {
    name: 'decision',
    label: words.say('desk.removal.decide'),
    choices: [
      { value: 'remove', label: words.say('desk.removal.remove') },
      { value: 'keep', label: words.say('desk.removal.keep') },
    ],
  })}${textArea(form, { name: 'comment', rows: 4, label: words.say('desk.removal.comment'), hint: words.say('desk.removal.comment.hint') })}
<div class="row"><button class="btn">${words.say('desk.removal.confirm')}</button><a href="/cases/second-check">${words.say('desk.toSecondCheck')}</a></div>`,
)}`,
  });
}
