import { Redacted } from '../../base/redacted.ts';
import type {
  AccountKey,
  AccountKeyId,
  BoundBy,
  KeyEnding,
  PasskeyFacts,
} from '../../domain/account-keys/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { decodeJson } from '../ground/json.ts';
import type { Protection } from '../ground/sealing.ts';

export const PLACE = 'account_keys.content_sealed';

/**
 * The columns of a key, as `k`, of whoever its person (`p`) is by now. `owner`: to whom it was bound, under whose handle an authenticator
 * keeps it.
 */
export const KEY_COLUMNS = `k.id, coalesce(p.joined_into, p.id) as person, k.person as owner, k.kind, k.content_sealed, k.counter,
  k.is_synced, k.is_backed_up, k.assurance, k.bound_by, k.counts, k.bound_at, k.last_used_at, k.ended_at, k.ended_reason,
  (select count(*)::int from recovery_codes c where c.key_id = k.id and c.used_at is null) as codes_left`;

export type KeyRow = {
  id: string;
  person: string;
  owner: string;
  kind: AccountKey['kind'];
  content_sealed: Buffer;
  counter: string;
  is_synced: boolean | null;
  is_backed_up: boolean | null;
  assurance: AccountKey['binding']['assurance'];
  bound_by: BoundBy;
  counts: AccountKey['binding']['counts'];
  bound_at: Date;
  last_used_at: Date | null;
  ended_at: Date | null;
  ended_reason: KeyEnding | null;
  codes_left: number;
};

/** What is sealed of a key, by its kind. Bytes stand there as base64url. */
export type KeyContent = { readonly name: string } & {
  readonly passkey?: Pick<PasskeyFacts, 'aaguid' | 'isAttested' | 'transports'> & {
    readonly credential: string;
    readonly publicKey: string;
  };
  readonly secret?: string;
  readonly address?: string;
  readonly provider?: string;
};

export function openContent(protection: Protection, row: Pick<KeyRow, 'id' | 'content_sealed'>): KeyContent {
  return decodeJson<KeyContent>(protection.open(PLACE, row.id, row.content_sealed));
}

/** Reads the columns of a key, whose content was opened. */
export function readKey(row: KeyRow, content: KeyContent): AccountKey {
  const held = {
    id: row.id as AccountKeyId,
    person: row.person as PersonId,
    name: content.name,
    binding: { by: row.bound_by, assurance: row.assurance, counts: row.counts },
    boundAt: row.bound_at,
    lastUsedAt: row.last_used_at,
    ended: row.ended_at === null ? null : { at: row.ended_at, reason: row.ended_reason ?? 'removed' },
  };
  switch (row.kind) {
    case 'passkey':
      return { ...held, kind: 'passkey', passkey: factsOf(row, content) };
    case 'app':
      return { ...held, kind: 'app' };
    case 'recovery':
      return { ...held, kind: 'recovery', codesLeft: row.codes_left };
    case 'email':
      return { ...held, kind: 'email', address: new Redacted(content.address ?? '') };
    case 'organisation-account':
      return { ...held, kind: 'organisation-account', provider: content.provider ?? '' };
  }
}

function factsOf(row: KeyRow, { passkey }: KeyContent): PasskeyFacts {
  if (passkey === undefined) throw new Error('a passkey is kept without what it is checked by');
  const { aaguid, isAttested, transports } = passkey;
  return {
    aaguid,
    isAttested,
    transports,
    isSynced: row.is_synced === true,
    isBackedUp: row.is_backed_up === true,
  };
}
