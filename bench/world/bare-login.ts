import type { OidcApplication } from '../../src/domain/application/index.ts';
import { openBrowser } from '../browser.ts';
import { type Measured, startMeasured } from '../processes/measured.ts';
import { codeIn, locationOf, openParty, redeemAndAsk, type Step, type Walker } from './waves.ts';

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

/** The last step of a login there. */
export const USERINFO = 'userinfo';

/** One login at the bare provider. */
export type BareVisitor = Walker & {
  /** The access token, once there is one. */
  token(): string;
};

/** A person at the application's door: the four requests of a login that asks nothing, and userinfo. */
export function openBareVisitor({ issuer }: BareProvider, application: OidcApplication): BareVisitor {
  const browser = openBrowser();
  const party = openParty(application, {
    authorization: `${issuer}/auth`,
    token: `${issuer}/token`,
    userinfo: `${issuer}/me`,
  });
  let token = '';
  const redeem = (address: string) =>
    redeemAndAsk(party, codeIn(address), { token: 'token', userinfo: USERINFO }, (given) => {
      token = given;
    });
  const follow = (address: string, name: string, then: (address: string) => Step): Step => ({
    name,
    take: async () => then(locationOf(await browser.get(address), issuer, name)),
  });
  return {
    next: follow(party.authorization, 'authorization request', (interaction) =>
      follow(interaction, 'interaction', (resume) => follow(resume, 'resume', redeem)),
    ),
    token: () => token,
  };
}
