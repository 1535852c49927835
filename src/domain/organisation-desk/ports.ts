import type { Organisation, OrganisationId } from '../organisation/index.ts';

/** What waits in an organisation, counted up to a bound. */
export type WaitingCounts = {
  /** People who work there now. */
  readonly people: number;
  /** Open requests for access. */
  readonly requests: number;
  /** Rights that end within the period that was asked for. */
  readonly endingRights: number;
  /** People who acted for it in no application since a day. */
  readonly unused: number;
  /** Invitations that were accepted under another name. */
  readonly toConfirm: number;
};

/** What the register and the organisation itself say of it, beyond its name. */
export type OrganisationDetails = {
  readonly organisation: Organisation;
  readonly email: string | null;
  readonly vat: string | null;
  readonly parent: Organisation | null;
  readonly receiver: Organisation | null;
  /** Those beneath it, each with how deep it lies, in the order of a tree. */
  readonly units: readonly { readonly organisation: Organisation; readonly depth: number }[];
};

/** What the first page and the details of an organisation read and keep. */
export type OrganisationPagesStore = {
  /** In one statement, however large the organisation is. */
  countWaiting(
    organisation: OrganisationId,
    asked: { readonly at: Date; readonly endingBefore: Date; readonly unusedSince: Date },
  ): Promise<WaitingCounts>;
  details(organisation: OrganisationId, at: Date): Promise<OrganisationDetails | null>;
  /** `null` takes the address away. */
  changeEmail(organisation: OrganisationId, email: string | null): Promise<void>;
};
