import type { Application } from '../../domain/application/index.ts';
import { copyable } from './copyable.ts';
import type { Frame } from './frame.ts';
import { type Fragment, type Html, html } from './html.ts';
import type { Contact } from './journey-page.ts';
import { layout } from './layout.ts';
import { answerForm, linkButton, nameOf, timeTag } from './parts.ts';
import { type PageProblem, problemInWords, type WayOn, waysOn } from './problem-words.ts';

/** A form that was not looked at, to be sent once more: it stands in the page, unseen, and nowhere else. */
export type Resend = {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
};

export type ProblemProps = {
  readonly problem: PageProblem;
  /** The application of the login, when it is known. */
  readonly application: Pick<Application, 'name' | 'homeUri'> | null;
  /** Ties page, audit event and log line together; what the person reads out on the telephone. */
  readonly correlation: string | null;
  readonly at: Date;
  /** The login still lives: the page can offer another way to log in, and a way back with an answer to the application. */
  readonly alive: boolean;
  /** The login that has ended and can be begun once more. */
  readonly again?: string | null;
  /** The page to load again: the empty address is the one that was asked for. */
  readonly reload?: string;
  readonly resend?: Resend | null;
  readonly contact: Contact;
};

/** P14: what happened, what you can do, whom to ask with which reference. Never a code as headline, never blame. */
export function problemPage(frame: Frame, props: ProblemProps): Html {
  const { words } = frame;
  const { title, text, todo } = problemInWords(frame, props.problem, {
    alive: props.alive,
    isSentAgain: Boolean(props.resend),
  });
  const ways = [...todo, ...beginAgain(frame, props), words.say('problem.call', props.contact)];
  return layout(frame, {
    title,
    failed: true,
    body: html`<h1>${title}</h1>
<p class="lede">${text}</p>
<h2>${words.say('problem.youCan')}</h2>
<ul class="bullets">${ways.map((way) => html`<li>${way}</li>`)}</ul>
${actions(frame, props)}
${props.correlation !== null && reference(frame, props.correlation, props.at)}`,
  });
}

function reference(frame: Frame, correlation: string, at: Date): Html {
  const { words } = frame;
  return html`<section class="card reference"><h2>${words.say('frame.reference')}</h2>${copyable(frame, correlation)}<p>${words.label('problem.at')} ${timeTag(words, at)}</p></section>`;
}

/** What to do where nothing else helps. Where the page itself begins the login once more, its button says so. */
function beginAgain({ words }: Frame, { problem, application, alive, again }: ProblemProps): readonly Html[] {
  const isElsewhere = waysOn[problem.kind].some((way) => way === 'application' || way === 'again');
  if (alive || !isElsewhere || again) return [];
  if (!application) return [html`${words.say('problem.restartAny')}`];
  const text = words.say('problem.restart', { application: nameOf(application, words.language) });
  return [application.homeUri ? html`<a href="${application.homeUri}">${text}</a>` : html`${text}`];
}

function actions(frame: Frame, props: ProblemProps): Fragment {
  const { problem, application, alive } = props;
  const { words } = frame;
  if (!alive) {
    const shown = new Map<string, Html>();
    for (const way of waysOn[problem.kind]) {
      const [address, control] = wayOn(frame, props, way, shown.size === 0 ? 'btn' : 'btn sec') ?? [];
      if (address !== undefined && control && !shown.has(address)) shown.set(address, control);
    }
    return html`<div class="row">${[...shown.values()]}</div>`;
  }
  if (!application) return null;
  const back = words.say('frame.returnTo', { application: nameOf(application, words.language) });
  const final = problem.kind === 'no-means-possible';
  const again = html`<button class="btn">${words.say('problem.otherWay.button')}</button>`;
  return html`<div class="row">${!final && answerForm(frame, 'go-back', again)}${linkButton(frame, 'give-up', back)}</div>`;
}

/** One way on, under the address that it leads to. `null` when it is not there for this person. */
function wayOn(
  frame: Frame,
  props: ProblemProps,
  way: WayOn,
  look: string,
): readonly [address: string, Html] | null {
  const { words, path, formToken } = frame;
  const { application, again, reload = '', resend } = props;
  const link = (address: string, label: string) =>
    [address, html`<a class="${look}" href="${address}">${label}</a>`] as const;
  switch (way) {
    case 'again': {
      if (!again || formToken === '') return null;
      const address = `/login/${again}/again`;
      return [
        address,
        html`<form method="post" action="${address}"><input type="hidden" name="csrf" value="${formToken}"><button class="btn">${words.say('problem.login.button')}</button></form>`,
      ];
    }
    case 'application': {
      if (!application?.homeUri) return link('/', words.say('problem.home.button'));
      const name = nameOf(application, words.language);
      return link(application.homeUri, words.say('frame.returnTo', { application: name }));
    }
    case 'where-it-stands':
      return link(path, words.say('problem.changed-elsewhere.button'));
    case 'reload':
      return resend
        ? [resend.action, resendForm(frame, resend)]
        : link(reload, words.say('problem.again.button'));
    case 'home':
      return link('/', words.say('problem.home.button'));
  }
}

function resendForm({ words }: Frame, { action, fields }: Resend): Html {
  const hidden = fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return html`<form method="post" action="${action}">${hidden}<button class="btn">${words.say('problem.resend.button')}</button></form>`;
}
