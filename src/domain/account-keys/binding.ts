import { type AssuranceLevel, isAtLeast } from '../assurance/index.ts';
import type { Authentication } from '../login-means/index.ts';
import type { KeyBinding } from './model.ts';

/** By what somebody binds a key. */
export type BindingAuthority =
  | { readonly kind: 'login'; readonly authentication: Pick<Authentication, 'means' | 'assurance'> }
  /** A one-time link of staff. */
  | { readonly kind: 'invitation' }
  /** The reset of keys that a second member of staff agreed to, after its wait. */
  | { readonly kind: 'two-staff' };

/** An own means proves at most this: whoever binds it vouches for no more than a login does (decision 0062). */
const HIGHEST: AssuranceLevel = 'substantial';

/**
 * What a key that is bound now may prove; `null` where this binds none: a login below substantial, and the key of an invitation, which
 * opens the pages of staff and nothing else. An own means never proves more than what bound it.
 */
export function bindingBy(authority: BindingAuthority): KeyBinding | null {
  switch (authority.kind) {
    case 'login': {
      const { means, assurance } = authority.authentication;
      if (!isAtLeast(assurance, HIGHEST) || means === 'staffkey') return null;
      return { by: means, assurance: HIGHEST, counts: 'everywhere' };
    }
    case 'invitation':
      return { by: 'invitation', assurance: HIGHEST, counts: 'staff' };
    case 'two-staff':
      return { by: 'two-staff', assurance: HIGHEST, counts: 'everywhere' };
  }
}
