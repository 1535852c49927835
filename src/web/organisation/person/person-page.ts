import { dayOf, lastDayBefore } from '../../../base/calendar.ts';
import type { Application } from '../../../domain/application/index.ts';
import type { PastChange, PersonAtWork, RightAtWork } from '../../../domain/work-relation/index.ts';
import { accessTestPath, whyLink } from '../../ui/access/why-link.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, facts, timeTag } from '../../ui/parts.ts';
import { fullName } from '../full-name.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { type RightsProps, rightsList } from '../rights-list.ts';

/** What was done last, told above the person. */
export const personDone = ['changed'] as const;

export type PersonProps = RightsProps & {
  readonly person: PersonAtWork;
  readonly history: readonly PastChange[];
  /** The applications to which whoever looks may test access. */
  readonly tested: ReadonlySet<Application['id']>;
  readonly done: (typeof personDone)[number] | null;
  readonly now: Date;
};

/** L4: somebody at work: their relation, what they may do, what happened, and its end. */
export function personPage(frame: OrganisationFrame, props: PersonProps): Html {
  const { words, here } = frame;
  const { person, done, now } = props;
  const { relation, validity } = person;
  const isOver = validity.until !== null && validity.until <= now;
  return organisationLayout(frame, {
    title: fullName(person),
    section: 'people',
    back: here.at('/people'),
    notice: done && banner('ok', words.say(`people.done.${done}`)),
    body: html`<section class="card"><h2>${words.say('people.relation')}</h2>${details(frame, person)}
${
  isOver
    ? html`<p>${words.say('people.over')}</p>`
    : html`<div class="row"><a class="btn sec" href="${here.at(`/people/${relation}/change`)}">${words.say('people.change')}</a><a class="btn danger" href="${here.at(`/people/${relation}/end`)}">${words.say('people.end')}</a></div>`
}</section>
<section class="card"><h2>${words.say('people.rights')}</h2>${rightsList(frame, props, whyOf(frame, props))}
<div class="row">${!isOver && html`<a class="btn sec" href="${here.at(`/give-access?relation=${relation}`)}">${words.say('people.giveAccess')}</a>`}<a href="${accessTestPath(frame, { person: relation })}">${words.say('accessTest.whyNot')}</a></div></section>
<section class="card"><h2>${words.say('people.history')}</h2>${past(frame, props.history)}</section>`,
  });
}

/** "Why?" behind a right, where whoever looks may test access to its application. */
function whyOf(frame: OrganisationFrame, { person, tested }: PersonProps) {
  return ({ application }: RightAtWork, named: string): Fragment =>
    tested.has(application) && whyLink(frame, { person: person.relation, application }, named);
}

function details(frame: OrganisationFrame, person: PersonAtWork): Html {
  const { words } = frame;
  const { type, validity, email, phone, jobTitle } = person;
  const rows: readonly (readonly [Fragment, Fragment] | null)[] = [
    [words.say('people.type'), words.say(`people.type.${type}`)],
    [words.say('people.from'), words.date(dayOf(validity.from))],
    [
      words.say('people.until'),
      validity.until === null ? words.say('people.until.none') : words.date(lastDayBefore(validity.until)),
    ],
    jobTitle === null ? null : [words.say('people.jobTitle'), jobTitle],
    email === null ? null : [words.say('people.email'), html`<span translate="no">${email}</span>`],
    phone === null ? null : [words.say('people.phone'), html`<span translate="no">${phone}</span>`],
  ];
  return facts(rows.filter((row) => row !== null));
}

function past({ words }: OrganisationFrame, history: readonly PastChange[]): Html {
  if (history.length === 0) return html`<p>${words.say('people.history.none')}</p>`;
  const kinds = ['added', 'changed', 'ended'] as const;
  const items = history.map(({ kind, at, by }) => {
    const known = kinds.find((each) => each === kind) ?? 'changed';
    const what = words.say(`people.history.${known}`);
    return html`<li>${timeTag(words, at)}: ${what}${by !== '' && html`, <span translate="no">${by}</span>`}</li>`;
  });
  return html`<ul>${items}</ul>`;
}
