import type { SavedList } from '../../../domain/casework/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import { textField } from '../../ui/form/form-fields.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { disclosure } from '../../ui/parts.ts';
import { type ListQuery, writeListQuery } from '../list-query.ts';

/** The lists that this agent keeps under a name, as links; each can be removed. */
export function savedLists(page: StaffPage, query: ListQuery, saved: readonly SavedList[]): Fragment {
  if (saved.length === 0) return null;
  const { words } = page.frame;
  const now = writeListQuery(query);
  const items = saved.map(
    (list) =>
      html`<li><a href="/cases/list?${list.query}"${list.query === now && html` aria-current="page"`}>${list.name}</a>${postedForm(
        page,
        '/cases/views/remove',
        html`${hidden('id', list.id)}${hidden('query', now)}<button class="linkish">${words.say('desk.saved.remove')}<span class="vh"> ${list.name}</span></button>`,
        'inline',
      )}</li>`,
  );
  return html`<nav class="saved" aria-label="${words.say('desk.saved')}"><ul>${items}</ul></nav>`;
}

/** Keeps the list as it stands now under a name. */
export function saveListForm(
  page: StaffPage,
  query: ListQuery,
  {
    errors,
    typed,
  }: { readonly errors: readonly FieldError[]; readonly typed: Readonly<Record<string, string>> },
): Html {
  const { frame } = page;
  const own = errors.filter(({ field }) => field === 'name');
  const form = postedForm(
    page,
    '/cases/views',
    html`${hidden('query', writeListQuery({ ...query, page: 1 }))}${textField({ frame, typed, errors: own }, { name: 'name', label: frame.words.say('desk.saved.name'), hint: frame.words.say('desk.saved.hint') })}<div class="row"><button class="btn sec">${frame.words.say('desk.saved.save')}</button></div>`,
  );
  if (own.length > 0) return html`<section class="card">${form}</section>`;
  return disclosure(frame.words.say('desk.saved.title'), form);
}
