import assert from 'node:assert/strict';
import type { EidasOutcome, ResponsePorts } from '#src/protocols/eidas/model.ts';
import type { RefusalCode } from '#src/protocols/eidas/refusal-codes.ts';
import { readResponse } from '#src/protocols/eidas/response/read-response.ts';
import { type Craft, craftMessage } from '../support/eidas-craft.ts';
import { type Country, makePorts } from '../support/eidas-peer.ts';

/** Reads a message with fresh ports. */
export function read(
  country: Country,
  message: string,
  over: Partial<ResponsePorts> = {},
): Promise<EidasOutcome> {
  return readResponse({ message, relayState: null }, makePorts(country, over));
}

/** The honest message is accepted. */
export async function assertHonest(country: Country, craft: Craft = {}): Promise<void> {
  const outcome = await read(country, craftMessage(country, craft));
  assert.equal(outcome.kind, 'authenticated', JSON.stringify(outcome));
}

/** The message is refused with exactly this code. */
export async function assertRefused(country: Country, message: string, code: RefusalCode): Promise<void> {
  const outcome = await read(country, message);
  assert.deepEqual(
    { kind: outcome.kind, code: outcome.kind === 'refused' ? outcome.code : null },
    { kind: 'refused', code },
  );
}

/** The honest message is accepted, and the changed one refused with exactly this code. */
export async function assertAttackRefused(country: Country, craft: Craft, code: RefusalCode): Promise<void> {
  await assertHonest(country);
  await assertRefused(country, craftMessage(country, craft), code);
}
