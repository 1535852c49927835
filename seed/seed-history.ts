import { simulatedPeople } from '../simulators/europe/people/index.ts';
import { dayOf } from '../src/base/calendar.ts';
import { DAY, HOUR, later } from '../src/base/time.ts';
import { isWorkingDay } from '../src/base/working-days.ts';
import type { OidcApplication } from '../src/domain/application/index.ts';
import type { AuditEvent } from '../src/domain/audit/index.ts';
import type { Person } from '../src/domain/person/index.ts';
import type { Stores } from '../src/store/index.ts';
import type { Happening } from './happening.ts';
import { correlationFor, numberFor } from './naming.ts';

/** How many days of history the demo has. */
export const HISTORY_DAYS = 90;

/** What writing history needs. */
export type HistoryFrame = {
  readonly stores: Pick<Stores, 'audit'>;
  readonly people: ReadonlyMap<string, Person>;
  readonly applications: readonly OidcApplication[];
  readonly now: Date;
};

/** Ninety days of logins, a few each working day. */
export function historyOf(frame: HistoryFrame): readonly Happening[] {
  const happenings: Happening[] = [];
  for (let day = HISTORY_DAYS; day >= 1; day -= 1) {
    const morning = later(frame.now, -day * DAY);
    const isDayOff = !isWorkingDay(dayOf(morning));
    const logins = isDayOff ? numberFor(`weekend ${day}`, 2) : 2 + numberFor(`logins ${day}`, 5);
    for (let place = 0; place < logins; place += 1) {
      const at = later(morning, Math.floor((place * 9 * HOUR) / logins) - 9 * HOUR);
      const act = () => frame.stores.audit.record(...loginEvents(frame, `${day}/${place}`));
      happenings.push({ at, act });
    }
  }
  return happenings;
}

function loginEvents({ people, applications }: HistoryFrame, name: string): readonly AuditEvent[] {
  const everybody = [...people];
  const [id, person] = everybody[numberFor(`person ${name}`, everybody.length)] ?? [];
  const application = applications[numberFor(`application ${name}`, applications.length)];
  if (!id || !person || !application) return [];
  const correlation = correlationFor(name);
  const country = simulatedPeople.find((each) => each.id === id)?.country ?? null;
  const common = { purpose: 'login', correlation } as const;
  const to = { kind: 'application', id: application.id } as const;
  const started: AuditEvent = {
    ...common,
    kind: 'login.started',
    actor: to,
    subject: { kind: 'attempt', id: correlation },
    details: { scopes: application.scopes, sso: false },
  };
  if (numberFor(`abandoned ${name}`, 12) === 0) {
    return [
      started,
      { ...common, kind: 'login.abandoned', actor: { kind: 'unknown' }, subject: to, details: {} },
    ];
  }
  const finished: AuditEvent = {
    ...common,
    kind: 'login.finished',
    actor: { kind: 'person', id: person.id },
    subject: to,
    details: { means: country ? 'eidashigh' : 'eid', assurance: 'high', country, sso: false },
  };
  const issued: AuditEvent = {
    ...common,
    kind: 'token.issued',
    actor: to,
    subject: { kind: 'person', id: person.id },
    details: { scopes: application.scopes },
  };
  return [started, finished, issued];
}
