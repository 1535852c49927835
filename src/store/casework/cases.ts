import { type Case, type CaseId, type CaseStore, casePeriods, isOpen } from '../../domain/casework/index.ts';
import type { RegistrationReference } from '../../domain/registration/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type Statement, statementInParts } from '../ground/statement.ts';
import { hashIdentifier } from '../persons/index.ts';
import { CASE_COLUMNS, columnsOf, hashesOf, readCase, type StoredCase } from './case-content.ts';
import { type ListedRow, ROW_COLUMNS, readRow } from './case-row.ts';

type Columns = ReturnType<typeof columnsOf>;

/** What every save writes anew, in the order of the parameters. */
const KEPT: readonly (keyof Columns)[] = [
  'content_sealed',
  'identity_hash',
  'name',
  'search_name',
  'country',
  'reason',
  'application',
  'language',
  'state',
  'outcome',
  'replied_after',
  'agent',
  'handed_office',
  'person',
  'about_keys',
  'email_hash',
  'document_hash',
  'submitted_at',
  'target_at',
  'due_on',
  'due_at',
  'next_duty_at',
  'decided_at',
  'changed_at',
];
const parametersFrom = (first: number) => KEPT.map((_, index) => `$${first + index}`).join(', ');

const find: Statement = {
  name: 'cases.find',
  readsOnly: true,
  text: `select ${CASE_COLUMNS} from cases where id = $1`,
};
const hold: Statement = {
  name: 'cases.hold',
  text: `select ${CASE_COLUMNS} from cases where id = $1 for no key update`,
};
const findByReference: Statement = {
  name: 'cases.find_by_reference',
  readsOnly: true,
  text: `select ${CASE_COLUMNS} from cases where reference = $1`,
};
/** An office finds what it opened and what was handed to it; the rest is not there for it. */
const AT_OFFICE = `state <> 'draft' and (opened_office = $2 or handed_office = $2)`;
const findAtOffice: Statement = {
  name: 'cases.find_at_office',
  readsOnly: true,
  text: `select ${CASE_COLUMNS} from cases where id = $1 and ${AT_OFFICE}`,
};
const findByReferenceAtOffice: Statement = {
  name: 'cases.find_by_reference_at_office',
  readsOnly: true,
  text: `select ${CASE_COLUMNS} from cases where reference = $1 and ${AT_OFFICE}`,
};
const findByForm: Statement = {
  name: 'cases.find_by_form',
  readsOnly: true,
  text: `select ${CASE_COLUMNS} from cases where form_hash = $1`,
};
const withoutOffice: Statement = {
  name: 'cases.without_office',
  readsOnly: true,
  text: `select id from cases where state = 'handed-over' and handed_office is null and ($1::uuid is null or id > $1)
    order by id limit $2`,
};
const findOpenOf: Statement = {
  name: 'cases.find_open_of',
  readsOnly: true,
  text: `select ${CASE_COLUMNS} from cases where identity_hash = $1 and is_open`,
};
const findLastOf: Statement = {
  name: 'cases.find_last_of',
  readsOnly: true,
  text: `select ${CASE_COLUMNS} from cases where identity_hash = $1 order by opened_at desc limit 1`,
};
const add: Statement = {
  name: 'cases.add',
  // One open case of an identity, and one case of a form: two unique indexes stand in the way.
  text: `insert into cases (id, reference, version, origin, opened_at, opened_office, opened_by, form_hash, ${KEPT.join(', ')})
    values ($1, $2, $3, $4, $5, $6, $7, $8, ${parametersFrom(9)})
    on conflict do nothing`,
};
// The documents of a case stay as long as it is open, and for their time after it.
// A closed case does not open again beside another one: the unique index would refuse it, and with it the whole transaction.
const save = statementInParts(
  'cases.save',
  [
    `saved as (
      update cases set version = $2, duty_failed_at = null, (${KEPT.join(', ')}) = row(${parametersFrom(5)})
      where id = $1 and version = $2 - 1 and not ($3 and not is_open and exists (
        select from cases other where other.identity_hash = cases.identity_hash and other.is_open and other.id <> $1))
      returning id, is_open, changed_at
    )`,
    `followed as (
      update documents set remove_after = case when saved.is_open then null
        else saved.changed_at + $4::double precision * interval '1 millisecond' end
      from saved where documents.case_id = saved.id and documents.removed_at is null
        and (documents.remove_after is null) <> saved.is_open
    )`,
  ],
  'select from saved',
);
const relatedTo: Statement = {
  name: 'cases.related',
  readsOnly: true,
  text: `select ${ROW_COLUMNS} from cases
    where id <> $1 and submitted_at is not null and (email_hash = $2 or document_hash = $3)
    order by opened_at desc, id limit 50`,
};
const due: Statement = {
  name: 'cases.due',
  readsOnly: true,
  text: 'select id from cases where next_duty_at <= $1 order by next_duty_at limit $2',
};
const takeDue: Statement = {
  name: 'cases.take_due',
  text: `select ${CASE_COLUMNS} from cases where id = $1 and next_duty_at <= $2 for no key update skip locked`,
};
const setDutyAside: Statement = {
  name: 'cases.set_duty_aside',
  text: 'update cases set duty_failed_at = $2, next_duty_at = $3 where id = $1',
};
const lookAgain: Statement = {
  name: 'cases.look_again',
  text: 'update cases set next_duty_at = $2, duty_failed_at = null where id = $1',
};
const closeOld: Statement = {
  name: 'cases.close_old_request',
  text: `update registration_requests set closed_at = $2 where identity_hash = $1 and closed_at is null
    returning reference`,
};

