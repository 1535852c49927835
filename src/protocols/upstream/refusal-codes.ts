/**
 * Why the answer of a provider is refused: one closed list. Codes go to logs and audit events; a person sees one text for all.
 */
export const upstreamRefusals = [
  { code: 'upstream.form', meaning: 'a parameter that is missing, doubled or does not belong in the answer' },
  { code: 'upstream.state', meaning: 'the state is not the one of the request' },
  { code: 'upstream.issuer-parameter', meaning: 'iss (RFC 9207) is missing or names another issuer' },
  { code: 'upstream.token-response', meaning: 'what the token endpoint answered is no token response' },
  { code: 'upstream.not-encrypted', meaning: 'a token came in clear that was to be encrypted' },
  {
    code: 'upstream.encryption',
    meaning: 'a token that cannot be opened, or is encrypted otherwise than agreed',
  },
  { code: 'upstream.token-form', meaning: 'a token that is too long, of another type, or no JWT' },
  { code: 'upstream.algorithm', meaning: 'a signature of another kind than agreed' },
  { code: 'upstream.key', meaning: 'no published key of the provider fits the signature' },
  { code: 'upstream.signature', meaning: 'no published key of the provider made this signature' },
  { code: 'upstream.issuer', meaning: 'the token names another issuer' },
  { code: 'upstream.audience', meaning: 'the token is meant for another client, or for others too' },
  { code: 'upstream.nonce', meaning: 'the nonce is missing or not the one of the request' },
  { code: 'upstream.time', meaning: 'the token has expired, does not hold yet, or comes from the future' },
  { code: 'upstream.authentication-time', meaning: 'the person proved who they are longer ago than asked' },
  { code: 'upstream.claims', meaning: 'a claim that must be there is missing or is of another type' },
  { code: 'upstream.userinfo', meaning: 'userinfo does not hold' },
  { code: 'upstream.userinfo-subject', meaning: 'userinfo is about somebody else' },
  { code: 'upstream.number', meaning: 'the national number is missing or is none' },
] as const;

export type UpstreamRefusal = (typeof upstreamRefusals)[number]['code'];
