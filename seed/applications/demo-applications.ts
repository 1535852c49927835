import type { OidcApplication } from '../../src/domain/application/index.ts';
import { parseApplication } from '../../src/files/descriptions/application/application-file.ts';
import geopunt from './geopunt.json' with { type: 'json' };
import gipod from './gipod.json' with { type: 'json' };
import klip from './klip.json' with { type: 'json' };

/** Origins of the three demo applications, and what their descriptions lack in the files: nothing secret stands there. */
export type DemoApplicationSetting = {
  readonly klip: { readonly url: string; readonly secret: string };
  readonly gipod: { readonly url: string; readonly publicJwk: Readonly<Record<string, unknown>> };
  readonly geopunt: { readonly url: string };
};

/** KLIP, GIPOD and GEOPUNT as `application apply` would read them, at the addresses where they listen. */
export function demoApplications(setting: DemoApplicationSetting): readonly OidcApplication[] {
  return [
    { ...at(klip, setting.klip.url), secret: setting.klip.secret },
    { ...at(gipod, setting.gipod.url), jwks: { keys: [setting.gipod.publicJwk] } },
    at(geopunt, setting.geopunt.url),
  ].map((file) => {
    const parsed = parseApplication(file);
    if (parsed.kind === 'refused')
      throw new Error(`the demo application ${file.name.en} is refused: ${JSON.stringify(parsed.problems)}`);
    return parsed.application;
  });
}

type WithAddresses = {
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly homeUri: string;
};

function at<File extends WithAddresses>(file: File, url: string): File {
  const moved = (uri: string) => `${url}${new URL(uri).pathname}`;
  return {
    ...file,
    redirectUris: file.redirectUris.map(moved),
    postLogoutRedirectUris: file.postLogoutRedirectUris.map(moved),
    homeUri: moved(file.homeUri),
  };
}
