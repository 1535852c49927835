import type { Application } from '../../src/domain/application/index.ts';
import { type Measured, startMeasured } from '../processes/measured.ts';
import { codeIn, expect, locationOf, openParty, type Party, type Step } from './waves.ts';

/** `oidc-provider` alone, in a process of its own. */
export type BareProvider = { readonly process: Measured; readonly issuer: string };

/** Starts it; nothing of it is kept anywhere. */
export async function startBareProvider(options: readonly string[] = []): Promise<BareProvider> {
  const process = await startMeasured({
    entry: 'bench/processes/bare-provider.ts',
    environment: { NODE_ENV: 'production' },
    until: ' .\n',
    options,
  });
  return { process, issuer: /serves (\S+) \./.exec(process.log())?.[1] ?? '' };
}

/** One login at the bare provider. */
export type BareVisitor = Party & { next: string; token: string };

/** A person at the application's door. */
export function openBareVisitor({ issuer }: BareProvider, application: Application): BareVisitor {
  return { ...openParty(application, `${issuer}/auth`, `${issuer}/token`), next: '', token: '' };
}

/** The four requests of a login that asks nothing. */
export function bareLoginSteps({ issuer }: BareProvider): readonly Step<BareVisitor>[] {
  const follow = (name: string): Step<BareVisitor> => ({
    name,
    async take(visitor) {
      visitor.next = locationOf(await visitor.browser.get(visitor.next), issuer, name);
    },
  });
  return [
    {
      name: 'authorization request',
      async take(visitor) {
        visitor.next = locationOf(await visitor.browser.get(visitor.authorization), issuer, 'authorization');
      },
    },
    follow('interaction'),
    follow('resume'),
    {
      name: 'token',
      async take(visitor) {
        const answer = expect(await visitor.redeem(codeIn(visitor.next)), 200, 'token');
        visitor.token = (JSON.parse(answer.body) as { access_token: string }).access_token;
      },
    },
  ];
}
