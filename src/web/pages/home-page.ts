import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';
import { articlePage } from './article.ts';

/** One address to try in the demo. */
export type DemoAddress = { readonly name: string; readonly url: string; readonly note: string };

/** What this is, how a login goes, and in the demo where to begin. */
export function homePage(frame: Frame, demo: readonly DemoAddress[]): Html {
  const items = demo.map(
    ({ name, url, note }) =>
      html`<li><a class="topic" href="${url}"><b translate="no">${name}</b><small>${note}</small></a></li>`,
  );
  const steps = ([1, 2, 3, 4] as const).map(
    (each) => ({ head: `home.how.${each}`, text: `home.how.${each}.text` }) as const,
  );
  return articlePage(frame, {
    title: 'home.title',
    lede: 'home.lede',
    values: {},
    parts: [
      { kind: 'text', key: 'home.start' },
      ...(items.length > 0
        ? ([
            { kind: 'head', key: 'home.demo' },
            { kind: 'text', key: 'home.demo.text' },
            { kind: 'own', content: html`<ul class="topics">${items}</ul>` },
          ] as const)
        : []),
      { kind: 'head', key: 'home.how' },
      { kind: 'steps', steps },
    ],
  });
}
