import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import type { Randomness } from '../../base/ports.ts';
import type { Actor, AuditEvent, AuditTrail } from '../audit/index.ts';
import type { PersonId } from '../person/index.ts';

type Moment = {
  readonly stores: { readonly audit: AuditTrail };
  readonly world: { readonly randomness: Randomness };
};

/** What happened to persons, or was seen of them. */
export type OnPersons = Pick<AuditEvent, 'kind' | 'details'> & {
  readonly way?: 'changed' | 'listed' | 'shown';
};

/**
 * Records what was done to, or seen of, these persons: whoever looks for any of them finds it. Answers with the code of the event, by which
 * mails about it refer to it.
 */
export function recordingOnPersons(purpose: AuditEvent['purpose']) {
  return async (
    { stores, world }: Moment,
    persons: readonly PersonId[],
    actor: Actor,
    { kind, details, way = 'changed' }: OnPersons,
  ): Promise<CorrelationCode> => {
    const correlation = correlationCode(world.randomness.bytes(8));
    const [first] = persons;
    await stores.audit.record({
      kind,
      actor,
      subject: first === undefined ? null : { kind: 'person', id: first },
      concerned: persons.map((person) => ({ way, person })),
      purpose,
      details,
      correlation,
    });
    return correlation;
  };
}
