/** What a key is for. One key never has two uses (eIDAS Cryptographic Requirements 1.4, 2.4). */
export const keyUses = [
  'oidc-rs256',
  'oidc-es256',
  'eidas-signing',
  'eidas-decryption-rsa',
  'eidas-decryption-ec',
  'sealing',
  'hashing',
  'browser',
] as const;
export type KeyUse = (typeof keyUses)[number];

/**
 * Where a key stands in its life. `next` is published but not used yet, so that peers know it in time; `current` is used;
 * `previous` still verifies and opens what was made with it.
 */
export const keyStages = ['next', 'current', 'previous'] as const;
export type KeyStage = (typeof keyStages)[number];

export type KeyEntry = {
  readonly id: string;
  readonly use: KeyUse;
  readonly stage: KeyStage;
  /** As in ISO 8601. */
  readonly createdAt: string;
  /** A private key in PEM, or 32 random bytes in base64 for the symmetric uses. */
  readonly material: string;
  readonly certificate: string | null;
};

/** The keys of one installation, format 1. */
export type KeySet = { readonly format: 1; readonly keys: readonly KeyEntry[] };

/** The keys of one use, in the order current, next, previous. */
export function keysFor(set: KeySet, use: KeyUse): readonly KeyEntry[] {
  const order: readonly KeyStage[] = ['current', 'next', 'previous'];
  return order.flatMap((stage) => set.keys.filter((key) => key.use === use && key.stage === stage));
}

/** The one key of a use that is used now. */
export function currentKey(set: KeySet, use: KeyUse): KeyEntry {
  const [key, another] = set.keys.filter((each) => each.use === use && each.stage === 'current');
  if (!key || another)
    throw new Error(`the key file must hold exactly one current key for ${use}; run: bin/sluis key list`);
  return key;
}
