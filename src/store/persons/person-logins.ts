import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { endingsIn } from './endings.ts';

/** Ends every login of a person that began before: single sign-on, codes, tokens, logins under way and sessions on our own pages. */
export function endLoginsIn(context: StoreContext) {
  const endings = endingsIn(context);
  return (person: PersonId, at: Date): Promise<void> => endings.end([person], at, at);
}
