import {
  type XmlAttribute as ParsedAttribute,
  XmlElement as ParsedElement,
  XmlComment,
  XmlText,
} from 'libxml2-wasm';
import { enterScope, type NamespaceScope } from './namespace-scope.ts';
import { namespaces } from './namespaces.ts';
import { countWork } from './work.ts';
import type { XmlAttribute, XmlElement } from './xml-tree.ts';

/** What one element, and a whole document, may hold. */
export type TreeLimits = {
  readonly elements: number;
  readonly depth: number;
  /** Whether comments are passed over; otherwise they are refused. */
  readonly comments?: boolean;
};
export type TreeRefusal = 'forbidden-markup' | 'too-complex' | 'duplicate-id';

export const MAX_ATTRIBUTES = 40;
/** Honest elements declare six or seven; the roots of some nodes a dozen. */
export const MAX_DECLARATIONS = 20;
/** A name and a namespace come back in every element that uses them, so their length multiplies. Honest ones have at most 80. */
const MAX_NAME = 128;
const MAX_NAMESPACE = 256;

const NCNAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u;
const XML = 'http://www.w3.org/XML/1998/namespace';

/**
 * Copies the parser's tree into plain data, refusing on the way what the limits and the id rules forbid. Nothing that is longer than a
 * limit is read more than once.
 */
export function copyTree(root: ParsedElement, limits: TreeLimits): XmlElement | TreeRefusal {
  const copying: Copying = {
    limits,
    ids: new Set(),
    scope: new Map(),
    elements: 0,
    declarations: 0,
  };
  return copyElement(root, copying, 1);
}

type Copying = {
  readonly limits: TreeLimits;
  readonly ids: Set<string>;
  readonly scope: NamespaceScope;
  elements: number;
  declarations: number;
};

function copyElement(from: ParsedElement, copying: Copying, depth: number): XmlElement | TreeRefusal {
  const { limits } = copying;
  copying.elements += 1;
  if (copying.elements > limits.elements || depth > limits.depth) return 'too-complex';
  const declarations = Object.entries(from.nsDeclarations);
  copying.declarations += declarations.length;
  if (copying.declarations > limits.elements || !areModest(declarations)) return 'too-complex';
  countWork('copied', 1 + declarations.length);
  const leave = enterScope(copying.scope, declarations);
  const inside = copyInside(from, copying, depth);
  leave();
  return typeof inside === 'string' ? inside : { ...inside, declarations };
}

/** All of an element but what it declares, which holds in it already. */
function copyInside(
  from: ParsedElement,
  copying: Copying,
  depth: number,
): Omit<XmlElement, 'declarations'> | TreeRefusal {
  const { name, prefix } = from;
  if (name.length > MAX_NAME) return 'too-complex';
  const namespace = namespaceOf(from, prefix, copying.scope);
  if (namespace === namespaces.xinclude) return 'forbidden-markup';
  const attributes = copyAttributes(from, copying);
  if (typeof attributes === 'string') return attributes;
  countWork('copied', attributes.length);
  const inside = copyContent(from, copying, depth);
  if (typeof inside === 'string') return inside;
  const type = typeOf(from, attributes, copying.scope);
  return { namespace, prefix, name, attributes, ...inside, type };
}

/** From the declarations around it, which were read already: the parser would have to spell it out anew for every name. */
function namespaceOf(from: ParsedElement | ParsedAttribute, prefix: string, scope: NamespaceScope): string {
  return scope.get(prefix) ?? from.namespaceUri;
}

function areModest(declarations: readonly (readonly [string, string])[]): boolean {
  return (
    declarations.length <= MAX_DECLARATIONS &&
    declarations.every(
      ([prefix, namespace]) => prefix.length <= MAX_NAME && namespace.length <= MAX_NAMESPACE,
    )
  );
}

/** Ids must be names and unique whatever their spelling; nothing may ask a parser to fetch or include. */
function copyAttributes(from: ParsedElement, { ids, scope }: Copying): readonly XmlAttribute[] | TreeRefusal {
  const { attrs } = from;
  if (attrs.length > MAX_ATTRIBUTES) return 'too-complex';
  const attributes: XmlAttribute[] = [];
  for (const each of attrs) {
    const { name, value, prefix } = each;
    if (name.length > MAX_NAME) return 'too-complex';
    // The default namespace is that of elements alone.
    const namespace = prefix === '' ? '' : namespaceOf(each, prefix, scope);
    countWork('characters', value.length);
    if (namespace === namespaces.schemaInstance && name !== 'type' && name !== 'nil')
      return 'forbidden-markup';
    attributes.push({ namespace, prefix, name, value });
    if (!/^id$/i.test(name) || (namespace !== '' && namespace !== XML)) continue;
    if (!NCNAME.test(value) || ids.has(value)) return 'duplicate-id';
    ids.add(value);
  }
  return attributes;
}

function copyContent(
  from: ParsedElement,
  copying: Copying,
  depth: number,
): Pick<XmlElement, 'content' | 'children' | 'text'> | TreeRefusal {
  const content: (string | XmlElement)[] = [];
  const children: XmlElement[] = [];
  let text = '';
  for (let child = from.firstChild; child; child = child.next) {
    if (child instanceof XmlText) {
      const part = child.content;
      content.push(part);
      text += part;
      countWork('characters', part.length);
    } else if (child instanceof ParsedElement) {
      const copied = copyElement(child, copying, depth + 1);
      if (typeof copied === 'string') return copied;
      content.push(copied);
      children.push(copied);
    } else if (!(copying.limits.comments && child instanceof XmlComment)) return 'forbidden-markup';
  }
  return { content, children, text };
}

function typeOf(
  from: ParsedElement,
  attributes: readonly XmlAttribute[],
  scope: NamespaceScope,
): string | null {
  const written = attributes.find(
    (each) => each.name === 'type' && each.namespace === namespaces.schemaInstance,
  )?.value;
  if (written === undefined) return null;
  // A QName: white space around it is not part of it.
  const value = written.trim();
  const [prefix = '', local] = value.includes(':') ? value.split(':', 2) : ['', value];
  if (prefix.length > MAX_NAME) return `#${local}`;
  return `${scope.get(prefix) ?? from.namespaceForPrefix(prefix) ?? ''}#${local}`;
}
