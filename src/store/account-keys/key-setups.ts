import { HOUR, later } from '../../base/time.ts';
import type { KeySetupStore, SetupKind } from '../../domain/account-keys/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { sealedRow } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const PLACE = 'key_setups.content_sealed';
const HOLDS = HOUR;

// What is under way stays; what is over makes room.
const keep: Statement = {
  name: 'key_setups.keep',
  text: `insert into key_setups as s (person, kind, content_sealed, expires_at) values ($1, $2, $3, $4)
    on conflict (person, kind) do update
      set content_sealed = case when s.expires_at > $5 then s.content_sealed else excluded.content_sealed end,
        expires_at = case when s.expires_at > $5 then s.expires_at else excluded.expires_at end
    returning content_sealed`,
};
const find: Statement = {
  name: 'key_setups.find',
  readsOnly: true,
  text: 'select content_sealed from key_setups where person = $1 and kind = $2 and expires_at > $3',
};
const take: Statement = {
  name: 'key_setups.take',
  text: 'delete from key_setups where person = $1 and kind = $2 and expires_at > $3',
};

/** What somebody is setting up: the same until it is done, or an hour later. */
export function keySetupsIn({ queries, protection }: StoreContext): KeySetupStore {
  const read = (person: PersonId, kind: SetupKind, row: { content_sealed: Buffer } | null) =>
    row === null ? null : protection.open(PLACE, sealedRow(person, kind), row.content_sealed);
  return {
    async keep(person, kind, secret, at) {
      const sealed = protection.seal(PLACE, sealedRow(person, kind), secret);
      const row = await queries.first<{ content_sealed: Buffer }>(keep, [
        person,
        kind,
        sealed,
        later(at, HOLDS),
        at,
      ]);
      return read(person, kind, row) ?? secret;
    },
    async find(person, kind, at) {
      return read(person, kind, await queries.first<{ content_sealed: Buffer }>(find, [person, kind, at]));
    },
    async take(person, kind, at) {
      await queries.changeSurely(take, [person, kind, at]);
    },
  };
}
