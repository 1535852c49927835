import type { CorrelationCode } from '../../base/correlation.ts';
import {
  type Actor,
  type AuditEvent,
  type AuditTrail,
  type Concerned,
  type KeptAuditEvent,
  refusalKinds,
} from '../../domain/audit/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type Protection, sealedRow } from '../ground/sealing.ts';
import { type Gathering, type Queries, type Statement, statementInParts } from '../ground/statement.ts';

/** Events of this moment as one JSON value: `insertEvents` makes rows of it, alone or beside the change that caused them. They concern nobody else. */
export function eventsAsJson(events: readonly AuditEvent[], at: Date): string {
  if (!events.every(isPlain))
    throw new Error('an event that concerns somebody else, or has a reason, is recorded by the trail itself');
  return JSON.stringify(events.map((event) => ({ ...event, at })));
}

/** The `insert` of events out of parameter `$events` (JSON), by itself or behind a `with`. */
export function insertEvents(events: `$${number}`): string {
  return `insert into audit_events (at, kind, actor, subject_kind, subject_id, purpose, details, correlation)
    select at, kind, actor, subject ->> 'kind', subject ->> 'id', purpose, details, correlation
    from json_to_recordset(${events}::json) as event
      (at timestamptz, kind text, actor jsonb, subject json, purpose text, details jsonb, correlation text)`;
}

const record: Statement = { name: 'audit.record', text: insertEvents('$1') };
/** Events with whom they concern, and with those that concern nobody among them. */
const recordConcerned = statementInParts(
  'audit.record_concerned',
  [
    `told as materialized (
      select nextval('audit_event_ids') as id, event.* from json_to_recordset($1::json) as event
        (at timestamptz, kind text, actor jsonb, subject json, purpose text, details jsonb, correlation text, concerned json, reason text)
    )`,
    `kept as (
      insert into audit_events
        (id, at, kind, actor, subject_kind, subject_id, purpose, details, correlation, reason_sealed)
      select id, at, kind, actor, subject ->> 'kind', subject ->> 'id', purpose, details, correlation,
        decode(reason, 'hex') from told
    )`,
  ],
  `insert into audit_subjects (event, at, place, way, person, case_id, number_hash)
    select told.id, told.at, one.place, one.way, one.person, one.case_id, decode(one.number_hash, 'hex')
    from told cross join lateral json_to_recordset(told.concerned) as one
      (place smallint, way text, person uuid, case_id uuid, number_hash text)`,
);

type Told = Omit<AuditEvent, 'concerned' | 'reason'> & {
  readonly at: Date;
  readonly concerned: readonly ConcernedRow[];
  readonly reason: string | null;
};

/** The events of one unit of work, in their order: one statement, however many they are. */
const eventsTogether: Gathering<Told> = (events) => {
  const isPlainAll = events.every(({ concerned, reason }) => concerned.length === 0 && reason === null);
  return { statement: isPlainAll ? record : recordConcerned, values: [JSON.stringify(events)] };
};

/** What is kept whole of each minute, kind and reason; the rest is counted. */
const KEPT_PER_MINUTE = 20;

/**
 * One refusal of somebody who proved nothing. Anybody can cause as many as they like, and nothing of the trail is ever removed:
 * it grows by so many a minute at most.
 */
const recordRefusal = statementInParts(
  'audit.record_refusal',
  [
    `counted as (
      insert into refusal_counts as counts (minute, kind, reason, count)
      values (date_trunc('minute', $2::timestamptz), $3, $4, 1)
      on conflict (minute, kind, reason) do update set count = counts.count + 1 returning count
    )`,
  ],
  `${insertEvents('$1')}
    where (select count from counted) <= ${KEPT_PER_MINUTE}`,
);

/** Refusals that come in no login, and of which the application is at most named, not proven. */
function isOfNobody({ kind, subject }: AuditEvent): boolean {
  return refusalKinds.includes(kind) && subject?.kind !== 'attempt';
}

