import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import type {
  Invitation,
  InvitationId,
  InvitationSecret,
  InvitationStore,
} from '../../domain/invitation/index.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { staffRightCodes, staffRightsFrom } from '../../domain/staff/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import { hashEmail, hashId, type Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const PLACE = 'invitations.content_sealed';
const COLUMNS =
  'id, content_sealed, person, organisation, user_right, invited_by, invited_at, expires_at, accepted_at, withdrawn_at';

type Content = {
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
  readonly challenge: string;
};
type InvitationRow = {
  id: string;
  content_sealed: Buffer;
  person: string;
  organisation: string;
  user_right: string;
  invited_by: string;
  invited_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
  withdrawn_at: Date | null;
};

const add: Statement = {
  name: 'invitations.add',
  text: `insert into invitations (id, secret_hash, email_hash, content_sealed, person, organisation, user_right, invited_by, invited_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};
const findBySecret: Statement = {
  name: 'invitations.find_by_secret',
  readsOnly: true,
  text: `select ${COLUMNS} from invitations where secret_hash = $1`,
};
const hold: Statement = {
  name: 'invitations.hold',
  text: `select ${COLUMNS} from invitations where secret_hash = $1 for update`,
};
const find: Statement = {
  name: 'invitations.find',
  readsOnly: true,
  text: `select ${COLUMNS} from invitations where id = $1`,
};
const listOpen: Statement = {
  name: 'invitations.list_open',
  readsOnly: true,
  text: `select ${COLUMNS} from invitations
    where accepted_at is null and withdrawn_at is null and expires_at > $1 and ($2::bytea is null or email_hash = $2)
    order by invited_at desc, id`,
};
const personOf: Statement = {
  name: 'invitations.person_of',
  readsOnly: true,
  text: `select person from invitations where email_hash = $1 and accepted_at is not null order by accepted_at desc limit 1`,
};
const markAccepted: Statement = {
  name: 'invitations.mark_accepted',
  text: `update invitations set accepted_at = $2, person = $3
    where id = $1 and accepted_at is null and withdrawn_at is null and expires_at > $2`,
};
const withdraw: Statement = {
  name: 'invitations.withdraw',
  text: `update invitations set withdrawn_at = $2
    where id = any($1::uuid[]) and accepted_at is null and withdrawn_at is null`,
};

/** Invitations of staff: only hashes of their secrets are kept, and whom they are for is sealed. */
export function invitationsIn({ queries, protection }: StoreContext): InvitationStore {
  const read = (row: InvitationRow | null) => (row === null ? null : readInvitation(protection, row));
  return {
    async add({ id, email, name, language, challenge, ...one }, secret) {
      const content: Content = { email: email.reveal(), name, language, challenge };
      await queries.changeUnheard(add, [
        id,
        hashSecret(secret),
        hashEmail(protection, content.email),
        protection.seal(PLACE, id, encodeJson(content)),
        one.person,
        one.organisation,
        staffRightCodes[one.right],
        one.invitedBy,
        one.invitedAt,
        one.expiresAt,
      ]);
    },
    findBySecret: async (secret) =>
      read(await queries.first<InvitationRow>(findBySecret, [hashSecret(secret)])),
    hold: async (secret) => read(await queries.first<InvitationRow>(hold, [hashSecret(secret)])),
    find: async (id) => read(await queries.first<InvitationRow>(find, [id])),
    async listOpen(at, email) {
      const asked = [at, email === undefined ? null : hashEmail(protection, email)];
      return (await queries.all<InvitationRow>(listOpen, asked)).map((row) =>
        readInvitation(protection, row),
      );
    },
    async personOf(email) {
      const row = await queries.first<{ person: string }>(personOf, [hashEmail(protection, email)]);
      return row === null ? null : (row.person as PersonId);
    },
    async markAccepted(id, person, at) {
      await queries.changeSurely(markAccepted, [id, at, person]);
    },
    async withdraw(ids, at) {
      if (ids.length > 0) await queries.changeUnheard(withdraw, [ids, at]);
    },
  };
}

function readInvitation(protection: Protection, row: InvitationRow): Invitation {
  const { email, ...content } = decodeJson<Content>(protection.open(PLACE, row.id, row.content_sealed));
  const [right] = staffRightsFrom([{ right: row.user_right }]);
  if (right === undefined) throw new Error('an invitation is for a right that there is not');
  return {
    id: row.id as InvitationId,
    ...content,
    email: new Redacted(email),
    person: row.person as PersonId,
    organisation: row.organisation as OrganisationId,
    right,
    invitedBy: row.invited_by,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
    withdrawnAt: row.withdrawn_at,
  };
}

function hashSecret(secret: InvitationSecret): Buffer {
  return hashId('invitation', secret);
}
