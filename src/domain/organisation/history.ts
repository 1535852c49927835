import type { Redacted } from '../../base/redacted.ts';
import type { PersonId } from '../person/index.ts';
import type { OrganisationId } from './model.ts';

/** What changes in an organisation. */
export const changeSubjects = [
  'organisation',
  'relation',
  'right',
  'administration',
  'representation',
  'invitation',
  'request',
] as const;
export type ChangeSubject = (typeof changeSubjects)[number];

/** A value of a change: dates as ISO 8601, codes, internal ids and what a register publishes; never free text, a national number or the name of a person. */
export type ChangedValue = string | number | boolean | null | readonly string[];

/** One change of an organisation, with the values that hold from then on: all changes of one subject, in order, replay to what it is now. */
export type OrganisationChange = {
  readonly organisation: OrganisationId;
  readonly subject: { readonly kind: ChangeSubject; readonly id: string };
  /** Whom it is about; `null` where it is about nobody. */
  readonly person: PersonId | null;
  /** What happened, in the past tense: `given`, `ended`, `appointed`, `merged`. */
  readonly kind: string;
  /** Who did it, on what authority: `administrator`, `legal-representative`, `import`, `platform`, `oneself`, `operator`. */
  readonly by: { readonly person: PersonId | null; readonly authority: string };
  readonly after: Readonly<Record<string, ChangedValue>>;
  /** Why, in their own words; kept sealed. */
  readonly reason: Redacted<string> | null;
};

/** A change as it is kept: its place in the order, and when it was. */
export type KeptChange = OrganisationChange & { readonly id: string; readonly at: Date };

/** Which changes somebody wishes to see, newest first. */
export type ChangeFilter = {
  readonly organisations: readonly OrganisationId[];
  readonly person?: PersonId | null;
  readonly by?: PersonId | null;
  readonly subject?: ChangeSubject | null;
  readonly from?: Date | null;
  readonly until?: Date | null;
  /** Those before this one, in the order of ids. */
  readonly before?: string | null;
};

export type OrganisationHistory = {
  /** Keeps changes, with this unit of work. */
  record(...changes: readonly OrganisationChange[]): Promise<void>;
  /** At most `most`, newest first. */
  list(filter: ChangeFilter, most: number): Promise<readonly KeptChange[]>;
  /** Everything that happened to one subject, oldest first. */
  ofSubject(kind: ChangeSubject, id: string): Promise<readonly KeptChange[]>;
};
