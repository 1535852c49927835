import { type MarkedRun, markDifferences } from '../../../domain/candidates/index.ts';
import type { ShownJoin, WhyJoined } from '../../../domain/joining/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { errorSummary, type FieldError } from '../../ui/form/error-summary.ts';
import { type FormState, radioField, textArea } from '../../ui/form/form-fields.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { facts, timeTag } from '../../ui/parts.ts';
import { afterLoginBanner } from '../../ui/staff/after-login-banner.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { differencesSaid, markedLetters } from '../marked-values.ts';
import { proposerOf } from '../proposer-of.ts';

export type JoinProps = {
  readonly shown: ShownJoin;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly afterLogin: boolean;
};

/** Two persons who may be one: why, what would happen, and what this case lead can do about it. */
export function joinPage(page: StaffPage, { shown, typed, errors, afterLogin }: JoinProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const title = words.say('join.title');
  return staffLayout(frame, {
    member,
    section: 'joins',
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${afterLogin && afterLoginBanner(frame)}<h1>${title}</h1>
<section class="card">${facts(factsOf(page, shown))}</section>
${whatNext(page, shown, { frame, typed, errors })}
<p><a href="/cases/joins">${words.say('join.back')}</a></p>`,
  });
}

function factsOf(
  { frame }: StaffPage,
  { join, names, waiting }: ShownJoin,
): readonly (readonly [string, Fragment])[] {
  const { words } = frame;
  const marks = markDifferences(names.get(join.kept) ?? '–', names.get(join.other) ?? '–');
  const person = (id: typeof join.kept, runs: readonly MarkedRun[]) =>
    html`${markedLetters(runs)} <small translate="no">${id}</small>`;
  const { decided, undoProposed } = join;
  return [
    [words.say('join.kept'), person(join.kept, marks.told)],
    [words.say('join.other'), html`${person(join.other, marks.held)}${differencesSaid(frame, marks)}`],
    [words.say('joins.state'), words.say(`joins.state.${join.state}`)],
    [words.say('joins.proposedBy'), proposerOf({ join, names }, words.say('joins.operator'))],
    [words.say('joins.since'), timeTag(words, join.proposedAt)],
    [words.say('joins.reason'), html`<span class="value">${join.reason}</span>`],
    ...(decided === null
      ? []
      : [
          [words.say('join.decidedBy'), names.get(decided.by) ?? '–'] as const,
          [words.say('join.comment'), html`<span class="value">${decided.comment}</span>`] as const,
        ]),
    ...(undoProposed === null
      ? []
      : [
          [words.say('join.undoBy'), names.get(undoProposed.by) ?? '–'] as const,
          [words.say('join.undoReason'), html`<span class="value">${undoProposed.reason}</span>`] as const,
        ]),
    ...(waiting.length === 0
      ? []
      : [[words.say('join.waiting'), words.say('join.waiting.count', { count: waiting.length })] as const]),
  ];
}

function whatNext(page: StaffPage, { join, stays }: ShownJoin, form: FormState): Fragment {
  const { words } = page.frame;
  const send = (content: Fragment, button: 'join.decide.button' | 'join.undo.button') =>
    postedForm(
      page,
      `/cases/joins/${join.id}`,
      html`${hidden('state', join.state)}${content}<div class="row"><button class="btn">${words.say(button)}</button></div>`,
    );
  const comment = (label: string) =>
    textArea(form, { name: 'comment', rows: 4, label, hint: words.say('joins.reason.hint') });
  const isOwn = (by: string | undefined) => by === page.member.person;
  switch (join.state) {
    case 'proposed':
      if (isOwn(join.proposedBy.id)) return html`<p>${words.say('join.own')}</p>`;
      return html`<p>${words.say('join.effect')}</p>${send(
        html`${radioField(form, { name: 'decision', label: words.say('join.decide'), choices: choices(page, 'yes', 'no') })}${comment(words.say('join.comment'))}`,
        'join.decide.button',
      )}`;
    case 'joined':
      if (stays !== null) return whyItStays(page, stays);
      return html`<h2>${words.say('join.undo')}</h2><p>${words.say('join.undo.effect')}</p>${send(comment(words.say('join.undoReason')), 'join.undo.button')}`;
    case 'undo-proposed':
      if (isOwn(join.undoProposed?.by)) return html`<p>${words.say('join.own')}</p>`;
      return html`${stays === null ? html`<p>${words.say('join.undo.effect')}</p>` : whyItStays(page, stays)}${send(
        html`${radioField(form, { name: 'decision', label: words.say('join.decideUndo'), choices: stays === null ? choices(page, 'undo', 'keep') : choices(page, 'keep') })}${comment(words.say('join.comment'))}`,
        'join.decide.button',
      )}`;
    case 'refused':
    case 'undone':
      return null;
  }
}

/** Why a join cannot be undone now, and what comes first. */
function whyItStays({ frame: { words } }: StaffPage, stays: WhyJoined): Html {
  const { kind } = stays;
  return html`<h2>${words.say(`join.refusal.${kind}`)}</h2><p>${words.say(`join.refusal.${kind}.text`)}</p>${
    kind === 'joined-further' &&
    html`<div class="row"><a class="btn" href="/cases/joins/${stays.first}">${words.say('join.toFirst')}</a></div>`
  }`;
}

function choices({ frame: { words } }: StaffPage, ...values: readonly ('yes' | 'no' | 'undo' | 'keep')[]) {
  return values.map((value) => ({ value, label: words.say(`join.choice.${value}`) }));
}
