import { mayOpen, type StaffMember } from '../../staff/index.ts';
import type { OfficeFilter, OfficePage } from '../case/ports.ts';
import type { CaseworkContext } from '../case/world.ts';
import { wordsOfMember } from '../decision/about-whom.ts';
import { registeredAs } from '../desk/desk-context.ts';
import { tellListedAtCounter } from '../desk/tell-look.ts';

const PAGE_SIZE = 25;
const FURTHEST_PAGE = 1000;

/** The cases of the officer's own office, but for those about the officer; whom it showed is told to the trail. */
export async function listAtCounter(
  context: CaseworkContext,
  officer: StaffMember,
  filter: Omit<OfficeFilter, 'pageSize'>,
): Promise<OfficePage> {
  if (!mayOpen('office', officer))
    return { rows: [], hasMore: false, counts: { open: 0, waiting: 0, done: 0 } };
  const { officeLists } = context.stores;
  const registered = await registeredAs(context, officer.person);
  const own = { person: officer.person, about: registered === null ? [] : wordsOfMember(registered) };
  const page = Math.min(Math.max(filter.page, 1), FURTHEST_PAGE);
  const found = await officeLists.list(officer.organisation, { ...filter, page, pageSize: PAGE_SIZE }, own);
  const rows = found.slice(0, PAGE_SIZE);
  await tellListedAtCounter(
    context,
    officer,
    { list: filter.list, isSearch: filter.search.trim() !== '' },
    rows,
  );
  return {
    rows,
    hasMore: found.length > rows.length,
    counts: await officeLists.counts(officer.organisation, own),
  };
}
