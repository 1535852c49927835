import type { AdministrationId, Basis, Scope } from '../administration/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { StaffRight } from '../staff/index.ts';

/** Somebody who does something, as every use case is told of them: who, on what authority, and why where the act asks for it. */
export type ActingPerson = {
  readonly person: PersonId;
  readonly name: string;
  readonly authority: Authority;
  /** Why, in their own words, as typed; `null` where nobody asked. */
  readonly reason: string | null;
};

/** An act that asks for a reason is handed one. */
export type ActingWithReason = ActingPerson & { readonly reason: string };

/**
 * What lets somebody act. Another kind of authority is another variant: the compiler then asks what it may do (`may-act.ts`), and how it
 * is told of (`tell-who.ts`).
 */
export type Authority =
  /** Works for an organisation, with these rights on Sluis's own pages at this moment. */
  | { readonly kind: 'staff'; readonly organisation: OrganisationId; readonly rights: readonly StaffRight[] }
  /** Administers this organisation, as far as the scope says. An act looks again before it believes it (`administratorAt`). */
  | {
      readonly kind: 'administrator';
      readonly organisation: OrganisationId;
      readonly basis: Basis;
      readonly administration: AdministrationId | null;
      readonly scope: Scope;
    };
