import type { PlainKey } from '../../texts/values.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import type { Contact } from '../../ui/journey-page.ts';
import { articlePage } from '../article.ts';

/** What is asked, who receives it, how long it is kept. */
export function privacyPage(frame: Frame, contact: Contact): Html {
  return articlePage(frame, {
    title: 'privacy.title',
    lede: 'privacy.lede',
    values: contact,
    parts: [
      { kind: 'head', key: 'privacy.what' },
      {
        kind: 'list',
        keys: ['privacy.what.eid', 'privacy.what.number', 'privacy.what.request', 'privacy.what.address'],
      },
      { kind: 'head', key: 'privacy.who' },
      { kind: 'text', key: 'privacy.who.text' },
      { kind: 'head', key: 'privacy.long' },
      {
        kind: 'list',
        keys: [
          'privacy.long.link',
          'privacy.long.match',
          'privacy.long.draft',
          'privacy.long.documents',
          'privacy.long.login',
          'privacy.long.audit',
        ],
      },
      { kind: 'head', key: 'privacy.rights' },
      { kind: 'text', key: 'privacy.rights.text' },
    ],
  });
}

/** Every cookie of the platform by its name where the issuer is https (`protocols/oidc/cookies.ts`, `base/browser-cookie.ts`). */
const cookies: readonly (readonly [name: string, purpose: PlainKey, life: PlainKey])[] = [
  ['sluis_browser', 'cookies.browser', 'cookies.life.browser'],
  ['sluis_session', 'cookies.session', 'cookies.life.session'],
  ['sluis_request', 'cookies.request', 'cookies.life.request'],
  ['sluis_account', 'cookies.account', 'cookies.life.request'],
  ['sluis_device', 'cookies.device', 'cookies.life.year'],
  ['sluis_means', 'cookies.means', 'cookies.life.year'],
  ['sluis_staff', 'cookies.staff', 'cookies.life.session'],
  ['sluis_lists', 'cookies.lists', 'cookies.life.browser'],
  ['sluis_language', 'cookies.language', 'cookies.life.year'],
];

/** Only what is needed: so there is no banner, and this page says what there is. */
export function cookiesPage(frame: Frame, contact: Contact): Html {
  const { words } = frame;
  const rows = cookies.map(
    ([name, purpose, life]) =>
      html`<div><dt><code translate="no">${name}</code></dt><dd>${words.say(purpose)}<small>${words.label('cookies.life')} ${words.say(life)}</small></dd></div>`,
  );
  return articlePage(frame, {
    title: 'cookies.title',
    lede: 'cookies.lede',
    values: contact,
    parts: [
      { kind: 'own', content: html`<section class="card"><dl class="sum plain">${rows}</dl></section>` },
      { kind: 'text', key: 'cookies.none' },
    ],
  });
}

/** The accessibility statement of Directive (EU) 2016/2102: standard, how tested, limits, gaps, feedback, enforcement, its date. */
export function accessibilityPage(frame: Frame, contact: Contact): Html {
  const heads = ['standard', 'tested', 'limits', 'gaps', 'report'] as const;
  return articlePage(frame, {
    title: 'accessibility.title',
    lede: 'accessibility.lede',
    values: contact,
    parts: [
      ...heads.flatMap((each) => [
        { kind: 'head', key: `accessibility.${each}` } as const,
        { kind: 'text', key: `accessibility.${each}.text` } as const,
      ]),
      { kind: 'text', key: 'accessibility.date' },
    ],
  });
}
