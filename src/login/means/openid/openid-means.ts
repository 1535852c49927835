import type { WaitingProtocol } from '../../waiting-protocol.ts';
import { type CameBack, type ComingBack, comeBack } from './come-back.ts';
import { type LeftForProvider, leaveForProvider, type WayToProvider } from './leave-for-provider.ts';
import type { OpenIdMeansWorld } from './world.ts';

/** Logins by OpenID providers: the federal login, and organisations' own. */
export type OpenIdMeans = {
  leave(way: WayToProvider): Promise<LeftForProvider>;
  comeBack(answer: ComingBack, protocol?: WaitingProtocol | null): Promise<CameBack>;
};

/** Opens logins by OpenID providers. */
export function openOpenIdMeans(world: OpenIdMeansWorld): OpenIdMeans {
  // An answer that comes twice at one moment counts once, and leads to the same both times.
  const under = new Map<string, Promise<CameBack>>();
  return {
    leave: (way) => leaveForProvider(world, way),
    async comeBack(answer, protocol = null) {
      const name = `${answer.browser} ${answer.provider} ${answer.search}`;
      const running = under.get(name) ?? comeBack(world, answer, protocol);
      under.set(name, running);
      try {
        return await running;
      } finally {
        under.delete(name);
      }
    },
  };
}