/** Cases: a unique index keeps one open case per identity, and a version makes sure that nobody's change is lost. */
export function casesIn({ queries, protection, clock }: StoreContext): CaseStore {
  const first = async (statement: Statement, key: unknown): Promise<Case | null> => {
    const row = await queries.first<StoredCase>(statement, [key]);
    return row === null ? null : readCase(protection, row);
  };
  const openOf = (hash: Buffer) => first(findOpenOf, hash);
  const hashForm = (form: string) => protection.hash('counter-form', form);
  const kept = (columns: Columns) => KEPT.map((column) => columns[column]);
  return {
    find: (id) => first(find, id),
    hold: (id) => first(hold, id),
    findByReference: (reference) => first(findByReference, reference),
    async findAtOffice(office, by) {
      const [statement, key] = 'id' in by ? [findAtOffice, by.id] : [findByReferenceAtOffice, by.reference];
      const row = await queries.first<StoredCase>(statement, [key, office]);
      return row === null ? null : readCase(protection, row);
    },
    async withoutOffice(after, limit) {
      return (await queries.all<{ id: CaseId }>(withoutOffice, [after, limit])).map(({ id }) => id);
    },
    findByForm: (form) => first(findByForm, hashForm(form)),
    findOpenOf: (identifier) => openOf(hashIdentifier(protection, identifier)),
    findLastOf: (identifier) => first(findLastOf, hashIdentifier(protection, identifier)),
    async add(one, form) {
      const { id, reference, version, origin, openedAt, openedBy } = one;
      const columns = columnsOf(protection, one);
      const formHash = form === undefined ? null : hashForm(form);
      const opening = [openedAt, openedBy?.office ?? null, openedBy?.officer ?? null, formHash];
      const values = [id, reference, version, origin, ...opening, ...kept(columns)];
      if ((await queries.change(add, values)) === 1) return { kind: 'added' };
      const open =
        (columns.identity_hash && (await openOf(columns.identity_hash))) ||
        (formHash && (await first(findByForm, formHash)));
      if (open !== null) return { kind: 'already-open', case: open };
      // The open case was closed at that very moment.
      if ((await queries.change(add, values)) === 1) return { kind: 'added' };
      throw new Error('a case was neither added nor open already');
    },
    async save(one) {
      const values = [
        one.id,
        one.version,
        isOpen(one.state),
        casePeriods.documentMilliseconds,
        ...kept(columnsOf(protection, one)),
      ];
      await queries.changeSurely(save, values);
    },
    async relatedTo(one) {
      const hashes = hashesOf(protection, one);
      const values = [one.id, hashes.email_hash, hashes.document_hash];
      return (await queries.all<ListedRow>(relatedTo, values)).map(readRow);
    },
    async oldReferenceOf(identifier) {
      const values = [hashIdentifier(protection, identifier), clock()];
      const row = await queries.first<{ reference: string }>(closeOld, values);
      return row === null ? null : (row.reference as RegistrationReference);
    },
    async due(at, limit) {
      return (await queries.all<{ id: CaseId }>(due, [at, limit])).map(({ id }) => id);
    },
    async takeDue(id, at) {
      const row = await queries.first<StoredCase>(takeDue, [id, at]);
      return row === null ? null : readCase(protection, row);
    },
    async setDutyAside(id, at, until) {
      await queries.changeUnheard(setDutyAside, [id, at, until]);
    },
    async lookAgain(id, at) {
      await queries.changeUnheard(lookAgain, [id, at]);
    },
  };
}
