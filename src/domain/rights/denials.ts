import type { Validity } from '../../base/time.ts';
import type { Fact } from './explain.ts';

/** One thing that stands in the way of acting for an organisation. */
export type Denial =
  /** Nothing ties this person to it, now, before or later. */
  | { readonly kind: 'not-tied' }
  /** The application is not open to the target group of this organisation. */
  | { readonly kind: 'not-open' }
  | { readonly kind: 'organisation-ended'; readonly on: Date }
  | { readonly kind: 'organisation-not-yet'; readonly from: Date }
  | { readonly kind: 'context-missing'; readonly right: string }
  | { readonly kind: 'right-not-yet'; readonly from: Date }
  | { readonly kind: 'right-ended'; readonly on: Date }
  /** Nobody works there any more, or not yet, and rights hang on that. */
  | { readonly kind: 'relation-not-yet'; readonly from: Date }
  | { readonly kind: 'relation-ended'; readonly on: Date }
  | { readonly kind: 'representation-ended'; readonly on: Date }
  | { readonly kind: 'no-right' };

type Denials = readonly [Denial, ...Denial[]];

/** What stands in the way where no path leads: one for each that would have to change, nearest to being solved first. */
export function denialsIn(facts: readonly Fact[], at: Date): Denials {
  const isTied = facts.some(({ fact, holds }) => (fact === 'work-relation' || fact === 'law') && holds);
  const ofRights = ofRightsIn(facts);
  const closed = facts.some(({ fact, holds }) => fact === 'open' && !holds);
  const gone = goneIn(facts, at);
  if (closed) return isTied && !gone ? [{ kind: 'not-open' }] : [{ kind: 'not-tied' }, { kind: 'not-open' }];
  if (gone) return isTied || ofRights.length > 0 ? [gone] : [{ kind: 'not-tied' }, gone];
  const [first, ...others] = isTied ? ofRights : ofTiesIn(facts, ofRights, at);
  if (first) return [first, ...others];
  return [{ kind: isTied ? 'no-right' : 'not-tied' }];
}

function goneIn(facts: readonly Fact[], at: Date): Denial | null {
  const found = facts.find((each) => each.fact === 'organisation');
  if (found === undefined || found.holds) return null;
  const { from, until: on } = found.organisation.validity;
  return on !== null && on <= at
    ? { kind: 'organisation-ended', on }
    : { kind: 'organisation-not-yet', from };
}

/** A missing context is nearest to being solved, then the first right to begin, then the last one that ended. */
function ofRightsIn(facts: readonly Fact[]): readonly Denial[] {
  const rights = facts.flatMap((each) => (each.fact === 'right' && each.right !== null ? [each] : []));
  const missing = rights.flatMap(({ right, standing }): Denial[] =>
    standing.kind === 'context-missing' ? [{ kind: 'context-missing', right: right.right }] : [],
  );
  const from = firstOf(
    rights.flatMap(({ standing }) => (standing.kind === 'not-yet' ? [standing.from] : [])),
  );
  const on = lastOf(rights.flatMap(({ standing }) => (standing.kind === 'ended' ? [standing.on] : [])));
  return [
    ...missing,
    ...(from ? [{ kind: 'right-not-yet', from } as const] : []),
    ...(on ? [{ kind: 'right-ended', on } as const] : []),
  ];
}

/** Of somebody whom nothing ties there now: what is coming first, then what was. */
function ofTiesIn(facts: readonly Fact[], ofRights: readonly Denial[], at: Date): readonly Denial[] {
  const lawIsEnough = facts.some(({ fact, holds }) => fact === 'law-is-enough' && holds);
  const relations = facts.flatMap((each) =>
    each.fact === 'work-relation' && each.relation ? [each.relation.validity] : [],
  );
  const representations = facts.flatMap((each) =>
    lawIsEnough && each.fact === 'law' && each.representation ? [each.representation.validity] : [],
  );
  const from = firstOf(relations.filter((each) => each.from > at).map((each) => each.from));
  const ended = lastOf(endsOf(relations));
  const left = lastOf(endsOf(representations));
  return [
    ...ofRights.filter(({ kind }) => kind === 'right-not-yet'),
    ...(from ? [{ kind: 'relation-not-yet', from } as const] : []),
    ...(ended && ended <= at ? [{ kind: 'relation-ended', on: ended } as const] : []),
    ...(left && left <= at ? [{ kind: 'representation-ended', on: left } as const] : []),
  ];
}

function endsOf(periods: readonly Validity[]): readonly Date[] {
  return periods.map(({ until }) => until).filter((each) => each !== null);
}

function firstOf(moments: readonly Date[]): Date | null {
  return moments.length === 0 ? null : new Date(Math.min(...moments.map((each) => each.getTime())));
}

function lastOf(moments: readonly Date[]): Date | null {
  return moments.length === 0 ? null : new Date(Math.max(...moments.map((each) => each.getTime())));
}
