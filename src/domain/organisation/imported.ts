import type { CalendarDate } from '../../base/time.ts';
import type { NationalNumber } from '../person/index.ts';
import type { OrganisationCode, TargetGroup } from './model.ts';

/**
 * One row about an organisation as imported; further rows name further people. They are named by number; who is unknown is added, with the
 * names of the register. What is absent is not said and stays as it is; `null` says that there is none.
 */
export type ImportedOrganisation = {
  readonly targetGroup: TargetGroup;
  readonly code: OrganisationCode;
  readonly name: string;
  readonly country: string;
  /** `null`: this row says nothing about who represents it by law. */
  readonly legalRepresentative: NationalNumber | null;
  /** The register says that nobody represents it by law any more. */
  readonly isRepresentedByNobody?: boolean;
  /** In which capacity the representative of this row acts, in the words of the register. */
  readonly function?: string | null;
  readonly headAdministrator: NationalNumber | null;
  /** The organisation of the same target group that this is a unit of. */
  readonly parent?: OrganisationCode | null;
  readonly email?: string | null;
  readonly vat?: string | null;
  /** Days begin at midnight in Brussels; `until` is exclusive. */
  readonly from?: CalendarDate | null;
  readonly until?: CalendarDate | null;
  /** The organisation of the same target group that took it over. */
  readonly mergedInto?: OrganisationCode | null;
  /** Where it stands in the file. */
  readonly line?: number;
};

/** Units and mergers of which one leads to the next: at most so many, so that looking up to the top is bounded. */
export const MOST_ABOVE = 10;
