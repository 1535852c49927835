import type { Keeping } from '../base/unit-of-work.ts';
import type { AuthorizationRequest } from './attempt.ts';

/**
 * How everything is kept that a login does before somebody proves anything: it begins, and a person leaves for a provider. A crash of the database may take it along, with
 * its events, and the login begins again. The first proof is kept for sure, and with it all that led there, because the log of the database has an
 * order (docs/decisions/0051-what-may-be-lost.md).
 */
export const beforeProof: Keeping = { mayBeLost: true };

/** How a login is kept that begins: where somebody is known already, it begins with their proof. */
export function keepingOfBegun({ known }: Pick<AuthorizationRequest, 'known'>): Keeping {
  return known === null ? beforeProof : {};
}
