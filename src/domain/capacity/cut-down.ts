import { type AccessPath, decideEach, type GrantedRight } from '../rights/index.ts';
import { basesOf } from './capacities-of.ts';
import type { Capacity } from './model.ts';
import type { CapacityQuestion } from './question.ts';

/**
 * What is left by now of a capacity as somebody was given it: never more than it was, and never more than counts now. A right that was
 * given meanwhile shows at the next login. `null` when nothing is left.
 */
export function cutDown(given: Capacity, question: CapacityQuestion): Capacity | null {
  switch (given.kind) {
    case 'citizen':
      return question.only == null && isOpen(question, { targetGroup: 'BUR' }) ? given : null;
    case 'organisation':
      return cutDownOne(given, question);
    case 'group':
      return cutDownGroup(given, question);
  }
}

type Given<Kind extends Capacity['kind']> = Extract<Capacity, { readonly kind: Kind }>;
type Opening = { readonly targetGroup: string; readonly level?: string };

function isOpen({ application }: CapacityQuestion, { targetGroup, level }: Opening): boolean {
  return application.openTo.some(
    (each) => each.targetGroup === targetGroup && (level === undefined || each.level === level),
  );
}

function cutDownOne(given: Given<'organisation'>, question: CapacityQuestion): Capacity | null {
  const { id, targetGroup } = given.organisation;
  const now = isOpen(question, { targetGroup, level: 'organisation' })
    ? decidedNow([id], question).get(id)
    : null;
  if (now?.kind !== 'yes') return null;
  const rights = given.rights.flatMap((each) => cutDownRight(each, now.paths));
  const still = basesOf(now.paths);
  // A right that replaced the ones that were given is none of those.
  const basis = given.basis.filter((each) => still.includes(each) && (each !== 'right' || rights.length > 0));
  if (basis.length === 0) return null;
  const { voId, email } = now.relation ? given : { voId: null, email: null };
  return { ...given, basis, rights, voId, email };
}

function cutDownGroup(given: Given<'group'>, question: CapacityQuestion): Capacity | null {
  const { targetGroup } = given;
  if (!isOpen(question, { targetGroup, level: 'group' })) return null;
  const decisions = decidedNow(
    given.organisations.map(({ id }) => id),
    question,
  );
  const left = given.organisations.flatMap((organisation) => {
    const now = decisions.get(organisation.id);
    if (now?.kind !== 'yes') return [];
    const rights = given.rights
      .filter((each) => each.organisation === organisation.code)
      .flatMap((each) => cutDownRight(each, now.paths));
    const isLeft = rights.length > 0 || now.paths.some(({ by }) => by !== 'right');
    return isLeft ? [{ organisation, rights }] : [];
  });
  if (left.length === 0) return null;
  return {
    ...given,
    organisations: left.map(({ organisation }) => organisation),
    rights: left.flatMap(({ rights }) => rights),
  };
}

/** Decides with the organisations as they are now, not as they were copied. */
function decidedNow(ids: readonly string[], question: CapacityQuestion) {
  const { ties, only = null } = question;
  const asked = ties.organisations.filter(({ id }) => ids.includes(id) && (only === null || id === only));
  return decideEach(question, asked);
}

/** A right keeps the contexts that a path has now; one without contexts needs a path without any. */
function cutDownRight(given: GrantedRight, paths: readonly AccessPath[]): readonly GrantedRight[] {
  const same = paths.filter((path) => path.by === 'right' && path.right.right === given.right);
  const now = same.map((path) => (path.by === 'right' ? path.contexts : []));
  if (given.contexts.length === 0) return now.some((each) => each.length === 0) ? [given] : [];
  const contexts = given.contexts.filter((each) => now.some((known) => known.includes(each)));
  return contexts.length === 0 ? [] : [{ ...given, contexts }];
}
