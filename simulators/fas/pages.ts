import { html } from 'hono/html';
import { framePage, type Html } from '../ground/frame.ts';
import { troubleField } from '../ground/trouble-field.ts';
import type { Issuer } from './issuer.ts';
import type { DigitalKey, ProviderPerson } from './people.ts';
import { troublesAt } from './trouble.ts';

const demo = 'This is not the real federal login: every person and every key is simulated.';
const demoOfTown = 'There is no such town: every person and every key is simulated.';

/** What of a sign-in the page shows. */
export type AskedSignIn = {
  readonly id: string;
  /** The keys that are enough, what was asked for first. */
  readonly keys: readonly DigitalKey[];
  /** Whom the request named, if it did. */
  readonly hint: string | null;
};

function page(issuer: Issuer, title: string, main: Html): Html {
  const { code, name, tagline } = issuer.setting;
  const face = {
    name: `${name} (simulated)`,
    tagline,
    demo: code === 'fas' ? demo : demoOfTown,
    theme: code === 'fas' ? ('fas' as const) : ('organisation' as const),
    home: `/${code}`,
  };
  return framePage({ face, language: 'en', title, skip: 'Skip to the content', main });
}

/** The providers of this simulator. */
export function providersPage(issuers: readonly Issuer[], isDown: boolean): Html {
  const face = {
    name: 'Simulated login providers',
    tagline: 'The federal login, and an organisation’s own',
    theme: 'fas' as const,
    ...{ home: '/', demo },
  };
  const card = ({ setting, url }: Issuer) => html`<li><a class="card-choice" href="/${setting.code}">
    <span class="name">${setting.name}</span><span class="facts">${setting.tagline} · ${url}</span></a></li>`;
  const main = html`<div class="stack-l"><div class="stack"><h1>Simulated login providers</h1>
    <p class="lede">Logins start at an application, not here. Here you can see who can log in, and let things go wrong for everybody.</p>
    <ul class="cards">${issuers.map(card)}</ul></div>
    <form class="stack" method="post" action="/down"><h2>Trouble for everybody</h2>
      <p>${isDown ? 'Both are out of order: they answer nothing.' : 'Both work.'}</p>
      <button class="button quiet" name="down" value="${isDown ? 'no' : 'yes'}">${isDown ? 'Let them work again' : 'Let them be out of order'}</button>
    </form></div>`;
  return framePage({ face, language: 'en', title: 'Providers', skip: 'Skip to the content', main });
}

/** What there is of one provider when nobody asked for a login. */
export function aboutProviderPage(issuer: Issuer): Html {
  const { code, people, digitalKeys, name } = issuer.setting;
  const main = html`<div class="stack"><h1>People of ${name}</h1>
    <p class="lede">Begin at an application and choose a way to log in: you come back here to choose one of them.</p>
    <ul class="cards">${people.map((each) => html`<li class="card stack">${personFacts(each)}</li>`)}</ul>
    <h2>Keys</h2><ul class="card list">${digitalKeys.map((key) => html`<li>${key.name}: ${key.acr}</li>`)}</ul>
    <form method="post" action="/${code}/rotate"><button class="button quiet">Take a new signing key</button></form>
    <p><a href="/${code}/.well-known/openid-configuration">What it tells of itself</a> · <a href="/">All providers</a></p></div>`;
  return page(issuer, 'People', main);
}

/** Who signs in, by which key, and what goes wrong if anything: one page, one press. */
export function signInPage(issuer: Issuer, asked: AskedSignIn): Html {
  const { code, people, name } = issuer.setting;
  const keyChoice = (key: DigitalKey, place: number) =>
    html`<label><input type="radio" name="key" value="${key.code}" ${place === 0 ? 'checked' : ''}><span>${key.name} <span class="hint">level ${key.level}</span></span></label>`;
  const named = people.filter(({ email }) => email !== null && email === asked.hint);
  const main = html`<form class="stack-l" method="post" action="/${code}/sign-in/${asked.id}">
    <div class="stack"><h1>${name} (simulated)</h1>
      <p class="lede">An application wants to know who you are. Choose who signs in.</p>
      <fieldset class="stack"><legend><strong>Signs in with</strong></legend><div class="card checks">${asked.keys.map(keyChoice)}</div></fieldset>
      ${troubleField(troublesAt(issuer.setting.numberClaim === null ? 'accounts' : 'numbers'))}</div>
    <div class="stack"><h2>Who signs in?</h2>
      ${asked.hint === null ? '' : html`<p class="muted">The request names ${asked.hint}.</p>`}
      <ul class="cards">${(named.length > 0 ? named : people).map((each) => html`<li><button class="card-choice" name="person" value="${each.id}">${personFacts(each)}</button></li>`)}</ul>
      <div class="actions"><button class="button quiet" name="decision" value="cancel">Cancel</button></div></div>
  </form>`;
  return page(issuer, 'Who signs in?', main);
}

function personFacts({ givenNames, familyName, note, number, email }: ProviderPerson): Html {
  return html`<span class="name">${givenNames} ${familyName}</span><span class="facts">${note}</span>
    <span class="badge">${number ?? email ?? ''}</span>`;
}

/** A provider that takes its time: nothing sleeps, one clicks through. */
export function slowPage(issuer: Issuer, id: string, form: Readonly<Record<'person' | 'key', string>>): Html {
  const { code, name } = issuer.setting;
  const main = html`<div class="stack"><h1>${name} is taking its time</h1>
    <p class="lede">A real provider would leave you waiting here. Wait as long as you like, for instance until the login has expired.</p>
    <form method="post" action="/${code}/sign-in/${id}">
      <input type="hidden" name="person" value="${form.person}"><input type="hidden" name="key" value="${form.key}">
      <button class="button">Send the answer now</button></form></div>`;
  return page(issuer, 'Please wait', main);
}

/** A sign-in that is over, or a request that the provider refuses. */
export function refusedPage(issuer: Issuer, what: string): Html {
  const main = html`<div class="stack"><h1>This sign-in cannot go on</h1><p class="lede">${what}</p>
    <p>Go back to the application and begin again.</p></div>`;
  return page(issuer, 'Not possible', main);
}
