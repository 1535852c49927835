import { later } from '../../base/time.ts';
import type { InvitationTries } from '../../domain/work-invitation/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { lockKeys } from '../ground/lock-keys.ts';
import { hashId } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const count: Statement = {
  name: 'invitation_tries.count',
  text: `select
      (select count(*)::int from invitation_tries where administrator = $1 and tried_at > $3) as "ofAdministrator",
      (select min(tried_at) from invitation_tries where administrator = $1 and tried_at > $3) as "firstOfAdministrator",
      (select count(*)::int from invitation_tries where target_hash = $2 and tried_at > $3) as "toTarget",
      (select min(tried_at) from invitation_tries where target_hash = $2 and tried_at > $3) as "firstToTarget"`,
};
const add: Statement = {
  name: 'invitation_tries.add',
  text: 'insert into invitation_tries (administrator, target_hash, tried_at) values ($1, $2, $3)',
};

type Counts = {
  ofAdministrator: number;
  firstOfAdministrator: Date | null;
  toTarget: number;
  firstToTarget: Date | null;
};

/** Counts invitations of a day. Which target it was is kept as a keyed hash, for each organisation another one. */
export function invitationTriesIn({ queries, protection }: StoreContext): InvitationTries {
  return {
    async count({ by, organisation, target }, at, { windowMilliseconds, perAdministrator, perTarget }) {
      const hash = protection.hash('invited', `${organisation}\n${target}`);
      await lockKeys(queries, [hash, hashId('inviter', by)]);
      const counts = await queries.first<Counts>(count, [by, hash, later(at, -windowMilliseconds)]);
      if (counts === null) throw new Error('a query without a table must give a row');
      const beyond = [
        counts.ofAdministrator >= perAdministrator ? counts.firstOfAdministrator : null,
        counts.toTarget >= perTarget ? counts.firstToTarget : null,
      ].filter((first) => first !== null);
      if (beyond.length > 0) {
        const latest = Math.max(...beyond.map((first) => first.getTime()));
        return { kind: 'wait', until: later(new Date(latest), windowMilliseconds) };
      }
      await queries.changeUnheard(add, [by, hash, at]);
      return { kind: 'open' };
    },
  };
}
