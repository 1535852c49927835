import { z } from 'zod';
import { assuranceLevels } from '../../domain/assurance/index.ts';
import { loginMeansCodes } from '../../domain/login-means/index.ts';
import { targetGroups } from '../../domain/organisation/index.ts';
import { browserUrl, listOf, localizedText } from './parts.ts';
import { publicJwk } from './public-jwk.ts';

const authenticationMethod = z.enum(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none']);

/** RFC 6749, 3.3: any visible ASCII but the double quote and the backslash. */
const scope = z
  .string()
  .regex(
    /^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/,
    'must be a scope: visible ASCII without quotes, at most 100 characters',
  );

/** Role strings are `right-context:organisation`, in lists apart by commas: those marks cannot stand in a code. */
const roleWord = z
  .string()
  .regex(/^[\p{L}\p{N}_.-]{1,100}$/u, 'must be letters, digits, dots, dashes and underscores, at most 100');

const right = z.strictObject({
  code: roleWord,
  name: localizedText(200).optional(),
  description: localizedText(1000).nullish(),
  contexts: listOf(roleWord, 500).default([]),
  contextRequired: z.boolean().default(false),
});

/** What one application of an `application apply` file may say, and the values it may have. */
export const applicationSchema = z.strictObject({
  id: z.string().regex(/^[\x21-\x7e]{1,100}$/, 'must be 1 to 100 visible ASCII characters'),
  name: localizedText(200),
  protocol: z.enum(['oidc']).default('oidc'),
  secret: z
    .string()
    .min(8)
    .max(500)
    .regex(/^[\x20-\x7e]*$/, 'must be visible ASCII characters')
    .nullish(),
  jwks: z.strictObject({ keys: z.array(publicJwk).max(20) }).nullish(),
  public: z.boolean().default(false),
  clientAuthentication: z.union([authenticationMethod, listOf(authenticationMethod, 4).min(1)]).optional(),
  redirectUris: listOf(browserUrl, 100).min(1),
  postLogoutRedirectUris: listOf(browserUrl, 100).default([]),
  scopes: listOf(scope, 100).refine((scopes) => scopes.includes('openid'), 'must hold "openid"'),
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
    ),
  assurance: z.enum(assuranceLevels).default('substantial'),
  loginMeans: listOf(z.enum(loginMeansCodes), loginMeansCodes.length).min(1).optional(),
  rights: z
    .array(right)
    .max(500)
    .refine(
      (rights) => new Set(rights.map((each) => each.code)).size === rights.length,
      'names a right twice',
    )
    .default([]),
  rightRequired: z.boolean().optional(),
  openToLegalRepresentatives: z.boolean().default(true),
  roleClaim: z
    .strictObject({
      scope,
      name: z.string().regex(/^[A-Za-z0-9_.:/-]{1,100}$/, 'must be the name of a claim'),
      format: z.enum(['2d', '3d']),
    })
    .nullish(),
  idTokenAlgorithm: z.enum(['RS256', 'ES256']).default('RS256'),
  confirmSharing: z.enum(['never', 'first', 'always']).default('never'),
  compatibility: z
    .strictObject({
      pkce: z.enum(['required', 'optional']).optional(),
      issParameter: z.boolean().default(false),
      assertionAudience: listOf(z.enum(['issuer', 'tokenEndpoint']), 2)
        .min(1)
        .default(['issuer', 'tokenEndpoint']),
    })
    .prefault({}),
  homeUri: browserUrl.nullish(),
});

export type ApplicationFile = z.infer<typeof applicationSchema>;
