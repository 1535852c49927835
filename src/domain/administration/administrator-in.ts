import { holds } from '../../base/time.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { type Administrations, type Administrator, bases, type Scope } from './model.ts';
import { lineOf, type Reach, reachOf } from './reach-of.ts';

/**
 * By what a person administers an organisation at a moment; `null` when by nothing. The law comes first, then what reaches furthest. Who
 * administers an organisation administers the units beneath it.
 */
export function administratorIn(
  administrations: Administrations,
  person: PersonId,
  { organisation, units, at }: { organisation: OrganisationId; units: readonly OrganisationId[]; at: Date },
): Administrator | null {
  const line = lineOf(administrations, organisation, at);
  const [here] = line;
  if (!here) return null;
  const found = [
    ...byLaw(administrations, person, line, at),
    ...administrations.appointments.flatMap((appointment) => {
      if (appointment.person !== person) return [];
      const reach = reachOf(administrations, appointment, line, at);
      return reach === null ? [] : [{ ...claimOf(reach), administration: appointment.id }];
    }),
  ];
  const [best] = found.toSorted(byStrength);
  if (!best) return null;
  const { applications, ...claim } = best;
  return { ...claim, person, organisation: here, scope: { units, applications } };
}

/** Everybody who administers an organisation at a moment, each once, the strongest first. */
export function administratorsIn(
  administrations: Administrations,
  asked: { organisation: OrganisationId; units: readonly OrganisationId[]; at: Date },
): readonly Administrator[] {
  const people = new Set(
    [...administrations.representations, ...administrations.appointments].map(({ person }) => person),
  );
  return [...people]
    .flatMap((person) => administratorIn(administrations, person, asked) ?? [])
    .toSorted((one, other) => bases.indexOf(one.basis) - bases.indexOf(other.basis));
}

/**
 * The organisations that a person administers at a moment, by name: each where their power begins, or where they were given one, not every unit
 * beneath.
 */
export function administeredBy(
  administrations: Administrations,
  person: PersonId,
  at: Date,
): readonly Administrator[] {
  const { organisations, representations, appointments } = administrations;
  const isGiven = (id: OrganisationId) =>
    [...representations, ...appointments].some((each) => each.person === person && each.organisation === id);
  const all = organisations.flatMap(
    ({ id }) => administratorIn(administrations, person, { organisation: id, units: [id], at }) ?? [],
  );
  return all
    .filter(
      ({ organisation: { id, parent } }) =>
        isGiven(id) || !all.some(({ organisation }) => organisation.id === parent),
    )
    .toSorted((one, other) => one.organisation.name.localeCompare(other.organisation.name));
}

type Claim = Pick<Administrator, 'basis' | 'administration' | 'mayAppoint' | 'until'> &
  Pick<Scope, 'applications'>;

function byLaw(
  { representations }: Administrations,
  person: PersonId,
  line: readonly Organisation[],
  at: Date,
): readonly Claim[] {
  return representations
    .filter(
      (each) =>
        each.person === person && holds(each.validity, at) && line.some(({ id }) => id === each.organisation),
    )
    .map(({ validity }) => ({
      basis: 'legal-representative',
      administration: null,
      mayAppoint: true,
      applications: 'all',
      until: validity.until,
    }));
}

/** A deputy does the daily work of another, and appoints nobody. */
function claimOf({ kind, isDeputy, mayAppoint, applications, until }: Reach): Omit<Claim, 'administration'> {
  return {
    basis: isDeputy ? 'deputy' : kind,
    mayAppoint: mayAppoint && !isDeputy,
    applications,
    until,
  };
}

function byStrength(one: Claim, other: Claim): number {
  return (
    bases.indexOf(one.basis) - bases.indexOf(other.basis) ||
    widthOf(other) - widthOf(one) ||
    (other.until?.getTime() ?? Number.MAX_SAFE_INTEGER) - (one.until?.getTime() ?? Number.MAX_SAFE_INTEGER)
  );
}

function widthOf({ applications }: Claim): number {
  return applications === 'all' ? Number.MAX_SAFE_INTEGER : applications.length;
}
