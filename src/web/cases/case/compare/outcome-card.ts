import { type Fragment, html } from '../../../ui/html.ts';
import { facts, timeTag } from '../../../ui/parts.ts';
import type { OpenedCase } from '../case-context.ts';
import { agentName } from '../page/people-words.ts';

/** How the case ended, who decided and who agreed. Of a number that was given nothing is shown here. */
export function outcomeCard({ frame, view, path }: OpenedCase): Fragment {
  const { words } = frame;
  const { names } = view;
  const { state } = view.case;
  const title = html`<h2 id="outcome">${words.say('case.outcome')}</h2>`;
  if (state.kind === 'handed-over')
    return html`<section class="card" aria-labelledby="outcome">${title}${facts([
      [words.say('case.office'), html`<span translate="no">${state.office}</span>`],
      [words.say('case.by'), html`<span translate="no">${agentName(words, names, state.by)}</span>`],
      [words.say('case.at'), timeTag(words, state.at)],
    ])}</section>`;
  if (state.kind !== 'decided') return null;
  const { outcome, by, confirmedBy, at } = state;
  return html`<section class="card" aria-labelledby="outcome">${title}${facts([
    [words.say('case.decision'), words.say(`case.outcome.${outcome.kind}`)],
    ...(outcome.kind === 'refused'
      ? ([
          [words.say('case.reason.of'), words.say(`case.refusal.${outcome.reason}`)],
          [words.say('case.text'), html`<span class="value" dir="auto">${outcome.text}</span>`],
        ] as const)
      : []),
    [words.say('case.by'), html`<span translate="no">${agentName(words, names, by)}</span>`],
    ...(confirmedBy
      ? [
          [
            words.say('case.confirmedBy'),
            html`<span translate="no">${agentName(words, names, confirmedBy)}</span>`,
          ] as const,
        ]
      : []),
    [words.say('case.at'), timeTag(words, at)],
  ])}${outcome.kind !== 'refused' && html`<p><a href="${path}/links">${words.say('case.links.see')}</a></p>`}</section>`;
}
