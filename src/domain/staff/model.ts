import type { LoginMeansCode, TileCode } from '../login-means/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';

/**
 * What staff may do on Sluis's own pages: handle cases; lead those who do (assign to others, templates, targets); receive people at
 * the counter of a registration office; or administer the platform itself (staff, organisations and their first administrators).
 */
export const staffRights = [
  'case-agent',
  'case-lead',
  'registration-officer',
  'platform-administrator',
] as const;
export type StaffRight = (typeof staffRights)[number];

/** Somebody at work on Sluis's own pages: who, for which organisation, with which rights at this moment. */
export type StaffMember = {
  readonly person: PersonId;
  readonly name: string;
  readonly organisation: OrganisationId;
  readonly organisationName: string;
  readonly rights: readonly StaffRight[];
  readonly authenticatedAt: Date;
  /** By which means; absent in sessions that were opened before this was kept. */
  readonly loggedInBy?: LoggedInBy;
};

/** The means of a login, as it is offered first for the next one. */
export type LoggedInBy = {
  readonly tile: TileCode;
  readonly country: string | null;
  /** Absent in sessions that were opened before there were providers: there the tile has the name of the means. */
  readonly means?: LoginMeansCode;
};

/** The parts of Sluis's own pages that need a right. */
export type StaffArea = 'cases' | 'case-lead' | 'office' | 'platform';
