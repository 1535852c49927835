import type { Language } from '../../base/language.ts';
import { holds } from '../../base/time.ts';
import { type ActingPerson, isSecondPerson } from '../acting/index.ts';
import { type Application, type ApplicationId, findRight } from '../application/index.ts';
import type { PersonId } from '../person/index.ts';
import type { GivenAs, UserRight } from '../rights/index.ts';
import {
  checkGiving,
  type Giver,
  type GivingCatalogue,
  type GivingQuestion,
  validityOf,
} from './check-giving.ts';
import { type GivingRefusal, MOST_AT_ONCE, type WishedRight } from './model.ts';
import type { RelationOfRights } from './ports.ts';
import { givenAs, giverOf, mayStillWish, powerNeeds } from './power.ts';
import { tellingNeeds, tellPerson } from './tell-rights.ts';
import { act, type RightContext, trace, tracingNeeds } from './world.ts';

export type GiveRights = {
  /** An administrator; where two are needed, the one who agrees. */
  readonly by: ActingPerson;
  readonly relation: string;
  readonly application: ApplicationId;
  readonly rights: readonly WishedRight[];
  readonly reason: string | null;
  /** Where they come from, when not from the administrator alone. */
  readonly as?: Extract<GivenAs, 'request' | 'invitation'>;
  /** The administrator who wished it first, where two are needed. */
  readonly first?: PersonId;
  /** In which the person is written to where nothing else is known. */
  readonly language: Language;
};

export type GivenRights =
  | { readonly kind: 'given'; readonly ids: readonly string[] }
  /** These wait for a second administrator, who is to be asked; the others are given. */
  | {
      readonly kind: 'needs-second';
      readonly ids: readonly string[];
      readonly waiting: readonly WishedRight[];
    }
  /** Nothing is given. */
  | { readonly kind: 'refused'; readonly refusals: readonly GivingRefusal[] };

export const givingNeeds = [
  'userRights',
  'applications',
  ...powerNeeds,
  ...tracingNeeds,
  ...tellingNeeds,
] as const;

/**
 * Gives rights of one application to somebody at work: all of them or none. Who gives is looked at again, as is all that stands in the
 * catalogue and on the relation, which nobody else changes meanwhile.
 */
export const giveRights = act(givingNeeds, async (context, asked: GiveRights): Promise<GivenRights> => {
  const relation = await context.stores.userRights.holdRelation(asked.relation);
  const giver = relation && (await giverOf(context, asked.by, relation));
  if (relation === null || giver === null) return refused({ kind: 'not-in-scope' });
  return giveOn(context, relation, { asked, giver, mayWish: noOther });
});

/**
 * The same for the platform, in the place of an organisation in which nobody decides: no page is handed this. Whoever calls it has looked in
 * this unit of work that `by` administers the platform, and that what is given was asked for and came to the platform. `mayWish`: whether
 * somebody who wished it first, where two are needed, may still do so for the platform.
 */
export async function giveForPlatform(
  context: RightContext<typeof givingNeeds>,
  asked: Omit<GiveRights, 'as'>,
  mayWish: (first: PersonId) => Promise<boolean>,
): Promise<GivenRights> {
  const relation = await context.stores.userRights.holdRelation(asked.relation);
  if (relation === null) return refused({ kind: 'not-in-scope' });
  const scope = { units: [relation.organisation.id], applications: [asked.application] };
  const administrator = { person: asked.by.person, basis: 'platform', scope } as const;
  return giveOn(context, relation, { asked, giver: { administrator, to: relation.person }, mayWish });
}

const noOther = async (): Promise<boolean> => false;

function refused(...refusals: readonly GivingRefusal[]): Extract<GivenRights, { kind: 'refused' }> {
  return { kind: 'refused', refusals };
}

type Giving = {
  readonly asked: GiveRights;
  readonly giver: Giver;
  /** Whether somebody who is no administrator may still wish a right first. */
  readonly mayWish: (first: PersonId) => Promise<boolean>;
};

