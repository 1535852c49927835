import type { Validity } from '../../base/time.ts';
import type { OrganisationCode, OrganisationId } from '../organisation/index.ts';
import type { HeldRight } from './compare-catalogues.ts';
import type { Application, ApplicationId, Catalogue } from './model.ts';

export type ApplicationStore = {
  find(id: ApplicationId): Promise<Application | null>;
  list(): Promise<readonly Application[]>;
  /** Keeps this description; says whether anything changed. Running processes notice within a second. */
  put(application: Application): Promise<{ readonly kind: 'added' | 'changed' | 'unchanged' }>;
};

/** One version of a catalogue: what it said, since when, and who applied it. */
export type CatalogueVersion = {
  readonly application: ApplicationId;
  /** 1 for the first, and one more each time. */
  readonly number: number;
  readonly at: Date;
  /** The operator; `null` where nobody was noted, because it stood there before versions were kept. */
  readonly by: string | null;
  readonly catalogue: Catalogue;
};

/** Every version of every catalogue that was applied. */
export type CatalogueVersions = {
  /** The newest first. */
  of(application: ApplicationId): Promise<readonly CatalogueVersion[]>;
  latest(application: ApplicationId): Promise<CatalogueVersion | null>;
  /** Keeps the next one; when another with its number came between, nothing of this unit of work is kept (`ChangedMeanwhile`). */
  add(version: CatalogueVersion): Promise<void>;
};

/** A right that somebody has in an application, with whose it is. */
export type HolderOfRight = HeldRight & {
  readonly id: string;
  readonly name: string;
  readonly organisation: OrganisationId;
  readonly organisationCode: OrganisationCode;
  readonly organisationName: string;
  readonly validity: Validity;
};

/** Who has rights in an application, a page at a time, however many they are. */
export type RightHolders = {
  /** Those whose right, work relation and organisation hold now or will, by id, behind this one. */
  page(
    asked: { readonly application: ApplicationId; readonly rights: readonly string[]; readonly at: Date },
    after: string | null,
  ): Promise<readonly HolderOfRight[]>;
};
