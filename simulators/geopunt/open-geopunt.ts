import { openApplication } from '../application/open-application.ts';
import type { Site, SiteAddress } from '../ground/site.ts';
import { geopunt } from './geopunt.ts';

/** Opens GEOPUNT, a public client: no secret, PKCE with S256. */
export function openGeopunt(setting: SiteAddress & { issuer: string }): Promise<Site> {
  return openApplication(geopunt, {
    port: setting.port,
    issuer: setting.issuer,
    credentials: { kind: 'none' },
  });
}
