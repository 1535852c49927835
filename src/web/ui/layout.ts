import type { Frame } from './frame.ts';
import { type Fragment, type Html, html } from './html.ts';
import { mark } from './icons.ts';
import { onceIn } from './once-in.ts';
import { timeoutDialog, timeoutRefresh } from './timeout.ts';

export type LayoutProps = {
  /** The h1 in words: first part of the document's title. */
  readonly title: string;
  /** Prefixes the title with "Error:" so that screen readers say it first. */
  readonly failed?: boolean;
  readonly wide?: boolean;
  /** Leaves for another address at once; the page must offer the same as a link. */
  readonly leaveTo?: string;
  /** Looks again at this address by itself, after so many seconds; the page says so. */
  readonly looksAgain?: { readonly seconds: number; readonly path: string };
  readonly robots?: boolean;
  readonly body: Fragment;
};

/** The page around every page: skip link, header with languages, one `main`, footer with help always in the same place. */
export function layout(frame: Frame, props: LayoutProps): Html {
  const { words, asset } = frame;
  const title = `${props.failed ? `${words.label('frame.error')} ` : ''}${props.title} – ${words.say('frame.product')}`;
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<meta name="color-scheme" content="light dark">
${refresh(frame, props)}
<link rel="preload" href="${asset('source-sans-3-latin.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${asset('sluis.css')}">
<link rel="icon" href="${asset('favicon.svg')}" type="image/svg+xml">
<script type="module" src="${asset('sluis.js')}"></script>
</head>
<body>
<a class="skip" href="#main">${words.say('frame.skip')}</a>
<header>${frame.demo && html`<p class="demo-bar"><strong>${words.say('frame.demo')}</strong> ${words.say('frame.demoText')}</p>`}
<div class="top"><div class="wrap">
<a class="logo" href="/">${mark()}<span>Sluis</span></a>
${languageLinks(frame)}
</div></div></header>
<main id="main" tabindex="-1"><div class="wrap${props.wide ? '' : ' narrow'}">
${props.body}
</div></main>
${footer(words)}
${timeoutDialog(frame)}
</body>
</html>`;
}

/** Where the page leads by itself: at once, after a while, or when it ends. */
function refresh(frame: Frame, { leaveTo, looksAgain }: LayoutProps): Fragment {
  if (leaveTo !== undefined) return html`<meta http-equiv="refresh" content="0;url=${leaveTo}">`;
  if (looksAgain === undefined) return timeoutRefresh(frame);
  const { seconds, path } = looksAgain;
  return html`<meta http-equiv="refresh" content="${seconds};url=${path}">`;
}

/** The languages in which this page exists, each in its own words. */
export function languageLinks(frame: Frame): Html {
  const { words } = frame;
  const links = frame.languages.map((language) =>
    language === words.language
      ? html`<li><span aria-current="true" lang="${language}">${language.toUpperCase()}<span class="vh"> ${words.nameOfLanguage(language)}</span></span></li>`
      : html`<li><a href="${frame.languagePath(language)}" lang="${language}" hreflang="${language}" rel="alternate">${language.toUpperCase()}<span class="vh"> ${words.nameOfLanguage(language)}</span></a></li>`,
  );
  return html`<nav class="langs" aria-label="${words.say('frame.language')}"><ul>${links}</ul></nav>`;
}

/** Help in the same place on every page (WCAG 3.2.6). */
export const footer = onceIn(
  (words) => html`<footer class="foot"><div class="wrap"><ul>
<li><a href="/help">${words.say('frame.help')}</a></li>
<li><a href="/privacy">${words.say('frame.privacy')}</a></li>
<li><a href="/cookies">${words.say('frame.cookies')}</a></li>
<li><a href="/accessibility">${words.say('frame.accessibility')}</a></li>
</ul></div></footer>`,
);
