import type { Brand } from '../../base/brand.ts';
import type { CalendarDuration } from '../../base/calendar.ts';
import type { LocalizedText } from '../../base/language.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { AssuranceLevel } from '../assurance/index.ts';
import type { LoginMeansCode } from '../login-means/index.ts';
import type { OrganisationCode, TargetGroup } from '../organisation/index.ts';

/** The `client_id` of an application: 1 to 100 visible ASCII characters, a UUID by custom. */
export type ApplicationId = Brand<string, 'ApplicationId'>;

/** To whom an application is open, per target group: the whole group in one token, or one organisation at a time. */
export type Opening = { readonly targetGroup: TargetGroup; readonly level: 'group' | 'organisation' };

/**
 * What an application may say of an organisation besides its target group: registered in Belgium or abroad, a unit within another
 * organisation or one of its own.
 */
export const organisationKinds = ['belgian', 'foreign', 'unit', 'independent'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** To which organisations of a target group an application offers a right: all, those of some kind, or those that are named. */
export type Offer = {
  readonly targetGroup: TargetGroup;
  /** One of them is enough. */
  readonly kinds?: readonly OrganisationKind[];
  /** With the units within them. */
  readonly organisations?: readonly OrganisationCode[];
};

/**
 * A user right that an application defines; some need at least one context value to mean anything. What an application does not say is
 * absent, so that the same file read again is no change.
 */
export type RightDefinition = {
  readonly code: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText | null;
  readonly contexts: readonly string[];
  readonly contextRequired: boolean;
  /** What people see in place of the code of a context. */
  readonly contextNames?: Readonly<Record<string, LocalizedText>>;
  /** How long it may be given for at most, at one time. */
  readonly maxDuration?: CalendarDuration;
  /** What nobody may have beside it in the same organisation: `code` of this application, or `application/code`. */
  readonly excludes?: readonly string[];
  /** Whether it counts only once a second administrator agrees. */
  readonly secondAdministrator?: boolean;
  /** The packages that hold it. */
  readonly packages?: readonly string[];
  /** To which organisations it is offered; absent: to all to which the application is open. */
  readonly offeredTo?: readonly Offer[];
};

/** Rights of one application that are given together, with the name that people see. */
export type PackageDefinition = {
  readonly code: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText | null;
};

/** Under which claim, at which scope and in which form the user rights are told: `right-context:organisation` (3d) or `right:organisation` (2d). */
export type RoleClaim = { readonly scope: string; readonly name: string; readonly format: '2d' | '3d' };

export type Compatibility = {
  readonly pkce: 'required' | 'optional';
  /** RFC 9207 `iss` in the authorization response: some clients in use refuse it. */
  readonly issParameter: boolean;
  readonly assertionAudience: readonly ('issuer' | 'tokenEndpoint')[];
  /** Bytes that `state`, `nonce` and the like may have; 512 when not said. */
  readonly longestParameter?: number | undefined;
};

export type ClientAuthentication = 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt' | 'none';

/** What everything that people log in to has, however they come to it. */
export type ApplicationBase = {
  readonly id: ApplicationId;
  readonly name: LocalizedText;
  readonly openTo: readonly Opening[];
  readonly assurance: AssuranceLevel;
  /** The means that are enough, in the order in which people see them. */
  readonly loginMeans: readonly LoginMeansCode[];
  readonly rights: readonly RightDefinition[];
  /** Names of the packages that rights name. */
  readonly packages?: readonly PackageDefinition[];
  /** Whether one needs a user right here to act for an organisation (true as soon as `rights` is not empty, unless said otherwise). */
  readonly rightRequired: boolean;
  /** Whether legal representatives may act without a granted right. */
  readonly openToLegalRepresentatives: boolean;
};

/** An application elsewhere, that asks for a login and for its claims by OpenID Connect. */
export type OidcApplication = ApplicationBase & {
  readonly protocol: 'oidc';
  /** The shared secret of Basic and POST, readable only to the protocol. */
  readonly secret: Redacted<string> | null;
  readonly jwks: { readonly keys: readonly Readonly<Record<string, unknown>>[] } | null;
  /** What a client may use. A secret without a stated method means Basic or POST, whichever the client sends. */
  readonly clientAuthentication: readonly ClientAuthentication[];
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly scopes: readonly string[];
  readonly roleClaim: RoleClaim | null;
  readonly idTokenAlgorithm: 'RS256' | 'ES256';
  /** Whether people see what will be shared before it is: `never`, the `first` time, or `always`. */
  readonly confirmSharing: 'never' | 'first' | 'always';
  readonly compatibility: Compatibility;
  /** Whether a logout leads back to it only with an ID token of its own (`id_token_hint`). */
  readonly logoutHintRequired?: boolean;
  /** Where the application begins a login: the way back from a page that has no other. */
  readonly homeUri: string | null;
};

/** A part of Sluis itself: pages that no protocol reaches, and that are told nothing because they look for themselves. */
export type OwnApplication = ApplicationBase & {
  readonly protocol: 'own';
  /** The page where it begins. */
  readonly homeUri: string;
};

/** An application that people log in to, by how they come to it. */
export type Application = OidcApplication | OwnApplication;

/** What an application defines of rights, and to whom: what is kept of each of its versions. */
export type Catalogue = Pick<ApplicationBase, 'rights' | 'packages' | 'openTo'>;
