import type { ShownReset } from '../../../domain/key-reset/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { errorSummary, type FieldError } from '../../ui/form/error-summary.ts';
import { type FormState, radioField, textArea } from '../../ui/form/form-fields.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { facts, timeTag } from '../../ui/parts.ts';
import { afterLoginBanner } from '../../ui/staff/after-login-banner.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { RESETS } from '../reset-form.ts';

export type ResetProps = {
  readonly shown: ShownReset;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly afterLogin: boolean;
};

/** The reset of somebody's keys: why, by whom, how far it is, and what this member of staff can do about it. */
export function resetPage(page: StaffPage, { shown, typed, errors, afterLogin }: ResetProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const title = words.say('reset.title');
  return staffLayout(frame, {
    member,
    section: 'resets',
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${afterLogin && afterLoginBanner(frame)}<h1>${title}</h1>
<section class="card">${facts(factsOf(page, shown))}</section>
${whatNext(page, shown, { frame, typed, errors })}
<p><a href="${RESETS}">${words.say('resets.back')}</a></p>`,
  });
}

function factsOf(
  { frame: { words } }: StaffPage,
  { reset, standing, names }: ShownReset,
): readonly (readonly [string, Fragment])[] {
  const nameOf = (id: PersonId) => html`<span translate="no">${names.get(id) ?? '–'}</span>`;
  const { person, proposedBy, proposedAt, reason, decided, opensAt, sentAt, expiresAt, ended } = reset;
  const rows: readonly (readonly [string, Fragment] | null)[] = [
    [words.say('resets.person'), html`${nameOf(person)} <small translate="no">${person}</small>`],
    [words.say('resets.state'), words.say(`resets.state.${standing}`)],
    [words.say('resets.proposedBy'), nameOf(proposedBy)],
    [words.say('resets.since'), timeTag(words, proposedAt)],
    [words.say('resets.reason'), html`<span class="value">${reason}</span>`],
    decided && [words.say('reset.decidedBy'), nameOf(decided.by)],
    decided && [words.say('reset.comment'), html`<span class="value">${decided.comment}</span>`],
    opensAt && [words.say('reset.opensAt'), timeTag(words, opensAt)],
    sentAt && [words.say('reset.sentAt'), timeTag(words, sentAt)],
    ended === null ? [words.say('reset.expiresAt'), timeTag(words, expiresAt)] : null,
    ended && [words.say('reset.endedAt'), timeTag(words, ended.at)],
    ended?.by ? [words.say('reset.endedBy'), nameOf(ended.by)] : null,
  ];
  return rows.filter((row) => row !== null);
}

function whatNext(page: StaffPage, { reset, standing }: ShownReset, form: FormState): Fragment {
  const { words } = page.frame;
  const place = `${RESETS}/${reset.id}`;
  switch (standing) {
    case 'proposed':
      return html`${
        reset.proposedBy === page.member.person
          ? html`<p>${words.say('reset.own')}</p>`
          : html`<p>${words.say('reset.effect')}</p>${postedForm(
              page,
              place,
              html`${hidden('act', 'decide')}${radioField(form, { name: 'decision', label: words.say('reset.decide'), choices: choices(page) })}${textArea(form, { name: 'comment', rows: 4, label: words.say('reset.comment'), hint: words.say('resets.reason.hint') })}<div class="row"><button class="btn">${words.say('reset.decide.button')}</button></div>`,
            )}`
      }${withdrawing(page, place)}`;
    case 'waiting':
    case 'open':
      return withdrawing(page, place);
    default:
      return null;
  }
}

function withdrawing(page: StaffPage, place: string): Html {
  const { words } = page.frame;
  return html`<h2>${words.say('reset.withdraw')}</h2><p>${words.say('reset.withdraw.text')}</p>${postedForm(
    page,
    place,
    html`${hidden('act', 'withdraw')}<div class="row"><button class="btn danger">${words.say('reset.withdraw.button')}</button></div>`,
  )}`;
}

function choices({ frame: { words } }: StaffPage) {
  return (['yes', 'no'] as const).map((value) => ({ value, label: words.say(`reset.choice.${value}`) }));
}
