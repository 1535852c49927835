import type { Attempt, LoginOutcome, ProtocolHalf } from './attempt.ts';
import type { LoginStores } from './ports.ts';
import type { WayOn } from './view.ts';

/** What a browser sent along that a protocol goes by. */
export type Visit = { readonly cookie: string | undefined; readonly acceptLanguage: string | undefined };

/** The stores with which a protocol makes something of the end of a login. */
export const endNeeds = ['audit', 'oidc', 'persons'] as const;
export type EndStores = Pick<LoginStores, (typeof endNeeds)[number]>;

/**
 * What waits for the end of a login, in one browser. It makes of it how that browser goes on, within the unit of work that ends the login:
 * what the protocol keeps by itself it keeps there, and its half of the login comes back with it where that changed. Asked again, it comes
 * to the same.
 */
export type WaitingProtocol = (
  end: { readonly attempt: Attempt; readonly outcome: LoginOutcome },
  stores: EndStores,
) => Promise<{ readonly wayOn: WayOn; readonly half?: ProtocolHalf }>;

/** The end of a login to a page of our own leads there, and changes nothing. */
export function leadTo(url: string): Awaited<ReturnType<WaitingProtocol>> {
  return { wayOn: { kind: 'address', url, cookies: [] } };
}
