import type { Settings } from '../config/settings.ts';
import type { WebWorld } from '../web/index.ts';

/** Where everything of the demo listens, from the base port. */
export type DemoPorts = {
  readonly klip: number;
  readonly gipod: number;
  readonly geopunt: number;
  readonly europe: number;
  readonly inbox: number;
  readonly smtp: number;
};

/** The ports of the demo: applications at +1 to +3, member states at +10, inbox at +20, its SMTP at +25. */
export function demoPorts({ port }: Settings): DemoPorts {
  return {
    klip: port + 1,
    gipod: port + 2,
    geopunt: port + 3,
    europe: port + 10,
    inbox: port + 20,
    smtp: port + 25,
  };
}

/** What the pages show only in the demo: people for the Belgian means, and the addresses of the demo world. */
export async function demoWorldOf(settings: Settings): Promise<NonNullable<WebWorld['demo']>> {
  const ports = demoPorts(settings);
  const at = (port: number) => `http://localhost:${port}`;
  return {
    async people() {
      const { belgianPeople } = await import('../../seed/index.ts');
      return belgianPeople;
    },
    addresses: [
      { name: 'KLIP', url: at(ports.klip), note: 'klip' },
      { name: 'GIPOD', url: at(ports.gipod), note: 'gipod' },
      { name: 'GEOPUNT', url: at(ports.geopunt), note: 'geopunt' },
      { name: 'Europe', url: at(ports.europe), note: 'europe' },
      { name: 'Inbox', url: at(ports.inbox), note: 'inbox' },
      // By the eID tile; a test holds these names to the demo's own.
      { name: 'Casework', url: '/cases', note: 'Lotte Verhaegen, Bruno Lemaire, Ingrid Vandeput' },
      { name: 'Registration office', url: '/office', note: 'Yasmine Haddad, Geert Bogaert' },
    ],
  };
}
