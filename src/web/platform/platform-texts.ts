import type { PlatformError } from '../../domain/platform/index.ts';
import type { PlainKey } from '../texts/values.ts';

/** What is said of an error on the pages of the platform by its code, where its field has no words of its own. */
export const platformTexts = {
  empty: 'platform.error.empty',
  choose: 'platform.error.choose',
  'too-short': 'platform.error.too-short',
  'too-long': 'platform.error.too-long',
  'not-right': 'platform.error.not-right',
  unknown: 'platform.error.unknown',
  ended: 'platform.error.ended',
  'not-for-staff': 'platform.error.not-for-staff',
  same: 'platform.error.same',
  'too-many': 'platform.error.too-many',
  'reason empty': 'platform.error.reason',
} as const satisfies Readonly<Record<PlatformError['code'] | 'reason empty', PlainKey>>;
