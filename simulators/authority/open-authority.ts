import type { Clock } from '../../src/base/time.ts';
import { openSite, type Site, type SiteAddress } from '../ground/site.ts';
import { type AuthorityKeys, readOrMakeAuthority } from './keys.ts';
import { makeAuthorityPages } from './routes.ts';

/** Where the authority lives; `folder` keeps its keys. */
export type AuthoritySetting = SiteAddress & { readonly folder: string; readonly clock: Clock };

/** A small authority that plays Belgium, with what the platform must know of it. */
export type Authority = Site & {
  readonly keys: AuthorityKeys;
  /** Its root, PEM: what `means apply` is given. */
  readonly root: string;
};

/** Opens the authority: cards to download, and whether each is revoked, by OCSP and by list. */
export async function openAuthority(setting: AuthoritySetting): Promise<Authority> {
  let keys: AuthorityKeys | null = null;
  const site = await openSite(setting, () =>
    makeAuthorityPages({
      clock: setting.clock,
      keys: () => {
        if (keys === null) throw new Error('the authority of the demo has no keys yet');
        return keys;
      },
    }),
  );
  try {
    keys = await readOrMakeAuthority(setting.folder, { origin: site.url }, setting.clock());
  } catch (error) {
    await site.close();
    throw error;
  }
  return { ...site, keys, root: keys.belgium.root.certificate.toString('pem') };
}
