import { afterOthers } from '../../../base/changed-meanwhile.ts';
import { isUuid } from '../../../base/uuid.ts';
import { mayOpen, type StaffMember } from '../../staff/index.ts';
import { type CaseworkContext, type CaseworkWorld, inContext } from '../case/world.ts';
import { AlreadyLinked } from '../decision/link-applicant.ts';
import { ask, draftText, write } from './ask-applicant.ts';
import { agents, assign, release, takeNext, takeOver } from './assign-cases.ts';
import { confirm, link, proposeNumber, refuse, sendBack } from './decide.ts';
import type { Desk } from './desk.ts';
import type { AskToChange } from './desk-context.ts';
import { candidatesFor, revealNumber, searchByHand } from './find-candidates.ts';
import { keepDraft } from './keep-draft.ts';
import { addNote, handOver, rejectDocument, reopen, viewPage } from './other-steps.ts';
import { decideRemoval, linksOf, proposeRemoval } from './remove-links.ts';
import { tellListed, tellRemovals } from './tell-look.ts';
import { viewCase } from './view-case.ts';

/** Opens the agents' side of casework. */
export function openDesk(world: CaseworkWorld): Desk {
  const run = <Answer>(work: (context: CaseworkContext) => Promise<Answer>) => inContext(world, work);
  // Who comes second is told so by the version that was seen.
  const changing = <Answer>(work: (context: CaseworkContext) => Promise<Answer>) =>
    afterOthers(() => run(work));
  // What was begun for a case is of no use any more when it went on.
  const goingOn = <Answer extends { readonly kind: string }>(
    ask: AskToChange,
    work: (context: CaseworkContext) => Promise<Answer>,
  ) =>
    changing(async (context) => {
      const answer = await work(context);
      if (answer.kind === 'done') await context.stores.caseDrafts.removeAll(ask.id);
      return answer;
    });
  return {
    ...listsOf(world),
    takeNext: (agent) => changing((context) => takeNext(context, agent)),
    assign: (agent, cases, to) => changing((context) => assign(context, agent, { cases, to })),
    release: (agent, id, version) => changing((context) => release(context, { agent, id, version })),
    view: (agent, id, page = 'case') => run((context) => viewCase(context, { agent, id }, page)),
    takeOver: (agent, id, reason) => changing((context) => takeOver(context, { agent, id }, reason)),
    candidates: (agent, id) => run((context) => candidatesFor(context, { agent, id })),
    search: (agent, id, search, reason) =>
      run((context) => searchByHand(context, { agent, id }, { search, reason })),
    revealNumber: (agent, id, number, reason) =>
      run((context) => revealNumber(context, { agent, id }, { number, reason })),
    link: (agent, id, version, decision) =>
      orAlreadyLinked(() =>
        goingOn({ agent, id, version }, (context) => link(context, { agent, id, version }, decision)),
      ),
    proposeNumber: (agent, id, version, decision) =>
      goingOn({ agent, id, version }, (context) => proposeNumber(context, { agent, id, version }, decision)),
    confirm: (agent, id, version) =>
      orAlreadyLinked(() =>
        goingOn({ agent, id, version }, (context) => confirm(context, { agent, id, version })),
      ),
    sendBack: (agent, id, version, comment) =>
      goingOn({ agent, id, version }, (context) => sendBack(context, { agent, id, version }, comment)),
    ask: (agent, id, version, question) =>
      goingOn({ agent, id, version }, (context) => ask(context, { agent, id, version }, question)),
    write: (agent, id, version, text) => changing((context) => write(context, { agent, id, version }, text)),
    handOver: (agent, id, version, office, reason) =>
      goingOn({ agent, id, version }, (context) =>
        handOver(context, { agent, id, version }, { office, reason }),
      ),
    refuse: (agent, id, version, refusal) =>
      goingOn({ agent, id, version }, (context) => refuse(context, { agent, id, version }, refusal)),
    reopen: (agent, id, version, reason) =>
      goingOn({ agent, id, version }, (context) => reopen(context, { agent, id, version }, reason)),
    addNote: (agent, id, text) => run((context) => addNote(context, { agent, id }, text)),
    keepDraft: (agent, id, draft) => run((context) => keepDraft(context, { agent, id }, draft)),
    viewDocument: (agent, id, document, page) =>
      run((context) => viewPage(context, { agent, id }, { document, page })),
    rejectDocument: (agent, id, document, reason) =>
      run((context) => rejectDocument(context, { agent, id }, { document, reason })),
    linksOf: (agent, search) => run((context) => linksOf(context, agent, search)),
    proposeRemoval: (agent, removal) => run((context) => proposeRemoval(context, agent, removal)),
    decideRemoval: (agent, id, decision) =>
      run((context) => decideRemoval(context, agent, { id, ...decision })),
    draftText: (agent, id, template, dueOn) =>
      run((context) => draftText(context, { agent, id }, { template, dueOn })),
  };
}

