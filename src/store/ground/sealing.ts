import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';

/** One AES-256 key with the name under which it is found again: 1 to 64 visible ASCII characters. */
export type SealingKey = { readonly id: string; readonly key: Uint8Array };

/** The keys of stored data. They come from outside the database: a stolen dump alone gives no number, identifier or secret. */
export type DataKeys = {
  readonly sealing: { readonly current: SealingKey; readonly previous: readonly SealingKey[] };
  /** Stays the same as long as the data: what was hashed with another key is not found again. */
  readonly hashing: { readonly key: Uint8Array };
};

/** In which column a sealed value stands, `table.column`: bound into it, so that it opens in no other. */
export type SealedPlace =
  | 'audit_events.reason_sealed'
  | 'applications.secret'
  | 'means_providers.keys_sealed'
  | 'person_numbers.number_sealed'
  | 'register_persons.number_sealed'
  | 'assigned_numbers.number_sealed'
  | 'number_skips.number_sealed'
  | 'number_counters.reached_sealed'
  | 'eidas_links.identifier_sealed'
  | 'matching_log.compared'
  | 'registration_requests.identity_sealed'
  | 'login_attempts.content'
  | 'eidas_requests.attempt'
  | 'eidas_requests.answer_sealed'
  | 'eidas_answers.content'
  | 'certificate_answers.content'
  | 'oidc_states.payload'
  | 'login_grants.content'
  | 'web_sessions.content'
  | 'documents.name_sealed'
  | 'documents.original_sealed'
  | 'documents.rejection_sealed'
  | 'document_pages.image_sealed'
  | 'cases.content_sealed'
  | 'case_events.text_sealed'
  | 'case_messages.text_sealed'
  | 'case_notes.text_sealed'
  | 'case_drafts.text_sealed'
  | 'kept_forms.content_sealed'
  | 'link_removals.reason_sealed'
  | 'link_removals.comment_sealed'
  | 'person_joins.reason_sealed'
  | 'person_joins.comment_sealed'
  | 'person_joins.undo_reason_sealed'
  | 'access_requests.content_sealed'
  | 'account_keys.content_sealed'
  | 'key_setups.content_sealed'
  | 'invitations.content_sealed'
  | 'work_invitations.content_sealed'
  | 'key_resets.reason_sealed'
  | 'key_resets.comment_sealed'
  | 'organisation_changes.reason_sealed'
  | 'outbox.payload';

/**
 * In which row a sealed value stands: bound into it, so that it opens in no other. The key of the row; where the database gives that
 * only as the row is written, what is told apart by it (see `sealedRow`).
 */
export type SealedRow = string | Uint8Array;

export type HashedKind =
  | 'national-number'
  | 'number-series'
  | 'person-identifier'
  | 'network-address'
  | 'email-address'
  | 'identity-document'
  | 'email-code'
  | 'web-session'
  | 'device'
  | 'case-reference'
  | 'counter-form'
  | 'link-asking'
  | 'names-and-birth-date'
  | 'passkey'
  | 'passkey-user'
  | 'organisation-account'
  | 'recovery-code'
  | 'invited'
  | 'code-purpose';

/** Seals, opens and hashes single values. */
export type Protection = {
  seal(place: SealedPlace, row: SealedRow, text: string): Buffer;
  /** Throws `SealBroken` when the value was changed, moved to another row or column, or sealed with a key that is not here. */
  open(place: SealedPlace, row: SealedRow, sealed: Buffer): string;
  /** As `seal` and `open`, for what is no text. */
  sealBytes(place: SealedPlace, row: SealedRow, bytes: Uint8Array): Buffer;
  openBytes(place: SealedPlace, row: SealedRow, sealed: Buffer): Buffer;
  /** Keyed hash for finding a value again without holding it. */
  hash(kind: HashedKind, value: string): Buffer;
};

export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const FORMAT = 2;
/** Values of before rows were bound in: only their column is. They become of the new form when they are next written. */
const FORMAT_WITHOUT_ROW = 1;
const NONCE = 12;
const TAG = 16;

/**
 * Sealing by AES-256-GCM, hashing by HMAC-SHA-256. Each place and each kind has its own key, derived by HKDF: random nonces
 * then stay far below the 2^32 messages of NIST SP 800-38D 8.3 per key. Sealed form: format, length of key id, key id, nonce,
 * tag, ciphertext; all that stands before the nonce is bound in, with column and row.
 */
