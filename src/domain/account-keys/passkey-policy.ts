import type { MeansProvider, PasskeyPolicy, PasskeyProvider } from '../login-means/index.ts';
import type { PasskeyFacts } from './model.ts';

/** Which passkeys an installation takes: for everybody, and more strictly for who has certain rights. */
export type PasskeyRules = Pick<PasskeyProvider, 'policy' | 'perRight' | 'attestationRoots'>;

/** A right in an application, for which a passkey is wanted. */
export type RightWanted = { readonly application: string; readonly right: string };

const anyPasskey: PasskeyRules = { policy: { kind: 'any' }, perRight: [], attestationRoots: [] };

/** What an operator described; any passkey where nobody did. */
export function passkeyRulesIn(providers: readonly MeansProvider[]): PasskeyRules {
  return providers.find((each) => each.kind === 'passkey') ?? anyPasskey;
}

/** The policies that all hold for a passkey, by the rights for which it is wanted. */
export function policiesFor(
  { policy, perRight }: PasskeyRules,
  rights: readonly RightWanted[] = [],
): readonly PasskeyPolicy[] {
  const own = perRight.filter(({ application, right }) =>
    rights.some((each) => each.application === application && each.right === right),
  );
  return [policy, ...own.map((each) => each.policy)];
}

/** Whether a passkey is one that a policy takes. */
export function isTaken(policy: PasskeyPolicy, facts: PasskeyFacts): boolean {
  switch (policy.kind) {
    case 'any':
      return true;
    case 'device-bound':
      return !facts.isSynced;
    case 'listed':
      return facts.isAttested && policy.authenticators.includes(facts.aaguid);
  }
}
