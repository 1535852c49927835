import { parseCountry } from '../../base/countries.ts';
import { type SpokenLanguage, textIn } from '../../base/language.ts';
import type { Application } from '../../domain/application/index.ts';
import type { Frame } from './frame.ts';
import { type Fragment, type Html, html } from './html.ts';
import { icon } from './icons.ts';
import type { Words } from './words.ts';

/** The name of an application in a language. */
export function nameOf(application: Pick<Application, 'name'>, language: SpokenLanguage): string {
  return textIn(application.name, language);
}

/** A name that no translation tool may touch, in the middle of a sentence. */
export function properName(name: string): Html {
  return html`<strong translate="no">${name}</strong>`;
}

/** "You are logging in to KLIP": on every page of a login, above the h1. */
export function applicationPill({ words }: Frame, application: Application): Html {
  return html`<p class="svc">${words.say('frame.loggingInTo')} ${properName(nameOf(application, words.language))}</p>`;
}

/** One form of a login's page: posts an answer of this kind, with the token that proves it comes from our page. */
export function answerForm(frame: Frame, kind: string, content: Fragment, name = ''): Html {
  return html`<form method="post" action="${frame.path}" novalidate class="${name}"><input type="hidden" name="csrf" value="${frame.formToken}"><input type="hidden" name="answer" value="${kind}">${content}</form>`;
}

/** A button that looks like a link and posts one answer: cancel, back, "not you?". */
export function linkButton(frame: Frame, kind: string, label: Fragment): Html {
  return answerForm(frame, kind, html`<button class="linkish">${label}</button>`, 'inline');
}

/** Back, above the h1: a POST, because going back forgets what followed. */
export function backButton(frame: Frame): Html {
  return answerForm(
    frame,
    'go-back',
    html`<button class="linkish">${icon('back', 20)}${frame.words.say('frame.back')}</button>`,
    'back',
  );
}

/** The way out at the foot of every page of a login. */
export function cancelButton(frame: Frame, application: Application): Html {
  const label = frame.words.say('frame.cancel', { application: nameOf(application, frame.words.language) });
  return html`<div class="row end">${linkButton(frame, 'give-up', label)}</div>`;
}

/** A disclosure that works without script. */
export function disclosure(title: Fragment, content: Fragment, isOpen = false): Html {
  return html`<details${isOpen && html` open`}><summary>${title}</summary><div class="inside">${content}</div></details>`;
}

/** A message about how the last answer ended, above the h1; focused by the script, first in reading order without it. */
export function banner(kind: 'info' | 'warn' | 'ok', title: Fragment, text: Fragment = null): Html {
  return html`<section class="banner ${kind}" role="${kind === 'warn' ? 'alert' : 'status'}"${kind === 'warn' && html` tabindex="-1" data-focus`}><p class="banner-title">${title}</p>${text}</section>`;
}

/** Name–value pairs. */
export function facts(rows: readonly (readonly [Fragment, Fragment])[]): Html {
  return html`<dl class="sum">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A machine-readable moment with its words. */
export function timeTag(words: Words, moment: Date): Html {
  return html`<time datetime="${moment.toISOString()}">${words.moment(moment)}</time>`;
}

/** A date with its machine-readable form. */
export function dateTag({ words }: Frame, moment: Date): Html {
  return html`<time datetime="${moment.toISOString()}">${words.shortDate(moment)}</time>`;
}

/** The name of a country by its code, as eIDAS or ISO writes it; other text stays as it is. */
export function countryIn({ countries, words }: Frame, text: string): string {
  return countries.nameOf(text, words.language);
}

/** A name in its own script, with the language for the voice of a screen reader. */
export function inOwnScript(text: string): Html {
  const language = /\p{Script=Greek}/u.test(text) ? 'el' : /\p{Script=Cyrillic}/u.test(text) ? 'bg' : null;
  return html`<span translate="no" dir="auto" class="original"${language && html` lang="${language}"`}>${text}</span>`;
}

/** The name of any country of the world by its code; what is none stays as it is. */
export function countryOfTheWorld({ countries, words }: Frame, code: string): string {
  const known = parseCountry(code);
  return countries.world(words.language).find(([each]) => each === known)?.[1] ?? code;
}
