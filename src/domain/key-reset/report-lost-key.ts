import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import type { Redacted } from '../../base/redacted.ts';
import { act } from './world.ts';

export type ReportLostKey = {
  readonly address: Redacted<string>;
  /** Of whoever asks. */
  readonly network: string;
  readonly language: Language;
};

export type ReportedLostKey =
  | { readonly kind: 'noted'; readonly reference: CorrelationCode }
  | { readonly kind: 'too-many'; readonly until: Date };

/**
 * Somebody says that they lost every key. Nothing follows from that by itself, and nobody is written to: a member of staff finds the person
 * by the reference, and makes sure who it is. The answer is the same whether the address is somebody's or not.
 */
export const reportLostKey = act(
  ['keyResets', 'accountKeys', 'audit'],
  async ({ stores, world, now }, { address, network, language }: ReportLostKey): Promise<ReportedLostKey> => {
    const held = await stores.accountKeys.findAddress(address.reveal());
    const person = held?.person ?? null;
    const reference = correlationCode(world.randomness.bytes(8));
    const kept = await stores.keyResets.report({ reference, person, language, at: now }, network);
    if (kept.kind === 'too-many') return kept;
    await stores.audit.record({
      kind: 'key-reset.reported',
      actor: { kind: 'unknown' },
      subject: person && { kind: 'person', id: person },
      purpose: 'account',
      details: {},
      correlation: reference,
    });
    return { kind: 'noted', reference };
  },
);
