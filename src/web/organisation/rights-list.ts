import { lastDayBefore } from '../../base/calendar.ts';
import type { Application } from '../../domain/application/index.ts';
import type { RightAtWork } from '../../domain/work-relation/index.ts';
import { rightInWords } from '../ui/access/wish-words.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { nameOf } from '../ui/parts.ts';
import type { OrganisationFrame } from './organisation-layout.ts';

/** The rights of somebody at work, and the applications that name them. */
export type RightsProps = {
  readonly rights: readonly RightAtWork[];
  readonly applications: readonly Pick<Application, 'id' | 'name' | 'rights'>[];
};

/** The rights of somebody, by name, each with its contexts and until when; `behind` adds to it, by the right and how it is called. */
export function rightsList(
  { words }: OrganisationFrame,
  { rights, applications }: RightsProps,
  behind: (right: RightAtWork, named: string) => Fragment = () => null,
): Html {
  if (rights.length === 0) return html`<p>${words.say('people.rights.none')}</p>`;
  const byId = new Map(applications.map((each) => [each.id, each]));
  const items = rights.map((each) => {
    const { application: id, validity } = each;
    const application = byId.get(id);
    const named = rightInWords(each, application, words);
    const until =
      validity.until === null
        ? words.say('people.until.none')
        : words.say('people.untilDay', { day: words.date(lastDayBefore(validity.until)) });
    return html`<li><strong translate="no">${application ? nameOf(application, words.language) : id}</strong>: ${named}<br><small>${until} ${behind(each, named)}</small></li>`;
  });
  return html`<ul>${items}</ul>`;
}
