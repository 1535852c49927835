import type { PersonInList } from '../../domain/work-relation/index.ts';
import { type Html, html } from '../ui/html.ts';
import { type OrganisationFrame, organisationLayout } from './organisation-layout.ts';

export type ColleagueProps = {
  readonly title: string;
  readonly back: string;
  readonly query: string;
  readonly found: readonly PersonInList[];
  /** What else the address says, kept in every link. */
  readonly keep: Readonly<Record<string, string>>;
};

/** Whom of the colleagues: by name, with a search. */
export function colleaguePage(frame: OrganisationFrame, props: ColleagueProps): Html {
  const { words, path, here } = frame;
  const { title, back, query, found, keep } = props;
  const kept = Object.entries(keep);
  const items = found.map(({ relation, givenNames, familyName, jobTitle }) => {
    const to = new URLSearchParams([...kept, ['colleague', relation]]);
    return html`<li><a class="topic" href="${path}?${to.toString()}"><b translate="no">${givenNames} ${familyName}</b>${jobTitle && html`<small>${jobTitle}</small>`}</a></li>`;
  });
  return organisationLayout(frame, {
    title,
    section: 'administrators',
    back,
    body: html`<p class="lede">${words.say('organisation.colleague.text')}</p>
<form role="search" method="get" action="${path}" class="field search">${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label for="q">${words.say('organisation.colleague.search')}</label>
<span class="search-row"><input type="search" id="q" name="q" value="${query}" maxlength="60" autocomplete="off" spellcheck="false"><button class="btn sec">${words.say('country.search.go')}</button></span>
</form>
<p role="status">${words.say('organisation.colleague.count', { count: found.length })}</p>
<ul class="topics">${items}</ul>
<p>${words.mark('organisation.colleague.new', {}, [here.at('/people/add')])}</p>`,
  });
}
