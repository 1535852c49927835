import type { Brand } from '../../base/brand.ts';
import type { Validity } from '../../base/time.ts';
import type { ApplicationId } from '../application/index.ts';
import type { LegalRepresentation, Organisation, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';

/** The random internal id of an administration. */
export type AdministrationId = Brand<string, 'AdministrationId'>;

/** How far somebody may decide: in which units, each with what is beneath it, and about the rights of which applications. */
export type Scope = {
  readonly units: 'all' | readonly OrganisationId[];
  readonly applications: 'all' | readonly ApplicationId[];
};

export const administrationKinds = ['head-local-administrator', 'local-administrator'] as const;
export type AdministrationKind = (typeof administrationKinds)[number];

/** On what authority somebody was made an administrator. */
export const appointedAs = [
  'register',
  'import',
  'platform',
  'operator',
  'legal-representative',
  'head-local-administrator',
  'local-administrator',
  'deputy',
] as const;
export type AppointedAs = (typeof appointedAs)[number];

/** An administration as it is kept: who was appointed to what, over what, for which period, and on what it rests. */
export type Appointment = {
  readonly id: AdministrationId;
  readonly organisation: OrganisationId;
  readonly person: PersonId;
  readonly kind: AdministrationKind;
  /** Stands in for another, for a period. */
  readonly isDeputy: boolean;
  readonly mayAppoint: boolean;
  readonly scope: Scope;
  readonly validity: Validity;
  /** The administration without which it is nothing; `null` where it rests on the law, a register or the platform. */
  readonly restsOn: AdministrationId | null;
  readonly appointedBy: PersonId | null;
  readonly appointedAs: AppointedAs;
};

/** By what somebody administers an organisation, the strongest first. */
export const bases = [
  'legal-representative',
  'head-local-administrator',
  'local-administrator',
  'deputy',
] as const;
export type Basis = (typeof bases)[number];

/** Somebody who may decide in an organisation at this moment, cut down to what everything that they rest on still has. */
export type Administrator = {
  readonly person: PersonId;
  readonly organisation: Organisation;
  readonly basis: Basis;
  /** `null` for a legal representative: that is the law's doing. */
  readonly administration: AdministrationId | null;
  /** Its units are the organisation itself and all that are beneath it. */
  readonly scope: Scope;
  readonly mayAppoint: boolean;
  readonly until: Date | null;
};

/** What is kept of who may administer organisations: as much of it as a question needs. */
export type Administrations = {
  /** With every organisation that each is a unit of. */
  readonly organisations: readonly Organisation[];
  readonly representations: readonly LegalRepresentation[];
  /** With every one that each rests on. */
  readonly appointments: readonly Appointment[];
};
