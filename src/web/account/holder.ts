import type { Language } from '../../base/language.ts';
import { nearestLanguage } from '../../base/language.ts';
import type { AccountOwner } from '../../domain/account/index.ts';
import type { KeyHolder } from '../../domain/account-keys/index.ts';
import type { Frame } from '../ui/frame.ts';

/** Whoever is logged in, as somebody who decides about keys: by the login that they are in. */
export function holderOf({ person, authentication }: AccountOwner, frame: Pick<Frame, 'words'>): KeyHolder {
  return { person, authority: { kind: 'login', authentication }, language: languageOf(frame) };
}

/** In which whoever reads a page is written to. */
export function languageOf({ words }: Pick<Frame, 'words'>): Language {
  return nearestLanguage(words.language);
}
