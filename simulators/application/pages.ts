import { html } from 'hono/html';
import { type Language, languages } from '../../src/base/language.ts';
import { framePage, type Html, type SiteFace } from '../ground/frame.ts';
import { languageNames } from './language.ts';
import type { ApplicationDescription } from './model.ts';
import { commonTexts } from './texts.ts';

/** What every page of an application needs besides its own content. */
export type PageSetting = {
  readonly description: ApplicationDescription;
  readonly language: Language;
  /** Path that the language links lead to. */
  readonly path: string;
};

/** A page of this application around `main`. */
export function applicationPage(setting: PageSetting, title: string, main: Html): Html {
  const { description, language } = setting;
  const texts = commonTexts[language];
  const face: SiteFace = {
    name: description.name,
    tagline: description.texts[language].tagline,
    theme: description.theme,
    home: '/',
    demo: texts.demo,
  };
  return framePage({ face, language, title, skip: texts.skip, nav: languageLinks(setting), main });
}

function languageLinks(setting: PageSetting): Html {
  const entry = (language: Language) => {
    const short = language.toUpperCase();
    const full = html`<span class="vh"> ${languageNames[language]}</span>`;
    return language === setting.language
      ? html`<li><span lang="${language}" aria-current="true"><b>${short}</b>${full}</span></li>`
      : html`<li><a href="${setting.path}?lang=${language}" lang="${language}" hreflang="${language}">${short}${full}</a></li>`;
  };
  return html`<nav aria-label="${commonTexts[setting.language].language}"><ul class="nav">${languages.map(entry)}</ul></nav>`;
}

/** The page for people who are not logged in. `notice` is shown first. */
export function welcomePage(setting: PageSetting, notice: string | null): Html {
  const { description, language } = setting;
  const texts = commonTexts[language];
  const own = description.texts[language];
  return applicationPage(
    setting,
    own.tagline,
    html`<div class="stack">
      ${notice ? html`<p class="note ok" role="status">${notice}</p>` : ''}
      <section class="hero">
        <div class="stack">
          <h1>${own.headline}</h1>
          <p class="lede">${own.lede}</p>
          <p><a class="button" href="/login">${texts.logIn}</a></p>
          <p class="muted small">${texts.logInWhy}</p>
        </div>
        ${description.picture}
      </section>
    </div>`,
  );
}

/** A page that tells what went wrong and how to go on. `code` is the OAuth error code, if there is one. */
export function problemPage(
  setting: PageSetting,
  problem: { title: string; text: string; code: string | null },
): Html {
  const texts = commonTexts[setting.language];
  return applicationPage(
    setting,
    problem.title,
    html`<div class="stack">
      <h1>${problem.title}</h1>
      <p class="lede">${problem.text}</p>
      ${problem.code ? html`<p class="muted">${texts.errorCode}: <code>${problem.code}</code></p>` : ''}
      <p class="actions"><a class="button" href="/login">${texts.again}</a><a class="button quiet" href="/">${texts.home}</a></p>
    </div>`,
  );
}
