import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { addAssets } from '../ground/assets.ts';
import { securityHeaders } from '../ground/headers.ts';
import { openConnectorSource } from './connector-source.ts';
import type { StateKeys } from './keys.ts';
import { addressesOf } from './node/addresses.ts';
import { writeStateMetadata } from './node/write-metadata.ts';
import { aboutStatePage, europePage } from './pages.ts';
import type { EuropeSetting } from './setting.ts';
import { addSignInRoutes } from './sign-in-routes.ts';
import { openSignIns } from './sign-ins.ts';
import { addSingleSignOn } from './single-sign-on.ts';
import type { EuropeWorld } from './world.ts';
import { forState } from './world.ts';

/** The web side of simulated Europe. Paths take the country code in either case. */
export function makeEurope(
  setting: EuropeSetting,
  keys: Readonly<Record<string, StateKeys>>,
  origin: string,
): Hono {
  const app = new Hono();
  const connector = openConnectorSource(setting.connectorMetadata, setting.clock);
  const world: EuropeWorld = { clock: setting.clock, origin, keys, connector, signIns: openSignIns() };
  const platform = new URL(setting.connectorMetadata).origin;
  app.use(securityHeaders(() => [platform]));
  app.use(bodyLimit({ maxSize: 200_000 }));
  addAssets(app);
  app.get('/', (context) => context.html(europePage()));
  app.get(
    '/:country',
    forState(world, (context, state) => context.html(aboutStatePage(state))),
  );
  app.get(
    '/:country/metadata',
    forState(world, (context, state, own) => {
      const xml = writeStateMetadata(state, own, addressesOf(origin, state), setting.clock());
      return context.body(xml, 200, { 'Content-Type': 'application/samlmetadata+xml; charset=utf-8' });
    }),
  );
  addSingleSignOn(app, world);
  addSignInRoutes(app, world);
  return app;
}
