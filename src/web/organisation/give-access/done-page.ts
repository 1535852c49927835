import { type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';

/** What became of it for one person. */
export type DonePerson = {
  readonly name: string;
  readonly outcome: 'given' | 'waits' | 'refused';
  /** Why not, in words. */
  readonly refusals: readonly string[];
};

/** L5, done: who got what, and who was told. */
export function donePage(frame: OrganisationFrame, people: readonly DonePerson[]): Html {
  const { words, here } = frame;
  const given = people.filter(({ outcome }) => outcome !== 'refused').length;
  const rows = people.map(
    ({ name, outcome, refusals }) =>
      html`<div><dt translate="no">${name}</dt><dd>${words.say(`giving.done.${outcome}`)}${refusals.length > 0 && html`<ul class="plain">${refusals.map((each) => html`<li>${each}</li>`)}</ul>`}</dd></div>`,
  );
  return organisationLayout(frame, {
    title: words.say('giving.done'),
    section: 'people',
    notice: banner(given > 0 ? 'ok' : 'warn', words.say('giving.done.count', { count: given })),
    body: html`<dl class="sum">${rows}</dl>
<p>${words.say('giving.done.when')}</p>
<div class="row"><a class="btn" href="${here.at('/give-access')}">${words.say('giving.again')}</a><a class="btn sec" href="${here.at('/people')}">${words.say('giving.toPeople')}</a></div>`,
  });
}
