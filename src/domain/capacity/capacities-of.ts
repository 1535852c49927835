import { holds } from '../../base/time.ts';
import type { Opening } from '../application/index.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { PersonTies } from '../rights/index.ts';
import type { Capacities, Capacity, UnusableCapacity } from './model.ts';
import type { CapacityQuestion } from './question.ts';
import { notOpenTo, type Standing, standingOf } from './standing.ts';

/**
 * All that a person can be in an application, and what they cannot be now, with the reason. An application is open per target
 * group, either to one organisation at a time or to the whole group (ACM "openstelling van een toepassing").
 */
export function capacitiesOf(question: CapacityQuestion): Capacities {
  const own = { ...question, ties: tiesOfPerson(question) };
  const each = question.application.openTo.map((opening) => capacitiesIn(opening, own));
  const usable = each.flatMap((one) => one.usable);
  const unusable = each.flatMap((one) => one.unusable);
  // Who can do something here is not told of all that they cannot.
  return { usable, unusable: usable.length > 0 ? unusable : [...unusable, ...outsideIn(own)] };
}

/** The organisations of a person to whose target groups the application is not open. */
function outsideIn(question: CapacityQuestion): readonly UnusableCapacity[] {
  const open = question.application.openTo.map(({ targetGroup }) => targetGroup);
  return question.ties.organisations
    .filter(({ targetGroup }) => !open.includes(targetGroup))
    .map((organisation) => notOpenTo(organisation, question))
    .filter((each) => each !== null);
}

function capacitiesIn(opening: Opening, question: CapacityQuestion): Capacities {
  // Who counts for an organisation alone is no citizen.
  if (opening.targetGroup === 'BUR')
    return { usable: question.only ? [] : [{ kind: 'citizen' }], unusable: [] };
  const standings = question.ties.organisations
    .filter((organisation) => organisation.targetGroup === opening.targetGroup)
    .map((organisation) => standingOf(organisation, question));
  const usable = standings.filter((standing) => standing.kind === 'usable');
  const unusable = standings
    .filter((standing) => standing.kind === 'unusable')
    .map((standing) => standing.unusable);
  if (opening.level === 'organisation')
    return { usable: usable.map((each) => forOne(each, question)), unusable };
  return usable.length > 0
    ? { usable: [forGroup(opening, usable, question)], unusable: [] }
    : { usable: [], unusable };
}

type UsableStanding = Extract<Standing, { kind: 'usable' }>;

function forOne({ organisation, basis, rights }: UsableStanding, { ties, at }: CapacityQuestion): Capacity {
  const relation = ties.workRelations.find(
    (each) => each.organisation === organisation.id && holds(each.validity, at),
  );
  const voId = relation ? voIdIn(organisation, ties) : null;
  return { kind: 'organisation', organisation, basis, rights, voId, email: relation?.email ?? null };
}

function forGroup(
  opening: Opening,
  standings: readonly UsableStanding[],
  { ties }: CapacityQuestion,
): Capacity {
  return {
    kind: 'group',
    targetGroup: opening.targetGroup,
    organisations: standings.map((each) => each.organisation),
    rights: standings.flatMap((each) => each.rights),
    voId: ties.voIds[opening.targetGroup] ?? null,
  };
}

function voIdIn(organisation: Organisation, ties: PersonTies): string | null {
  return ties.voIds[organisation.targetGroup] ?? null;
}

/** Never counts a tie of somebody else, nor one to another organisation than the only one that counts, whatever was handed in. */
function tiesOfPerson({ person, ties, only = null }: CapacityQuestion): PersonTies {
  const counts = (organisation: OrganisationId) => only === null || organisation === only;
  return {
    ...ties,
    organisations: ties.organisations.filter(({ id }) => counts(id)),
    workRelations: ties.workRelations.filter((each) => each.person === person && counts(each.organisation)),
    rights: ties.rights.filter(({ organisation }) => counts(organisation)),
    representations: ties.representations.filter(
      (each) => each.person === person && counts(each.organisation),
    ),
  };
}
