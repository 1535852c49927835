import { holds, type Validity } from '../../base/time.ts';
import type { Organisation } from '../organisation/index.ts';
import { type GrantedRight, grantedRights, type RightStanding, standingsIn } from '../rights/index.ts';
import type { Capacity, UnusableCapacity } from './model.ts';
import type { CapacityQuestion } from './question.ts';

type Basis = Extract<Capacity, { kind: 'organisation' }>['basis'];

/** How a person stands towards one organisation in one application; `none` when nothing ties them any more. */
export type Standing =
  | {
      readonly kind: 'usable';
      readonly organisation: Organisation;
      readonly basis: Basis;
      readonly rights: readonly GrantedRight[];
    }
  | { readonly kind: 'unusable'; readonly unusable: UnusableCapacity }
  | { readonly kind: 'none' };

/** Works out the standing of the person towards an organisation that is in a target group the application is open to. */
export function standingOf(organisation: Organisation, question: CapacityQuestion): Standing {
  const { ties, application, at } = question;
  const { relations, representations, works, represents } = tiesWith(organisation, question);
  const standings = standingsIn(organisation, ties, application, at);
  if (!holds(organisation.validity, at)) {
    const { from, until: on } = organisation.validity;
    if (!works && !represents && standings.length === 0) return { kind: 'none' };
    if (on !== null && on <= at) return unusable(organisation, { kind: 'organisation-ended', on });
    return unusable(organisation, { kind: 'organisation-not-yet', from });
  }
  const rights = grantedRights({ ...ties, organisations: [organisation] }, application, at);
  const basis: Basis = [
    ...(rights.length > 0 ? (['right'] as const) : []),
    ...(represents && application.openToLegalRepresentatives ? (['legal-representative'] as const) : []),
    ...(works && !application.rightRequired ? (['work-relation'] as const) : []),
  ];
  if (basis.length > 0) return { kind: 'usable', organisation, basis, rights };
  if (works || represents) return unusable(organisation, reasonOf(standings) ?? { kind: 'no-right' });
  const law = application.openToLegalRepresentatives ? representations : [];
  const reason = reasonWithoutTie(standings, { relations, representations: law }, at);
  return reason ? unusable(organisation, reason) : { kind: 'none' };
}

/** Why an organisation to which an application is not open cannot be acted for, by somebody who is tied to it now. */
export function notOpenTo(organisation: Organisation, question: CapacityQuestion): UnusableCapacity | null {
  const { works, represents } = tiesWith(organisation, question);
  const isTied = (works || represents) && holds(organisation.validity, question.at);
  return isTied ? { organisation, reason: { kind: 'not-open' } } : null;
}

type OwnTies = {
  /** The periods of each, ended and coming ones too. */
  readonly relations: readonly Validity[];
  readonly representations: readonly Validity[];
};

function tiesWith(
  organisation: Organisation,
  { ties, at }: CapacityQuestion,
): OwnTies & { readonly works: boolean; readonly represents: boolean } {
  const periods = (all: readonly { readonly organisation: string; readonly validity: Validity }[]) =>
    all.filter((each) => each.organisation === organisation.id).map((each) => each.validity);
  const [relations, representations] = [periods(ties.workRelations), periods(ties.representations)];
  const isNow = (validity: Validity): boolean => holds(validity, at);
  return {
    relations,
    representations,
    works: relations.some(isNow),
    represents: representations.some(isNow),
  };
}

function unusable(organisation: Organisation, reason: UnusableCapacity['reason']): Standing {
  return { kind: 'unusable', unusable: { organisation, reason } };
}

/** Of somebody whom nothing ties there now: what is coming first, then what was. */
function reasonWithoutTie(
  standings: readonly RightStanding[],
  { relations, representations }: OwnTies,
  at: Date,
): UnusableCapacity['reason'] | null {
  const right = reasonOf(standings);
  if (right?.kind === 'right-not-yet') return right;
  const from = firstOf(relations.filter((each) => each.from > at).map((each) => each.from));
  if (from) return { kind: 'relation-not-yet', from };
  const ended = lastEnd(relations);
  if (ended) return { kind: 'relation-ended', on: ended };
  const left = lastEnd(representations);
  return left && left <= at ? { kind: 'representation-ended', on: left } : null;
}

function firstOf(moments: readonly Date[]): Date | null {
  return moments.length === 0 ? null : new Date(Math.min(...moments.map((each) => each.getTime())));
}

function lastEnd(periods: readonly Validity[]): Date | null {
  const ends = periods.flatMap(({ until }) => (until === null ? [] : [until.getTime()]));
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

/** The reason nearest to being solved: a missing context, then the first right to begin, then the last one that ended. */
function reasonOf(standings: readonly RightStanding[]): UnusableCapacity['reason'] | null {
  const missing = standings.find((each) => each.kind === 'context-missing');
  if (missing) return { kind: 'context-missing', right: missing.right };
  const coming = standings.filter((each) => each.kind === 'not-yet').map((each) => each.from.getTime());
  if (coming.length > 0) return { kind: 'right-not-yet', from: new Date(Math.min(...coming)) };
  const ended = standings.filter((each) => each.kind === 'ended').map((each) => each.on.getTime());
  return ended.length > 0 ? { kind: 'right-ended', on: new Date(Math.max(...ended)) } : null;
}
