import type { WaitingProtocol } from '../../waiting-protocol.ts';
import { type CameBack, type ComingBack, comeBack } from './come-back.ts';
import {
  type LeftForProvider,
  leaveForProvider,
  type WayToProvider,
  wayThere,
} from './leave-for-provider.ts';
import type { OpenIdMeansWorld } from './world.ts';

/** Logins by OpenID providers: the federal login, and organisations' own. */
export type OpenIdMeans = {
  leave(way: WayToProvider): Promise<LeftForProvider>;
  /** The way to where a login waits already, for the page that leads there after a form. */
  wayThere(standing: WayToProvider['standing']): ReturnType<typeof wayThere>;
  comeBack(answer: ComingBack, protocol?: WaitingProtocol | null): Promise<CameBack>;
};

/** Opens logins by OpenID providers. */
export function openOpenIdMeans(world: OpenIdMeansWorld): OpenIdMeans {
  // An answer that comes twice at one moment counts once, and leads to the same both times.
  const under = new Map<string, Promise<CameBack>>();
  return {
    leave: (way) => leaveForProvider(world, way),
    wayThere: (standing) => wayThere(world, standing),
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
