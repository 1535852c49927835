import type { ApplicationId } from '../../domain/application/index.ts';
import { foldName } from '../../domain/candidates/index.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type {
  PeopleFilter,
  PeopleStore,
  PersonAtWork,
  PersonInList,
  RelationType,
  RightAtWork,
  WorkRelationId,
} from '../../domain/work-relation/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { lockKeys } from '../ground/lock-keys.ts';
import { hashId } from '../ground/sealing.ts';
import type { Queries } from '../ground/statement.ts';
import { readValidity } from './organisations.ts';
import * as sql from './people-statements.ts';

type Period = { valid_from: Date; valid_until: Date | null };
type RelationRow = Period & {
  id: string;
  person: string;
  organisation: string;
  given_names: string;
  family_name: string;
  user_type: RelationType;
  email: string | null;
  phone: string | null;
  job_title: string | null;
  version: number;
  added_by: string | null;
  added_as: string;
};
type ListRow = Pick<
  RelationRow,
  'id' | 'person' | 'given_names' | 'family_name' | 'user_type' | 'email' | 'job_title'
> &
  Period & { rights: number; last_login_at: Date | null };
type RightRow = Period & { id: string; application: string; user_right: string; contexts: string[] };

/** Words of a name that a search looks for; more would only find the same. */
const MOST_WORDS = 4;

/** The people of organisations: a page of a list costs the same in one of fifty as in one of fifty thousand. */
export function peopleIn({ queries }: StoreContext): PeopleStore {
  const one = (row: RelationRow | null) => (row === null ? null : readRelation(row));
  return {
    async list(filter, at, most) {
      const patterns = patternsOf(filter.search);
      if (patterns === null) return [];
      const narrowed = await partsOf(queries, filter, patterns);
      const statement = sql.listBy(
        filter.standing,
        narrowed.map(([part]) => part),
      );
      const values = narrowed.flatMap(([, ...own]) => own);
      return (await queries.all<ListRow>(statement, [filter.organisation, at, most, ...values])).map(
        readListed,
      );
    },
    find: async (organisation, relation) =>
      one(await queries.first<RelationRow>(sql.find, [organisation, relation])),
    async holdOf(person, organisation, at) {
      await lockKeys(queries, [hashId('work relation', `${person} ${organisation}`)]);
      return one(await queries.first<RelationRow>(sql.findLive, [person, organisation, at]));
    },
    async add({ id, person, organisation, type, validity, email, phone, jobTitle, added }) {
      const details = [type, validity.from, validity.until, email, phone, jobTitle];
      await queries.changeSurely(sql.add, [id, person, organisation, ...details, added.by, added.as]);
    },
    async change(relation, version, { type, validity, email, phone, jobTitle }) {
      const values = [relation, version, type, validity.from, validity.until, email, phone, jobTitle];
      return (await queries.change(sql.change, values)) === 1;
    },
    rightsOf: async (relation, at) =>
      (await queries.all<RightRow>(sql.rightsOf, [relation, at])).map(readRight),
    endRights: async (relation, until) =>
      (await queries.all<RightRow>(sql.endRights, [relation, until])).map(readRight),
  };
}

/** By what a list is narrowed, each with its values. */
async function partsOf(
  queries: Queries,
  { organisation, type, application, after, unusedDays = null }: PeopleFilter,
  patterns: readonly string[],
): Promise<readonly (readonly [sql.ListPart, ...unknown[]])[]> {
  const parts: (readonly [sql.ListPart, ...unknown[]])[] = [];
  if (type !== null) parts.push(['type', type]);
  if (patterns.length > 0) parts.push(['search', patterns]);
  if (application !== null && unusedDays === null) {
    const some = await queries.first<{ count: number }>(sql.countOf, [organisation, application]);
    parts.push([(some?.count ?? 0) > sql.MOST_OF_FEW ? 'ofMany' : 'ofFew', application]);
  }
  if (unusedDays !== null)
    parts.push(application === null ? ['unused', unusedDays] : ['unusedOf', unusedDays, application]);
  if (after !== null) parts.push(['after', after]);
  return parts;
}

/** What each word of a search must be like; `null`: it was given, and there is nothing in it to look for. */
function patternsOf(search: PeopleFilter['search']): readonly string[] | null {
  if (search === null) return [];
  const words = foldName(search).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  return words.length === 0 ? null : words.map((word) => `% ${word}%`);
}

function readRelation(row: RelationRow): PersonAtWork {
  return {
    relation: row.id as WorkRelationId,
    person: row.person as PersonId,
    organisation: row.organisation as OrganisationId,
    givenNames: row.given_names,
    familyName: row.family_name,
    type: row.user_type,
    validity: readValidity(row),
    version: row.version,
    added: { by: row.added_by as PersonId | null, as: row.added_as },
    email: row.email,
    phone: row.phone,
    jobTitle: row.job_title,
  };
}

function readListed(row: ListRow): PersonInList {
  return {
    relation: row.id as WorkRelationId,
    person: row.person as PersonId,
    givenNames: row.given_names,
    familyName: row.family_name,
    type: row.user_type,
    jobTitle: row.job_title,
    email: row.email,
    validity: readValidity(row),
    rights: row.rights,
    lastLoginAt: row.last_login_at,
  };
}

function readRight(row: RightRow): RightAtWork {
  return {
    id: row.id,
    application: row.application as ApplicationId,
    right: row.user_right,
    contexts: row.contexts,
    validity: readValidity(row),
  };
}
