import type { Organisation, TargetGroup } from '../organisation/index.ts';
import type { Denial, GrantedRight } from '../rights/index.ts';

/** Why a person may act for an organisation. */
export type Basis = 'right' | 'legal-representative' | 'work-relation';

/**
 * On whose behalf a person acts in an application (ACM "hoedanigheid"):
 * for oneself, for one organisation, or for all one's organisations in a target group.
 */
export type Capacity =
  | { readonly kind: 'citizen' }
  | {
      readonly kind: 'organisation';
      readonly organisation: Organisation;
      /** Why this person may; never empty. A work relation is enough where the application asks for no right. */
      readonly basis: readonly Basis[];
      readonly rights: readonly GrantedRight[];
      /** The `vo_id` in this target group; absent for a legal representative who is not in user management. */
      readonly voId: string | null;
      readonly email: string | null;
    }
  | {
      readonly kind: 'group';
      readonly targetGroup: TargetGroup;
      readonly organisations: readonly Organisation[];
      readonly rights: readonly GrantedRight[];
      readonly voId: string | null;
    };

/** A capacity's name in a form field and in the store: `citizen`, `organisation:<id>`, `group:LB`. */
export type CapacityKey = string;

/** What a targeted login asks for (`login_hint` with `cap_hint` and `code_hint`, ACM "gericht aanmelden"). */
export type CapacityWish = { readonly targetGroup: TargetGroup; readonly code: string | null };

/** A capacity that exists but cannot be used now, shown with its reason. */
export type UnusableCapacity = {
  readonly organisation: Organisation;
  readonly reason: Exclude<Denial, { readonly kind: 'not-tied' }>;
};

/** All that a person can be in one application. */
export type Capacities = {
  readonly usable: readonly Capacity[];
  readonly unusable: readonly UnusableCapacity[];
};

/** What follows from the capacities and a wish. */
export type Settlement =
  | { readonly kind: 'settled'; readonly capacity: Capacity }
  | {
      readonly kind: 'choice';
      readonly capacities: readonly Capacity[];
      readonly unusable: readonly UnusableCapacity[];
    }
  | { readonly kind: 'none'; readonly unusable: readonly UnusableCapacity[] };