type Lists = Pick<Desk, 'counts' | 'list' | 'agents' | 'removals' | 'countRemovals' | 'views'>;
const LONGEST_NAME = 60;
const LONGEST_QUERY = 500;

function listsOf(world: CaseworkWorld): Lists {
  const demand = (agent: StaffMember) => {
    if (!mayOpen('cases', agent)) throw new Error('somebody who handles no cases asked for a list of them');
  };
  return {
    counts: (agent) =>
      inContext(world, ({ stores, now }) => {
        demand(agent);
        return stores.caseLists.counts(agent.person, now);
      }),
    list: (agent, filter, look = { list: 'list' }) =>
      inContext(world, async (context) => {
        const { stores, now } = context;
        demand(agent);
        const page = await stores.caseLists.list({ ...filter, agent: agent.person, at: now });
        await tellListed(context, agent.person, look, { rows: page.rows, filter });
        const people = page.rows.flatMap(({ assignee }) => (assignee === null ? [] : [assignee]));
        return {
          ...page,
          names: await stores.caseLists.namesOf(people),
          countries: await stores.caseLists.countries(),
        };
      }),
    agents: (agent) =>
      inContext(world, (context) => {
        demand(agent);
        return agents(context);
      }),
    countRemovals: (agent) =>
      inContext(world, ({ stores }) => {
        demand(agent);
        return stores.linkRemovals.countWaiting();
      }),
    removals: (agent, shown) =>
      inContext(world, async (context) => {
        const { stores } = context;
        demand(agent);
        const removals = await stores.linkRemovals.waiting();
        const seen = removals.filter(({ id }) => shown === undefined || shown.only === id);
        await tellRemovals(context, agent.person, seen);
        const people = removals.flatMap(({ proposedBy, person }) => [proposedBy, person]);
        return { removals, names: await stores.caseLists.namesOf(people) };
      }),
    views: {
      of: (agent) => inContext(world, ({ stores }) => stores.caseViews.of(agent.person)),
      add: (agent, name, query) =>
        inContext(world, async ({ stores }) => {
          const clean = name.trim();
          if (clean === '') return { kind: 'wrong', errors: [{ field: 'name', code: 'empty' }] };
          if (clean.length > LONGEST_NAME || query.length > LONGEST_QUERY)
            return { kind: 'wrong', errors: [{ field: 'name', code: 'too-long' }] };
          await stores.caseViews.add(agent.person, { id: world.randomness.uuid(), name: clean, query });
          return { kind: 'added' };
        }),
      async remove(agent, id) {
        if (isUuid(id)) await inContext(world, ({ stores }) => stores.caseViews.remove(agent.person, id));
      },
    },
  };
}

async function orAlreadyLinked<Answer>(
  work: () => Promise<Answer>,
): Promise<Answer | { readonly kind: 'already-linked' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AlreadyLinked) return { kind: 'already-linked' };
    throw error;
  }
}
