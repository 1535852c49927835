import type { NumberSeries } from '../domain/number-authority/index.ts';
import type { Protection } from './sealing.ts';

/** A series and the last counter of it that was passed; 0 when none was. */
export type Reached = { readonly series: NumberSeries; readonly last: number };

const PLACE = 'number_counters.reached_sealed';

type Kept = readonly [prefix: string, century: 1900 | 2000, counters: NumberSeries['counters'], last: number];

/** The keyed hash by which the counter of a series is found. */
export function hashSeries(protection: Protection, series: NumberSeries): Buffer {
  return protection.hash('number-series', nameOfSeries(series));
}

/** A series in one word, for telling two apart. */
export function nameOfSeries({ prefix, century, counters }: NumberSeries): string {
  return `${century} ${prefix} ${counters}`;
}

/** Seals how far a series was counted. */
export function sealReached(protection: Protection, { series, last }: Reached): Buffer {
  const kept: Kept = [series.prefix, series.century, series.counters, last];
  return protection.seal(PLACE, JSON.stringify(kept));
}

/** Opens what `sealReached` sealed. */
export function readReached(protection: Protection, sealed: Buffer): Reached {
  const [prefix, century, counters, last] = JSON.parse(protection.open(PLACE, sealed)) as Kept;
  return { series: { prefix, century, counters }, last };
}
