import type { Surroundings, World } from '../../base/unit-of-work.ts';
import type { AccountKeySettings, AccountKeyStores } from '../account-keys/index.ts';
import { actsIn, declaringActs, type Moment, recordingOnPersons } from '../acting/index.ts';
import type { PersonStore, PersonsRegister } from '../person/index.ts';
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

/** Records what became of the keys of these persons. */
export const recordOn = recordingOnPersons('account');
