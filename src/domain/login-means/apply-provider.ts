import type { EventContent } from '../audit/index.ts';
import type { MeansProvider, MeansProviderStore, OpenIdProvider } from './provider.ts';

/** What became of a provider that was described, and what the trail must tell of it: nothing when nothing changed. */
export type AppliedProvider = {
  readonly change: 'added' | 'changed' | 'unchanged';
  readonly events: readonly EventContent[];
};

/** Short names for certificates and keys in the trail: whom we believe is told, and no secret. */
export type TrustFacts = {
  /** The fingerprint of a certificate in PEM. */
  fingerprintOf(pem: string): string;
  /** Fingerprints of our keys at a provider. */
  keysOf(provider: OpenIdProvider): readonly string[];
};

/** Keeps a provider as it was described. */
export async function applyProvider(
  providers: MeansProviderStore,
  provider: MeansProvider,
  facts: TrustFacts,
): Promise<AppliedProvider> {
  const before = (await providers.list()).find(({ code }) => code === provider.code) ?? null;
  const { kind: change } = await providers.put(provider);
  return { change, events: change === 'unchanged' ? [] : eventsOf(before, provider, { change, ...facts }) };
}

function eventsOf(
  before: MeansProvider | null,
  provider: MeansProvider,
  { change, ...facts }: TrustFacts & { readonly change: string },
): readonly EventContent[] {
  const subject = { kind: 'means-provider', id: provider.code } as const;
  const purpose = 'operation';
  const details = { change, means: provider.kind, status: provider.status.kind };
  const applied: EventContent = { kind: 'means.applied', subject, purpose, details };
  const trust = { before: trustIn(before, facts), after: trustIn(provider, facts) };
  if (trust.before.join('\n') === trust.after.join('\n')) return [applied];
  return [applied, { kind: 'means.trust-changed', subject, purpose, details: trust }];
}

/** On whose word people come in by a provider, how far, and with which of our keys. */
function trustIn(provider: MeansProvider | null, facts: TrustFacts): readonly string[] {
  switch (provider?.kind) {
    case 'openid': {
      const { issuer, clientId, levels, proves } = provider;
      return [
        `issuer ${issuer}`,
        `client ${clientId}`,
        ...levels.map(({ acr, means, assurance }) => `${acr} ${means} ${assurance}`),
        ...(proves.kind === 'account'
          ? [`organisation ${proves.organisation} ${proves.assurance}`, ...proves.domains]
          : [`number ${proves.claim}`]),
        ...facts.keysOf(provider).map((each) => `key ${each}`),
      ];
    }
    case 'certificate':
      return [
        ...[...provider.authorities, ...provider.intermediates].map(facts.fingerprintOf),
        ...provider.mappings.map(({ means, assurance, reads }) => `${means} ${assurance} ${reads.field}`),
      ];
    case 'passkey':
      return provider.attestationRoots.map(facts.fingerprintOf);
    default:
      return [];
  }
}
