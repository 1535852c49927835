import type { webcrypto } from 'node:crypto';
import type { Language } from '../../src/base/language.ts';
import type { Html, SiteFace } from '../ground/frame.ts';

/** A text in every language that the demo speaks. */
export type Texts<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** Claims as they came in the id_token and from userinfo, together. */
export type ReceivedClaims = Readonly<Record<string, unknown>>;

/** One user right out of a role claim: `right-context:organisation` or `right:organisation`. */
export type ReceivedRight = {
  readonly right: string;
  readonly context: string | null;
  readonly organisation: string;
};

/** Whoever is logged in here, as this application understands the claims. */
export type Visitor = {
  readonly subject: string;
  readonly name: string;
  readonly organisation: {
    readonly code: string;
    readonly name: string;
    readonly targetGroup: string;
  } | null;
  /** The target group when the whole group was chosen, without one organisation. */
  readonly targetGroup: string | null;
  readonly rights: readonly ReceivedRight[];
  readonly claims: ReceivedClaims;
};

/** How an application proves that it is itself at the token endpoint. */
export type ClientCredentials =
  | { readonly kind: 'client_secret_basic'; readonly secret: string }
  | { readonly kind: 'private_key_jwt'; readonly key: webcrypto.CryptoKey; readonly keyId: string }
  | { readonly kind: 'none' };

/** A form field of the small thing that an application lets one do. */
export type WorkField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: 'text' | 'date';
};

/** The small real thing: a form, guarded by a right, and the list of what was made with it. */
export type Work = {
  /** What the claims allow: both are checked again when a form comes in. */
  mayDo(visitor: Visitor): boolean;
  maySee(visitor: Visitor): boolean;
  fields(language: Language): readonly WorkField[];
  /** One line in the list, from the values of the form. */
  line(values: Readonly<Record<string, string>>): string;
};

export type WorkText =
  | 'workTitle'
  | 'workIntro'
  | 'workButton'
  | 'workDone'
  | 'workRefused'
  | 'listTitle'
  | 'listEmpty';
export type FaceText = 'tagline' | 'headline' | 'lede';

/** One relying party of the demo. */
export type ApplicationDescription = {
  readonly clientId: string;
  readonly name: string;
  readonly theme: SiteFace['theme'];
  readonly scopes: readonly string[];
  readonly roleClaim: string;
  readonly usePkce: boolean;
  readonly texts: Texts<WorkText | FaceText>;
  readonly work: Work;
  /** A picture beside the welcome: SVG of our own, coloured by the style sheet. */
  readonly picture: Html;
};

export type { Html, Language };
