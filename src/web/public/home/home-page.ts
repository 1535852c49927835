import { textIn } from '../../../base/language.ts';
import type { DemoPlace, DemoStory } from '../../http/demo-world.ts';
import { flag } from '../../ui/flag.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import type { Contact } from '../../ui/journey-page.ts';
import { disclosure } from '../../ui/parts.ts';
import { type ArticlePart, articlePage } from '../article.ts';

/** So many of one place are shown at once; the others behind a disclosure. */
const SHOWN = 5;
const applications = ['klip', 'gipod', 'geopunt', 'account', 'access'] as const;
const desks = ['organisation', 'platform', 'cases', 'office'] as const;

/** What this is, how a login goes, and in the demo where to begin and whom to be. */
export function homePage(
  frame: Frame,
  contact: Contact,
  demo: { readonly places: readonly DemoPlace[]; readonly stories: readonly DemoStory[] } | null,
): Html {
  const steps = ([1, 2, 3, 4] as const).map(
    (each) => ({ head: `home.how.${each}`, text: `home.how.${each}.text` }) as const,
  );
  return articlePage(frame, {
    title: 'home.title',
    lede: 'home.lede',
    values: contact,
    parts: [
      { kind: 'text', key: 'home.start' },
      { kind: 'text', key: 'home.account', links: ['/account'] },
      { kind: 'text', key: 'home.organisation', links: ['/organisation'] },
      ...(demo === null ? [] : demoParts(frame, demo)),
      { kind: 'head', key: 'home.how' },
      { kind: 'steps', steps },
    ],
  });
}

function demoParts(
  frame: Frame,
  { places, stories }: { readonly places: readonly DemoPlace[]; readonly stories: readonly DemoStory[] },
): readonly ArticlePart[] {
  const at = (kinds: readonly DemoPlace['kind'][]) =>
    kinds.flatMap((kind) => {
      const [place] = places.filter((each) => each.kind === kind);
      const own = stories.filter((each) => each.at === kind);
      return place && own.length > 0 ? [storiesAt(frame, place, own)] : [];
    });
  return [
    { kind: 'head', key: 'home.demo' },
    { kind: 'text', key: 'home.demo.text' },
    {
      kind: 'own',
      content: html`<ul class="topics places">${places.map((each) => placeItem(frame, each))}</ul>`,
    },
    { kind: 'head', key: 'home.people' },
    { kind: 'text', key: 'home.people.text' },
    { kind: 'own', content: html`${at(applications)}` },
    { kind: 'text', key: 'home.trouble' },
    { kind: 'head', key: 'home.staff' },
    { kind: 'text', key: 'home.staff.text' },
    { kind: 'own', content: html`${at(desks)}` },
  ];
}

function placeItem({ words }: Frame, { kind, url }: DemoPlace): Html {
  return html`<li><a class="topic" href="${url}"><b>${words.say(`home.place.${kind}`)}</b><small>${words.say(`home.place.${kind}.text`)}</small></a></li>`;
}

function storiesAt(frame: Frame, { kind, url }: DemoPlace, stories: readonly DemoStory[]): Html {
  const { words } = frame;
  const list = (some: readonly DemoStory[]) =>
    html`<ul class="stories">${some.map((each) => storyItem(frame, each))}</ul>`;
  const rest = stories.slice(SHOWN);
  const title = words.say('home.people.more', { count: rest.length });
  return html`<section class="stories-at"><h3><a href="${url}">${words.say(`home.place.${kind}`)}</a></h3>${list(stories.slice(0, SHOWN))}${rest.length > 0 && disclosure(title, list(rest))}</section>`;
}

function storyItem(frame: Frame, { name, country, number, happens }: DemoStory): Html {
  const { words, countries } = frame;
  const typed: Fragment = number !== null && html` · <span class="nowrap" translate="no">${number}</span>`;
  return html`<li><b translate="no">${name}</b><small class="from">${flag(frame, country)}<span>${countries.nameOf(country, words.language)}${typed}</span></small><span>${textIn(happens, words.language)}</span></li>`;
}
