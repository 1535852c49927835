import type { webcrypto } from 'node:crypto';
import type { ClientCredentials } from '../application/model.ts';
import { openApplication } from '../application/open-application.ts';
import type { Site, SiteAddress } from '../ground/site.ts';
import { gipod } from './gipod.ts';

/** Opens GIPOD, which proves itself with a signed assertion (`private_key_jwt`). */
export function openGipod(
  setting: SiteAddress & { issuer: string; key: webcrypto.CryptoKey; keyId: string },
): Promise<Site> {
  const credentials: ClientCredentials = { kind: 'private_key_jwt', key: setting.key, keyId: setting.keyId };
  return openApplication(gipod, { port: setting.port, issuer: setting.issuer, credentials });
}
