import type { CalendarDate } from '../../base/time.ts';
import type { ApplicationId } from '../application/index.ts';
import type { EventContent } from '../audit/index.ts';
import type { OrganisationCode, OrganisationId, TargetGroup } from '../organisation/index.ts';
import type { NationalNumber, PersonId } from '../person/index.ts';

/** One right of one person, as imported. Days begin at midnight in Brussels; `until` is exclusive. */
export type ImportedRight = {
  readonly number: NationalNumber;
  readonly targetGroup: TargetGroup;
  readonly code: OrganisationCode;
  readonly application: ApplicationId;
  readonly right: string;
  /** In the order of the alphabet, each once: with others it is another right. */
  readonly contexts: readonly string[];
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  /** Where it stands in the file. */
  readonly line?: number;
};

/** A right that an import gave, or let last longer, or ended. */
export type ImportedRightChange = {
  readonly kind: 'given' | 'ended';
  readonly id: string;
  readonly person: PersonId;
  readonly organisation: OrganisationId;
  readonly application: ApplicationId;
  readonly right: string;
  readonly contexts: readonly string[];
};

/** What the trail tells of it. */
export function eventOfImportedRight(change: ImportedRightChange): EventContent {
  const { kind, id, person, organisation, application, right, contexts } = change;
  return {
    kind: `user-right.${kind}`,
    subject: { kind: 'person', id: person },
    purpose: 'operation',
    details: { rightId: id, organisation, application, right, contexts, as: 'import' },
  };
}
