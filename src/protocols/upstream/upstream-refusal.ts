/**
 * Why the answer of a provider is refused: one closed list. Codes go to logs and audit events; a person sees one text for all.
 */
export type UpstreamRefusal =
  /** A parameter that is missing, doubled or does not belong in the answer. */
  | 'upstream.form'
  /** The state is not the one of the request. */
  | 'upstream.state'
  /** `iss` (RFC 9207) is missing or names another issuer. */
  | 'upstream.issuer-parameter'
  /** What the token endpoint answered is no token response. */
  | 'upstream.token-response'
  /** A token came in clear that was to be encrypted. */
  | 'upstream.not-encrypted'
  /** A token that cannot be opened, or is encrypted otherwise than agreed. */
  | 'upstream.encryption'
  /** A token that is too long, of another type, or no JWT. */
  | 'upstream.token-form'
  /** A signature of another kind than agreed. */
  | 'upstream.algorithm'
  /** No published key of the provider fits the signature. */
  | 'upstream.key'
  /** No published key of the provider made this signature. */
  | 'upstream.signature'
  /** The token names another issuer. */
  | 'upstream.issuer'
  /** The token is meant for another client, or for others too. */
  | 'upstream.audience'
  /** The nonce is missing or not the one of the request. */
  | 'upstream.nonce'
  /** The token has expired, does not hold yet, or comes from the future. */
  | 'upstream.time'
  /** The person proved who they are longer ago than asked. */
  | 'upstream.authentication-time'
  /** A claim that must be there is missing or is of another type. */
  | 'upstream.claims'
  /** Userinfo does not hold. */
  | 'upstream.userinfo'
  /** Userinfo is about somebody else. */
  | 'upstream.userinfo-subject'
  /** The national number is missing or is none. */
  | 'upstream.number';
