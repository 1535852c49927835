import { addDays, dayOf, endOfDay, startOfDay } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { AdministrationKind, Administrator, Appointment, Scope } from '../administration/index.ts';

/** What somebody is to be appointed to, as it was asked for. */
export type WishedAdministration = {
  readonly kind: AdministrationKind;
  /** Stands in for whoever appoints, for a period. */
  readonly isDeputy: boolean;
  readonly mayAppoint: boolean;
  readonly scope: Scope;
  /** The first day; `null` is now. */
  readonly from: CalendarDate | null;
  /** The last day; `null`: as long as whoever appoints. */
  readonly until: CalendarDate | null;
};

/** How long somebody stands in for another at most. */
export const DEPUTY_DAYS = 365;

export type AppointingFault =
  | { readonly field: 'kind'; readonly code: 'not-yours' }
  | { readonly field: 'units' | 'applications'; readonly code: 'none' | 'beyond' }
  | { readonly field: 'from'; readonly code: 'past' }
  | { readonly field: 'until'; readonly code: 'missing' | 'past' | 'beyond' | 'too-long' };

/** What of it is kept. */
export type CheckedAdministration = Pick<
  Appointment,
  'kind' | 'isDeputy' | 'mayAppoint' | 'scope' | 'validity'
>;

/**
 * Whether somebody may appoint so. Never more than they have: not a stronger kind, no unit or application that is not theirs, not longer.
 * A deputy has what the other has, for a period that has an end, and appoints nobody.
 */
export function checkAppointing(
  wished: WishedAdministration,
  by: Administrator,
  now: Date,
):
  | { readonly kind: 'right'; readonly checked: CheckedAdministration }
  | { readonly kind: 'wrong'; readonly faults: readonly AppointingFault[] } {
  const scope: Scope = wished.isDeputy ? { units: 'all', applications: 'all' } : wished.scope;
  const faults = [...kindFaults(wished, by), ...scopeFaults(scope, by), ...periodFaults(wished, by, now)];
  if (faults.length > 0) return { kind: 'wrong', faults };
  const { isDeputy } = wished;
  return {
    kind: 'right',
    checked: {
      kind: isDeputy ? ownKind(by) : wished.kind,
      isDeputy,
      mayAppoint: wished.mayAppoint && !isDeputy,
      scope: wholeOf(scope, by),
      validity: {
        from: wished.from === null || wished.from <= dayOf(now) ? now : startOfDay(wished.from),
        until: wished.until === null ? by.until : endOfDay(wished.until),
      },
    },
  };
}

/** Whether somebody may appoint to this kind: nobody to a stronger one than their own. */
export function mayAppointTo(
  kind: AdministrationKind,
  by: Pick<Administrator, 'basis' | 'mayAppoint'>,
): boolean {
  return by.mayAppoint && (kind === 'local-administrator' || by.basis !== 'local-administrator');
}

/** The kind of somebody’s own power, for whoever stands in for them. */
function ownKind({ basis }: Administrator): AdministrationKind {
  return basis === 'local-administrator' ? 'local-administrator' : 'head-local-administrator';
}

function kindFaults({ kind, isDeputy }: WishedAdministration, by: Administrator): readonly AppointingFault[] {
  const isTheirs = isDeputy ? by.basis !== 'deputy' : mayAppointTo(kind, by);
  return isTheirs ? [] : [{ field: 'kind', code: 'not-yours' }];
}

function scopeFaults({ units, applications }: Scope, { scope }: Administrator): readonly AppointingFault[] {
  return [
    ...listFaults('units', units, scope.units),
    ...listFaults('applications', applications, scope.applications),
  ];
}

function listFaults<Id>(
  field: 'units' | 'applications',
  wished: 'all' | readonly Id[],
  own: 'all' | readonly Id[],
): readonly AppointingFault[] {
  if (wished === 'all') return [];
  if (wished.length === 0) return [{ field, code: 'none' }];
  return own === 'all' || wished.every((each) => own.includes(each)) ? [] : [{ field, code: 'beyond' }];
}

function periodFaults(
  { isDeputy, from, until }: WishedAdministration,
  by: Administrator,
  now: Date,
): readonly AppointingFault[] {
  const today = dayOf(now);
  const first = from ?? today;
  if (first < today) return [{ field: 'from', code: 'past' }];
  if (until === null) return isDeputy ? [{ field: 'until', code: 'missing' }] : [];
  if (until < first) return [{ field: 'until', code: 'past' }];
  if (by.until !== null && endOfDay(until) > by.until) return [{ field: 'until', code: 'beyond' }];
  if (isDeputy && until > addDays(first, DEPUTY_DAYS)) return [{ field: 'until', code: 'too-long' }];
  return [];
}

/** The organisation itself stands for everything in it; what is all of somebody’s own is cut by what they have, as long as it rests on it. */
function wholeOf({ units, applications }: Scope, { organisation }: Administrator): Scope {
  return { units: units !== 'all' && units.includes(organisation.id) ? 'all' : units, applications };
}
