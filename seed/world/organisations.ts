import type { TargetGroup } from '../../src/domain/organisation/index.ts';

/** An organisation of the demo. Numbers pass their checks and are given to nobody. */
export type DemoOrganisation = {
  readonly targetGroup: TargetGroup;
  readonly code: string;
  readonly name: string;
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
  foreigner: { targetGroup: 'EA', code: 'DE:HRB 99001', name: 'Tiefbau Rheinland GmbH' },
} as const satisfies Record<string, DemoOrganisation>;

export type DemoOrganisationKey = keyof typeof demoOrganisations;
