import { html } from 'hono/html';
import { framePage, type Html } from '../ground/frame.ts';
import { nativeTexts } from './native-texts.ts';
import { groupedNumber, peopleOf, type SimulatedPerson } from './people/index.ts';
import type { SignIn } from './sign-ins.ts';
import { type MemberState, memberStates } from './states.ts';
import { type Trouble, troubles } from './trouble.ts';

const demo = 'No real country is behind this: every person and every key is simulated.';

/** A page in the style of one state. */
export function statePage(state: MemberState, title: string, main: Html, script = false): Html {
  const face = {
    name: `${state.name} (simulated)`,
    tagline: state.means,
    theme: 'europe' as const,
    band: state.band,
    home: `/${state.code.toLowerCase()}`,
    flag: `/assets/flags/${state.iso}.svg`,
    demo,
  };
  return framePage({ face, language: 'en', title, skip: 'Skip to the content', main, script });
}

/** All simulated states. */
export function europePage(): Html {
  const face = {
    name: 'Simulated Europe',
    tagline: 'Member states of the EU and the EEA',
    theme: 'europe' as const,
    home: '/',
    demo,
  };
  const card = (state: MemberState) => html`<li><a class="card-choice" href="/${state.code.toLowerCase()}">
      <img class="flag" src="/assets/flags/${state.iso}.svg" alt="" width="42" height="28">
      <span class="name">${state.name}</span>
      <span class="facts">${state.means} · ${state.signature} · ${state.keyEncryption} · ${state.content}</span></a></li>`;
  const main = html`<div class="stack"><h1>Simulated Europe</h1>
    <p class="lede">Every state here has its own node, keys and trust anchor, and people to log in as. Logins start at an application, not here.</p>
    <ul class="cards">${memberStates.map(card)}</ul></div>`;
  return framePage({ face, language: 'en', title: 'States', skip: 'Skip to the content', main });
}

/** What there is of one state when nobody asked for a login. */
export function aboutStatePage(state: MemberState): Html {
  const people = peopleOf(state.code).map(
    (person) => html`<li class="card stack">${personFacts(person)}</li>`,
  );
  const code = state.code.toLowerCase();
  return statePage(
    state,
    'People',
    html`<div class="stack"><h1>People of ${state.name}</h1>
    <p class="lede">Begin at an application, choose eIDAS and then ${state.name}: you come back here to choose one of them.</p>
    <ul class="cards">${people}</ul>
    <p><a href="/${code}/metadata">SAML metadata of this node</a> · <a href="/">All states</a></p></div>`,
  );
}

/** The persona picker: who signs in, and what goes wrong if anything. */
export function pickerPage(signIn: SignIn): Html {
  const { state } = signIn;
  const people = peopleOf(state.code);
  const [main] = people;
  const native = nativeTexts(state.language);
  const link = (person: SimulatedPerson, trouble: Trouble) =>
    `/${state.code.toLowerCase()}/sign-in/${signIn.id}/consent?person=${person.id}&trouble=${trouble}`;
  return statePage(
    state,
    'Choose a person',
    html`<div class="stack-l">
    <div class="stack">
      <p class="badge" lang="${state.language}">${native.signIn} · ${state.means}</p>
      <h1>You are at ${genitive(state.name)} (simulated) sign-in page</h1>
      <p class="lede">${signIn.request.providerName ? html`<strong>${signIn.request.providerName}</strong> asks` : 'Belgium asks'} who you are. Choose who signs in.</p>
      <ul class="cards">${people.map((person) => html`<li><a class="card-choice" href="${link(person, 'none')}">${personFacts(person)}</a></li>`)}</ul>
    </div>
    ${
      main
        ? html`<section class="stack" aria-labelledby="trouble"><h2 id="trouble">Trouble on demand</h2>
      <p class="muted">${main.givenNames} ${main.familyName} signs in, and something goes wrong. On the next page you can choose it for others too.</p>
      <ul class="cards">${troubles.map((each) => html`<li><a class="card-choice" href="${link(main, each.kind)}"><span class="name">${each.name}</span><span class="facts">${each.says}</span></a></li>`)}</ul></section>`
        : ''
    }
    </div>`,
  );
}

function personFacts(person: SimulatedPerson): Html {
  const original = person.originalFamilyName
    ? html`<span lang="${person.country === 'BG' ? 'bg' : 'el'}">${person.originalGivenNames} ${person.originalFamilyName}</span><br>`
    : '';
  return html`<span class="name">${person.givenNames} ${person.familyName}</span>
    <span class="facts">${original}Born ${person.birthDate} in ${person.birthPlace}</span>
    ${person.special ? html`<span>${person.special}</span>` : ''}
    <span class="badge ${person.belgianNumber ? 'ok' : ''}">${person.belgianNumber ? `Belgian number ${groupedNumber(person.belgianNumber)}` : 'No Belgian number'}</span>`;
}

/** `Germany’s`, `Cyprus’`, `the Netherlands’`. */
export function genitive(name: string): string {
  const named = name === 'Netherlands' ? `the ${name}` : name;
  return named.endsWith('s') ? `${named}’` : `${named}’s`;
}
