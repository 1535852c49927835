import type { ActingPerson } from '../../acting/index.ts';
import type { PersonId } from '../../person/index.ts';
import type { CaseCounts, CaseFilter, CasePage } from '../case/ports.ts';
import { act } from '../case/world.ts';
import { type ListLook, lookNeeds, tellListed } from '../desk/tell-look.ts';
import { demandAgent } from './demand-agent.ts';

/** How many cases there are in each of an agent's lists. */
export const countCases = act(
  ['caseLists'],
  async ({ stores, now }, { by }: { readonly by: ActingPerson }): Promise<CaseCounts> => {
    demandAgent(by);
    return stores.caseLists.counts(by.person, now);
  },
);

export type ListCases = {
  readonly by: ActingPerson;
  readonly filter: Omit<CaseFilter, 'agent' | 'at'>;
  /** For which page, and which of the rows it shows. */
  readonly look?: ListLook;
};

export type ListedCases = CasePage & {
  readonly names: ReadonlyMap<PersonId, string>;
  readonly countries: readonly string[];
};

/** A page of a list of cases; whom it shows is told to the trail. */
export const listCases = act(
  ['caseLists', ...lookNeeds],
  async (context, { by, filter, look = { list: 'list' } }: ListCases): Promise<ListedCases> => {
    const { stores, now } = context;
    demandAgent(by);
    const page = await stores.caseLists.list({ ...filter, agent: by.person, at: now });
    await tellListed(context, by, look, { rows: page.rows, filter });
    const people = page.rows.flatMap(({ assignee }) => (assignee === null ? [] : [assignee]));
    return {
      ...page,
      names: await stores.caseLists.namesOf(people),
      countries: await stores.caseLists.countries(),
    };
  },
);
