import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import type { Surroundings, World } from '../../base/unit-of-work.ts';
import type { AccountKeySettings, AccountKeyStores } from '../account-keys/index.ts';
import { actsIn, declaringActs, type Moment } from '../acting/index.ts';
import type { Actor, AuditEvent } from '../audit/index.ts';
import type { PersonId, PersonStore, PersonsRegister } from '../person/index.ts';
import type { KeyResetStore } from './ports.ts';

/** Everything that resetting keys keeps and reads, bound to one transaction. */
export type KeyResetStores = AccountKeyStores & {
  readonly keyResets: KeyResetStore;
  readonly persons: Pick<PersonStore, 'find' | 'findByNumber'>;
  readonly register: Pick<PersonsRegister, 'hasEnded'>;
};

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type KeyResetContext<Needs extends readonly (keyof KeyResetStores)[]> = Moment<
  Surroundings<AccountKeySettings>,
  KeyResetStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings<AccountKeySettings>, KeyResetStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindKeyResets(world: World<KeyResetStores, AccountKeySettings>) {
  return actsIn<Surroundings<AccountKeySettings>, KeyResetStores>(world);
}

export const trailNeeds = ['audit'] as const;

/** Records what became of the keys of these persons. Answers with the code by which mails about it refer to it. */
export async function recordOn(
  { stores, world }: KeyResetContext<typeof trailNeeds>,
  persons: readonly PersonId[],
  actor: Actor,
  event: Pick<AuditEvent, 'kind' | 'details'> & { readonly way?: 'changed' | 'listed' | 'shown' },
): Promise<CorrelationCode> {
  const { kind, details, way = 'changed' } = event;
  const correlation = correlationCode(world.randomness.bytes(8));
  const [first] = persons;
  await stores.audit.record({
    kind,
    actor,
    subject: first === undefined ? null : { kind: 'person', id: first },
    concerned: persons.map((person) => ({ way, person })),
    purpose: 'account',
    details,
    correlation,
  });
  return correlation;
}
