import type { CorrelationCode } from '../../base/correlation.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { StaffMember } from './model.ts';

/** What a session of staff remembers: who, for whom, since when. Rights are never remembered, they are looked up each time. */
export type StaffStanding = Pick<
  StaffMember,
  'person' | 'organisation' | 'authenticatedAt' | 'loggedInBy'
> & {
  /** Of the login that opened it: ties what happens in the session to that login. */
  readonly correlation: CorrelationCode;
};

/** The people who work with Sluis, as things stand at one moment. */
export type StaffDirectory = {
  /** `null` when this person may do nothing here any more: a right, a work relation or the organisation ended. */
  find(standing: StaffStanding, at: Date): Promise<StaffMember | null>;
  /** Everybody who holds one of these rights for this organisation now, by name: to assign cases to. */
  colleaguesOf(organisation: OrganisationId, at: Date): Promise<readonly Colleague[]>;
};

export type Colleague = {
  readonly person: PersonId;
  readonly name: string;
  readonly rights: StaffMember['rights'];
};
