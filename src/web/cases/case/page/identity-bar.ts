import { type Case, displayName, isOpen, targetStanding } from '../../../../domain/casework/index.ts';
import type { Frame } from '../../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { stateTag } from '../../../ui/staff/state-tag.ts';
import { targetMark } from '../../case-facts.ts';
import type { OpenedCase } from '../case-context.ts';
import { countryWithFlag } from './country-words.ts';
import { agentName, originalName } from './people-words.ts';

/** Who this case is about, always in view: name, reference, country and level, status, target, who works on it. */
export function identityBar({ frame, view, web, member }: OpenedCase, heading: 'h1' | 'p'): Html {
  const { words } = frame;
  const { case: one, names } = view;
  const { applicant, reference, state } = one;
  const name = fullName(one);
  const original = originalName(applicant.givenNames, applicant.familyName);
  const assignee = 'agent' in state ? state.agent : null;
  const mine = assignee === member.person;
  const who =
    assignee === null
      ? words.say('case.nobody')
      : mine
        ? words.say('case.you')
        : agentName(words, names, assignee);
  const facts: readonly (readonly [string, Fragment])[] = [
    [words.say('case.reference'), html`<span class="num" translate="no">${reference}</span>`],
    [words.say(one.origin === 'eidas' ? 'case.eidFrom' : 'case.documentFrom'), eidOf(frame, one)],
    [
      words.say('case.status'),
      stateTag(frame, state.kind, state.kind === 'decided' ? state.outcome.kind : null),
    ],
    ...(one.targetAt ? [[words.say('case.target'), targetIn(frame, one, web.world.clock())] as const] : []),
    ...(isOpen(state)
      ? [[words.say('case.assignee'), html`<span translate="no">${who}</span>`] as const]
      : []),
  ];
  const title =
    heading === 'h1'
      ? html`<h1 translate="no">${name}</h1>`
      : html`<p class="idbar-name" translate="no">${name}</p>`;
  return html`<div class="idbar"><div>${title}${original}</div><dl>${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl></div>`;
}

/** Given names and family name in Latin script; whoever has one name only has no other. */
export function fullName({ applicant }: Pick<Case, 'applicant'>): string {
  return displayName(applicant);
}

function eidOf(frame: Frame, { applicant }: Case): Fragment {
  const level =
    applicant.identity &&
    frame.words.say('case.level', { level: frame.words.say(`level.${applicant.identity.assurance}`) });
  return html`${countryWithFlag(frame, applicant.country)}${level && html` · ${level}`}`;
}

/** The target in words: how many days are left, or how late it is; for a closed case the date alone. */
function targetIn(frame: Frame, { targetAt, state }: Case, now: Date): Fragment {
  if (targetAt === null) return null;
  const { words } = frame;
  const standing = targetStanding({ targetAt, state: state.kind }, now);
  const left = standing.kind === 'left' && ` (${words.say('case.target.left', { days: standing.days })})`;
  return html`<time datetime="${targetAt.toISOString()}">${words.date(targetAt)}</time>${left}${targetMark(frame, standing)}`;
}
