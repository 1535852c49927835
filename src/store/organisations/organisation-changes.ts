import { Redacted } from '../../base/redacted.ts';
import type {
  ChangedValue,
  ChangeSubject,
  KeptChange,
  OrganisationChange,
  OrganisationHistory,
  OrganisationId,
} from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type Protection, sealedRow } from '../ground/sealing.ts';
import type { Gathering, Statement } from '../ground/statement.ts';

const COLUMNS =
  'id, organisation, subject_kind, subject, person, kind, at, by_person, by_authority, after, reason_sealed';

type ChangeRow = {
  id: string;
  organisation: string;
  subject_kind: ChangeSubject;
  subject: string;
  person: string | null;
  kind: string;
  at: Date;
  by_person: string | null;
  by_authority: string;
  after: Record<string, ChangedValue>;
  reason_sealed: Buffer | null;
};

const record: Statement = {
  name: 'organisation_changes.record',
  text: `insert into organisation_changes
      (organisation, subject_kind, subject, person, kind, at, by_person, by_authority, after, reason_sealed)
    select organisation, subject_kind, subject, person, kind, at, by_person, by_authority, after, decode(reason, 'hex')
    from json_to_recordset($1::json) as each
      (organisation uuid, subject_kind text, subject text, person uuid, kind text, at timestamptz, by_person uuid, by_authority text,
        after jsonb, reason text)`,
};
const list: Statement = {
  name: 'organisation_changes.list',
  readsOnly: true,
  text: `select ${COLUMNS} from organisation_changes
    where organisation = any($1::uuid[]) and ($2::bigint is null or id < $2)
      and ($3::uuid is null or person = $3) and ($4::uuid is null or by_person = $4) and ($5::text is null or subject_kind = $5)
      and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
    order by id desc limit $8`,
};
const ofSubject: Statement = {
  name: 'organisation_changes.of_subject',
  readsOnly: true,
  text: `select ${COLUMNS} from organisation_changes where subject_kind = $1 and subject = $2 order by id`,
};

/** The changes of one unit of work, in their order: one statement, however many they are. */
const changesTogether: Gathering<Readonly<Record<string, unknown>>> = (changes) => ({
  statement: record,
  values: [JSON.stringify(changes)],
});

/** What changed in organisations. */
export function organisationHistoryIn({ queries, protection, clock }: StoreContext): OrganisationHistory {
  return {
    async record(...changes) {
      if (changes.length === 0) return;
      const at = clock();
      await queries.gather(
        changesTogether,
        changes.map((change) => rowOf(protection, change, at)),
      );
    },
    async list(filter, most) {
      const { organisations, before = null, person = null, by = null, subject = null } = filter;
      const period = [filter.from ?? null, filter.until ?? null];
      const rows = await queries.all<ChangeRow>(list, [
        organisations,
        before,
        person,
        by,
        subject,
        ...period,
        most,
      ]);
      return rows.map((row) => readChange(protection, row));
    },
    async ofSubject(kind, id) {
      const rows = await queries.all<ChangeRow>(ofSubject, [kind, id]);
      return rows.map((row) => readChange(protection, row));
    },
  };
}

const REASON = 'organisation_changes.reason_sealed';

function rowOf(protection: Protection, change: OrganisationChange, at: Date) {
  const { organisation, subject, person, kind, by, after, reason } = change;
  const place = sealedRow(organisation, subject.kind, subject.id, kind, at);
  return {
    organisation,
    subject_kind: subject.kind,
    subject: subject.id,
    person,
    kind,
    at,
    by_person: by.person,
    by_authority: by.authority,
    after,
    reason: reason === null ? null : protection.seal(REASON, place, reason.reveal()).toString('hex'),
  };
}

function readChange(protection: Protection, row: ChangeRow): KeptChange {
  const { id, organisation, subject_kind, subject, kind, at, after, reason_sealed: sealed } = row;
  const place = sealedRow(organisation, subject_kind, subject, kind, at);
  return {
    id,
    organisation: organisation as OrganisationId,
    subject: { kind: subject_kind, id: subject },
    person: row.person as PersonId | null,
    kind,
    at,
    by: { person: row.by_person as PersonId | null, authority: row.by_authority },
    after,
    reason: sealed === null ? null : new Redacted(protection.open(REASON, place, sealed)),
  };
}
