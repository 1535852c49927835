import type { Brand } from '../../base/brand.ts';
import type { LocalizedText } from '../../base/language.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { AssuranceLevel } from '../assurance/index.ts';
import type { LoginMeansCode } from '../login-means/index.ts';
import type { TargetGroup } from '../organisation/index.ts';

/** The `client_id` of an application: 1 to 100 visible ASCII characters, a UUID by custom. */
export type ApplicationId = Brand<string, 'ApplicationId'>;

/** To whom an application is open, per target group: the whole group in one token, or one organisation at a time. */
export type Opening = { readonly targetGroup: TargetGroup; readonly level: 'group' | 'organisation' };

/** A user right that an application defines; some need at least one context value to mean anything. */
export type RightDefinition = {
  readonly code: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText | null;
  readonly contexts: readonly string[];
  readonly contextRequired: boolean;
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
