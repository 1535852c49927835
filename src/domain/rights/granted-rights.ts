import { holds, type Validity } from '../../base/time.ts';
import type { Application, RightDefinition } from '../application/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { GrantedRight, UserRight } from './model.ts';
import type { PersonTies } from './ports.ts';

type RightsOf = Pick<Application, 'id' | 'rights'>;

/** How one user right stands at one moment, and since or from when. */
export type RightStanding =
  | { readonly kind: 'granted'; readonly granted: GrantedRight }
  | { readonly kind: 'ended'; readonly on: Date }
  | { readonly kind: 'not-yet'; readonly from: Date }
  | { readonly kind: 'context-missing'; readonly right: string };

/**
 * The user rights that count now: valid, hung on a live work relation with the same organisation, which exists, for a right that
 * the application still defines, and with a context where its definition asks for one. Rights with the same code in the same
 * organisation are told once, with their contexts together.
 */
export function grantedRights(ties: PersonTies, application: RightsOf, at: Date): readonly GrantedRight[] {
  const merged = new Map<string, GrantedRight>();
  for (const organisation of ties.organisations) {
    for (const standing of standingsIn(organisation, ties, application, at)) {
      if (standing.kind !== 'granted') continue;
      const { right, contexts } = standing.granted;
      const key = `${right} ${organisation.id}`;
      const before = merged.get(key)?.contexts ?? [];
      merged.set(key, { ...standing.granted, contexts: [...new Set([...before, ...contexts])] });
    }
  }
  return [...merged.values()];
}

/** How each user right of a person in one organisation stands, for the rights that the application still defines. */
export function standingsIn(
  organisation: Organisation,
  ties: PersonTies,
  application: RightsOf,
  at: Date,
): readonly RightStanding[] {
  return ties.rights
    .filter((right) => right.organisation === organisation.id && right.application === application.id)
    .flatMap((right) => {
      const definition = application.rights.find((each) => each.code === right.right);
      const validity = validityOf(right, organisation, ties);
      return definition && validity ? [standingOf(right, definition, organisation, validity, at)] : [];
    });
}

function standingOf(
  right: UserRight,
  definition: RightDefinition,
  organisation: Organisation,
  validity: Validity,
  at: Date,
): RightStanding {
  if (validity.until !== null && validity.until <= at) return { kind: 'ended', on: validity.until };
  if (!holds(validity, at)) return { kind: 'not-yet', from: validity.from };
  const contexts = right.contexts.filter((context) => definition.contexts.includes(context));
  if (definition.contextRequired && contexts.length === 0)
    return { kind: 'context-missing', right: right.right };
  return { kind: 'granted', granted: { right: right.right, contexts, organisation: organisation.code } };
}

/** A right lives no longer than its work relation and its organisation; `null` when it hangs on no relation of this person here. */
function validityOf(right: UserRight, organisation: Organisation, ties: PersonTies): Validity | null {
  const relation = ties.workRelations.find((each) => each.id === right.workRelation);
  if (relation?.organisation !== organisation.id) return null;
  return [relation.validity, organisation.validity].reduce(overlap, right.validity);
}

function overlap(one: Validity, other: Validity): Validity {
  const ends = [one.until, other.until].filter((each) => each !== null).map((each) => each.getTime());
  return {
    from: new Date(Math.max(one.from.getTime(), other.from.getTime())),
    until: ends.length === 0 ? null : new Date(Math.min(...ends)),
  };
}
