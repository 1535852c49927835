import type { Application } from '../../domain/application/index.ts';
import { copyable } from '../ui/copyable.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { layout } from '../ui/layout.ts';
import { answerForm, linkButton, nameOf, timeTag } from '../ui/parts.ts';
import type { Contact } from './journey-page.ts';
import { type PageProblem, problemInWords } from './problem-words.ts';

export type ProblemProps = {
  readonly problem: PageProblem;
  /** The application of the login, when it is known. */
  readonly application: Pick<Application, 'name' | 'homeUri'> | null;
  /** Ties page, audit event and log line together; what the person reads out on the telephone. */
  readonly correlation: string | null;
  readonly at: Date;
  /** The login still lives: the page can offer another way to log in, and a way back with an answer to the application. */
  readonly alive: boolean;
  readonly contact: Contact;
};

/** P14: what happened, what you can do, whom to ask with which reference. Never a code as headline, never blame. */
export function problemPage(frame: Frame, props: ProblemProps): Html {
  const { words } = frame;
  const { title, text, todo } = problemInWords(frame, props.problem);
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

function beginAgain({ words }: Frame, { problem, application, alive }: ProblemProps): readonly Html[] {
  if (alive || problem.kind === 'not-found' || problem.kind === 'internal') return [];
  if (!application) return [html`${words.say('problem.restartAny')}`];
  const text = words.say('problem.restart', { application: nameOf(application, words.language) });
  return [application.homeUri ? html`<a href="${application.homeUri}">${text}</a>` : html`${text}`];
}

function actions(frame: Frame, { problem, application, alive }: ProblemProps): Fragment {
  const { words, path } = frame;
  if (problem.kind === 'changed-elsewhere' && !alive) {
    return html`<div class="row"><a class="btn" href="${path}">${words.say('problem.changed-elsewhere.button')}</a></div>`;
  }
  // The empty address is the one that was asked for.
  if (problem.kind === 'too-many-requests') {
    return html`<div class="row"><a class="btn" href="">${words.say('problem.again.button')}</a></div>`;
  }
  if (!application?.homeUri && !alive) {
    return html`<div class="row"><a class="btn" href="/">${words.say('problem.home.button')}</a></div>`;
  }
  if (!application) return null;
  const back = words.say('frame.returnTo', { application: nameOf(application, words.language) });
  if (!alive) return html`<div class="row"><a class="btn" href="${application.homeUri}">${back}</a></div>`;
  const final = problem.kind === 'no-means-possible';
  const again = html`<button class="btn">${words.say('problem.otherWay.button')}</button>`;
  return html`<div class="row">${!final && answerForm(frame, 'go-back', again)}${linkButton(frame, 'give-up', back)}</div>`;
}
