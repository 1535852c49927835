import type { CaseEvent, CaseId, DeskRefusal } from '../../domain/casework/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { type StaffPage, staffPage } from '../http/session/staff-page.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { staffLayout } from '../ui/staff/staff-layout.ts';

/** What the page of a refusal can tell besides, and where it leads. */
export type RefusalAbout = {
  readonly case?: CaseId;
  /** Names of agents by id. */
  readonly names?: ReadonlyMap<PersonId, string>;
  /** What happened, in words; without it the page tells who and when. */
  readonly eventWords?: (event: CaseEvent) => Fragment;
  /** What was typed and not kept, to copy it. */
  readonly kept?: Fragment;
};

/** How each refusal is told: above its form, which stays with what was typed, or on a page of its own; and under which status that page is. */
const tellings = {
  changed: { on: 'form', status: 409 },
  'not-now': { on: 'form', status: 409 },
  locked: { on: 'form', status: 409 },
  'own-decision': { on: 'page', status: 403 },
  'own-case': { on: 'page', status: 403 },
  'not-allowed': { on: 'page', status: 403 },
  'unknown-case': { on: 'page', status: 404 },
  wrong: { on: 'page', status: 400 },
} as const satisfies Readonly<
  Record<DeskRefusal['kind'], { readonly on: 'form' | 'page'; readonly status: number }>
>;

/** The kinds of refusals that leave the form on the page. */
export type KindOnForm = {
  [Kind in DeskRefusal['kind']]: (typeof tellings)[Kind]['on'] extends 'form' ? Kind : never;
}[DeskRefusal['kind']];

/** Why the form stays on the page although it was refused; `null` for a refusal that has a page of its own. */
export function obstacleOf({ kind }: Pick<DeskRefusal, 'kind'>): { readonly kind: KindOnForm } | null {
  return isOnForm(kind) ? { kind } : null;
}

function isOnForm(kind: DeskRefusal['kind']): kind is KindOnForm {
  return tellings[kind].on === 'form';
}

/** Answers with the page of a refusal, under the status that fits it. */
export function showDeskRefusal(
  web: Web,
  context: WebContext,
  refusal: DeskRefusal,
  about: RefusalAbout = {},
): Response | Promise<Response> {
  return context.html(
    deskRefusalPage(staffPage(web, context), refusal, about),
    tellings[refusal.kind].status,
  );
}

/** Why something could not be done, and what one can do now. */
export function deskRefusalPage(page: StaffPage, refusal: DeskRefusal, about: RefusalAbout = {}): Html {
  const { frame, member } = page;
  const { words } = frame;
  const values = valuesOf(page, refusal, about);
  const title = words.say(`desk.refusal.${refusal.kind}`, values);
  return staffLayout(frame, {
    member,
    section: null,
    title,
    failed: true,
    body: html`<h1>${title}</h1>
<p class="lede">${words.mark(`desk.refusal.${refusal.kind}.text`, values)}</p>
${refusal.kind === 'changed' && changes(page, refusal.since, about)}
${about.kept}
<div class="row">${wayOn(page, refusal, about)}</div>`,
  });
}

function valuesOf(
  { frame: { words } }: StaffPage,
  refusal: DeskRefusal,
  { names }: RefusalAbout,
): { readonly state: string; readonly name: string } {
  return {
    state: refusal.kind === 'not-now' ? words.say(`desk.state.${refusal.state}`) : '',
    name: refusal.kind === 'locked' ? (names?.get(refusal.lock.agent) ?? words.say('desk.anotherAgent')) : '',
  };
}

function changes({ frame, member }: StaffPage, since: readonly CaseEvent[], about: RefusalAbout): Html {
  const { words } = frame;
  const newestFirst = [...since].sort((one, other) => other.at.getTime() - one.at.getTime());
  return html`<ol class="timeline">${newestFirst.map(
    (event) =>
      html`<li>${about.eventWords?.(event)}<small>${words.say('desk.refusal.changed.by', { who: changerName(frame, event, member.person, about.names), moment: words.moment(event.at) })}</small></li>`,
  )}</ol>`;
}

/** Who changed a case meanwhile, as somebody whose form was refused for it reads it. */
function changerName(
  { words }: Frame,
  { by }: Pick<CaseEvent, 'by'>,
  me: PersonId,
  names: ReadonlyMap<PersonId, string> = new Map(),
): string {
  switch (by.kind) {
    case 'applicant':
      return words.say('desk.applicant');
    case 'system':
      return words.say('desk.system');
    case 'officer':
      return names.get(by.person) ?? words.say('desk.officer');
    case 'agent':
      return by.person === me
        ? words.say('desk.you')
        : (names.get(by.person) ?? words.say('desk.formerAgent'));
  }
}

function wayOn({ frame: { words } }: StaffPage, refusal: DeskRefusal, about: RefusalAbout): Html {
  if (refusal.kind === 'own-decision')
    return html`<a class="btn" href="/cases/second-check">${words.say('desk.toSecondCheck')}</a>`;
  const id = refusal.kind === 'changed' ? refusal.case.id : about.case;
  const hidesCase = refusal.kind === 'unknown-case' || refusal.kind === 'own-case';
  return html`${id !== undefined && !hidesCase && html`<a class="btn" href="/cases/${id}">${words.say('desk.toCase')}</a>`}<a class="btn sec" href="/cases/list">${words.say('desk.toList')}</a>`;
}
