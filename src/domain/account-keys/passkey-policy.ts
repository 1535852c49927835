import type { PasskeyFacts, WhereItCounts } from './model.ts';

/** An authenticator that an installation accepts: its model, and the authorities that sign for it (PEM). */
export type ListedAuthenticator = { readonly aaguid: string; readonly authorities: readonly string[] };

/** Which passkeys an installation accepts. */
export type PasskeyPolicy =
  | { readonly accept: 'any' }
  /** Those that stay on their device: not the ones that a browser or a manager of passwords copies elsewhere. */
  | { readonly accept: 'device-bound' }
  /** Models from a list, each vouched for by its maker. */
  | { readonly accept: 'listed'; readonly authenticators: readonly ListedAuthenticator[] };

/** The policies of an installation: for everybody, for staff, and for single rights of staff. */
export type PasskeyPolicies = {
  readonly everywhere: PasskeyPolicy;
  readonly staff: PasskeyPolicy;
  readonly rights: Readonly<Record<string, PasskeyPolicy>>;
};

/** What counts where nothing was configured. */
export const anyPasskey: PasskeyPolicies = {
  everywhere: { accept: 'any' },
  staff: { accept: 'any' },
  rights: {},
};

/** The policies that all hold for a key: where it counts, and for which rights it is wanted. */
export function policiesFor(
  policies: PasskeyPolicies,
  counts: WhereItCounts,
  rights: readonly string[] = [],
): readonly PasskeyPolicy[] {
  const own = rights.flatMap((right) => policies.rights[right] ?? []);
  return [policies[counts], ...own];
}

/** Whether a passkey is one that a policy accepts. */
export function isAccepted(policy: PasskeyPolicy, facts: PasskeyFacts): boolean {
  switch (policy.accept) {
    case 'any':
      return true;
    case 'device-bound':
      return !facts.isSynced;
    case 'listed':
      return facts.isAttested && policy.authenticators.some(({ aaguid }) => aaguid === facts.aaguid);
  }
}
