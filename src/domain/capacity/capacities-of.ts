import type { Opening } from '../application/index.ts';
import type { Organisation } from '../organisation/index.ts';
import { type AccessPath, type Decision, decideEach, grantedBy } from '../rights/index.ts';
import type { Basis, Capacities, Capacity, UnusableCapacity } from './model.ts';
import type { CapacityQuestion } from './question.ts';

/**
 * All that a person can be in an application, and what they cannot be now, with the reason: worked out from the decision about each of
 * their organisations alone. An application is open per target group, either to one organisation at a time or to the whole group (ACM
 * "openstelling van een toepassing").
 */
export function capacitiesOf(question: CapacityQuestion): Capacities {
  const { application, ties, only = null } = question;
  const counting = ties.organisations.filter(({ id }) => only === null || id === only);
  const decisions = decideEach(question, counting);
  const decided = counting.flatMap((organisation) => {
    const decision = decisions.get(organisation.id);
    return decision ? [{ organisation, decision }] : [];
  });
  const each = application.openTo.map((opening) => capacitiesIn(opening, decided, question));
  const usable = each.flatMap((one) => one.usable);
  const unusable = each.flatMap((one) => one.unusable);
  // Who can do something here is not told of all that they cannot.
  return { usable, unusable: usable.length > 0 ? unusable : [...unusable, ...outsideIn(decided, question)] };
}

/** Why somebody may act for an organisation, in the words of a capacity; each once. */
export function basesOf(paths: readonly AccessPath[]): readonly Basis[] {
  return [...new Set(paths.map(({ by }) => (by === 'law' ? 'legal-representative' : by)))];
}

type Decided = { readonly organisation: Organisation; readonly decision: Decision };
type Allowed = {
  readonly organisation: Organisation;
  readonly decision: Extract<Decision, { readonly kind: 'yes' }>;
};

/** The organisations of a person to whose target groups the application is not open. */
function outsideIn(
  decided: readonly Decided[],
  { application }: CapacityQuestion,
): readonly UnusableCapacity[] {
  const open = application.openTo.map(({ targetGroup }) => targetGroup);
  return unusableIn(decided.filter(({ organisation }) => !open.includes(organisation.targetGroup)));
}

function capacitiesIn(opening: Opening, decided: readonly Decided[], question: CapacityQuestion): Capacities {
  // Who counts for one organisation alone is no citizen.
  if (opening.targetGroup === 'BUR')
    return { usable: question.only ? [] : [{ kind: 'citizen' }], unusable: [] };
  const inGroup = decided.filter(({ organisation }) => organisation.targetGroup === opening.targetGroup);
  const allowed = inGroup.flatMap(({ organisation, decision }) =>
    decision.kind === 'yes' ? [{ organisation, decision }] : [],
  );
  if (opening.level === 'organisation')
    return { usable: allowed.map((each) => forOne(each, question)), unusable: unusableIn(inGroup) };
  return allowed.length > 0
    ? { usable: [forGroup(opening, allowed, question)], unusable: [] }
    : { usable: [], unusable: unusableIn(inGroup) };
}

/** Each by what is nearest to being solved; whom nothing ties to an organisation is not told of it. */
function unusableIn(decided: readonly Decided[]): readonly UnusableCapacity[] {
  return decided.flatMap(({ organisation, decision }) => {
    if (decision.kind === 'yes') return [];
    const [reason] = decision.denials;
    return reason.kind === 'not-tied' ? [] : [{ organisation, reason }];
  });
}

function forOne({ organisation, decision }: Allowed, { ties }: CapacityQuestion): Capacity {
  const { paths, relation } = decision;
  return {
    kind: 'organisation',
    organisation,
    basis: basesOf(paths),
    rights: grantedBy(paths, organisation.code),
    voId: (relation && ties.voIds[organisation.targetGroup]) ?? null,
    email: relation?.email ?? null,
  };
}

function forGroup(
  { targetGroup }: Opening,
  allowed: readonly Allowed[],
  { ties }: CapacityQuestion,
): Capacity {
  return {
    kind: 'group',
    targetGroup,
    organisations: allowed.map((each) => each.organisation),
    rights: allowed.flatMap(({ organisation, decision }) => grantedBy(decision.paths, organisation.code)),
    voId: ties.voIds[targetGroup] ?? null,
  };
}
