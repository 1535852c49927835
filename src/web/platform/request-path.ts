import type { AccessRequestId } from '../../domain/access-request/index.ts';

export const REQUESTS = '/platform/requests';

/** The address of a request among the pages of the platform. */
export function requestPath(id: AccessRequestId): string {
  return `${REQUESTS}/${id}`;
}
