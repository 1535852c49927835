import type { Application } from '../application/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { type AccessPath, decide, explain, type PersonTies } from '../rights/index.ts';
import type { AccessRow, Acting, ActingFor, ActingIn, Cell, TiedPerson } from './model.ts';

/** How each right of an application stands for somebody in an organisation. It says yes where the right lets them act, and nowhere else. */
export function rowOf(
  { person, ties, usedOn }: TiedPerson,
  organisation: Organisation,
  application: Application,
  at: Date,
): AccessRow {
  const question = { person: person.person, ties, application, organisation, at };
  const decision = decide(question);
  const paths = decision.kind === 'yes' ? decision.paths : [];
  const facts = explain(question).flatMap((each) =>
    each.fact === 'right' && each.right !== null ? [each] : [],
  );
  const cells = application.rights.map(({ code }): Cell => {
    const granted = paths.flatMap((path) => (path.by === 'right' && path.right.right === code ? [path] : []));
    if (granted.length > 0) {
      const contexts = [...new Set(granted.flatMap((path) => path.contexts))];
      return { kind: 'yes', until: lastEndOf(granted, organisation), contexts };
    }
    const standings = facts.flatMap(({ right, standing }) => (right.right === code ? [standing] : []));
    const coming = standings.find(({ kind }) => kind === 'not-yet');
    if (coming?.kind === 'not-yet') return { kind: 'not-yet', from: coming.from };
    return standings.some(({ kind }) => kind === 'context-missing')
      ? { kind: 'context-missing' }
      : { kind: 'none' };
  });
  return { person, cells, usedOn: usedOn.get(application.id) ?? null };
}

/** Where somebody who works for an organisation may act for it. */
export function actingOf(
  tied: TiedPerson,
  organisation: Organisation,
  applications: readonly Application[],
  at: Date,
): Acting {
  const { person, ties, usedOn } = tied;
  const acts = actsIn({ person: person.person, ties, organisation, at }, applications);
  return {
    person,
    acts: acts.map((act) => ({ ...act, usedOn: usedOn.get(act.application.id) ?? null })),
  };
}

/** For which organisations a person may act, and in which applications; those where they may do nothing are left out. */
export function actingFor(
  person: PersonId,
  ties: PersonTies,
  applications: readonly Application[],
  at: Date,
): readonly ActingFor[] {
  return ties.organisations
    .map((organisation) => ({ organisation, acts: actsIn({ person, ties, organisation, at }, applications) }))
    .filter(({ acts }) => acts.length > 0);
}

function actsIn(
  asked: {
    readonly person: PersonId;
    readonly ties: PersonTies;
    readonly organisation: Organisation;
    readonly at: Date;
  },
  applications: readonly Application[],
): readonly ActingIn[] {
  return applications.flatMap((application) => {
    const decision = decide({ ...asked, application });
    return decision.kind === 'yes' ? [{ application, paths: decision.paths, usedOn: null }] : [];
  });
}

type ByRight = Extract<AccessPath, { by: 'right' }>;

/** The last end of several rights, each of which lives no longer than its relation and the organisation. */
function lastEndOf(paths: readonly ByRight[], organisation: Organisation): Date | null {
  const ends = paths.map(({ right, relation }) => {
    const untils = [right.validity.until, relation.validity.until, organisation.validity.until];
    const known = untils.flatMap((until) => (until === null ? [] : [until.getTime()]));
    return known.length === 0 ? null : Math.min(...known);
  });
  const known = ends.filter((each) => each !== null);
  return known.length < ends.length ? null : new Date(Math.max(...known));
}
