import { type Fragment, html } from '../../ui/html.ts';
import { facts, timeTag } from '../../ui/parts.ts';
import type { OpenedCase } from './case-context.ts';
import { agentName } from './people-words.ts';

/** What the first agent proposes and why, for the second one. */
export function proposalCard({ frame, view }: OpenedCase): Fragment {
  const { words } = frame;
  const { state } = view.case;
  if (state.kind !== 'to-confirm') return null;
  const { proposal, agent, proposedAt } = state;
  const why = proposal.kind === 'new-number' ? proposal.because : proposal.registeredName;
  return html`<section class="card" aria-labelledby="proposal"><h2 id="proposal">${words.say('case.proposal')}</h2>${facts(
    [
      [
        words.say('case.decision'),
        words.say(`case.outcome.${proposal.kind === 'link' ? 'linked' : 'new-number'}`),
      ],
      [
        words.say(proposal.kind === 'link' ? 'case.registeredName' : 'case.because'),
        html`<span class="value" dir="auto">${why || words.say('case.none')}</span>`,
      ],
      [words.say('case.by'), html`<span translate="no">${agentName(words, view.names, agent)}</span>`],
      [words.say('case.at'), timeTag(words, proposedAt)],
    ],
  )}</section>`;
}
