import { errorSummary } from '../../../ui/form/error-summary.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { icon } from '../../../ui/icons.ts';
import { banner } from '../../../ui/parts.ts';
import { staffLayout } from '../../../ui/staff/staff-layout.ts';
import { doneWords, endsWork } from '../../done-words.ts';
import { listPath } from '../../list-query.ts';
import type { OpenedCase } from '../case-context.ts';
import { noTrouble, type Trouble } from '../trouble.ts';
import { identityBar } from './identity-bar.ts';
import { lockBanner } from './lock-banner.ts';
import { obstacleBanner } from './obstacle-banner.ts';

const tabs = ['compare', 'documents', 'messages', 'history', 'notes'] as const;
export type CaseTab = (typeof tabs)[number];

export type CasePageProps = {
  readonly title: string;
  readonly trouble?: Trouble;
  readonly body: Fragment;
};

/** A part of a case under its name, with the other parts as tabs, each with its own address. */
export function tabPage(
  opened: OpenedCase,
  props: CasePageProps & { readonly tab: CaseTab; readonly done?: string | undefined },
): Html {
  const { frame, view, path } = opened;
  const { words } = frame;
  const done = doneWords(words, props.done);
  const counts: Readonly<Partial<Record<CaseTab, number>>> = {
    documents: view.documents.filter(({ removedAt }) => removedAt === null).length,
    messages: view.messages.length,
    notes: view.notes.length,
  };
  const links = tabs.map((tab) => {
    const current = tab === props.tab && html` aria-current="page"`;
    const count = counts[tab];
    return html`<li><a href="${path}${tab === 'compare' ? '' : `/${tab}`}"${current}>${words.say(`case.tab.${tab}`)}${count ? html` <span class="count">${count}</span>` : ''}</a></li>`;
  });
  return framed(opened, props, [
    wayBack(opened),
    errorSummary(frame, props.trouble?.errors ?? []),
    obstacleBanner(opened, props.trouble ?? noTrouble),
    done !== null && banner('ok', done, wayOn(opened, props.done)),
    lockBanner(opened),
    identityBar(opened, 'h1'),
    html`<nav class="tabs" aria-label="${words.say('case.tabs')}"><ul>${links}</ul></nav>`,
    props.body,
  ]);
}

/** A page on which one thing is done about a case. */
export function actionPage(opened: OpenedCase, props: CasePageProps): Html {
  return framed(opened, props, [
    back(opened.path, opened.frame.words.say('case.backToCase')),
    errorSummary(opened.frame, props.trouble?.errors ?? []),
    obstacleBanner(opened, props.trouble ?? noTrouble),
    lockBanner(opened),
    identityBar(opened, 'p'),
    html`<h1 class="under">${props.title}</h1>`,
    props.body,
  ]);
}

function framed({ frame, member, view }: OpenedCase, props: CasePageProps, body: readonly Fragment[]): Html {
  return staffLayout(frame, {
    member,
    section: 'list',
    title: `${props.title} – ${view.case.reference}`,
    failed: (props.trouble?.errors.length ?? 0) > 0,
    body,
  });
}

/** To the list as it was, and to the next case of it. */
function wayBack({ frame: { words }, path, from }: OpenedCase): Html {
  const list = from ? listPath(from.query) : '/cases/list';
  return html`<p class="back"><a href="${list}">${icon('back', 18)} ${words.say('case.backToList')}</a>${from && html`<a href="${path}/next">${words.say('case.next')}</a>`}</p>`;
}

/** After an act that ends the work on a case for now: the next one. */
function wayOn({ frame, path, from }: OpenedCase, done: string | undefined): Fragment {
  if (!endsWork(done)) return null;
  const { words } = frame;
  if (from) return html`<p><a href="${path}/next">${words.say('case.next')}</a></p>`;
  return html`<form method="post" action="/cases/next" class="inline"><input type="hidden" name="csrf" value="${frame.formToken}"><button class="linkish">${words.say('desk.takeNext')}</button></form>`;
}

function back(href: string, label: string): Html {
  return html`<p class="back"><a href="${href}">${icon('back', 18)} ${label}</a></p>`;
}
