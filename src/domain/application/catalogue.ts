import { addDuration } from '../../base/calendar.ts';
import { type LocalizedText, type SpokenLanguage, textIn } from '../../base/language.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { Application, ApplicationId, PackageDefinition, RightDefinition } from './model.ts';

/** A right by the two codes that tell it apart everywhere. */
export type RightName = { readonly application: ApplicationId; readonly right: string };

/** The right of this code; `null` when the application defines none. */
export function findRight(application: Pick<Application, 'rights'>, code: string): RightDefinition | null {
  return application.rights.find((right) => right.code === code) ?? null;
}

/** Which of these context values still mean something; `null` when the right means nothing without one, and none is left. */
export function countingContexts(
  definition: Pick<RightDefinition, 'contexts' | 'contextRequired'>,
  contexts: readonly string[],
): readonly string[] | null {
  const counting = contexts.filter((context) => definition.contexts.includes(context));
  return definition.contextRequired && counting.length === 0 ? null : counting;
}

/** What people read for a context value: its name, or the code itself. */
export function nameOfContext(
  { contextNames }: Pick<RightDefinition, 'contextNames'>,
  context: string,
  language: SpokenLanguage,
): string {
  const name = contextNames?.[context];
  return name === undefined ? context : textIn(name, language);
}

/** The last day for which a right may be given when it begins on this day; `null` when the application sets no bound. */
export function latestDayOf(
  { maxDuration }: Pick<RightDefinition, 'maxDuration'>,
  from: CalendarDate,
): CalendarDate | null {
  return maxDuration === undefined ? null : addDuration(from, maxDuration);
}

/** Rights of one application that are given together. */
export type RightPackage = PackageDefinition & { readonly rights: readonly RightDefinition[] };

/** The packages of an application with what each holds of these rights; one of which nothing is left is no package. */
export function packagesOf(
  { packages = [] }: Pick<Application, 'packages'>,
  rights: readonly RightDefinition[],
): readonly RightPackage[] {
  const codes = new Set([
    ...packages.map(({ code }) => code),
    ...rights.flatMap((right) => right.packages ?? []),
  ]);
  return [...codes].flatMap((code) => {
    const held = rights.filter((right) => right.packages?.includes(code));
    const named = packages.find((each) => each.code === code) ?? { ...unnamed(code), code };
    return held.length === 0 ? [] : [{ ...named, rights: held }];
  });
}

function unnamed(code: string): { readonly name: LocalizedText; readonly description: null } {
  return { name: { nl: code }, description: null };
}

/** Whether two rights may not be held together in one organisation: it is enough that one of the two says so. */
export function excludesEachOther(
  one: RightName,
  other: RightName,
  definitionOf: (name: RightName) => Pick<RightDefinition, 'excludes'> | null,
): boolean {
  return isExcludedBy(one, other, definitionOf(one)) || isExcludedBy(other, one, definitionOf(other));
}

function isExcludedBy(
  own: RightName,
  other: RightName,
  definition: Pick<RightDefinition, 'excludes'> | null,
): boolean {
  const written = [
    `${other.application}/${other.right}`,
    ...(own.application === other.application ? [other.right] : []),
  ];
  return definition?.excludes?.some((each) => written.includes(each)) ?? false;
}
