import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { type LocalizedText, languages } from '../../base/language.ts';
import { parseCalendarDate } from '../../base/time.ts';

/** Visible text of one line: no control characters, no white space around it. */
export function line(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !/\p{Cc}/u.test(text), 'must not hold control characters or line breaks')
    .refine((text) => text.trim() === text, 'must not begin or end with white space');
}

/** A text in one or more of the four languages. */
export function localizedText(longest: number) {
  return z
    .strictObject({
      nl: line(longest).optional(),
      fr: line(longest).optional(),
      de: line(longest).optional(),
      en: line(longest).optional(),
    })
    .refine((text) => Object.keys(text).length > 0, `must have a text in one of ${languages.join(', ')}`)
    .transform(
      (text): LocalizedText =>
        Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined)),
    );
}

/** A list without doubles. */
export function listOf<Schema extends z.ZodType>(schema: Schema, most: number) {
  return z
    .array(schema)
    .max(most)
    .meta({ uniqueItems: true })
    .refine(
      (values) => new Set(values.map((each) => JSON.stringify(each))).size === values.length,
      'names something twice',
    );
}

/**
 * An address that a browser is sent to: absolute, https (http on this machine alone), without fragment, wildcard or credentials. Kept as
 * written, because it is compared letter by letter (RFC 9700, 2.1).
 */
export const browserUrl = z
  .string()
  .max(2000)
  .meta({ format: 'uri' })
  .refine((text) => URL.canParse(text) && /^https?:\/\//i.test(text), 'must be an absolute URL')
  .refine(
    (text) => !URL.canParse(text) || isSafeOrigin(new URL(text)),
    'must be https (http only on localhost or 127.0.0.1)',
  )
  .refine((text) => !text.includes('#'), 'must not have a fragment')
  .refine((text) => !text.includes('*'), 'must not have a wildcard')
  .refine(
    (text) => !/[\s\p{Cc}\\]/u.test(text),
    'must not hold white space, control characters or backslashes',
  )
  .refine(
    (text) => !URL.canParse(text) || (new URL(text).username === '' && new URL(text).password === ''),
    'must not hold a user name or password',
  );

export const calendarDate = z
  .string()
  .meta({ format: 'date' })
  .transform((text, context) => {
    const date = parseCalendarDate(text);
    if (date !== null) return date;
    context.addIssue({ code: 'custom', message: 'must be a date that exists, YYYY-MM-DD' });
    return z.NEVER;
  });

export const pemCertificate = z
  .string()
  .max(20_000)
  .refine((text) => isOneCertificate(text), 'must be one certificate in PEM');

function isOneCertificate(text: string): boolean {
  if (text.split('-----BEGIN ').length !== 2) return false;
  try {
    return new X509Certificate(text).raw.length > 0;
  } catch {
    // Not a certificate.
    return false;
  }
}

function isSafeOrigin(url: URL): boolean {
  return url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}
