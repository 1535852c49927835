import type { PersonId } from '../../domain/person/index.ts';
import type { PlatformStore, StaffMemberRights } from '../../domain/platform/index.ts';
import { caseworkApplicationId, staffRightCodes, staffRightsFrom } from '../../domain/staff/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { nameIn } from './platform-organisations.ts';

// The application stands in the text, so that the small index of staff serves.
const HELD = `from user_rights r
    join work_relations w on w.id = r.work_relation
    join organisations o on o.id = w.organisation and o.id = r.organisation
    join persons p on p.id = w.person
    where r.application = '${caseworkApplicationId}'
      and o.valid_from <= $1 and (o.valid_until is null or o.valid_until > $1)
      and w.valid_from <= $1 and (w.valid_until is null or w.valid_until > $1)
      and r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1)`;
const MEMBER = `select p.id as person, p.given_names, p.family_name, json_agg(json_build_object('id', r.id, 'right', r.user_right,
      'organisation', o.name, 'until', least(r.valid_until, w.valid_until, o.valid_until)) order by o.name, r.user_right) as rights`;
const BY_NAME = 'group by p.id order by p.family_name, p.given_names, p.id';

const staff: Statement = {
  name: 'platform.staff',
  readsOnly: true,
  text: `${MEMBER} ${HELD}
      and ($2::uuid is null or p.id = $2)
      and ($3 = '' or starts_with(lower(p.family_name), lower($3)) or starts_with(lower(p.given_names), lower($3)))
      and ($4::uuid is null or (p.family_name, p.given_names, p.id) >
        (select family_name, given_names, id from persons where id = $4))
    ${BY_NAME} limit $5`,
};
const ending: Statement = {
  name: 'platform.staff_ending',
  readsOnly: true,
  text: `${MEMBER} ${HELD} and least(r.valid_until, w.valid_until, o.valid_until) < $2 ${BY_NAME} limit $3`,
};
const hold: Statement = {
  name: 'platform.hold_administrators',
  text: `select w.person ${HELD} and r.user_right = $2 order by r.id for update of r`,
};

type MemberRow = {
  person: string;
  given_names: string;
  family_name: string;
  rights: { id: string; right: string; organisation: string; until: string | null }[];
};

/** Staff as the platform's own administrators see them. */
export function platformStaffIn({
  queries,
}: StoreContext): Pick<PlatformStore, 'staff' | 'staffEnding' | 'holdAdministrators'> {
  return {
    async staff({ words, person, after }, at, most) {
      return (await queries.all<MemberRow>(staff, [at, person, words, after, most])).map(readMember);
    },
    async staffEnding({ from, until }, most) {
      return (await queries.all<MemberRow>(ending, [from, until, most])).map(readMember);
    },
    async holdAdministrators(at) {
      const values = [at, staffRightCodes['platform-administrator']];
      const rows = await queries.all<{ person: string }>(hold, values);
      return rows.map(({ person }) => person as PersonId);
    },
  };
}

function readMember({ person, rights, ...named }: MemberRow): StaffMemberRights {
  return {
    person: person as PersonId,
    name: nameIn(named),
    rights: rights.flatMap(({ id, right: code, organisation, until }) => {
      const [right] = staffRightsFrom([{ right: code }]);
      if (right === undefined) return [];
      return [{ id, right, organisationName: organisation, until: until === null ? null : new Date(until) }];
    }),
  };
}
