import type { Proposal } from '../../../../domain/casework/index.ts';
import type { Frame } from '../../../ui/frame.ts';
import { type Fragment, html } from '../../../ui/html.ts';
import { facts, timeTag } from '../../../ui/parts.ts';
import type { OpenedCase } from '../case-context.ts';
import { agentName } from '../page/people-words.ts';
import { secondReasonList } from './second-reasons.ts';

/** What the first agent proposes and why, for the second one. */
export function proposalCard({ frame, view }: OpenedCase): Fragment {
  const { words } = frame;
  const { state } = view.case;
  if (state.kind !== 'to-confirm') return null;
  const { proposal, agent, proposedAt } = state;
  return html`<section class="card" aria-labelledby="proposal"><h2 id="proposal">${words.say('case.proposal')}</h2>${facts(
    [
      [
        words.say('case.decision'),
        words.say(`case.outcome.${proposal.kind === 'link' ? 'linked' : 'new-number'}`),
      ],
      ...(proposal.kind === 'link' ? linkRows(frame, proposal) : []),
      [
        words.say('case.because.said'),
        html`<span class="value" dir="auto">${proposal.because || words.say('case.none')}</span>`,
      ],
      [words.say('case.by'), html`<span translate="no">${agentName(words, view.names, agent)}</span>`],
      [words.say('case.at'), timeTag(words, proposedAt)],
    ],
  )}</section>`;
}

function linkRows(
  { words }: Frame,
  proposal: Extract<Proposal, { kind: 'link' }>,
): readonly (readonly [string, Fragment])[] {
  return [
    [words.say('case.registeredName'), html`<span translate="no">${proposal.registeredName}</span>`],
    [words.say('case.second.why'), secondReasonList(words, proposal.needs)],
    ...(proposal.counter === null
      ? []
      : ([[words.say('case.office'), html`<span translate="no">${proposal.counter}</span>`]] as const)),
  ];
}
