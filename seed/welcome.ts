import type { DemoSites } from './open-demo-sites.ts';
import { organisationPersonas } from './world/organisation-personas.ts';
import { type Persona, staffPersonas } from './world/personas.ts';

/** What `npm start` prints when everything is ready: addresses, and whom to try. */
export function welcome(world: {
  readonly platform: string;
  readonly sites: DemoSites;
  readonly personas: readonly Persona[];
  /** When the demo lives, if it travelled in time. */
  readonly journey: string | null;
}): string {
  const { platform, sites, personas, journey } = world;
  const addresses: readonly (readonly [string, string])[] = [
    ['Platform', platform],
    ['KLIP', sites.klip.url],
    ['GIPOD', sites.gipod.url],
    ['GEOPUNT', sites.geopunt.url],
    ['Simulated Europe', sites.europe.url],
    ['Login providers', sites.fas.url],
    ['eID cards', sites.authority.url],
    ['Inbox', sites.inbox.url],
  ];
  return [
    '',
    'Sluis is ready. This is a demo: nothing and nobody in it is real.',
    ...(journey === null ? [] : [journey]),
    '',
    ...addresses.map(([name, url]) => `  ${name.padEnd(18)}${url}`),
    '',
    `Try: open ${sites.klip.url}, log in, choose eIDAS, then a country and a person:`,
    '',
    ...personas.map(line),
    '',
    'Or work with it: open an address, choose the Belgian eID, then a person:',
    '',
    ...staffPersonas.map(
      ({ path, name, happens }) => `  ${(platform + path).padEnd(30)} ${name.padEnd(18)} ${happens.en}`,
    ),
    '',
    'Or decide who may act for an organisation, in the same way:',
    '',
    ...organisationPersonas.map(
      ({ path, name, happens }) => `  ${(platform + path).padEnd(37)} ${name.padEnd(18)} ${happens.en}`,
    ),
    '',
    'Ctrl-C stops it and keeps its data. npm start -- --time-travel 30d lives a month later; --reset begins again.',
  ].join('\n');
}

function line({ application, country, name, number, happens }: Persona): string {
  const shown = name.length > 24 ? `${name.slice(0, 23)}…` : name;
  return `  ${application.padEnd(8)} ${country.padEnd(12)} ${shown.padEnd(25)} ${(number ?? '–').padEnd(16)} ${happens.en}`;
}
