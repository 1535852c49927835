import type { CorrelationCode } from '../base/correlation.ts';
import type { Actor, AuditEvent, AuditTrail, KeptAuditEvent } from '../domain/audit/index.ts';
import type { StoreContext } from './context.ts';
import type { Queries, Statement } from './statement.ts';

/** Events as one JSON value: `EVENTS_FROM` makes rows of it, alone or beside the change that caused them. */
export function eventsAsJson(events: readonly AuditEvent[]): string {
  return JSON.stringify(events);
}

/** The `insert` of events out of parameter `$events` (JSON) at moment `$at`, for use in a statement of its own or in a `with`. */
export function insertEvents(events: `$${number}`, at: `$${number}`): string {
  return `insert into audit_events (at, kind, actor, subject_kind, subject_id, purpose, details, correlation)
    select ${at}::timestamptz, kind, actor, subject ->> 'kind', subject ->> 'id', purpose, details, correlation
    from json_to_recordset(${events}::json) as event
      (kind text, actor jsonb, subject json, purpose text, details jsonb, correlation text)`;
}

const record: Statement = { name: 'audit.record', text: insertEvents('$1', '$2') };

/** Appends events in the transaction of this context. */
export function auditIn({ queries, clock, ensurePartition }: StoreContext): AuditTrail {
  return {
    async record(...events) {
      if (events.length === 0) return;
      const at = clock();
      await ensurePartition('audit_events', at);
      await queries.changeUnheard(record, [eventsAsJson(events), at]);
    },
  };
}

/** Which events to list: all that fit every given condition. */
export type AuditFilter = {
  readonly kind?: string;
  readonly subject?: string;
  readonly correlation?: string;
  /** Only events after this id. */
  readonly after?: string;
  /** At most so many; 1000 when not said. */
  readonly limit?: number;
};

type EventRow = {
  id: string;
  at: Date;
  kind: string;
  actor: Actor;
  subject_kind: string | null;
  subject_id: string | null;
  purpose: string;
  details: AuditEvent['details'];
  correlation: string;
};

const list: Statement = {
  name: 'audit.list',
  text: `select id, at, kind, actor, subject_kind, subject_id, purpose, details, correlation from audit_events
    where ($1::text is null or kind = $1) and ($2::text is null or subject_id = $2)
      and ($3::text is null or correlation = $3) and id > $4::bigint
    order by id limit $5`,
};

/** Reads events in the order in which they were written. */
export async function listEvents(queries: Queries, filter: AuditFilter): Promise<readonly KeptAuditEvent[]> {
  const { kind = null, subject = null, correlation = null, after = '0', limit = 1000 } = filter;
  const rows = await queries.all<EventRow>(list, [kind, subject, correlation, after, limit]);
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind as KeptAuditEvent['kind'],
    actor: row.actor,
    subject: readSubject(row),
    purpose: row.purpose as KeptAuditEvent['purpose'],
    details: row.details,
    correlation: row.correlation as CorrelationCode,
  }));
}

function readSubject({ subject_kind, subject_id }: EventRow): AuditEvent['subject'] {
  if (subject_kind === null || subject_id === null) return null;
  return { kind: subject_kind as NonNullable<AuditEvent['subject']>['kind'], id: subject_id };
}
