import { z } from 'zod';
import { assuranceLevels } from '../../../domain/assurance/index.ts';
import { meansOfApplications } from '../../../domain/login-means/index.ts';
import { targetGroups } from '../../../domain/organisation/index.ts';
import { browserUrl, listOf, localizedText } from '../parts.ts';
import { publicJwk } from './public-jwk.ts';
import { rightPackage, userRight } from './right-schema.ts';

const authenticationMethod = z.enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none']);

/** RFC 6749, 3.3: any visible ASCII but the double quote and the backslash. */
const scope = z
  .string()
  .regex(
    /^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/,
    'must be a scope: visible ASCII without quotes, at most 100 characters',
  );

/** What one application of an `application apply` file may say, and the values it may have. */
export const applicationSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\x21-\x7e]{1,100}$/, 'must be 1 to 100 visible ASCII characters')
    .describe('The client_id, a UUID by custom.'),
  name: localizedText(200).describe('The name that people see, in one or more languages.'),
  protocol: z.enum(['oidc']).default('oidc').describe('How the application speaks.'),
  secret: z
    .string()
    .min(16)
    .max(500)
    .regex(/^[\x20-\x7e]*$/, 'must be visible ASCII characters')
    .nullish()
    .describe('Shared secret for Basic and POST; kept sealed.'),
  jwks: z
    .strictObject({ keys: z.array(publicJwk).max(20) })
    .nullish()
    .describe('Public keys for private_key_jwt (RFC 7517); an empty list is none.'),
  public: z
    .boolean()
    .default(false)
    .describe('True for a client that cannot keep a secret; it needs PKCE with S256.'),
  clientAuthentication: z
    .union([authenticationMethod, listOf(authenticationMethod, 4).min(1)])
    .optional()
    .describe('How the client proves itself; when left out, whatever secret and keys allow.'),
  redirectUris: listOf(browserUrl, 100)
    .min(1)
    .describe('Where people may come back to, compared letter by letter.'),
  postLogoutRedirectUris: listOf(browserUrl, 100)
    .default([])
    .describe('Where people may come back to after logging out.'),
  scopes: listOf(scope, 100)
    .refine((scopes) => scopes.includes('openid'), 'must hold "openid"')
    .describe(
      'The agreement: a request for another scope is refused before any login. "openid" must be among them.',
    ),
  openTo: z
    .array(
      z.strictObject({
        targetGroup: z.enum(targetGroups),
        level: z.enum(['group', 'organisation']).optional(),
      }),
    )
    .min(1)
    .max(targetGroups.length)
    .refine(
      (openings) => new Set(openings.map((each) => each.targetGroup)).size === openings.length,
      'names a target group twice',
    )
    .describe(
      'To whom the application is open: per target group, one organisation at a time or the whole group. BUR has the level group only.',
    ),
  assurance: z
    .enum(assuranceLevels)
    .default('substantial')
    .describe('The lowest assurance level that is enough.'),
  loginMeans: listOf(z.enum(meansOfApplications), meansOfApplications.length)
    .min(1)
    .optional()
    .describe(
      'The login means that are enough, in the order in which people see them; when left out, those of ACM and the federal login that reach the level.',
    ),
  rights: z
    .array(userRight)
    .max(500)
    .refine(
      (rights) => new Set(rights.map((each) => each.code)).size === rights.length,
      'names a right twice',
    )
    .default([])
    .describe('User rights that organisations can give to their people.'),
  packages: z
    .array(rightPackage)
    .max(100)
    .refine(
      (packages) => new Set(packages.map((each) => each.code)).size === packages.length,
      'names a package twice',
    )
    .optional()
    .describe('Names of the packages that rights name; rights of a package are given together.'),
  rightRequired: z
    .boolean()
    .optional()
    .describe(
      'Whether one needs a right to act for an organisation; when left out, true as soon as there are rights.',
    ),
  openToLegalRepresentatives: z
    .boolean()
    .default(true)
    .describe('Whether legal representatives may act without a right.'),
  roleClaim: z
    .strictObject({
      scope,
      name: z.string().regex(/^[A-Za-z0-9_.:/-]{1,100}$/, 'must be the name of a claim'),
      format: z.enum(['2d', '3d']),
    })
    .nullish()
    .describe(
      'Under which claim, with which scope and in which form the rights are told: right-context:organisation (3d) or right:organisation (2d).',
    ),
  idTokenAlgorithm: z.enum(['RS256', 'ES256']).default('RS256').describe('The signature of ID tokens.'),
  confirmSharing: z
    .enum(['never', 'first', 'always'])
    .default('never')
    .describe('Whether people see what will be shared before it is.'),
  logoutHintRequired: z
    .boolean()
    .optional()
    .describe('Whether a logout leads back to it only with an `id_token_hint` of its own.'),
  compatibility: z
    .strictObject({
      pkce: z.enum(['required', 'optional']).optional(),
      issParameter: z.boolean().default(false),
      assertionAudience: listOf(z.enum(['issuer', 'tokenEndpoint']), 2)
        .min(1)
        .default(['issuer', 'tokenEndpoint']),
      longestParameter: z.int().min(512).max(8192).optional(),
    })
    .prefault({})
    .describe(
      'What existing clients need: PKCE optional (the default of clients with a secret or keys), iss in the authorization response (RFC 9207), the audience of client assertions, and how many bytes state and nonce may have (512 unless said).',
    ),
  homeUri: browserUrl
    .nullish()
    .describe('Where a login begins in the application: the way back from a page that has no other.'),
});

export type ApplicationFile = z.infer<typeof applicationSchema>;
