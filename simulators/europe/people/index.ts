import { peopleEast } from './east.ts';
import { peopleNorth } from './north.ts';
import type { SimulatedPerson } from './person.ts';
import { peopleSouth } from './south.ts';
import { peopleWest } from './west.ts';

export { groupedNumber, type SimulatedPerson } from './person.ts';

/** Everybody in simulated Europe. */
export const simulatedPeople: readonly SimulatedPerson[] = [
  ...peopleWest,
  ...peopleNorth,
  ...peopleSouth,
  ...peopleEast,
];

/** The people of one country, the main one first. */
export function peopleOf(country: string): readonly SimulatedPerson[] {
  return simulatedPeople.filter((each) => each.country === country);
}

/** The person of this id in this country; `null` when there is none. */
export function findPerson(country: string, id: string): SimulatedPerson | null {
  return peopleOf(country).find((each) => each.id === id) ?? null;
}
