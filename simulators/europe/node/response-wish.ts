import type { AssuranceLevel } from '../../../src/domain/assurance/index.ts';
import type { StateKeys } from '../keys.ts';
import type { SimulatedPerson } from '../people/index.ts';
import type { MemberState } from '../states.ts';
import type { Trouble } from '../trouble.ts';
import type { NodeAddresses } from './addresses.ts';
import type { Connector } from './connector.ts';

/** Everything that an answer of a simulated node is made of. */
export type ResponseWish = {
  readonly state: MemberState;
  readonly keys: StateKeys;
  readonly addresses: NodeAddresses;
  readonly connector: Connector;
  readonly request: {
    readonly id: string;
    readonly assurance: AssuranceLevel;
    readonly attributes: readonly string[];
  };
  readonly person: SimulatedPerson;
  readonly trouble: Trouble;
  readonly at: Date;
};
