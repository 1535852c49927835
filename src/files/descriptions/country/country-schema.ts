import { z } from 'zod';
import { assuranceLevels } from '../../../domain/assurance/index.ts';
import { type CountryCode, parseCountryCode, requestBindings } from '../../../domain/eidas-country/index.ts';
import { browserUrl, calendarDate, line, listOf, localizedText, pemCertificate } from '../parts.ts';

/** Codes that people write for two countries of which eIDAS knows another one. */
const MISTAKEN: Readonly<Record<string, string>> = { GR: 'EL', UK: 'GB' };

const countryCode = z
  .string()
  .meta({ pattern: '^[A-Z]{2}$' })
  .transform((text, context): CountryCode => {
    const code = parseCountryCode(text);
    if (code !== null) return code;
    const meant = MISTAKEN[text];
    const message = meant
      ? `must be "${meant}"`
      : 'must be an ISO 3166-1 country code in capitals, EL, EU, or XA to XZ for a test country';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const fingerprint = z
  .string()
  .meta({ pattern: '^[0-9A-Fa-f]{2}(:?[0-9A-Fa-f]{2}){31}$' })
  .regex(/^[0-9A-Fa-f]{2}(:?[0-9A-Fa-f]{2}){31}$/, 'must be a SHA-256 fingerprint: 64 hexadecimal digits')
  .transform((text) => (text.replaceAll(':', '').toUpperCase().match(/../g) ?? []).join(':'));

const means = z.strictObject({
  name: line(200),
  assurance: z.enum(assuranceLevels),
  notifiedOn: calendarDate.nullish(),
});

export const closureReasons = [
  'not-connected',
  'not-notified',
  'level-too-low',
  'temporary-problem',
  'registration-office',
] as const;

/** What one country of a `country apply` file may say. What is left out of `metadata`, `trust`, `signers`, `binding` and `refreshFrom` stays as it is. */
export const countrySchema = z
  .strictObject({
    code: countryCode.describe(
      'ISO 3166-1 alpha-2 as eIDAS writes it: EL for Greece, EU for the institutions; XA to XZ for test countries.',
    ),
    name: localizedText(100)
      .optional()
      .describe('In one or more languages; when left out, the name that the Unicode data know.'),
    status: z.enum(['open', 'closed']).describe('Whether people may use it.'),
    reason: z.enum(closureReasons).nullish().describe('Why it is closed; null when it is open.'),
    alternative: localizedText(1000)
      .nullish()
      .describe('What people can do instead, shown on the page of flags; for a closed country.'),
    metadata: z
      .string()
      .min(1)
      .max(1_048_576)
      .nullish()
      .describe(
        'SAML metadata of its eIDAS service: a file, sought from the folder of this one, or the XML itself. Null takes it away; left out, it stays as it is.',
      ),
    entityId: z
      .string()
      .min(1)
      .max(1024)
      .optional()
      .describe(
        'The entityID that its metadata must have. Left out, that of the metadata given here, or else it stays as it is: metadata that are fetched later must have the same.',
      ),
    trust: listOf(pemCertificate, 20)
      .optional()
      .describe(
        'Certificates in PEM, one in each: the signature of the metadata must chain to one of these. Left out, they stay as they are.',
      ),
    signers: listOf(fingerprint, 20)
      .optional()
      .describe(
        'SHA-256 fingerprints of the only certificates that may sign the metadata. When empty, every certificate for that use under an anchor may. Left out, they stay as they are.',
      ),
    binding: z
      .enum(requestBindings)
      .nullish()
      .describe(
        'How requests go to it, when that was agreed with it: "post" or "redirect". Null: HTTP-POST if its metadata offer it, else HTTP-Redirect. Left out, it stays as it is.',
      ),
    refreshFrom: browserUrl
      .nullish()
      .describe('Where fresh metadata is fetched; null for nowhere. Left out, it stays as it is.'),
    means: z
      .array(means)
      .max(50)
      .default([])
      .describe(
        'What it notified (Regulation (EU) 910/2014, article 9). When empty, the level that its node delivers decides.',
      ),
    persistence: z
      .enum(['A', 'B', 'C'])
      .default('B')
      .describe(
        'How long its identifiers stay the same: A for life, B may change now and then, C changes with each document.',
      ),
    validFrom: calendarDate.nullish().describe('The first day on which it can be used.'),
    validUntil: calendarDate.nullish().describe('The first day on which it cannot be used any more.'),
    source: line(500).nullish().describe('Where this was read, and as of when.'),
  })
  .superRefine((file, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (file.status === 'closed' && !file.reason) {
      say('reason', `a closed country needs one of ${closureReasons.map((each) => `"${each}"`).join(', ')}`);
    }
    if (file.status === 'open' && file.reason) say('reason', 'an open country has none');
    if (file.status === 'open' && file.alternative) say('alternative', 'an open country has none');
    if (file.validFrom && file.validUntil && file.validUntil <= file.validFrom) {
      say('validUntil', 'must be after "validFrom"');
    }
  });

export type CountryFile = z.infer<typeof countrySchema>;
