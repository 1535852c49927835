import { XmlElement as ParsedElement, ParseOption, XmlC14NMode, XmlDocument, XmlText } from 'libxml2-wasm';
import { namespaces } from './namespaces.ts';
import { schemaSet } from './schema-set.ts';
import type { XmlAttribute, XmlElement } from './xml-tree.ts';

/**
 * The strict reader: what every XML text from outside passes, once. It refuses whatever two parsers could read
 * differently (document types, comments, processing instructions, CDATA, entities), and whatever is too big to be honest.
 */
export type XmlRefusal =
  | 'too-large'
  | 'encoding'
  | 'forbidden-markup'
  | 'not-well-formed'
  | 'too-complex'
  | 'duplicate-id';

export type XmlLimits = { readonly bytes: number; readonly elements: number; readonly depth: number };

/** Limits of a message: the reference node's 131072 bytes; honest ones have about a hundred elements, 14 deep. */
export const messageLimits: XmlLimits = { bytes: 131072, elements: 250, depth: 40 };

/** Limits of metadata, which may list many keys and services. */
export const metadataLimits: XmlLimits = { bytes: 1_048_576, elements: 5000, depth: 40 };

const MAX_ATTRIBUTES = 40;
const NCNAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)/;
const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: +encoding=(?:"utf-8"|'utf-8'))?(?: +standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? *\?>/i;

/** An accepted XML text, open for schema check and canonicalisation until it is disposed of. */
export type OpenXml = {
  readonly root: XmlElement;
  /** Whether the document is valid by the schemas of SAML, XML security and eIDAS. */
  isSchemaValid(): boolean;
  /** Exclusive C14N of the only element `path` leads to from the root (indexes of child elements). */
  canonicalize(path: readonly number[], inclusivePrefixes: readonly string[]): Buffer;
  /** Takes out the child element at this index and gives the exclusive C14N of all that is left. */
  canonicalizeWithout(index: number, inclusivePrefixes: readonly string[]): Buffer;
  dispose(): void;
};

/**
 * Reads XML strictly and opens it. `bytes` must be UTF-8 without a byte order mark. Whoever opens it must call `dispose`,
 * also when something throws: the parsed document lives outside JavaScript's memory.
 */
export function openXml(
  bytes: Uint8Array,
  limits: XmlLimits,
):
  | { readonly kind: 'open'; readonly xml: OpenXml }
  | { readonly kind: 'refused'; readonly reason: XmlRefusal } {
  if (bytes.byteLength > limits.bytes) return { kind: 'refused', reason: 'too-large' };
  const text = decodeUtf8(bytes);
  if (text === null) return { kind: 'refused', reason: 'encoding' };
  const body = text.replace(DECLARATION, '');
  if (body.includes('<!') || body.includes('<?') || ENTITY.test(body))
    return { kind: 'refused', reason: 'forbidden-markup' };
  if (isCrowded(body, limits)) return { kind: 'refused', reason: 'too-complex' };
  const document = parse(body === text ? bytes : Buffer.from(body));
  if (!document) return { kind: 'refused', reason: 'not-well-formed' };
  try {
    const copied = copyTree(document.root, limits);
    if (typeof copied !== 'string') return { kind: 'open', xml: open(document, copied) };
    document.dispose();
    return { kind: 'refused', reason: copied };
  } catch (error) {
    document.dispose();
    throw error;
  }
}

/** Reads XML strictly, hands it to `use`, and frees it when `use` returns or throws. */
export function readXml<Result>(
  bytes: Uint8Array,
  limits: XmlLimits,
  use: (xml: OpenXml) => Result,
):
  | { readonly kind: 'read'; readonly result: Result }
  | { readonly kind: 'refused'; readonly reason: XmlRefusal } {
  const opened = openXml(bytes, limits);
  if (opened.kind === 'refused') return opened;
  try {
    return { kind: 'read', result: use(opened.xml) };
  } finally {
    opened.xml.dispose();
  }
}

/** The tree of XML that came out of a verified signature or of our own writer: read strictly once more, as data only. */
export function readTree(
  text: string | Uint8Array,
  limits: XmlLimits = messageLimits,
): XmlElement | XmlRefusal {
  const read = readXml(typeof text === 'string' ? Buffer.from(text) : text, limits, (xml) => xml.root);
  return read.kind === 'read' ? read.result : read.reason;
}

/** A count of signs that costs next to nothing, so that a text full of tags or attributes never reaches the parser. */
function isCrowded(body: string, limits: XmlLimits): boolean {
  const exceeds = (sign: string, most: number) => {
    let at = -1;
    for (let count = 0; count <= most; count += 1) {
      at = body.indexOf(sign, at + 1);
      if (at < 0) return false;
    }
    return true;
  };
  return (
    exceeds('<', 2 * limits.elements) ||
    exceeds('=', 2 * limits.elements) ||
    exceeds('&', 8 * limits.elements)
  );
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith('\uFEFF') || text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

function parse(bytes: Uint8Array): XmlDocument | null {
  try {
    return XmlDocument.fromBuffer(bytes, {
      encoding: 'utf-8',
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE,
    });
  } catch {
    return null;
  }
}

function open(document: XmlDocument, root: XmlElement): OpenXml {
  return {
    root,
    isSchemaValid() {
      try {
        schemaSet().validate(document);
        return true;
      } catch {
        return false;
      }
    },
    canonicalize: (path, inclusivePrefixes) =>
      canonicalizeToBytes(document, inclusivePrefixes, new Set([elementAt(document.root, path)])),
    canonicalizeWithout(index, inclusivePrefixes) {
      elementAt(document.root, [index]).remove();
      return canonicalizeToBytes(document, inclusivePrefixes);
    },
    dispose: () => document.dispose(),
  };
}

/** As bytes: the library's own text output would cut a letter in two where its buffers meet. */
function canonicalizeToBytes(
  document: XmlDocument,
  prefixes: readonly string[],
  only?: Set<ParsedElement>,
): Buffer {
  const parts: Buffer[] = [];
  const output = {
    write: (part: Uint8Array) => parts.push(Buffer.from(part)) && part.byteLength,
    close: () => true,
  };
  document.canonicalize(output, {
    mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
    inclusiveNamespacePrefixes: [...prefixes],
    ...(only ? { nodeSet: only } : {}),
  });
  return Buffer.concat(parts);
}

function elementAt(from: ParsedElement, path: readonly number[]): ParsedElement {
  return path.reduce((element, index) => {
    const found = [...childElements(element)][index];
    if (!found) throw new Error('no such element');
    return found;
  }, from);
}

function* childElements(element: ParsedElement): Generator<ParsedElement> {
  for (let child = element.firstChild; child; child = child.next)
    if (child instanceof ParsedElement) yield child;
}

/** Copies the parser's tree into plain data, refusing on the way what the limits and the id rules forbid. */
function copyTree(root: ParsedElement, limits: XmlLimits): XmlElement | XmlRefusal {
  const ids = new Set<string>();
  let elements = 0;
  const copy = (from: ParsedElement, depth: number): XmlElement | XmlRefusal => {
    elements += 1;
    if (elements > limits.elements || depth > limits.depth) return 'too-complex';
    const attributes: XmlAttribute[] = from.attrs.map((each) => ({
      namespace: each.namespaceUri,
      name: each.name,
      value: each.value,
    }));
    const refusal =
      attributes.length > MAX_ATTRIBUTES ? 'too-complex' : refuseAttributes(from, attributes, ids);
    if (refusal) return refusal;
    const children: XmlElement[] = [];
    let text = '';
    for (let child = from.firstChild; child; child = child.next) {
      if (child instanceof XmlText) text += child.content;
      else if (child instanceof ParsedElement) {
        const copied = copy(child, depth + 1);
        if (typeof copied === 'string') return copied;
        children.push(copied);
      } else return 'forbidden-markup';
    }
    const type = attributes.some(
      (each) => each.name === 'type' && each.namespace === namespaces.schemaInstance,
    )
      ? expandedType(from, attributes)
      : null;
    return { namespace: from.namespaceUri, name: from.name, attributes, children, text, type };
  };
  return copy(root, 1);
}

/** Ids must be names and unique whatever their spelling; nothing may ask a parser to fetch or include. */
function refuseAttributes(
  from: ParsedElement,
  attributes: readonly XmlAttribute[],
  ids: Set<string>,
): XmlRefusal | null {
  if (from.namespaceUri === namespaces.xinclude) return 'forbidden-markup';
  for (const { namespace, name, value } of attributes) {
    if (namespace === namespaces.schemaInstance && name !== 'type' && name !== 'nil')
      return 'forbidden-markup';
    if (!/^id$/i.test(name) || (namespace !== '' && namespace !== 'http://www.w3.org/XML/1998/namespace'))
      continue;
    if (!NCNAME.test(value) || ids.has(value)) return 'duplicate-id';
    ids.add(value);
  }
  return null;
}

function expandedType(from: ParsedElement, attributes: readonly XmlAttribute[]): string {
  const value =
    attributes.find((each) => each.name === 'type' && each.namespace === namespaces.schemaInstance)?.value ??
    '';
  const [prefix, local] = value.includes(':') ? value.split(':', 2) : ['', value];
  return `${from.namespaceForPrefix(prefix ?? '') ?? ''}#${local}`;
}
