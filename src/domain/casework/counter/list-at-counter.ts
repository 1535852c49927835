import type { ActingPerson } from '../../acting/index.ts';
import type { OfficeFilter, OfficePage } from '../case/ports.ts';
import { act } from '../case/world.ts';
import { wordsOfMember } from '../decision/about-whom.ts';
import { registeredAs } from '../decision/own-case.ts';
import { lookNeeds, tellListedAtCounter } from '../desk/tell-look.ts';
import { officerOf } from './officer.ts';

const PAGE_SIZE = 25;
const FURTHEST_PAGE = 1000;

export type ListAtCounter = { readonly by: ActingPerson; readonly filter: Omit<OfficeFilter, 'pageSize'> };

/** The cases of the officer's own office, but for those about the officer; whom it showed is told to the trail. */
export const listAtCounter = act(
  ['officeLists', 'persons', 'register', ...lookNeeds],
  async (context, { by, filter }: ListAtCounter): Promise<OfficePage> => {
    const officer = officerOf(by);
    if (officer === null) return { rows: [], hasMore: false, counts: { open: 0, waiting: 0, done: 0 } };
    const { officeLists } = context.stores;
    const { office } = officer;
    const registered = await registeredAs(context, by.person);
    const own = { person: by.person, about: registered === null ? [] : wordsOfMember(registered) };
    const page = Math.min(Math.max(filter.page, 1), FURTHEST_PAGE);
    const found = await officeLists.list(office, { ...filter, page, pageSize: PAGE_SIZE }, own);
    const rows = found.slice(0, PAGE_SIZE);
    await tellListedAtCounter(
      context,
      officer,
      { list: filter.list, isSearch: filter.search.trim() !== '' },
      rows,
    );
    return { rows, hasMore: found.length > rows.length, counts: await officeLists.counts(office, own) };
  },
);
