import type { OfficePlace } from '../../src/domain/casework/index.ts';
import type { TargetGroup } from '../../src/domain/organisation/index.ts';

/** An organisation of the demo. Numbers pass their checks and are given to nobody. */
export type DemoOrganisation = {
  readonly targetGroup: TargetGroup;
  readonly code: string;
  readonly name: string;
  /** The organisation that it is a unit of, or that takes it over, by its key: one that stands before it. */
  readonly parent?: string;
  readonly mergesInto?: string;
};

export const demoOrganisations = {
  contractor: { targetGroup: 'EA', code: '0999000129', name: 'Kabel & Kanaal NV' },
  utility: { targetGroup: 'EA', code: '0999000228', name: 'Netlicht CV' },
  digger: { targetGroup: 'EA', code: '0999000327', name: 'Graafwerken Peeters BV' },
  town: { targetGroup: 'LB', code: '0999000426', name: 'Stad Lindeberg' },
  village: { targetGroup: 'LB', code: '0999000525', name: 'Gemeente Waterdal' },
  school: { targetGroup: 'OV', code: '999001', name: 'Atheneum De Brug' },
  agency: { targetGroup: 'GID', code: 'OVO999001', name: 'Agentschap Ruimte en Kaart' },
  identification: { targetGroup: 'GID', code: 'OVO999002', name: 'Federale Dienst Identificatie' },
  works: { targetGroup: 'LB', code: 'OVO999011', name: 'Lindeberg, dienst Openbare Werken', parent: 'town' },
  counter: { targetGroup: 'LB', code: 'OVO999012', name: 'Lindeberg, dienst Burgerzaken', parent: 'town' },
  merging: { targetGroup: 'LB', code: '0999000822', name: 'Gemeente Oudewater', mergesInto: 'town' },
  schools: { targetGroup: 'OV', code: '999000', name: 'Scholengroep Kompas' },
  academy: { targetGroup: 'OV', code: '999002', name: 'Academie De Toren', parent: 'schools' },
  primary: { targetGroup: 'OV', code: '999003', name: 'Basisschool De Linde', parent: 'schools' },
  orphan: { targetGroup: 'EA', code: '0999000624', name: 'Bakkerij Morgenrood BV' },
  foreigner: { targetGroup: 'EA', code: 'DE:HRB 99001', name: 'Tiefbau Rheinland GmbH' },
} as const satisfies Record<string, DemoOrganisation>;

export type DemoOrganisationKey = keyof typeof demoOrganisations;

/** Where the registration offices of the demo are. */
export const demoOffices: readonly {
  readonly organisation: DemoOrganisationKey;
  readonly place: OfficePlace;
}[] = [
  {
    organisation: 'town',
    place: {
      street: 'Teststraat 100',
      postcode: '9999',
      municipality: 'Lindeberg',
      telephone: '+32 9 000 00 00',
      website: 'https://lindeberg.example/loket',
      hours: {
        nl: 'maandag tot vrijdag van 9 tot 12 uur, dinsdag ook van 16 tot 19 uur',
        fr: 'du lundi au vendredi de 9 à 12 heures, le mardi aussi de 16 à 19 heures',
        de: 'Montag bis Freitag von 9 bis 12 Uhr, Dienstag auch von 16 bis 19 Uhr',
        en: 'Monday to Friday from 9 am to 12 noon, Tuesday also from 4 to 7 pm',
      },
      byAppointment: false,
    },
  },
];
