import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Visit, WaitingProtocol } from '../../login/index.ts';
import { openWaitingProtocol } from './authorization/end-login.ts';
import { openRequestMemories } from './authorization/request-memory.ts';
import { openFrontDoor } from './front-door.ts';
import { openKeys } from './keys.ts';
import { onlyOidc } from './provider/application-of.ts';
import { openProvider } from './provider/provider.ts';
import { openFastLane } from './tokens/fast-lane.ts';
import { openAnswerSigner } from './tokens/introspection.ts';
import type { OidcSettings, OidcWorld } from './world.ts';

/** The OpenID Connect provider. */
export type Oidc = {
  /** Answers every request whose path begins with that of the issuer. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** What waits for the end of the logins that were begun here, in the browser of this visit. */
  waitingFor(visit: Visit): WaitingProtocol;
};

/** Opens the provider; throws when its keys or its issuer do not fit. */
export function openOidc({ keys, ...settings }: OidcSettings): Oidc {
  const { pathname, protocol, search, hash } = new URL(settings.issuer);
  if (settings.issuer.endsWith('/') || pathname === '/' || search || hash) {
    throw new Error('the issuer must be an origin with a path, without a slash at its end');
  }
  const world: OidcWorld = {
    ...settings,
    ports: { ...settings.ports, applications: onlyOidc(settings.ports.applications) },
    keys: openKeys(keys),
    secure: protocol === 'https:',
    memories: openRequestMemories(),
  };
  const sign = openAnswerSigner(world.keys);
  const provider = openProvider(world, sign);
  const handle = openFrontDoor(world, provider, openFastLane(world, sign));
  return {
    handle: async (request, response) => handle(request, response),
    waitingFor: openWaitingProtocol(world, provider.callback()),
  };
}
