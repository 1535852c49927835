import { html } from 'hono/html';
import type { Language } from '../../src/base/language.ts';
import type { Html } from '../ground/frame.ts';
import type { ApplicationDescription, Visitor, WorkField } from './model.ts';
import { applicationPage, type PageSetting } from './pages.ts';
import { commonTexts } from './texts.ts';
import type { DoneWork } from './work-log.ts';

/** What the page of a logged-in person shows besides the visitor. */
export type VisitorView = {
  readonly visitor: Visitor;
  readonly done: readonly DoneWork[];
  readonly notice: { readonly kind: 'done' | 'refused' | 'fill-in' } | null;
  readonly values: Readonly<Record<string, string>>;
};

/** Who you are, for whom you act, what you may, and the one thing to do here. */
export function visitorPage(setting: PageSetting, view: VisitorView): Html {
  const { language, description } = setting;
  const texts = commonTexts[language];
  const own = description.texts[language];
  const { visitor } = view;
  return applicationPage(
    setting,
    own.tagline,
    html`<div class="stack-l">
      <div class="stack">
        ${noticeOf(view, description, language)}
        <h1>${texts.hello} ${visitor.name}</h1>
        <div class="two">
          <section class="card stack" aria-labelledby="who-title"><h2 id="who-title">${texts.forWhom}</h2>${capacityOf(visitor, language)}${buttons(language)}</section>
          <section class="card stack" aria-labelledby="may-title"><h2 id="may-title">${texts.may}</h2>${rightsOf(visitor, language)}</section>
        </div>
      </div>
      <section class="stack" aria-labelledby="work-title">
        <h2 id="work-title">${own.workTitle}</h2>
        ${description.work.mayDo(visitor) ? workForm(setting, view) : html`<p class="note warn">${own.workRefused}</p>`}
        ${description.work.maySee(visitor) ? doneList(view.done, setting) : ''}
      </section>
      <details class="card"><summary>${texts.raw}</summary><p class="muted small">${texts.rawWhy}</p><pre class="raw" tabindex="0">${JSON.stringify(visitor.claims, null, 2)}</pre></details>
    </div>`,
  );
}

function noticeOf(view: VisitorView, description: ApplicationDescription, language: Language): Html | '' {
  switch (view.notice?.kind) {
    case 'done':
      return html`<p class="note ok" role="status">${description.texts[language].workDone}</p>`;
    case 'refused':
      return html`<p class="note err" role="alert">${description.texts[language].workRefused}</p>`;
    case 'fill-in':
      return html`<p class="note err" role="alert">${commonTexts[language].fillIn}</p>`;
    default:
      return '';
  }
}

function capacityOf(visitor: Visitor, language: Language): Html {
  const texts = commonTexts[language];
  if (visitor.organisation) {
    const { name, code, targetGroup } = visitor.organisation;
    return html`<div><p><strong data-capacity>${name}</strong></p><p class="muted">${code} · ${targetGroup}</p></div>`;
  }
  if (visitor.targetGroup && visitor.targetGroup !== 'BUR')
    return html`<p><strong data-capacity>${texts.wholeGroup} ${visitor.targetGroup}</strong></p>`;
  return html`<p><strong data-capacity>${texts.yourself}</strong></p>`;
}

function rightsOf(visitor: Visitor, language: Language): Html {
  const texts = commonTexts[language];
  if (visitor.rights.length === 0) return html`<p class="muted">${texts.noRights}</p>`;
  return html`<ul class="rights">${visitor.rights.map(
    (each) =>
      html`<li><span><strong>${each.right}${each.context ? ` – ${each.context}` : ''}</strong> <span class="muted">${texts.rightFor} ${each.organisation}</span></span></li>`,
  )}</ul>`;
}

function buttons(language: Language): Html {
  const texts = commonTexts[language];
  return html`<div class="actions">
    <form method="post" action="/switch"><button class="button quiet">${texts.actForOther}</button></form>
    <form method="post" action="/logout"><button class="button quiet">${texts.logOut}</button></form>
  </div>`;
}

function workForm(setting: PageSetting, view: VisitorView): Html {
  const { description, language } = setting;
  const own = description.texts[language];
  const field = (each: WorkField) => html`<div class="field">
    <label for="field-${each.name}">${each.label}</label>
    ${each.hint ? html`<span class="hint" id="field-${each.name}-hint">${each.hint}</span>` : ''}
    <input id="field-${each.name}" name="${each.name}" type="${each.type}" maxlength="120" value="${view.values[each.name] ?? ''}"
      ${each.hint ? html`aria-describedby="field-${each.name}-hint"` : ''} ${view.notice?.kind === 'fill-in' ? html`aria-invalid="true"` : ''}>
  </div>`;
  return html`<p>${own.workIntro}</p>
    <form class="card stack" method="post" action="/work" novalidate><div class="fields">${description.work.fields(language).map(field)}</div><button class="button">${own.workButton}</button></form>`;
}

function doneList(done: readonly DoneWork[], setting: PageSetting): Html {
  const { description, language } = setting;
  const own = description.texts[language];
  const texts = commonTexts[language];
  return html`<div class="card stack"><h3>${own.listTitle}</h3>${
    done.length === 0
      ? html`<p class="muted">${own.listEmpty}</p>`
      : html`<ul class="list">${done.map(
          (each) =>
            html`<li><strong>${each.reference}</strong> ${each.line}<br><span class="muted small">${texts.by} ${each.by}</span></li>`,
        )}</ul>`
  }</div>`;
}
