import type { Language } from '../../base/language.ts';
import type { PasskeyOptions, PasskeyRefusal } from '../account-keys/index.ts';
import type { KeyResets } from './open-key-resets.ts';
import type { UsedReset, UseReset } from './use-reset.ts';

/** Resets of keys, as pages use them: what goes to the browser and what comes back are JSON. */
export type KeyResetPages = Omit<KeyResets, 'wish' | 'use'> & {
  /** What a browser needs to make the new passkey; `null` where the link binds none. */
  options(asked: Asked): Promise<PasskeyOptions | null>;
  /** `response`: what the browser made, as it was sent. */
  use(
    asked: Asked & Pick<UseReset, 'name'> & { readonly response: string },
  ): Promise<UsedReset | { readonly kind: 'refused'; readonly code: PasskeyRefusal }>;
};
type Asked = Pick<UseReset, 'secret'> & { readonly language: Language };
