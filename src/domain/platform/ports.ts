import type { Organisation, OrganisationCode, OrganisationId, TargetGroup } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { OrganisationPerson, StaffMemberRights } from './model.ts';

/** How organisations are searched: by words of their name, or by their code as a target group writes it. */
export type OrganisationQuery = {
  /** Beginnings of words of the name, in small letters; `null` lists all. */
  readonly words: readonly string[] | null;
  readonly codes: readonly { readonly targetGroup: TargetGroup; readonly code: OrganisationCode }[];
  readonly targetGroup: TargetGroup | null;
  readonly after: OrganisationId | null;
};

/** Which members of staff are listed. */
export type StaffQuery = {
  /** The beginning of a given or family name. */
  readonly words: string;
  readonly person: PersonId | null;
  /** Those after this one, by name. */
  readonly after: PersonId | null;
};

/** What the pages of the platform read and change beside what others keep. */
export type PlatformStore = {
  /** By name; at most `most`. */
  findOrganisations(query: OrganisationQuery, most: number): Promise<readonly Organisation[]>;
  unitsOf(organisation: OrganisationId, most: number): Promise<readonly Organisation[]>;
  /** How many organisations of each target group count now, as far as `most`. */
  countOrganisations(at: Date, most: number): Promise<ReadonlyMap<TargetGroup, number>>;
  /** False when an organisation with this code is there already: nothing changes then. */
  addOrganisation(organisation: Organisation): Promise<boolean>;
  /** Gives an organisation another name; `null` when it has not the former one any more. */
  renameOrganisation(
    id: OrganisationId,
    names: { former: string; name: string },
  ): Promise<Organisation | null>;
  /** `null` when it has ended already. */
  endOrganisation(id: OrganisationId, at: Date): Promise<Organisation | null>;
  /** Who represents it by law, and who administers it, at a moment. */
  peopleOf(organisation: OrganisationId, at: Date): Promise<readonly OrganisationPerson[]>;
  namesOf(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
  /** By name; at most `most`. */
  staff(query: StaffQuery, at: Date, most: number): Promise<readonly StaffMemberRights[]>;
  /** Members of staff of whom a right ends before `until`. */
  staffEnding(period: { from: Date; until: Date }, most: number): Promise<readonly StaffMemberRights[]>;
  /**
   * Who administers the platform, held until this unit of work ends: who else ends such a right at this moment waits, and then finds that
   * it is gone.
   */
  holdAdministrators(at: Date): Promise<readonly PersonId[]>;
};
