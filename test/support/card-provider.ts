import { cardTerms } from '../../simulators/authority/belgium.ts';
import type { CertificateProvider } from '../../src/domain/login-means/index.ts';
import { providerCode } from './provider-examples.ts';

/** The provider of the demo's cards, as it is kept. */
export function cardProvider(root: string): CertificateProvider {
  return {
    ...{ code: providerCode('card'), kind: 'certificate', name: null, hint: null, status: { kind: 'open' } },
    ...{ validFrom: null, validUntil: null },
    ...cardTerms([root]),
  };
}
