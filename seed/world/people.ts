import { simulatedPeople } from '../../simulators/europe/people/index.ts';
import belgians from './belgians.json' with { type: 'json' };
import type { InLanguages } from './persona-texts.ts';

/** A Belgian of the demo, who logs in by the demo's eID and itsme. `number` has 11 digits. */
export type DemoBelgian = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly note: InLanguages;
};

/** The people to choose from behind the eID and itsme tiles of the demo. */
export const demoBelgians: readonly DemoBelgian[] = belgians;

/** The Belgian number of somebody in the demo, by id; throws for an id that is nobody's, or of somebody without a number. */
export function numberOf(id: string): string {
  const number =
    simulatedPeople.find((each) => each.id === id)?.belgianNumber ??
    demoBelgians.find((each) => each.id === id)?.number;
  if (!number) throw new Error(`nobody in the demo world is ${id} and has a Belgian number`);
  return number;
}
