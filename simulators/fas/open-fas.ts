import { openSite, type Site, type SiteAddress } from '../ground/site.ts';
import { type IssuerSetting, openIssuer } from './issuer.ts';
import { type PrivateJwk, readOrMakeProviderKeys } from './keys.ts';
import { federalKeys, organisationKeys, type ProviderPerson } from './people.ts';
import { makeProviders } from './routes.ts';

/** Where the simulated providers live; `folder` keeps their keys, `platform` is the origin of Sluis. */
export type FasSetting = SiteAddress & {
  readonly folder: string;
  readonly platform: string;
  /** Everybody with a national number. */
  readonly people: readonly ProviderPerson[];
  readonly organisation: {
    /** How Sluis and the path call its provider. */
    readonly code: string;
    readonly name: string;
    readonly people: readonly ProviderPerson[];
  };
};

/** What Sluis must know of one provider to be its client. */
export type ClientOf = {
  readonly code: string;
  readonly issuer: string;
  readonly clientId: string;
  /** The private keys of Sluis at it. */
  readonly keys: readonly PrivateJwk[];
};

export type Fas = Site & { readonly federal: ClientOf; readonly organisation: ClientOf };

const CLIENT_ID = 'sluis';

/** Opens the simulated federal login at `<url>/fas`, and an organisation's own provider beside it. */
export async function openFas(setting: FasSetting): Promise<Fas> {
  const keys = await readOrMakeProviderKeys(setting.folder);
  const clientAt = (code: string) => ({
    id: CLIENT_ID,
    redirectUri: `${setting.platform}/means/${code}/callback`,
  });
  const federal: IssuerSetting = {
    code: 'fas',
    name: 'Federal login',
    tagline: 'FAS',
    algorithm: 'RS256',
    people: setting.people,
    digitalKeys: federalKeys,
    encrypts: false,
    keys: keys.federal,
    client: clientAt('fas'),
    numberClaim: 'egovNRN',
  };
  const { code, name, people } = setting.organisation;
  const organisation: IssuerSetting = {
    ...{ code, name, people },
    tagline: 'For its own staff',
    algorithm: 'ES256',
    digitalKeys: organisationKeys,
    encrypts: true,
    keys: keys.organisation,
    client: clientAt(code),
    numberClaim: null,
  };
  const site = await openSite(setting, (origin) => {
    const issuers = [federal, organisation].map((each) => openIssuer(each, origin));
    return makeProviders(issuers, setting.platform);
  });
  return {
    ...site,
    federal: clientOf(federal, site.url),
    organisation: clientOf(organisation, site.url),
  };
}

function clientOf({ code, client, keys }: IssuerSetting, origin: string): ClientOf {
  return { code, issuer: `${origin}/${code}`, clientId: client.id, keys: keys.client };
}
