import type { AccessAnswer, TestedAccess } from '../../../domain/access-overview/index.ts';
import type { PersonAtWork } from '../../../domain/work-relation/index.ts';
import { type AccessSubject, denialInWords, factInWords, pathInWords } from '../../ui/access/access-words.ts';
import { accessTestPath } from '../../ui/access/why-link.ts';
import { dateField, type FormState, selectField } from '../../ui/form/form-fields.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { nameOf } from '../../ui/parts.ts';
import { fullName } from '../full-name.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';

type Form = FormState & { readonly frame: OrganisationFrame };
type Tested = Extract<TestedAccess, { kind: 'test' }>;

export type AccessTestProps = {
  readonly tested: Tested;
  /** The name that was searched for. */
  readonly search: string | null;
};

/** L14: may somebody act in an application at a moment: yes or no, because … */
export function accessTestPage(form: Form, { tested, search }: AccessTestProps): Html {
  const { frame, errors } = form;
  const { words, here } = frame;
  const { person, answer } = tested;
  return organisationLayout(frame, {
    title: words.say('accessTest.title'),
    section: 'access-test',
    errors,
    body: html`<p class="lede">${words.say('accessTest.lede', { organisation: here.organisation.name })}</p>
${person && answer && answerCard(frame, person, answer)}
${person === null ? choosePerson(form, tested, search) : question(form, person, tested)}`,
  });
}

function choosePerson({ frame, typed }: Form, { found }: Tested, search: string | null): Html {
  const { words, here } = frame;
  const content = html`${typed.application && hidden('application', typed.application)}
<label for="search">${words.say('accessTest.search')}</label>
<span class="search-row"><input type="search" id="search" name="search" value="${search ?? ''}" maxlength="100" autocomplete="off" spellcheck="false"><button class="btn sec">${words.say('country.search.go')}</button></span>`;
  const items = found.map(({ relation, givenNames, familyName, jobTitle }) => {
    const asked = new URLSearchParams({ person: relation });
    if (typed.application) asked.set('application', typed.application);
    return html`<li><a class="topic" href="${here.at(`/access-test?${asked}`)}"><b translate="no">${givenNames} ${familyName}</b>${jobTitle && html`<small>${jobTitle}</small>`}</a></li>`;
  });
  return html`<section class="card"><h2>${words.say('accessTest.person')}</h2>
${postedForm({ frame }, here.at('/access-test'), content, 'field search')}
${search !== null && found.length === 0 && html`<p role="status">${words.say('accessTest.none')}</p>`}
${items.length > 0 && html`<ul class="topics">${items}</ul>`}</section>`;
}

/** In the address, so that an answer can be kept, sent to a colleague and asked again. */
function question(form: Form, person: PersonAtWork, { applications }: Tested): Html {
  const { frame } = form;
  const { words, here } = frame;
  const named = applications.map((each) => ({ value: each.id, label: nameOf(each, words.language) }));
  const fields =
    applications.length === 0
      ? html`<p>${words.say('accessTest.noApplication')}</p>`
      : html`<form method="get" action="${here.at('/access-test')}" novalidate>${hidden('person', person.relation)}
${selectField(form, { name: 'application', label: words.say('accessTest.application'), choices: named, without: true })}
${dateField(form, { name: 'on', label: words.say('accessTest.on'), hint: words.say('accessTest.on.hint') })}
<div class="row"><button class="btn">${words.say('accessTest.do')}</button></div></form>`;
  return html`<section class="card"><h2>${words.say('accessTest.person')}</h2>
<p><a href="${here.at(`/people/${person.relation}`)}" translate="no">${fullName(person)}</a></p>
<p><a href="${accessTestPath(frame, {})}">${words.say('accessTest.other')}</a></p>
${fields}</section>`;
}

function answerCard(frame: OrganisationFrame, person: PersonAtWork, answer: AccessAnswer): Html {
  const { words } = frame;
  const { decision, application, organisation, at } = answer;
  const subject: AccessSubject = { ...answer, person: fullName(person) };
  const asked = {
    person: subject.person,
    application: nameOf(application, words.language),
    organisation: organisation.name,
    moment: words.moment(at),
  };
  const reasons =
    decision.kind === 'yes'
      ? decision.paths.map((path) => pathInWords(words, subject, path))
      : decision.denials.map((denial) => denialInWords(words, subject, denial));
  return html`<section class="card" role="status"><h2>${words.say(`accessTest.${decision.kind}`)}</h2>
<p>${words.say(decision.kind === 'yes' ? 'accessTest.may' : 'accessTest.mayNot', asked)}</p>
<ul>${reasons.map((each) => html`<li>${each}</li>`)}</ul>
<h3>${words.say('accessTest.facts')}</h3>${factsTable(frame, subject, answer)}</section>`;
}

/** Every fact in the order in which the engine looks at it. On a narrow screen each row is a card. */
function factsTable({ words }: OrganisationFrame, subject: AccessSubject, { facts }: AccessAnswer): Fragment {
  const [fact, holds] = [words.say('accessTest.fact'), words.say('accessTest.holds')];
  const rows = facts.map(
    (each) =>
      html`<tr><th scope="row">${factInWords(words, subject, each)}</th><td data-label="${holds}">${words.say(each.holds ? 'accessTest.holds.yes' : 'accessTest.holds.no')}</td></tr>`,
  );
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('accessTest.facts')}"><table class="list"><thead><tr><th scope="col">${fact}</th><th scope="col">${holds}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
