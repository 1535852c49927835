import {
  type DeviceId,
  type KnownLoginStore,
  type KnownLogins,
  writeBrowserFamily,
} from '../../domain/account/index.ts';
import { type LoginMeansCode, parseLoginMeans } from '../../domain/login-means/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type Statement, statementInParts } from '../ground/statement.ts';

/** So many browsers of somebody are looked at, the last used first: more tell nobody anything. */
const MOST_DEVICES = 50;

/** The columns of `selectKnownLogins`: lists in JSON, `null` where there is nothing. */
export type KnownLoginsRow = {
  known_devices: readonly (readonly [id: string, lastUsedAt: string])[] | null;
  known_means: readonly (readonly [means: string, lastUsedAt: string | null, isBlocked: boolean])[] | null;
};

/**
 * Somebody, and all who were joined into them: what these decided for themselves holds for the one who stays, and is theirs again when the
 * join is undone.
 */
export function allWhoAre(person: string): string {
  return `any(array(select id from persons where id = ${person} or joined_into = ${person}))`;
}

/** What is known of how a person logs in: columns for a statement that brings that person ahead. */
export function selectKnownLogins(person: string): string {
  return `(select json_agg(json_build_array(d.id, d.last_used_at)) from
        (select id, last_used_at from account_devices where person = ${allWhoAre(person)} order by last_used_at desc limit ${MOST_DEVICES}) d) as known_devices,
      (select json_agg(json_build_array(m.means, m.last_used_at, m.is_blocked)) from
        (select means, max(last_used_at) as last_used_at, bool_or(blocked_at is not null) as is_blocked from account_means
          where person = ${allWhoAre(person)} group by means order by means) m) as known_means`;
}

const of: Statement = {
  name: 'known_logins.of',
  readsOnly: true,
  text: `select ${selectKnownLogins('$1')}`,
};
const noteMeans = `insert into account_means (person, means, first_used_at, last_used_at) values ($1, $2, $3, $3)
    on conflict (person, means) do update set last_used_at = excluded.last_used_at,
      first_used_at = coalesce(account_means.first_used_at, excluded.first_used_at)`;
const noteMeansAlone: Statement = { name: 'known_logins.note_means', text: noteMeans };
const note = statementInParts(
  'known_logins.note',
  [
    `device_noted as (
      insert into account_devices (id, person, family, first_used_at, last_used_at) values ($4, $1, $5, $3, $3)
        on conflict (id) do update set last_used_at = excluded.last_used_at, family = excluded.family
    )`,
  ],
  noteMeans,
);

/** What accounts know of how their owners log in. */
export function knownLoginsIn({ queries, protection }: StoreContext): KnownLoginStore {
  return {
    async of(person) {
      const row = await queries.first<KnownLoginsRow>(of, [person]);
      return readKnownLogins(row ?? { known_devices: null, known_means: null });
    },
    deviceOf: (person, mark) => uuidOf(protection.hash('device', `${person} ${mark}`)),
    async note({ person, device, means, at }) {
      if (device === null) return queries.changeUnheard(noteMeansAlone, [person, means, at]);
      await queries.changeUnheard(note, [person, means, at, device.id, writeBrowserFamily(device.family)]);
    },
  };
}

/** Reads the columns of `selectKnownLogins`. A means that this release does not know is left out. */
export function readKnownLogins({ known_devices: devices, known_means: means }: KnownLoginsRow): KnownLogins {
  return {
    devices: (devices ?? []).map(([id, lastUsedAt]) => ({
      id: id as DeviceId,
      lastUsedAt: new Date(lastUsedAt),
    })),
    means: (means ?? []).flatMap(([code, lastUsedAt, isBlocked]) => {
      const known: LoginMeansCode | null = parseLoginMeans(code);
      return known === null
        ? []
        : [{ code: known, lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt), isBlocked }];
    }),
  };
}

/** A keyed hash in the form of a UUID of our own making (RFC 9562, version 8). */
function uuidOf(hash: Buffer): DeviceId {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  ) as DeviceId;
}
