import { IntlMessageFormat } from 'intl-messageformat';

/** What stands in a hole of a text: a value as it is, a number, one of several words, or a mark around words. */
export type HoleKind = 'value' | 'number' | 'choice' | 'mark';

type Parsed = ReturnType<IntlMessageFormat['getAst']>;
export type Element = Parsed[number];

// The types of elements of @formatjs/icu-messageformat-parser.
const [ARGUMENT, NUMBER, SELECT, PLURAL, TAG] = [1, 2, 5, 6, 8];

/** The parts of a text as ICU MessageFormat; throws with the place and the reason when it is none. */
export function parseText(text: string): Parsed {
  return new IntlMessageFormat(text, 'en').getAst();
}

/** Every element of a text, at any depth. */
export function elementsOf(parsed: Parsed): readonly Element[] {
  return parsed.flatMap((element) => {
    const inner = [
      ...('children' in element ? [element.children] : []),
      ...('options' in element ? Object.values(element.options).map(({ value }) => value) : []),
    ];
    return [element, ...inner.flatMap(elementsOf)];
  });
}

/** The holes of a text by name. What is counted in one place and written in another is a number. */
export function holesOf(parsed: Parsed): ReadonlyMap<string, HoleKind> {
  const found = new Map<string, HoleKind>();
  for (const element of elementsOf(parsed)) {
    const kind = kindOf(element);
    if (kind === null || !('value' in element) || typeof element.value !== 'string') continue;
    if (kind !== 'value' || !found.has(element.value)) found.set(element.value, kind);
  }
  return found;
}

/** The plural forms that each `{count, plural, …}` of a text has. */
export function pluralFormsOf(parsed: Parsed): readonly (readonly string[])[] {
  return elementsOf(parsed).flatMap((element) =>
    element.type === PLURAL && 'options' in element ? [Object.keys(element.options)] : [],
  );
}

function kindOf({ type }: Element): HoleKind | null {
  if (type === ARGUMENT) return 'value';
  if (type === NUMBER || type === PLURAL) return 'number';
  if (type === SELECT) return 'choice';
  return type === TAG ? 'mark' : null;
}
