import { holds } from '../../base/time.ts';
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
  const works = ties.workRelations.some(
    (each) => each.organisation === organisation.id && holds(each.validity, at),
  );
  const represents = ties.representations.some(
    (each) => each.organisation === organisation.id && holds(each.validity, at),
  );
  const standings = standingsIn(organisation, ties, application, at);
  if (!holds(organisation.validity, at)) {
    const on = organisation.validity.until;
    const tied = works || represents || standings.length > 0;
    return tied && on !== null && on <= at
      ? unusable(organisation, { kind: 'organisation-ended', on })
      : { kind: 'none' };
  }
  const rights = grantedRights({ ...ties, organisations: [organisation] }, application, at);
  const basis: Basis = [
    ...(rights.length > 0 ? (['right'] as const) : []),
    ...(represents && application.openToLegalRepresentatives ? (['legal-representative'] as const) : []),
    ...(works && !application.rightRequired ? (['work-relation'] as const) : []),
  ];
  if (basis.length > 0) return { kind: 'usable', organisation, basis, rights };
  const reason = reasonOf(standings) ?? (works || represents ? ({ kind: 'no-right' } as const) : null);
  return reason ? unusable(organisation, reason) : { kind: 'none' };
}

function unusable(organisation: Organisation, reason: UnusableCapacity['reason']): Standing {
  return { kind: 'unusable', unusable: { organisation, reason } };
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
