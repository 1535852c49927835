import type { TargetGroup } from '../organisation/index.ts';
import { countingContexts, findRight } from './catalogue.ts';
import type { Catalogue, RightDefinition } from './model.ts';

/** What one version of a catalogue changed of one before it, in codes. */
export type CatalogueChange = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Whether names of packages, or the target groups to which the application is open, are others. */
  readonly isOtherwise: boolean;
};

/** What differs between two versions; `null` when nothing does. */
export function compareCatalogues(before: Catalogue | null, after: Catalogue): CatalogueChange | null {
  const known = before?.rights ?? [];
  const has = (rights: readonly RightDefinition[], code: string) => rights.some((each) => each.code === code);
  const change = {
    added: codesOf(after.rights.filter(({ code }) => !has(known, code))),
    removed: codesOf(known.filter(({ code }) => !has(after.rights, code))),
    changed: codesOf(
      known.filter((right) => {
        const now = findRight(after, right.code);
        return now !== null && !isSame(right, now);
      }),
    ),
    isOtherwise:
      before !== null &&
      !(isSame(before.packages ?? [], after.packages ?? []) && isSame(before.openTo, after.openTo)),
  };
  const isNothing =
    before !== null &&
    !change.isOtherwise &&
    [...change.added, ...change.removed, ...change.changed].length === 0;
  return isNothing ? null : change;
}

/** A right that somebody has, as far as a catalogue decides about it. */
export type HeldRight = {
  readonly targetGroup: TargetGroup;
  readonly right: string;
  readonly contexts: readonly string[];
};

/** What a new version does to a right that somebody has. */
export type EffectOnRight =
  | { readonly kind: 'loses' | 'gains' }
  | { readonly kind: 'loses-contexts' | 'gains-contexts'; readonly contexts: readonly string[] };

/** What a new version of a catalogue takes from, or gives to, whoever has this right; `null` when they notice nothing. */
export function effectOn(held: HeldRight, before: Catalogue, after: Catalogue): EffectOnRight | null {
  const [had, has] = [contextsIn(before, held), contextsIn(after, held)];
  if (had === null) return has === null ? null : { kind: 'gains' };
  if (has === null) return { kind: 'loses' };
  const lost = had.filter((context) => !has.includes(context));
  if (lost.length > 0) return { kind: 'loses-contexts', contexts: lost };
  const gained = has.filter((context) => !had.includes(context));
  return gained.length > 0 ? { kind: 'gains-contexts', contexts: gained } : null;
}

/** The rights of which a new version may change what those who have them can do: nobody else needs to be looked at. */
export function affectedRights(before: Catalogue, after: Catalogue): readonly string[] {
  const codes = [...new Set(codesOf([...before.rights, ...after.rights]))];
  return isSame(groupsOf(before), groupsOf(after))
    ? codes.filter((code) => !isSame(meaningOf(before, code), meaningOf(after, code)))
    : codes;
}

/** The contexts in which a right counts; `null` when it does not count at all. */
function contextsIn(catalogue: Catalogue, { targetGroup, right, contexts }: HeldRight) {
  const definition = findRight(catalogue, right);
  return definition === null || !groupsOf(catalogue).includes(targetGroup)
    ? null
    : countingContexts(definition, contexts);
}

function groupsOf({ openTo }: Catalogue): readonly TargetGroup[] {
  return openTo.map(({ targetGroup }) => targetGroup).sort();
}

function meaningOf(catalogue: Catalogue, code: string) {
  const definition = findRight(catalogue, code);
  return (
    definition && { contexts: [...definition.contexts].sort(), contextRequired: definition.contextRequired }
  );
}

function codesOf(rights: readonly RightDefinition[]): readonly string[] {
  return rights.map(({ code }) => code);
}

/** Whether two parts of a description say the same, in whatever order their fields stand. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
