import type { ClientCredentials } from '../application/model.ts';
import { openApplication } from '../application/open-application.ts';
import type { Site, SiteAddress } from '../ground/site.ts';
import { klip } from './klip.ts';

/** Opens KLIP, a confidential client with a secret in the Basic header and PKCE. */
export function openKlip(setting: SiteAddress & { issuer: string; secret: string }): Promise<Site> {
  const credentials: ClientCredentials = { kind: 'client_secret_basic', secret: setting.secret };
  return openApplication(klip, { port: setting.port, issuer: setting.issuer, credentials });
}
