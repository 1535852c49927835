import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of HTML whose values are escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What every page of one simulated site has in common. */
export type SiteFace = {
  readonly name: string;
  readonly tagline: string;
  /** Chooses the colours in the style sheet. */
  readonly theme: 'klip' | 'gipod' | 'geopunt' | 'europe' | 'inbox' | 'fas' | 'organisation';
  /** A colour of the header, where sites of one theme differ. */
  readonly band?: string;
  readonly home: string;
  /** Path of a flag, where the site belongs to a country. */
  readonly flag?: string;
  /** The sentence that tells that nothing here is real, in the language of the page. */
  readonly demo: string;
};

export type FramedPage = {
  readonly face: SiteFace;
  readonly language: string;
  readonly title: string;
  readonly skip: string;
  readonly nav?: Html;
  readonly main: Html;
  readonly script?: boolean;
};

/** A whole page: demo banner, header, main and footer. */
export function framePage(page: FramedPage): Html {
  const { face } = page;
  return html`${raw('<!doctype html>')}
<html lang="${page.language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${page.title} – ${face.name}</title>
    <link rel="stylesheet" href="/assets/simulators.css">
    ${page.script ? html`<script src="/assets/submit.js" defer></script>` : ''}
  </head>
  <body class="theme-${face.theme}${face.band ? ` band-${face.band}` : ''}">
    <a class="skip" href="#main">${page.skip}</a>
    <header>
      <p class="demo"><strong>Demo</strong> ${face.demo}</p>
      <div class="top"><div class="wrap">
        <a class="brand" href="${face.home}">
          ${face.flag ? html`<img class="flag" src="${face.flag}" alt="" width="42" height="28">` : html`<span class="mark" aria-hidden="true">${face.name.slice(0, 1)}</span>`}
          <span><span class="brand-name">${face.name}</span><span class="brand-tagline">${face.tagline}</span></span>
        </a>
        ${page.nav ?? ''}
      </div></div>
    </header>
    <main id="main" tabindex="-1"><div class="wrap">${page.main}</div></main>
    <footer class="foot"><div class="wrap"><p>${face.name} · ${face.demo}</p></div></footer>
  </body>
</html>`;
}
