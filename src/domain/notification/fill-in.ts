/** What stands in each placeholder, as words. */
export type Values = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{([A-Za-z]{1,30})\}/;

/** Text with its placeholders filled in, once: what a value holds is never looked at again. */
export function fillIn(text: string, values: Values): string {
  return partsOf(text)
    .map((part) => (part.kind === 'words' ? part.words : (valueAt(values, part.name) ?? `{${part.name}}`)))
    .join('');
}

/** A text as words and placeholders in turn. */
export function partsOf(
  text: string,
): readonly (
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'placeholder'; readonly name: string }
)[] {
  return text
    .split(PLACEHOLDER)
    .map((part, place) =>
      place % 2 === 0
        ? { kind: 'words' as const, words: part }
        : { kind: 'placeholder' as const, name: part },
    );
}

/** The value of this name; not what every object inherits. */
export function valueAt(values: Values, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