async function giveOn(
  context: RightContext<typeof givingNeeds>,
  relation: RelationOfRights,
  { asked, giver, mayWish }: Giving,
): Promise<GivenRights> {
  const { rights: wished } = asked;
  const { now } = context;
  if (wished.length > MOST_AT_ONCE) return refused({ kind: 'not-in-scope' });
  const question = await questionOf(context, relation, asked);
  if (question === null || !holds(relation.organisation.validity, now))
    return refused(question === null ? { kind: 'not-in-scope' } : { kind: 'relation-ended' });
  const refusals = checkGiving({ ...question, giver, wished });
  if (refusals.length > 0) return refused(...refusals);
  if (asked.first !== undefined && !(await isOfTwo(context, { asked, mayWish }, asked.first, relation)))
    return refused({ kind: 'not-in-scope' });
  const needsSecond = ({ right }: WishedRight) =>
    asked.first === undefined && findRight(question.application, right)?.secondAdministrator === true;
  const waiting = wished.filter(needsSecond);
  const given = wished
    .filter((each) => !needsSecond(each))
    .map((each): UserRight => newRight(context, relation, { asked, wished: each, as: givenAs(giver) }));
  if (given.length > 0) await keep(context, relation, { asked, given, applications: question.all });
  const ids = given.map(({ id }) => id);
  return waiting.length === 0 ? { kind: 'given', ids } : { kind: 'needs-second', ids, waiting };
}

export type Catalogues = Omit<GivingQuestion, 'giver' | 'wished'> & {
  /** Every application that is concerned, with its name. */
  readonly all: readonly Application[];
};

export const questionNeeds = ['userRights', 'applications'] as const;

/** All by which rights of an application on a relation are judged; `null` when there is no such application. */
export async function questionOf(
  { stores, now }: RightContext<typeof questionNeeds>,
  relation: RelationOfRights,
  { application: id }: { readonly application: ApplicationId },
): Promise<Catalogues | null> {
  const held = await stores.userRights.heldBy(relation.id, now);
  const ids = [...new Set([id, ...held.map(({ application }) => application)])];
  const all = (await Promise.all(ids.map((each) => stores.applications.find(each)))).filter(
    (each) => each !== null,
  );
  const application: GivingCatalogue | undefined = all.find((each) => each.id === id);
  if (application === undefined) return null;
  const others = all.filter((each) => each.id !== id);
  return { application, others, all, organisation: relation.organisation, relation, held, at: now };
}

/** Where two administrators are needed, they are two humans, of whom neither gets it, and each may wish it now. */
async function isOfTwo(
  context: RightContext<typeof powerNeeds>,
  { asked: { by, application }, mayWish }: Pick<Giving, 'asked' | 'mayWish'>,
  first: PersonId,
  relation: RelationOfRights,
): Promise<boolean> {
  return (
    isSecondPerson(by, first) &&
    relation.person !== first &&
    ((await mayStillWish(context, first, { relation, application })) || (await mayWish(first)))
  );
}

function newRight(
  { world, now }: RightContext<readonly []>,
  relation: RelationOfRights,
  {
    asked: { by, first, application, as: source },
    wished,
    as,
  }: { readonly asked: GiveRights; readonly wished: WishedRight; readonly as: GivenAs },
): UserRight {
  return {
    id: world.randomness.uuid(),
    workRelation: relation.id,
    organisation: relation.organisation.id,
    application,
    right: wished.right,
    contexts: [...new Set(wished.contexts)],
    validity: validityOf(wished, now),
    given: {
      by: first ?? by.person,
      as: source ?? as,
      at: now,
      confirmedBy: first === undefined ? null : by.person,
    },
  };
}

async function keep(
  context: RightContext<typeof givingNeeds>,
  relation: RelationOfRights,
  {
    asked: { by, reason, language, as },
    given,
    applications,
  }: {
    readonly asked: GiveRights;
    readonly given: readonly UserRight[];
    readonly applications: readonly Application[];
  },
): Promise<void> {
  await context.stores.userRights.give(...given);
  const source = as ?? given[0]?.given.as ?? 'administrator';
  const done = { by, as: source, reason, relation, rights: given, kind: 'given' } as const;
  const reference = await trace(context, done);
  const told = { template: 'rights-given', rights: given, applications, by, reference, language } as const;
  await tellPerson(context, relation, told);
}
