import { html } from 'hono/html';
import { naturalAttributes } from '../../src/protocols/eidas/response/attributes.ts';
import type { Html } from '../ground/frame.ts';
import { troubleField } from '../ground/trouble-field.ts';
import { english, nativeTexts } from './native-texts.ts';
import { genitive, statePage } from './pages.ts';
import type { SimulatedPerson } from './people/index.ts';
import type { SignIn } from './sign-ins.ts';
import type { MemberState } from './states.ts';
import { type Trouble, troubles } from './trouble.ts';

/** The state asks its person to agree to what goes to Belgium. */
export function consentPage(signIn: SignIn, person: SimulatedPerson, trouble: Trouble): Html {
  const { state } = signIn;
  const native = nativeTexts(state.language);
  const code = state.code.toLowerCase();
  const both = (key: keyof typeof english) =>
    state.language === 'en'
      ? html`${english[key]}`
      : html`<span><span lang="${state.language}">${native[key]}</span><span class="translation"> (${english[key]})</span></span>`;
  return statePage(
    state,
    english.shares,
    html`<div class="stack">
    <p><a href="/${code}/sign-in/${signIn.id}">Somebody else</a></p>
    <h1 lang="${state.language}">${native.shares}</h1>
    ${state.language === 'en' ? '' : html`<p class="lede">${english.shares}.</p>`}
    <p class="muted">You are at ${genitive(state.name)} (simulated) sign-in page. Nothing is sent before you agree.</p>
    <dl class="card facts-list">${sharedData(signIn, person).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    <form class="stack" method="post" action="/${code}/sign-in/${signIn.id}/answer">
      <input type="hidden" name="person" value="${person.id}">
      ${troubleField(troubles, trouble)}
      <div class="actions">
        <button class="button" name="decision" value="agree">${both('agree')}</button>
        <button class="button quiet" name="decision" value="cancel">${both('cancel')}</button>
      </div>
    </form></div>`,
  );
}

function sharedData(signIn: SignIn, person: SimulatedPerson): readonly (readonly [string, string])[] {
  const asked = (name: string, label: string, value: string) =>
    signIn.request.attributes.includes(name) ? [[label, value] as const] : [];
  const original = (name: string | null) => (name ? ` (${name})` : '');
  return [
    ['Family name', person.familyName + original(person.originalFamilyName)],
    ['Given names', person.givenNames + original(person.originalGivenNames)],
    ['Date of birth', person.birthDate],
    ...asked(naturalAttributes.birthPlace.name, 'Place of birth', person.birthPlace),
    ...asked(naturalAttributes.gender.name, 'Sex', person.sex),
    ['Identifier', `${signIn.state.code}/BE/${person.identifier}`],
  ];
}

/** The form that carries the answer to Belgium: its own script sends it, the button is for everybody else. */
export function answerPage(signIn: SignIn, response: string): Html {
  const { state, connector, relayState } = signIn;
  return statePage(
    state,
    'Back to Belgium',
    html`<div class="stack"><h1>Taking you back to Belgium</h1>
    <p class="lede">${state.name} sends its answer.</p>
    <form method="post" action="${connector.assertionConsumer}" data-submit>
      <input type="hidden" name="SAMLResponse" value="${Buffer.from(response).toString('base64')}">
      ${relayState === null ? '' : html`<input type="hidden" name="RelayState" value="${relayState}">`}
      <button class="button">Continue</button>
    </form></div>`,
    true,
  );
}

/** A state that takes its time: nothing sleeps, one clicks through. */
export function slowPage(signIn: SignIn, person: SimulatedPerson): Html {
  const { state } = signIn;
  return statePage(
    state,
    'Please wait',
    html`<div class="stack"><h1>${state.name} is taking its time</h1>
    <p class="lede">A real node would leave you waiting here. Wait as long as you like, for instance until the login in Belgium has expired.</p>
    <form method="post" action="/${state.code.toLowerCase()}/sign-in/${signIn.id}/answer">
      <input type="hidden" name="person" value="${person.id}"><input type="hidden" name="trouble" value="none">
      <button class="button" name="decision" value="agree">Send the answer now</button>
    </form></div>`,
  );
}

/** A request that this node refuses, with everything that is wrong with it. */
export function refusedRequestPage(state: MemberState, problems: readonly string[]): Html {
  return statePage(
    state,
    'Request refused',
    html`<div class="stack"><h1>This request is not as eIDAS asks</h1>
    <p class="lede">${state.name} does not answer it. What is wrong:</p>
    <ul class="card list">${problems.map((each) => html`<li>${each}</li>`)}</ul></div>`,
  );
}
