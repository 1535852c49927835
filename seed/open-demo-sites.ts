import { readOrMakeSecrets } from '../simulators/application/secrets.ts';
import { type Authority, openAuthority } from '../simulators/authority/open-authority.ts';
import { type Europe, openEurope } from '../simulators/europe/open-europe.ts';
import { type Fas, openFas } from '../simulators/fas/open-fas.ts';
import { openGeopunt } from '../simulators/geopunt/open-geopunt.ts';
import { openGipod } from '../simulators/gipod/open-gipod.ts';
import type { Site } from '../simulators/ground/site.ts';
import { type Inbox, openInbox } from '../simulators/inbox/open-inbox.ts';
import { openKlip } from '../simulators/klip/open-klip.ts';
import type { DemoApplicationSetting } from './applications/demo-applications.ts';
import { federalPeople, townPeople, townProvider } from './world/provider-people.ts';

export type DemoSitePorts = {
  readonly klip: number;
  readonly gipod: number;
  readonly geopunt: number;
  readonly europe: number;
  readonly fas: number;
  readonly authority: number;
  readonly inbox: number;
  readonly smtp: number;
};

/** Everything of the demo that is not the platform. */
export type DemoSites = {
  readonly europe: Europe;
  readonly fas: Fas;
  /** Issues eID cards, and answers whether they are revoked. */
  readonly authority: Authority;
  readonly klip: Site;
  readonly gipod: Site;
  readonly geopunt: Site;
  readonly inbox: Inbox;
  /** What the platform must know of the three applications. */
  readonly applications: DemoApplicationSetting;
  close(): Promise<void>;
};

/** Opens Europe, the login providers, the authority of cards, the applications and the inbox around a platform at `platform` (an origin). `folder` keeps their keys. */
export async function openDemoSites(setting: {
  readonly ports: DemoSitePorts;
  readonly platform: string;
  readonly folder: string;
}): Promise<DemoSites> {
  const { ports, platform, folder } = setting;
  const issuer = `${platform}/op`;
  const secrets = await readOrMakeSecrets(folder);
  const opened: Site[] = [];
  const open = async <Opened extends Site>(opening: Promise<Opened>): Promise<Opened> => {
    const site = await opening;
    opened.push(site);
    return site;
  };
  const close = async () => {
    await Promise.all(opened.map((site) => site.close()));
  };
  try {
    const connectorMetadata = `${platform}/eidas/metadata`;
    const europe = await open(
      openEurope({ port: ports.europe, folder, connectorMetadata, clock: () => new Date() }),
    );
    const organisation = { ...townProvider, people: townPeople };
    const fas = await open(
      openFas({ port: ports.fas, folder, platform, people: federalPeople, organisation }),
    );
    const authority = await open(openAuthority({ port: ports.authority, folder, clock: () => new Date() }));
    const klip = await open(openKlip({ port: ports.klip, issuer, secret: secrets.klip.secret }));
    const gipod = await open(
      openGipod({ port: ports.gipod, issuer, key: secrets.gipod.key, keyId: secrets.gipod.keyId }),
    );
    const geopunt = await open(openGeopunt({ port: ports.geopunt, issuer }));
    const inbox = await open(openInbox({ port: ports.inbox, smtpPort: ports.smtp }));
    const applications: DemoApplicationSetting = {
      klip: { url: klip.url, secret: secrets.klip.secret },
      gipod: { url: gipod.url, publicJwk: secrets.gipod.publicJwk },
      geopunt: { url: geopunt.url },
    };
    return { europe, fas, authority, klip, gipod, geopunt, inbox, applications, close };
  } catch (error) {
    await close();
    throw error;
  }
}
