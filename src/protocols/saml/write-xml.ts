import type { Brand } from '../../base/brand.ts';

/** XML text that was put together by `element` and `text`, so that every value in it is escaped. */
export type Markup = Brand<string, 'Markup'>;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
};

/** Writes one element; attributes that are `null` are left out, children that are `null` too. `name` is never outside input. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  children: readonly (Markup | null)[] = [],
): Markup {
  const written = Object.entries(attributes)
    .filter((each): each is [string, string] => each[1] !== null)
    .map(
      ([key, value]) => ` ${key}="${value.replace(/[&<"\r\n\t]/g, (letter) => escapes[letter] ?? letter)}"`,
    );
  return `<${name}${written.join('')}>${children.map((child) => child ?? '').join('')}</${name}>` as Markup;
}

/** A text value, escaped. */
export function text(value: string): Markup {
  return value.replace(/[&<>\r]/g, (letter) => escapes[letter] ?? letter) as Markup;
}

/** An element that holds only text. */
export function leaf(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  value: string,
): Markup {
  return element(name, attributes, [text(value)]);
}

/** Nothing: the place where a signature will come. */
export const nothing = '' as Markup;

/** XML that came out of a strict reader or the encryption layer and is put in as it is. */
export function trusted(xml: string): Markup {
  return xml as Markup;
}
