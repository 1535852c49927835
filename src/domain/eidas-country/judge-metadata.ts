import { DAY } from '../../base/time.ts';
import type { CountryHealth } from './model.ts';

/** Metadata that nothing renews by itself make the operator look this long before they end, however short they hold. */
const BY_HAND = 7 * DAY;
/** The part of their life that is left when metadata make the operator look, wherever they come from. */
const LAST_PART = 1 / 3;

/** Metadata in use: until when they hold, since when they are in use, and whether fresh ones are fetched. */
export type MetadataLife = {
  readonly validUntil: Date;
  readonly since: Date | null;
  readonly isFetched: boolean;
};

/** How metadata stand at a moment. They warn in the last third of their life: early enough to ask for others and apply them. */
export function judgeMetadata(life: MetadataLife | null, at: Date): CountryHealth['kind'] {
  if (life === null || life.validUntil <= at) return 'metadata-expired';
  const left = life.validUntil.getTime() - at.getTime();
  const whole = life.since === null ? 0 : life.validUntil.getTime() - life.since.getTime();
  const isEnding = left <= whole * LAST_PART || (!life.isFetched && left <= BY_HAND);
  return isEnding ? 'metadata-expiring' : 'working';
}
