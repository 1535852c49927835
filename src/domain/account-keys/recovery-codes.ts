import { Redacted } from '../../base/redacted.ts';
import { plainTyping } from '../../base/visible-text.ts';
import { addingNeeds, addKey, newKey } from './add-key.ts';
import { act, type KeyHolder } from './world.ts';

const CODES = 10;
/** Crockford's base 32, in which no two signs look alike: each byte gives five bits evenly. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

export type MadeCodes =
  /** Shown once: only their hashes are kept. */
  | { readonly kind: 'made'; readonly codes: readonly Redacted<string>[] }
  /** They stand in for an app, and there is none. */
  | { readonly kind: 'no-app' }
  | { readonly kind: 'too-weak' };

/** Makes ten codes for when the app is lost; those before them open nothing any more. */
export const makeRecoveryCodes = act(
  addingNeeds,
  async (context, { by }: { readonly by: KeyHolder }): Promise<MadeCodes> => {
    const { stores, world, now } = context;
    const keys = await stores.accountKeys.listOf(by.person);
    if (!keys.some(({ kind }) => kind === 'app')) return { kind: 'no-app' };
    const fresh = newKey(context, by, '');
    if (fresh === null || fresh.binding.counts !== 'everywhere') return { kind: 'too-weak' };
    const before = keys.filter(({ kind }) => kind === 'recovery').map(({ id }) => id);
    if (before.length > 0) await stores.accountKeys.end(before, now, 'replaced');
    const codes = Array.from({ length: CODES }, () => new Redacted(codeOf(world.randomness.bytes(LENGTH))));
    const key = { ...fresh, kind: 'recovery', codesLeft: CODES } as const;
    await addKey(context, by, { key, codes });
    return { kind: 'made', codes: codes.map((code) => new Redacted(writeCode(code.reveal()))) };
  },
);

/** A recovery code as people type and paste it, letters that look like digits for those; `null` when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const code = plainTyping(typed.slice(0, 100))
    .toLowerCase()
    .replace(/[\s.-]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  return code.length === LENGTH && [...code].every((sign) => ALPHABET.includes(sign)) ? code : null;
}

function codeOf(random: Uint8Array): string {
  return Array.from(random, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** In two groups, to be read and typed: `k7px2-m9d4w`. */
function writeCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
