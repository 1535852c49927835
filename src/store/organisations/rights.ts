import type { ApplicationId } from '../../domain/application/index.ts';
import type { LegalRepresentation, OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { GivenAs, PersonTies, UserRight, UserRightStore } from '../../domain/rights/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { type OrganisationRow, readOrganisation, readValidity } from './organisations.ts';
import { readWorkRelation, type WorkRelationRow } from './work-relations.ts';

/** A row of user rights. */
export type RightRow = {
  id: string;
  work_relation: string;
  organisation: string;
  application: string;
  user_right: string;
  contexts: string[];
  valid_from: Date | string;
  valid_until: Date | string | null;
  given_by: string | null;
  given_as: GivenAs;
  given_at: Date | string | null;
  confirmed_by: string | null;
};
/** A row of legal representations, out of JSON. */
export type RepresentationRow = {
  organisation: string;
  person: string;
  valid_from: string;
  valid_until: string | null;
};
/** The columns of `selectTies`. */
export type TiesRow = {
  organisations: OrganisationRow[];
  work_relations: WorkRelationRow[];
  rights: RightRow[];
  representations: RepresentationRow[];
  vo_ids: Record<string, string>;
};

/**
 * One row of what ties a person to organisations: a statement of its own, or a part of one that asks for more. Each organisation is said
 * to be one row: a plan made while there were few would read all of them for each login later on.
 */
export function selectTies(person: string, application: string): string {
  return selectTiesWhere(person, `each.application = ${application}`);
}

/** The same in every application. */
export function selectAllTies(person: string): string {
  return selectTiesWhere(person, 'true');
}

function selectTiesWhere(person: string, counts: string): string {
  return `with relations as (select * from work_relations where person = ${person}),
      represented as (select * from legal_representations where person = ${person})
    select
      (select coalesce(json_agg(each order by each.name), '[]')
        from (select organisation from relations union select organisation from represented) own
        cross join lateral (select * from organisations where id = own.organisation limit 1) each) as organisations,
      (select coalesce(json_agg(each order by valid_from), '[]') from relations each) as work_relations,
      (select coalesce(json_agg(each order by each.valid_from), '[]') from user_rights each
        join relations on relations.id = each.work_relation where ${counts}) as rights,
      (select coalesce(json_agg(each order by valid_from), '[]') from represented each) as representations,
      (select coalesce(json_object_agg(target_group, vo_id), '{}') from vo_ids where person = ${person}) as vo_ids`;
}

const tiesOf: Statement = { name: 'rights.ties', readsOnly: true, text: selectTies('$1', '$2') };
const add: Statement = {
  name: 'rights.add',
  text: `insert into user_rights (id, work_relation, organisation, application, user_right, contexts, valid_from, valid_until,
      given_by, given_as, given_at, confirmed_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing`,
};
const end: Statement = {
  name: 'rights.end',
  text: 'update user_rights set valid_until = $2 where id = $1 and (valid_until is null or valid_until > $2)',
};

/** What the store can do with rights besides: the demo and tests give and end one by one what an installation imports in bulk. */
export type StoredRights = UserRightStore & {
  add(right: UserRight): Promise<void>;
  end(id: string, at: Date): Promise<void>;
};

/** User rights and all that ties a person to organisations. */
export function rightsIn({ queries }: StoreContext): StoredRights {
  return {
    async tiesOf(person, application) {
      const row = await queries.first<TiesRow>(tiesOf, [person, application]);
      if (row === null) throw new Error('a query without a table must give a row');
      return readTies(row);
    },
    async add({ id, workRelation, organisation, application, right, contexts, validity, given }) {
      const period = [validity.from, validity.until];
      const provenance = [given.by, given.as, given.at, given.confirmedBy];
      await queries.changeUnheard(add, [
        id,
        workRelation,
        organisation,
        application,
        right,
        contexts,
        ...period,
        ...provenance,
      ]);
    },
    async end(id, at) {
      await queries.changeUnheard(end, [id, at]);
    },
  };
}

/** Reads the row of `selectTies`. */
export function readTies(row: TiesRow): PersonTies {
  return {
    organisations: row.organisations.map(readOrganisation),
    workRelations: row.work_relations.map(readWorkRelation),
    rights: row.rights.map(readRight),
    representations: row.representations.map(readRepresentation),
    voIds: row.vo_ids,
  };
}

/** Reads a user right, out of a row or of JSON. */
export function readRight(row: RightRow): UserRight {
  return {
    id: row.id,
    workRelation: row.work_relation,
    organisation: row.organisation as OrganisationId,
    application: row.application as ApplicationId,
    right: row.user_right,
    contexts: row.contexts,
    validity: readValidity(row),
    given: {
      by: row.given_by as PersonId | null,
      as: row.given_as,
      at: row.given_at === null ? null : new Date(row.given_at),
      confirmedBy: row.confirmed_by as PersonId | null,
    },
  };
}

/** Reads who represents an organisation by law. */
export function readRepresentation(row: RepresentationRow): LegalRepresentation {
  return {
    organisation: row.organisation as OrganisationId,
    person: row.person as PersonId,
    validity: readValidity(row),
  };
}
