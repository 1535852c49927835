import type { ActingPerson } from '../../acting/index.ts';
import { parseReference } from '../../registration/index.ts';
import type { Case, CaseId } from '../case/model.ts';
import { act, type Context } from '../case/world.ts';
import { isOwnCase, ownCaseNeeds } from '../decision/own-case.ts';
import { lookNeeds, tellSeenAtCounter } from '../desk/tell-look.ts';
import { officerOf } from './officer.ts';

export const findingNeeds = ['cases', ...ownCaseNeeds] as const;

type AtOffice = Parameters<Context<['cases']>['stores']['cases']['findAtOffice']>[1];

/**
 * A case of the officer's own office: opened there, or handed to it. Whatever else there is answers like nothing at all, and so does
 * a case about the officer.
 */
export async function findForOfficer(
  context: Context<typeof findingNeeds>,
  by: ActingPerson,
  which: AtOffice,
): Promise<Case | null> {
  const officer = officerOf(by);
  if (officer === null) return null;
  const one = await context.stores.cases.findAtOffice(officer.office, which);
  return one === null || (await isOwnCase(context, one, by)) ? null : one;
}

/** The case of a page that was opened before, by the same rule as by its reference. */
export const findAtCounter = act(
  [...findingNeeds, ...lookNeeds],
  (context, { by, case: id }: { readonly by: ActingPerson; readonly case: CaseId }) =>
    showToOfficer(context, by, { id }),
);

/** A case that the office of this officer opened or was given; `null` for every other one, as for none at all. */
export const findByReference = act(
  [...findingNeeds, ...lookNeeds],
  async (context, { by, reference: text }: { readonly by: ActingPerson; readonly reference: string }) => {
    const reference = parseReference(text);
    return reference && showToOfficer(context, by, { reference });
  },
);

async function showToOfficer(
  context: Context<readonly [...typeof findingNeeds, ...typeof lookNeeds]>,
  by: ActingPerson,
  which: AtOffice,
): Promise<Case | null> {
  const officer = officerOf(by);
  const one = await findForOfficer(context, by, which);
  if (one === null || officer === null) return null;
  await tellSeenAtCounter(context, officer, { case: one.id, way: 'id' in which ? 'shown' : 'searched' });
  return one;
}
