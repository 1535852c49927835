import type { NumberSeries } from '../../../domain/number-authority/index.ts';
import type { Protection } from '../../ground/sealing.ts';

/** A series, after which counter it began, and the last counter of it that was passed. */
export type Reached = { readonly series: NumberSeries; readonly begun: number; readonly last: number };

const PLACE = 'number_counters.reached_sealed';

/** A row of before series could begin elsewhere lacks where it began: at 0. */
type Kept = readonly [
  prefix: string,
  century: 1900 | 2000,
  counters: NumberSeries['counters'],
  last: number,
  begun?: number,
];

/** The keyed hash by which the counter of a series is found. */
export function hashSeries(protection: Protection, series: NumberSeries): Buffer {
  return protection.hash('number-series', nameOfSeries(series));
}

/** A series in one word, for telling two apart. */
export function nameOfSeries({ prefix, century, counters }: NumberSeries): string {
  return `${century} ${prefix} ${counters}`;
}

/** Seals how far a series was counted. */
export function sealReached(protection: Protection, { series, begun, last }: Reached): Buffer {
  const kept: Kept = [series.prefix, series.century, series.counters, last, begun];
  return protection.seal(PLACE, hashSeries(protection, series), JSON.stringify(kept));
}

/** Opens what `sealReached` sealed. */
export function readReached(
  protection: Protection,
  row: { readonly series_hash: Buffer; readonly reached_sealed: Buffer },
): Reached {
  const opened = protection.open(PLACE, row.series_hash, row.reached_sealed);
  const [prefix, century, counters, last, begun = 0] = JSON.parse(opened) as Kept;
  return { series: { prefix, century, counters }, begun, last };
}
