import type { KeptDocument } from '../../../../domain/documents/index.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { candidateCard } from '../candidates/candidate-card.ts';
import { compareTable } from '../candidates/compare-table.ts';
import type { FoundCandidates, LetteredCandidate } from '../candidates/find-candidates.ts';
import { mayCompare } from '../case-actions.ts';
import type { OpenedCase } from '../case-context.ts';
import { evidence } from '../evidence/evidence.ts';
import { proposalCard } from '../evidence/proposal-card.ts';
import { remarkWarning, requestCard } from '../evidence/request-card.ts';
import { tabPage } from '../page/case-page.ts';
import { noTrouble, type Trouble } from '../trouble.ts';
import { caseActions } from './case-buttons.ts';
import { draftHint } from './draft-hint.ts';
import { outcomeCard } from './outcome-card.ts';
import { relatedHint } from './related-hint.ts';
import { searchForm } from './search-form.ts';

export type CompareProps = {
  /** `null` where the register is not asked. */
  readonly found: Extract<FoundCandidates, { kind: 'found' }> | null;
  /** Set when the candidates are those of a search by hand: what was typed for it. */
  readonly searched?: Readonly<Record<string, string>>;
  readonly trouble?: Trouble;
  readonly done?: string | undefined;
  /** The document that is looked at beside it. */
  readonly shown?: KeptDocument | null;
};

/** The request beside the candidates of the register, and what can be done next. */
export function comparePage(opened: OpenedCase, props: CompareProps): Html {
  const { words } = opened.frame;
  return tabPage(opened, {
    tab: 'compare',
    title: words.say('case.tab.compare'),
    ...(props.trouble && { trouble: props.trouble }),
    done: props.done,
    body: html`${draftHint(opened)}${relatedHint(opened)}${outcomeCard(opened)}${proposalCard(opened)}${remarkWarning(opened)}
${caseActions(opened)}
<div class="${props.shown ? 'beside' : 'two'}"><div>${candidates(opened, props)}</div><div>${evidence(opened, { shown: props.shown ?? null, typing: false })}${requestCard(opened)}</div></div>`,
  });
}

function candidates(opened: OpenedCase, { found, searched, trouble = noTrouble }: CompareProps): Fragment {
  const { words } = opened.frame;
  if (found === null) {
    const open = mayCompare({ ...opened.view, mine: true });
    return open && html`<p class="card">${words.say('case.notCompared')}</p>`;
  }
  const mayChoose = ['assigned', 'answered'].includes(opened.view.case.state.kind) && opened.view.mine;
  const failed = trouble.errors.length > 0;
  const title = words.say(searched && !failed ? 'case.searched' : 'case.compare');
  return html`${
    !failed &&
    html`<section aria-labelledby="compare"><h2 id="compare">${title}</h2>
${comparison(opened, found.candidates, mayChoose, searched !== undefined)}</section>`
  }
${searchForm(opened, searched ?? {}, trouble)}`;
}

function comparison(
  opened: OpenedCase,
  found: readonly LetteredCandidate[],
  mayChoose: boolean,
  searched: boolean,
): Html {
  const { frame, view } = opened;
  const { words } = frame;
  if (found.length === 0)
    return html`<p class="card">${words.say(searched ? 'case.searched.none' : 'case.candidates.none')}</p>`;
  return html`<p>${words.say('case.candidates.count', { count: found.length })} ${words.mark('case.highlighted')}</p>
${compareTable(frame, view.case, found)}
<div class="candidates">${found.map((candidate) => candidateCard(opened, candidate, mayChoose))}</div>`;
}
