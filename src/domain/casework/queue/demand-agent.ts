import { type ActingPerson, mayActIn } from '../../acting/index.ts';

/** A list is asked for by pages that only whoever handles cases can open: anything else is a bug. */
export function demandAgent(by: ActingPerson): void {
  if (!mayActIn('cases', by)) throw new Error('somebody who handles no cases asked for a list of them');
}
