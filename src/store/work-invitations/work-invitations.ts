import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type {
  InvitationKey,
  KnownNames,
  WaitingContent,
  WorkInvitation,
  WorkInvitationId,
  WorkInvitationSecret,
  WorkInvitationState,
  WorkInvitationStore,
} from '../../domain/work-invitation/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import { hashEmail, hashId, type Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { hashNumber } from '../persons/index.ts';

const PLACE = 'work_invitations.content_sealed';
const COLUMNS =
  'id, organisation, content_sealed, invited_by, invited_as, invited_at, expires_at, state, accepted_by';
/** More than anybody looks through. */
const MOST_LISTED = 500;
const MOST_FOR_PERSON = 20;

type Content = {
  readonly names: KnownNames;
  readonly email: string | null;
  readonly language: Language;
  readonly content: WaitingContent;
};
/** The columns of an invitation. */
export type WorkInvitationRow = {
  id: string;
  organisation: string;
  content_sealed: Buffer;
  invited_by: string;
  invited_as: string;
  invited_at: Date;
  expires_at: Date;
  state: WorkInvitationState;
  accepted_by: string | null;
};

const withdrawFormer: Statement = {
  name: 'work_invitations.withdraw_former',
  text: `update work_invitations set state = 'withdrawn', answered_at = $3
    where organisation = $1 and target_hash = $2 and state = 'open'`,
};
const add: Statement = {
  name: 'work_invitations.add',
  text: `insert into work_invitations
      (id, organisation, secret_hash, target_hash, number_hash, content_sealed, invited_by, invited_as, invited_at, expires_at, state)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open')`,
};
const findBySecret: Statement = {
  name: 'work_invitations.find_by_secret',
  readsOnly: true,
  text: `select ${COLUMNS} from work_invitations where secret_hash = $1`,
};
const hold: Statement = {
  name: 'work_invitations.hold',
  text: `select ${COLUMNS} from work_invitations where id = $1 for update`,
};
// One that was refused by number waits on for its organisation: that it was refused would say whose the number is.
const waitingIn: Statement = {
  name: 'work_invitations.waiting_in',
  readsOnly: true,
  text: `select ${COLUMNS} from work_invitations
    where organisation = $1 and (state in ('open', 'accepted') or state = 'refused' and number_hash is not null and expires_at > $2)
    order by invited_at desc, id limit ${MOST_LISTED}`,
};
const waitingFor: Statement = {
  name: 'work_invitations.waiting_for',
  readsOnly: true,
  text: `select ${COLUMNS} from work_invitations
    where state = 'open' and expires_at > $2 and number_hash in (
      select number_hash from person_numbers where person = $1
      union select r.number_hash from person_numbers n join register_replaced_numbers r on r.current_hash = n.number_hash
      where n.person = $1)
    order by expires_at, id limit ${MOST_FOR_PERSON}`,
};
const sendAgain: Statement = {
  name: 'work_invitations.send_again',
  text: `update work_invitations set secret_hash = $2, expires_at = $3
    where id = $1 and state = 'open' and secret_hash is not null`,
};
const settle: Statement = {
  name: 'work_invitations.settle',
  text: `update work_invitations set state = $3, accepted_by = $4, answered_at = $5 where id = $1 and state = $2`,
};

/** Work invitations: only hashes of links and numbers are kept, and names, addresses and what waits are sealed. */
export function workInvitationsIn({ queries, protection }: StoreContext): WorkInvitationStore {
  const one = (row: WorkInvitationRow | null) => (row === null ? null : readWorkInvitation(protection, row));
  const many = async (statement: Statement, values: readonly unknown[]) =>
    (await queries.all<WorkInvitationRow>(statement, values)).map((row) =>
      readWorkInvitation(protection, row),
    );
  return {
    async add(invitation, key) {
      const { id, organisation, names, email, language, content, invited } = invitation;
      const kept: Content = { names, email: email?.reveal() ?? null, language, content };
      const { secret, target, number } = hashesOf(protection, key);
      await queries.changeUnheard(withdrawFormer, [organisation, target, invited.at]);
      await queries.changeSurely(add, [
        ...[id, organisation, secret, target, number],
        protection.seal(PLACE, id, encodeJson(kept)),
        ...[invited.by, invited.as, invited.at, invitation.expiresAt],
      ]);
    },
    findBySecret: async (secret) =>
      one(await queries.first<WorkInvitationRow>(findBySecret, [hashSecret(secret)])),
    hold: async (id) => one(await queries.first<WorkInvitationRow>(hold, [id])),
    waitingIn: (organisation, at) => many(waitingIn, [organisation, at]),
    waitingFor: (person, at) => many(waitingFor, [person, at]),
    async sendAgain(id, secret, expiresAt) {
      await queries.changeSurely(sendAgain, [id, hashSecret(secret), expiresAt]);
    },
    async settle(id, { from, to, acceptedBy, at }) {
      await queries.changeSurely(settle, [id, from, to, acceptedBy, at]);
    },
  };
}

/** Reads an invitation out of its row. */
function readWorkInvitation(protection: Protection, row: WorkInvitationRow): WorkInvitation {
  const kept = decodeJson<Content>(protection.open(PLACE, row.id, row.content_sealed));
  return {
    id: row.id as WorkInvitationId,
    organisation: row.organisation as OrganisationId,
    ...kept,
    email: kept.email === null ? null : new Redacted(kept.email),
    invited: { by: row.invited_by as PersonId, as: row.invited_as, at: row.invited_at },
    expiresAt: row.expires_at,
    state: row.state,
    acceptedBy: row.accepted_by as PersonId | null,
  };
}

function hashesOf(protection: Protection, key: InvitationKey) {
  if ('secret' in key)
    return { secret: hashSecret(key.secret), target: hashEmail(protection, key.email), number: null };
  const number = hashNumber(protection, key.number);
  return { secret: null, target: number, number };
}

function hashSecret(secret: WorkInvitationSecret): Buffer {
  return hashId('work invitation', secret);
}
