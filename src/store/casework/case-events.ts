import type {
  CaseActor,
  CaseEvent,
  CaseEventKind,
  CaseEventStore,
  CaseId,
} from '../../domain/casework/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type Protection, sealedRow } from '../ground/sealing.ts';
import type { Gathering, Statement } from '../ground/statement.ts';

const PLACE = 'case_events.text_sealed';

type EventRow = {
  id: string;
  case_id: string;
  at: Date;
  kind: CaseEventKind;
  by_kind: CaseActor['kind'];
  by_person: string | null;
  text_sealed: Buffer | null;
  details: CaseEvent['details'];
};

const add: Statement = {
  name: 'case_events.add',
  text: `insert into case_events (case_id, at, kind, by_kind, by_person, text_sealed, details)
    select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::uuid[], $6::bytea[], $7::jsonb[])`,
};
type Columns = readonly [string, Date, string, string, string | null, Buffer | null, string];
/** The events of one unit of work, in their order. */
const addTogether: Gathering<Columns> = (events) => ({
  statement: add,
  values: [0, 1, 2, 3, 4, 5, 6].map((column) => events.map((event) => event[column])),
});
const of: Statement = {
  name: 'case_events.of',
  readsOnly: true,
  text: `select id, case_id, at, kind, by_kind, by_person, text_sealed, details from case_events
    where case_id = $1 order by id`,
};

/** Timelines of cases: the database itself refuses to change them. */
export function caseEventsIn({ queries, protection }: StoreContext): CaseEventStore {
  return {
    async add({ case: id, at, kind, by, text, details }) {
      const person = 'person' in by ? by.person : null;
      const sealed =
        text === null ? null : protection.seal(PLACE, sealedRow(id, at, kind, by.kind, person), text);
      await queries.gather(addTogether, [[id, at, kind, by.kind, person, sealed, JSON.stringify(details)]]);
    },
    async of(id) {
      return (await queries.all<EventRow>(of, [id])).map((row) => readEvent(protection, row));
    },
  };
}

function readEvent(protection: Protection, row: EventRow): CaseEvent {
  return {
    id: row.id,
    case: row.case_id as CaseId,
    at: row.at,
    kind: row.kind,
    by: readActor(row),
    text: readText(protection, row),
    details: row.details,
  };
}

// The database gives an event its id only as it is written: what the event says tells it apart from others.
function readText(protection: Protection, row: EventRow): string | null {
  const { case_id, at, kind, by_kind, by_person, text_sealed } = row;
  if (text_sealed === null) return null;
  return protection.open(PLACE, sealedRow(case_id, at, kind, by_kind, by_person), text_sealed);
}

function readActor({ by_kind, by_person }: EventRow): CaseActor {
  if (by_kind === 'applicant' || by_kind === 'system') return { kind: by_kind };
  if (by_person === null) throw new Error('an event of staff must say whose it is');
  return { kind: by_kind, person: by_person as PersonId };
}
