import type { Settings } from '../../config/settings.ts';
import { type CountryCode, parseCountryCode } from '../../domain/eidas-country/index.ts';
import type { WebWorld } from '../../web/index.ts';

/** Where everything of the demo listens, from the base port. */
export type DemoPorts = {
  readonly klip: number;
  readonly gipod: number;
  readonly geopunt: number;
  readonly europe: number;
  readonly fas: number;
  readonly authority: number;
  readonly inbox: number;
  readonly smtp: number;
};

/** The ports of the demo: applications at +1 to +3, member states at +10, login providers at +11, the authority of eID cards at +16, inbox at +20, its SMTP at +25. */
export function demoPorts({ port }: Settings): DemoPorts {
  return {
    klip: port + 1,
    gipod: port + 2,
    geopunt: port + 3,
    europe: port + 10,
    fas: port + 11,
    authority: port + 16,
    inbox: port + 20,
    smtp: port + 25,
  };
}

/** What the pages show only in the demo: the addresses of the demo world, and whom to be there. */
export async function demoWorldOf(settings: Settings): Promise<NonNullable<WebWorld['demo']>> {
  const { demoInvitation } = await import('../../../seed/index.ts');
  const ports = demoPorts(settings);
  const at = (port: number) => `http://localhost:${port}`;
  return {
    places: [
      { kind: 'klip', url: at(ports.klip) },
      { kind: 'gipod', url: at(ports.gipod) },
      { kind: 'geopunt', url: at(ports.geopunt) },
      { kind: 'europe', url: at(ports.europe) },
      { kind: 'fas', url: at(ports.fas) },
      { kind: 'authority', url: at(ports.authority) },
      { kind: 'inbox', url: at(ports.inbox) },
      { kind: 'account', url: '/account' },
      { kind: 'access', url: '/account/access' },
      { kind: 'organisation', url: '/organisation' },
      { kind: 'platform', url: '/platform' },
      { kind: 'cases', url: '/cases' },
      { kind: 'office', url: '/office' },
      { kind: 'invitation', url: `/invitation/${demoInvitation}` },
    ],
    async stories() {
      const { keyPersonas, organisationPersonas, personas, staffPersonas } = await import(
        '../../../seed/index.ts'
      );
      return [
        ...personas.map(({ application, name, code, number, happens }) => ({
          at: application.toLowerCase() as Lowercase<typeof application>,
          ...{ name, country: countryOf(code), number, happens },
        })),
        ...[...keyPersonas, ...organisationPersonas].map(({ at, name, happens }) => ({
          ...{ at, name, country: countryOf('BE'), number: null, happens },
        })),
        ...staffPersonas.map(({ path, name, happens }) => ({
          at: path === '/cases' ? ('cases' as const) : ('office' as const),
          ...{ name, country: countryOf('BE'), number: null, happens },
        })),
      ];
    },
  };
}

function countryOf(text: string): CountryCode {
  const code = parseCountryCode(text);
  if (!code) throw new Error(`${text} is not a country code`);
  return code;
}