/** Appends events in the transaction of this context. */
export function auditIn({ queries, protection, clock, ensurePartition }: StoreContext): AuditTrail {
  return {
    async record(...events) {
      if (events.length === 0) return;
      const at = clock();
      await ensurePartition('audit_events', at);
      const refusals = events.filter((event) => isPlain(event) && isOfNobody(event));
      for (const event of refusals) {
        const reason = String(event.details.reason ?? event.details.code ?? '').slice(0, 100);
        await queries.changeUnheard(recordRefusal, [eventsAsJson([event], at), at, event.kind, reason]);
      }
      const others = refusals.length === 0 ? events : events.filter((event) => !refusals.includes(event));
      if (others.length === 0) return;
      if (!others.every(isPlain)) await ensurePartition('audit_subjects', at);
      const told = others.map((event) => ({
        ...event,
        at,
        concerned: concernedRows(protection, event.concerned ?? []),
        reason: sealReason(protection, event, at),
      }));
      await queries.gather(eventsTogether, told);
    },
  };
}

function isPlain({ concerned = [], reason }: AuditEvent): boolean {
  return concerned.length === 0 && reason === undefined;
}

const REASON = 'audit_events.reason_sealed';

function sealReason(
  protection: Protection,
  { kind, correlation, reason }: AuditEvent,
  at: Date,
): string | null {
  if (reason === undefined) return null;
  return protection.seal(REASON, sealedRow(at, kind, correlation), reason.reveal()).toString('hex');
}

/** Opens the reason of an event. */
export function openReason(
  protection: Protection,
  { at, kind, correlation }: Pick<KeptAuditEvent, 'at' | 'kind' | 'correlation'>,
  sealed: Buffer,
): string {
  return protection.open(REASON, sealedRow(at, kind, correlation), sealed);
}

type Who = { person?: string; case_id?: string; number_hash?: string };
type ConcernedRow = Who & { place: number; way: string };

/** Rows of those whom an event concerns; each stands there once, in the first way that was said. */
function concernedRows(protection: Protection, concerned: readonly Concerned[]): readonly ConcernedRow[] {
  const rows = new Map<string, ConcernedRow>();
  for (const one of concerned) {
    const who = whoIs(protection, one);
    const key = JSON.stringify(who);
    if (!rows.has(key)) rows.set(key, { place: rows.size, way: one.way, ...who });
  }
  return [...rows.values()];
}

function whoIs(protection: Protection, one: Concerned): Who {
  if ('person' in one) return { person: one.person };
  if ('applicantOf' in one) return { case_id: one.applicantOf };
  return { number_hash: protection.hash('national-number', one.number.reveal()).toString('hex') };
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

export type EventRow = {
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
  readsOnly: true,
  text: `select id, at, kind, actor, subject_kind, subject_id, purpose, details, correlation from audit_events
    where ($1::text is null or kind = $1) and ($2::text is null or subject_id = $2)
      and ($3::text is null or correlation = $3) and id > $4::bigint
    order by id limit $5`,
};

/** Reads events in the order in which they were written. */
export async function listEvents(queries: Queries, filter: AuditFilter): Promise<readonly KeptAuditEvent[]> {
  const { kind = null, subject = null, correlation = null, after = '0', limit = 1000 } = filter;
  const rows = await queries.all<EventRow>(list, [kind, subject, correlation, after, limit]);
  return rows.map(readEvent);
}

/** Reads an event from its row. */
export function readEvent(row: EventRow): KeptAuditEvent {
  return {
    id: row.id,
    at: row.at,
    kind: row.kind as KeptAuditEvent['kind'],
    actor: row.actor,
    subject: readSubject(row),
    purpose: row.purpose as KeptAuditEvent['purpose'],
    details: row.details,
    correlation: row.correlation as CorrelationCode,
  };
}

function readSubject({ subject_kind, subject_id }: EventRow): AuditEvent['subject'] {
  if (subject_kind === null || subject_id === null) return null;
  return { kind: subject_kind as NonNullable<AuditEvent['subject']>['kind'], id: subject_id };
}
