import { z } from 'zod';
import { parseCalendarDuration } from '../../../base/calendar.ts';
import { organisationKinds } from '../../../domain/application/index.ts';
import { targetGroups } from '../../../domain/organisation/index.ts';
import { line, listOf, localizedText } from '../parts.ts';

/** Role strings are `right-context:organisation`, in lists apart by commas: those marks cannot stand in a code. */
const roleWord = z
  .string()
  .regex(/^[\p{L}\p{N}_.-]{1,100}$/u, 'must be letters, digits, dots, dashes and underscores, at most 100');

const contextValue = z.union([roleWord, z.strictObject({ code: roleWord, name: localizedText(200) })]);

const maxDuration = z
  .string()
  .meta({ pattern: '^P(\\d{1,2}Y)?(\\d{1,3}M)?(\\d{1,3}W)?(\\d{1,4}D)?$' })
  .transform((text, context) => {
    const duration = parseCalendarDuration(text);
    if (duration !== null) return duration;
    context.addIssue({
      code: 'custom',
      message: 'must be a duration of ISO 8601 in years, months, weeks and days, as P1Y, P6M or P90D',
    });
    return z.NEVER;
  });

/** A right of this application, or `application/right` of another one: its id may hold a slash, a right never does. */
const excludedRight = z
  .string()
  .regex(
    /^(?:[\x21-\x7e]{1,100}\/)?[\p{L}\p{N}_.-]{1,100}$/u,
    'must be the code of a right of this application, or application/code',
  );

const offer = z
  .strictObject({
    targetGroup: z.enum(targetGroups),
    kinds: listOf(z.enum(organisationKinds), organisationKinds.length).min(1).optional(),
    organisations: listOf(line(60), 10_000).min(1).optional(),
  })
  .describe(
    'Organisations of a target group: all of them, those of one of these kinds, or those with these codes and the units within them.',
  );

/** What a file may say of one user right. */
export const userRight = z.strictObject({
  code: roleWord,
  name: localizedText(200).optional(),
  description: localizedText(1000).nullish(),
  contexts: z
    .array(contextValue)
    .max(500)
    .refine(
      (contexts) => new Set(contexts.map((each) => codeOfContext(each))).size === contexts.length,
      'names something twice',
    )
    .default([])
    .describe('Context values, each a code, or a code with the name that people see.'),
  contextRequired: z.boolean().default(false),
  maxDuration: maxDuration
    .optional()
    .describe('How long it may be given for at most at one time, as ISO 8601 writes it: P1Y, P6M, P90D.'),
  excludes: listOf(excludedRight, 100)
    .min(1)
    .optional()
    .describe('Rights that nobody may have beside it in one organisation: a code, or application/code.'),
  secondAdministrator: z
    .boolean()
    .optional()
    .describe('Whether a second administrator of the organisation must agree before it counts.'),
  packages: listOf(roleWord, 20).min(1).optional().describe('The packages that hold it.'),
  offeredTo: z
    .array(offer)
    .max(100)
    .optional()
    .describe(
      'To which organisations it is offered; when left out, to all to which the application is open. An empty list offers it to nobody.',
    ),
});

/** What a file may say of one package. */
export const rightPackage = z.strictObject({
  code: roleWord,
  name: localizedText(200),
  description: localizedText(1000).nullish(),
});

export type RightOfFile = z.infer<typeof userRight>;

/** The code of a context value, however it is written. */
export function codeOfContext(context: z.infer<typeof contextValue>): string {
  return typeof context === 'string' ? context : context.code;
}
