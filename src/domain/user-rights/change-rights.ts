import { endOfDay } from '../../base/calendar.ts';
import type { Language } from '../../base/language.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { ActingPerson } from '../acting/index.ts';
import type { Application } from '../application/index.ts';
import type { UserRight } from '../rights/index.ts';
import { type ChangeQuestion, checkContexts, checkEnding, checkExtending } from './check-change.ts';
import { type ChangeRefusal, MOST_AT_ONCE } from './model.ts';
import type { RelationOfRights } from './ports.ts';
import { givenAs, giverOf, powerNeeds } from './power.ts';
import { tellingNeeds, tellPerson } from './tell-rights.ts';
import { act, type RightContext, trace, tracingNeeds } from './world.ts';

type ByAdministrator = {
  readonly by: ActingPerson;
  readonly reason: string | null;
  /** In which people are written to where nothing else is known. */
  readonly language: Language;
};

export type ExtendRights = ByAdministrator & {
  readonly rights: readonly string[];
  /** The last day. */
  readonly until: CalendarDate;
};
export type EndRights = ByAdministrator & {
  readonly rights: readonly string[];
  /** The last day; `null`: at once. */
  readonly until: CalendarDate | null;
};
export type ChangeContexts = ByAdministrator & {
  readonly right: string;
  readonly contexts: readonly string[];
};

/** What became of each: what cannot be changed keeps nothing else from it. */
export type ChangedRights = {
  readonly changed: readonly UserRight[];
  readonly refused: readonly { readonly id: string; readonly refusal: ChangeRefusal }[];
};

const changingNeeds = [
  'userRights',
  'applications',
  ...powerNeeds,
  ...tracingNeeds,
  ...tellingNeeds,
] as const;

type Context = RightContext<typeof changingNeeds>;

/** Lets rights last until another day, one or many, each as far as its catalogue allows. */
export const extendRights = act(
  changingNeeds,
  (context, { rights, until, ...asked }: ExtendRights): Promise<ChangedRights> =>
    changeEach(context, rights, {
      ...{ asked, kind: 'extended', template: 'rights-changed' },
      check: (question) => checkExtending(question, until)[0] ?? null,
      change: (right) => ({ ...right, validity: { from: right.validity.from, until: endOfDay(until) } }),
    }),
);

/** Ends rights, one or many: now, or after a day to come. Ended, never deleted. */
export const endRights = act(
  changingNeeds,
  (context, { rights, until, ...asked }: EndRights): Promise<ChangedRights> =>
    changeEach(context, rights, {
      ...{ asked, kind: 'ended', template: 'rights-ended' },
      check: (question) => checkEnding(question) ?? checkLastDay(question, until, context.now),
      // One that did not begin ends as it begins.
      change: (right) => {
        const { from } = right.validity;
        const end = until === null ? context.now : endOfDay(until);
        return { ...right, validity: { from, until: end > from ? end : from } };
      },
    }),
);

/** Gives a right other contexts from now on. */
export const changeContexts = act(
  changingNeeds,
  (context, { right: id, contexts, ...asked }: ChangeContexts): Promise<ChangedRights> =>
    changeEach(context, [id], {
      ...{ asked, kind: 'contexts-changed', template: 'rights-changed' },
      check: (question) => checkContexts(question, contexts)[0] ?? null,
      change: (right) => ({ ...right, contexts: [...new Set(contexts)] }),
    }),
);

function checkLastDay(
  { right: { right, validity } }: ChangeQuestion,
  until: CalendarDate | null,
  now: Date,
): ChangeRefusal | null {
  if (until === null) return null;
  const end = endOfDay(until);
  if (end <= now) return { kind: 'end-in-the-past', right };
  return validity.until !== null && end > validity.until
    ? { kind: 'not-sooner', right, until: validity.until }
    : null;
}

type Change = {
  readonly asked: ByAdministrator;
  readonly kind: 'extended' | 'ended' | 'contexts-changed';
  readonly template: 'rights-changed' | 'rights-ended';
  check(question: ChangeQuestion): ChangeRefusal | null;
  change(right: UserRight): UserRight;
};

/** Rights on one relation are changed, told and kept together. Relations are held in one order, so that two administrators wait for each other and do not lock each other out. */
async function changeEach(context: Context, ids: readonly string[], change: Change): Promise<ChangedRights> {
  const { userRights } = context.stores;
  const byRelation = new Map<string, string[]>();
  const unknown: string[] = [];
  for (const id of new Set(ids.slice(0, MOST_AT_ONCE))) {
    const relation = await userRights.relationOf(id);
    if (relation === null) unknown.push(id);
    else byRelation.set(relation, [...(byRelation.get(relation) ?? []), id]);
  }
  const refusal = { kind: 'not-in-scope' } as const;
  let all: ChangedRights = { changed: [], refused: unknown.map((id) => ({ id, refusal })) };
  for (const id of [...byRelation.keys()].sort()) {
    const relation = await userRights.holdRelation(id);
    const of = await changeOn(context, { relation, ids: byRelation.get(id) ?? [], change });
    all = { changed: [...all.changed, ...of.changed], refused: [...all.refused, ...of.refused] };
  }
  return all;
}

async function changeOn(
  context: Context,
  {
    relation,
    ids,
    change,
  }: { readonly relation: RelationOfRights | null; readonly ids: readonly string[]; readonly change: Change },
): Promise<ChangedRights> {
  const { stores, now } = context;
  const { by, reason, language } = change.asked;
  const giver = relation && (await giverOf(context, by, relation));
  if (relation === null || giver === null)
    return { changed: [], refused: ids.map((id) => ({ id, refusal: { kind: 'not-in-scope' } })) };
  const rights = await stores.userRights.allOf(relation.id, ids);
  const applications = new Map<string, Application | null>();
  const changed: UserRight[] = [];
  const refused: { readonly id: string; readonly refusal: ChangeRefusal }[] = [];
  for (const right of rights) {
    const { application: id } = right;
    const application = applications.get(id) ?? (await stores.applications.find(id));
    applications.set(id, application);
    const { organisation } = relation;
    const refusal = change.check({ right, application, organisation, relation, giver, at: now });
    if (refusal === null) changed.push(right);
    else refused.push({ id: right.id, refusal });
  }
  const after = changed.map((right) => change.change(right));
  for (const [place, right] of after.entries()) await keepChange(context, changed[place] ?? right, right);
  if (after.length > 0) {
    const done = { by, as: givenAs(giver), reason, relation, rights: after, kind: change.kind };
    const reference = await trace(context, done);
    const known = [...applications.values()].filter((each) => each !== null);
    const told = { template: change.template, rights: after, applications: known, by, reference, language };
    await tellPerson(context, relation, told);
  }
  return { changed: after, refused };
}

async function keepChange({ stores }: Context, before: UserRight, after: UserRight): Promise<void> {
  const { until } = after.validity;
  if (until !== null && until.getTime() !== before.validity.until?.getTime())
    await stores.userRights.changeEnd(before, until);
  if (before.contexts.join() !== after.contexts.join())
    await stores.userRights.changeContexts(after.id, after.contexts);
}
