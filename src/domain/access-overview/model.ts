import type { CalendarDate } from '../../base/time.ts';
import type { Application, ApplicationId } from '../application/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { AccessPath, PersonTies, UserRight } from '../rights/index.ts';
import type { PersonInList } from '../work-relation/index.ts';

/** Somebody who works for an organisation, with what ties them to it. */
export type TiedPerson = {
  readonly person: PersonInList;
  /** To this organisation alone. */
  readonly ties: PersonTies;
  /** The day on which they acted last for this organisation, in each application where they ever did. */
  readonly usedOn: ReadonlyMap<ApplicationId, CalendarDate>;
};

/** How one right of one person stands, as a list of access says it. */
export type Cell =
  /** `until`: the last moment, as everything that it hangs on allows. */
  | { readonly kind: 'yes'; readonly until: Date | null; readonly contexts: readonly string[] }
  | { readonly kind: 'not-yet'; readonly from: Date }
  /** It is there, but lets nobody do anything. */
  | { readonly kind: 'context-missing' }
  | { readonly kind: 'none' };

/** One person in an overview of an application, with a cell for each right of its catalogue, in that order. */
export type AccessRow = {
  readonly person: PersonInList;
  readonly cells: readonly Cell[];
  /** `null`: never, as far as is known. */
  readonly usedOn: CalendarDate | null;
};

/** By which ways somebody may act in one application. */
export type ActingIn = {
  readonly application: Application;
  readonly paths: readonly [AccessPath, ...AccessPath[]];
  readonly usedOn: CalendarDate | null;
};

/** Somebody who may act for an organisation, and where. */
export type Acting = { readonly person: PersonInList; readonly acts: readonly ActingIn[] };

/** For whom somebody may act, and where. */
export type ActingFor = { readonly organisation: Organisation; readonly acts: readonly ActingIn[] };

/** A right that nobody used for long. */
export type UnusedRight = {
  readonly person: PersonInList;
  readonly right: UserRight;
  readonly usedOn: CalendarDate | null;
};

/** Everything that ties a person to organisations, in every application. */
export type AllTies = { readonly person: PersonId; readonly ties: PersonTies };
