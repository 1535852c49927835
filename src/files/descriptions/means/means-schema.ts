import { z } from 'zod';
import { assuranceLevels } from '../../../domain/assurance/index.ts';
import {
  contentAlgorithms,
  keyAlgorithms,
  loginMeansCodes,
  meansKinds,
  parseProviderCode,
  signingAlgorithms,
} from '../../../domain/login-means/index.ts';
import { targetGroups } from '../../../domain/organisation/index.ts';
import { browserUrl, calendarDate, line, listOf, localizedText, pemCertificate } from '../parts.ts';

const MOST = 100;

const providerCode = z
  .string()
  .meta({ pattern: '^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$' })
  .transform((text, context) => {
    const code = parseProviderCode(text);
    if (code !== null) return code;
    const message = 'must be 1 to 40 small letters, digits and hyphens, beginning with a letter';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const moment = z.iso
  .datetime({ offset: true, error: 'must be a moment with its offset, as 2026-12-01T08:00:00+01:00' })
  .transform((text) => new Date(text));

const base = {
  code: providerCode.describe('The name of the provider in files and addresses.'),
  name: localizedText(100).optional().describe('What people see; when left out, words of Sluis.'),
  hint: localizedText(200).optional().describe('What people need for it, under its name.'),
  status: z
    .enum(['open', 'closed'])
    .default('open')
    .describe('Whether people may log in by it; a closed one is shown with its reason.'),
  reason: localizedText(500).nullish().describe('Why it is closed and what people can do instead.'),
  closedFrom: moment.nullish().describe('When it closes; left out, it is closed now.'),
  closedUntil: moment.nullish().describe('When it opens again; left out, nobody knows.'),
  validFrom: calendarDate.nullish().describe('The first day on which it can be used.'),
  validUntil: calendarDate.nullish().describe('The first day on which it cannot be used any more.'),
};

const domain = z
  .string()
  .max(253)
  .meta({ pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$' })
  .regex(
    /^(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})+$/,
    'must be a mail domain in small letters, as town.example',
  );

const level = z.strictObject({
  acr: line(300).describe('What is asked for, and stands in "acr" or among the "amr" of an answer.'),
  alsoTold: listOf(line(300), 10).default([]).describe('Other names under which answers tell this level.'),
  amr: listOf(line(100), 10)
    .default([])
    .describe('What must stand among the "amr" for this means, where one level has several.'),
  means: z.enum(loginMeansCodes),
  assurance: z.enum(assuranceLevels).describe('Agreed with the provider: never above that of the means.'),
});

const openid = z.strictObject({
  ...base,
  kind: z.literal('openid'),
  issuer: browserUrl.describe('Its issuer, exactly as its discovery document says it.'),
  clientId: line(200),
  keys: z
    .string()
    .min(1)
    .max(100_000)
    .optional()
    .describe(
      'A file with our private keys at this provider (JWKS), sought from the folder of this one, or the JWKS itself as text. Left out, they stay as they are.',
    ),
  assertionAudience: z
    .enum(['issuer', 'token-endpoint'])
    .default('issuer')
    .describe('Whom our proof for the token endpoint is addressed to.'),
  scopes: listOf(line(100), 30).default(['openid', 'profile']),
  levels: z.array(level).min(1).max(MOST).describe('The first that fits an answer counts.'),
  proves: z
    .enum(['national-number', 'account'])
    .describe('Who somebody is, or only that an account is theirs.'),
  numberClaim: line(100).nullish().describe('Where the national number stands.'),
  givenNamesClaim: line(100).default('given_name'),
  familyNameClaim: line(100).default('family_name'),
  boundTo: z
    .strictObject({
      organisation: z.strictObject({ targetGroup: z.enum(targetGroups), code: line(60) }),
      domains: listOf(domain, MOST).min(1),
      assurance: z.enum(['low', 'substantial']).describe('The level that was agreed: none above it counts.'),
    })
    .nullish()
    .describe('The organisation whose own provider this is, with the domains of its mail addresses.'),
  signing: z
    .strictObject({
      idToken: listOf(z.enum(signingAlgorithms), 10).min(1),
      userinfo: listOf(z.enum(signingAlgorithms), 10).default([]),
    })
    .default({ idToken: ['RS256', 'PS256', 'ES256'], userinfo: [] })
    .describe('The signatures that are taken. Without any for "userinfo" it comes as plain JSON.'),
  encryption: z
    .strictObject({
      keys: listOf(z.enum(keyAlgorithms), 10).min(1),
      contents: listOf(z.enum(contentAlgorithms), 10).default(['A256GCM', 'A256CBC-HS512']),
    })
    .nullish()
    .describe('How ID token and userinfo are encrypted to us; null when they are not.'),
});

const certificate = z.strictObject({
  ...base,
  kind: z.literal('certificate'),
  authorities: listOf(pemCertificate, MOST)
    .min(1)
    .describe('Roots in PEM, one in each, under which certificates of people stand.'),
  intermediates: listOf(pemCertificate, MOST)
    .default([])
    .describe('Authorities between, which a browser may not send.'),
  mappings: z
    .array(
      z.strictObject({
        means: z.enum(['eid', 'tlsclient']),
        assurance: z.enum(assuranceLevels),
        policies: listOf(
          z.string().regex(/^\d+(\.\d+)+$/, 'must be an object identifier, as 2.16.56.12.1'),
          MOST,
        )
          .default([])
          .describe('The certificate has one of these policies; none: any certificate.'),
        proves: z.enum(['national-number', 'account']),
        field: line(100).describe('The field of the subject that tells it, as serialNumber.'),
      }),
    )
    .min(1)
    .max(MOST)
    .describe('What a certificate tells; the first that fits counts.'),
  revocation: z
    .strictObject({
      ways: listOf(z.enum(['ocsp', 'crl']), 2).default(['ocsp', 'crl']),
      whenSilent: z.enum(['refuse', 'accept-cached']).default('refuse'),
    })
    .default({ ways: ['ocsp', 'crl'], whenSilent: 'refuse' })
    .describe('How it is asked whether a certificate was revoked, and what holds when nobody answers.'),
});

const passkeyPolicy = z.union(
  [
    z.enum(['any', 'device-bound']),
    listOf(
      z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be an AAGUID in small letters'),
      1000,
    ).min(1),
  ],
  { error: 'must be "any", "device-bound", or a list of AAGUIDs' },
);

const passkey = z.strictObject({
  ...base,
  kind: z.literal('passkey'),
  policy: passkeyPolicy.default('any').describe('Which passkeys are taken.'),
  perRight: z
    .array(z.strictObject({ application: line(100), right: line(100), policy: passkeyPolicy }))
    .max(1000)
    .default([])
    .describe('Which are taken of who has one of these rights.'),
  attestationRoots: listOf(pemCertificate, 1000).default([]),
});

const plain = z.strictObject({ ...base, kind: z.enum(['eidas', 'app-code', 'email-code']) });

/** What one provider of a `means apply` file may say, by its kind. */
export const meansSchema = z.discriminatedUnion('kind', [openid, certificate, passkey, plain], {
  error: `must have a "kind": one of ${meansKinds.map((each) => `"${each}"`).join(', ')}`,
});

export type MeansFile = z.infer<typeof meansSchema>;
export type OpenIdFile = z.infer<typeof openid>;
export type CertificateFile = z.infer<typeof certificate>;
