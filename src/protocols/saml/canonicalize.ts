import { enterScope, type NamespaceScope } from './namespace-scope.ts';
import { countWork } from './work.ts';
import type { XmlElement } from './xml-tree.ts';

const SURROGATE = /[\uD800-\uDFFF]/;
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const textEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
};
const valueEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/** The part of a document to write. */
export type CanonicalPart = {
  /** From the root to the element: indexes of child elements. Left out, the root. */
  readonly path?: readonly number[];
  /** `InclusiveNamespaces`: prefixes that are treated as in inclusive canonicalisation; `#default` is the default one. */
  readonly prefixes?: readonly string[];
  /** An element that is left out, with all that is in it: the enveloped signature. */
  readonly without?: XmlElement;
};

/**
 * Exclusive XML Canonicalization 1.0 without comments, of one element. Every element costs what it itself says: bindings are kept
 * in maps that are changed on the way in and restored on the way out, and no ancestor is looked at again.
 * Throws when a namespace is relative: then there is no canonical form (Canonical XML 1.0, 1.3).
 */
export function canonicalize(root: XmlElement, part: CanonicalPart = {}): Buffer {
  const inclusive = new Set((part.prefixes ?? []).map((prefix) => (prefix === '#default' ? '' : prefix)));
  const scope: NamespaceScope = new Map();
  let apex = root;
  for (const index of part.path ?? []) {
    enterScope(scope, apex.declarations);
    const next = apex.children[index];
    if (!next) throw new Error('no such element');
    apex = next;
  }
  const output: string[] = [];
  write(apex, {
    scope,
    rendered: new Map(),
    inclusive,
    // Of the inclusive prefixes, those in scope are written at the apex; below it they change only where they are declared.
    atApex: [...inclusive],
    without: part.without ?? null,
    output,
  });
  const text = output.join('');
  countWork('canonical', text.length);
  return Buffer.from(text);
}

type Writing = {
  readonly scope: NamespaceScope;
  readonly rendered: NamespaceScope;
  readonly inclusive: ReadonlySet<string>;
  readonly atApex: readonly string[];
  readonly without: XmlElement | null;
  readonly output: string[];
};

function write(element: XmlElement, writing: Writing): void {
  const { scope, rendered, output } = writing;
  for (const [, namespace] of element.declarations) {
    if (namespace !== '' && !ABSOLUTE.test(namespace)) throw new Error('a namespace is relative');
  }
  const leaveScope = enterScope(scope, element.declarations);
  const fresh = [...wanted(element, writing)].filter(
    ([prefix, namespace]) => prefix !== 'xml' && (rendered.get(prefix) ?? '') !== namespace,
  );
  fresh.sort(([one], [other]) => compare(one, other));
  const leaveRendered = enterScope(rendered, fresh);
  const name = element.prefix === '' ? element.name : `${element.prefix}:${element.name}`;
  output.push('<', name);
  for (const [prefix, namespace] of fresh) {
    output.push(prefix === '' ? ' xmlns="' : ` xmlns:${prefix}="`, escapeValue(namespace), '"');
  }
  for (const each of sortedAttributes(element)) {
    output.push(each.prefix === '' ? ' ' : ` ${each.prefix}:`, each.name, '="', escapeValue(each.value), '"');
  }
  output.push('>');
  const inside: Writing = writing.atApex.length === 0 ? writing : { ...writing, atApex: [] };
  for (const each of element.content) {
    if (typeof each === 'string') output.push(escapeText(each));
    else if (each !== writing.without) write(each, inside);
  }
  output.push('</', name, '>');
  leaveRendered();
  leaveScope();
}

/** The prefixes whose binding the element must show: those it uses itself, and the inclusive ones where they may have changed. */
function wanted(element: XmlElement, { scope, inclusive, atApex }: Writing): NamespaceScope {
  const found: NamespaceScope = new Map([[element.prefix, element.namespace]]);
  for (const { prefix, namespace } of element.attributes) if (prefix !== '') found.set(prefix, namespace);
  for (const prefix of atApex) {
    const namespace = scope.get(prefix);
    if (namespace !== undefined) found.set(prefix, namespace);
  }
  for (const [prefix, namespace] of element.declarations) {
    if (inclusive.has(prefix)) found.set(prefix, namespace);
  }
  countWork('lookups', found.size + atApex.length + element.declarations.length);
  return found;
}

function sortedAttributes(element: XmlElement): XmlElement['attributes'] {
  if (element.attributes.length < 2) return element.attributes;
  return [...element.attributes].sort(
    (one, other) => compare(one.namespace, other.namespace) || compare(one.name, other.name),
  );
}

/** By code points, as UTF-8 sorts. JavaScript's own order is that of UTF-16: the same, unless there are surrogates. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  if (SURROGATE.test(one) || SURROGATE.test(other))
    return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
}

function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (letter) => textEscapes[letter] ?? letter) : text;
}

function escapeValue(value: string): string {
  return /[&<"\t\n\r]/.test(value)
    ? value.replace(/[&<"\t\n\r]/g, (letter) => valueEscapes[letter] ?? letter)
    : value;
}

/** Whether a name of this prefix list could mean something: a name without colon, or `#default`. */
export function isPrefixToken(token: string): boolean {
  return token === '#default' || (/^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u.test(token) && token !== 'xmlns');
}
