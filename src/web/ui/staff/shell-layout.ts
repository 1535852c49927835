import type { Frame } from '../frame.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { mark } from '../icons.ts';
import { footer, languageLinks } from '../layout.ts';

/** A part of the menu beside a page. */
export type MenuItem = {
  readonly label: string;
  readonly path: string;
  readonly isCurrent: boolean;
  /** How many wait in it, shown beside its name. */
  readonly count?: number | undefined;
};

export type ShellLayoutProps = {
  /** The h1 in words: first part of the document's title. */
  readonly title: string;
  /** The second part of it: of which pages this is one. */
  readonly area: string;
  /** Prefixes the title with "Error:" so that screen readers say it first. */
  readonly failed?: boolean;
  /** Who is here, and how they leave. */
  readonly who: Fragment;
  readonly menu: {
    /** Its name, for screen readers. */
    readonly label: string;
    /** What it is folded into where there is no room. */
    readonly summary: string;
    readonly items: readonly MenuItem[];
  };
  /** Begins with the h1, or with what goes before it. */
  readonly body: Fragment;
  /** The warning before the session ends. */
  readonly timeout: Fragment;
};

/** The page around every page that somebody works on: who they are, the parts they may open, one `main`. */
export function shellLayout(frame: Frame, props: ShellLayoutProps): Html {
  const { words, asset } = frame;
  const title = `${props.failed ? `${words.label('frame.error')} ` : ''}${props.title} – ${props.area} – ${words.say('frame.product')}`;
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<meta name="color-scheme" content="light dark">
<link rel="preload" href="${asset('source-sans-3-latin.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${asset('sluis.css')}">
<link rel="stylesheet" href="${asset('staff.css')}">
<link rel="icon" href="${asset('favicon.svg')}" type="image/svg+xml">
<script type="module" src="${asset('sluis.js')}"></script>
</head>
<body class="staff">
<a class="skip" href="#main">${words.say('frame.skip')}</a>
<header>${frame.demo && html`<p class="demo-bar"><strong>${words.say('frame.demo')}</strong> ${words.say('frame.demoText')}</p>`}
<div class="top"><div class="wrap">
<a class="logo" href="/">${mark()}<span>Sluis</span></a>
${props.who}
${languageLinks(frame)}
</div></div></header>
<div class="wrap shell">
${menuOf(props)}
<main id="main" tabindex="-1">
${props.body}
</main></div>
${footer(words)}
${props.timeout}
</body>
</html>`;
}

function menuOf({ menu: { label, summary, items } }: ShellLayoutProps): Html {
  const shown = items.map(({ label, path, isCurrent, count }) => {
    const current = isCurrent && html` aria-current="page"`;
    return html`<li><a href="${path}"${current}>${label}${count !== undefined && html`<span class="count">${count}</span>`}</a></li>`;
  });
  const place = items.find(({ isCurrent }) => isCurrent);
  // One of the two is shown: beside the page where there is room, folded into a line where there is none.
  return html`<nav class="side" aria-label="${label}"><ul>${shown}</ul></nav>
<details class="menu"><summary>${summary}${place && html`: ${place.label}`}</summary><nav aria-label="${label}"><ul>${shown}</ul></nav></details>`;
}
