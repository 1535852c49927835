import assert from 'node:assert/strict';
import { waivers } from './waivers.ts';

/** One breach of a law. */
export type Breach = { readonly path: string; readonly line?: number; readonly what: string };

/** Fails with every breach that has no waiver, and with every waiver of this law that nothing needs. */
export function expectNone(law: string, breaches: readonly Breach[]): void {
  const ours = waivers.filter((waiver) => waiver.law === law);
  const left = breaches.filter((breach) => !ours.some((waiver) => waiver.path === breach.path));
  const idle = ours.filter((waiver) => !breaches.some((breach) => breach.path === waiver.path));
  const lines = [
    ...left.map(({ path, line, what }) => `${path}${line === undefined ? '' : `:${line}`} ${what}`),
    ...idle.map(({ path }) => `test/law/waivers.ts: "${law}" no longer needs a waiver for ${path}`),
  ];
  assert.ok(lines.length === 0, `${law}\n  ${lines.join('\n  ')}`);
}