export function openProtection(keys: DataKeys): Protection {
  const { current, previous } = keys.sealing;
  const opening = new Map([...previous, current].map((key) => [key.id, keysPerPurpose(key.key, 'seal')]));
  const sealing = keysPerPurpose(current.key, 'seal');
  const hashing = keysPerPurpose(keys.hashing.key, 'hash');
  const nextNonce = nonces();
  const prefix = Buffer.concat([
    Buffer.from([FORMAT, Buffer.byteLength(current.id)]),
    Buffer.from(current.id),
  ]);
  const sealBytes: Protection['sealBytes'] = (place, row, bytes) => {
    const nonce = nextNonce();
    const cipher = createCipheriv('aes-256-gcm', sealing(place), nonce);
    cipher.setAAD(boundIn(prefix, place, row));
    const body = cipher.update(bytes);
    cipher.final();
    return Buffer.concat([prefix, nonce, cipher.getAuthTag(), body]);
  };
  const openBytes: Protection['openBytes'] = (place, row, sealed) => {
    const parts = split(sealed);
    const key = opening.get(parts.keyId);
    if (!key) throw new SealBroken(`no key ${JSON.stringify(parts.keyId)} to open ${place}`);
    const decipher = createDecipheriv('aes-256-gcm', key(place), parts.nonce, { authTagLength: TAG });
    decipher.setAAD(boundIn(parts.prefix, place, row));
    decipher.setAuthTag(parts.tag);
    try {
      const body = decipher.update(parts.body);
      decipher.final();
      return body;
    } catch (cause) {
      throw new SealBroken(`a value of ${place} was changed or moved`, { cause });
    }
  };
  return {
    sealBytes,
    openBytes,
    seal: (place, row, text) => sealBytes(place, row, Buffer.from(text, 'utf8')),
    open: (place, row, sealed) => openBytes(place, row, sealed).toString('utf8'),
    hash: (kind, value) => createHmac('sha256', hashing(kind)).update(value).digest(),
  };
}

/** What a value is bound to. No place holds the zero byte that ends it. */
function boundIn(prefix: Buffer, place: SealedPlace, row: SealedRow): Buffer {
  if (prefix[0] === FORMAT_WITHOUT_ROW) return Buffer.concat([prefix, Buffer.from(place)]);
  return Buffer.concat([prefix, Buffer.from(`${place}\0`), typeof row === 'string' ? Buffer.from(row) : row]);
}

/** A row told apart by several of its columns. */
export function sealedRow(...columns: readonly (string | number | Date | Uint8Array | null)[]): string {
  return JSON.stringify(
    columns.map((each) => (each instanceof Uint8Array ? Buffer.from(each).toString('hex') : each)),
  );
}

/** Derives a key per purpose, once. Key objects: raw bytes would be taken in anew at every use, at six times the cost. */
function keysPerPurpose(
  key: Uint8Array,
  use: 'seal' | 'hash',
): (purpose: SealedPlace | HashedKind) => KeyObject {
  if (key.length !== 32) throw new Error('a data key must be 32 bytes');
  const derived = new Map<string, KeyObject>();
  return (purpose) => {
    const known = derived.get(purpose);
    if (known) return known;
    const made = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `sluis ${use} ${purpose}`, 32)));
    derived.set(purpose, made);
    return made;
  };
}

/** Random nonces, drawn from the system many at a time: one call each would cost as much as the sealing. */
function nonces(): () => Buffer {
  const drawn = Buffer.alloc(NONCE * 256);
  let used = drawn.length;
  return () => {
    if (used === drawn.length) {
      randomFillSync(drawn);
      used = 0;
    }
    used += NONCE;
    return Buffer.from(drawn.subarray(used - NONCE, used));
  };
}

function split(sealed: Buffer) {
  const length = sealed[1] ?? 0;
  const start = 2 + length;
  const isKnown = sealed[0] === FORMAT || sealed[0] === FORMAT_WITHOUT_ROW;
  if (!isKnown || sealed.length < start + NONCE + TAG) throw new SealBroken('not a sealed value');
  return {
    prefix: sealed.subarray(0, start),
    keyId: sealed.subarray(2, start).toString(),
    nonce: sealed.subarray(start, start + NONCE),
    tag: sealed.subarray(start + NONCE, start + NONCE + TAG),
    body: sealed.subarray(start + NONCE + TAG),
  };
}

/** Upper and lower case do not tell e-mail addresses apart. */
export function hashEmail(protection: Protection, email: string): Buffer {
  return protection.hash('email-address', email.toLowerCase());
}

/** Plain SHA-256 of an id that carries 256 bits of randomness, with what it is an id of. */
export function hashId(of: string, id: string): Buffer {
  // By way of text: Node makes a buffer of its own for bytes, which takes longer than hashing.
  return Buffer.from(hash('sha256', `${of}\n${id}`, 'hex'), 'hex');
}
