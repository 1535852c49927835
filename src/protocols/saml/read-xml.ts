import { ParseOption, XmlDocument } from 'libxml2-wasm';
import { canonicalize } from './canonicalize.ts';
import { copyTree, MAX_ATTRIBUTES, MAX_DECLARATIONS, type TreeLimits } from './copy-tree.ts';
import { schemaSet } from './schema-set.ts';
import type { XmlElement } from './xml-tree.ts';

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

export type XmlLimits = TreeLimits & { readonly bytes: number };

/** Limits of a message: the reference node's 131072 bytes; honest ones have about a hundred elements, 14 deep. */
export const messageLimits: XmlLimits = { bytes: 131072, elements: 250, depth: 40 };

/** Limits of metadata, which may list many keys and services, and are written by people too: comments are passed over. */
export const metadataLimits: XmlLimits = { bytes: 1_048_576, elements: 5000, depth: 40, comments: true };

/** What stands between two tags, beside what belongs to the first of them, may hold a few signs of equality too. */
const MAX_SIGNS_OF_A_TAG = 2 * (MAX_ATTRIBUTES + MAX_DECLARATIONS);
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)/;
const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: +encoding=(?:"utf-8"|'utf-8'))?(?: +standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? *\?>/i;

/** An accepted XML text, open for the schema check until it is disposed of. */
export type OpenXml = {
  readonly root: XmlElement;
  /** Whether the document is valid by the schemas of SAML, XML security and eIDAS. */
  isSchemaValid(): boolean;
  /** Exclusive C14N of the element `path` leads to from the root (indexes of child elements). */
  canonicalize(path: readonly number[], inclusivePrefixes: readonly string[]): Buffer;
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
  if (hasForbiddenMarkup(body, limits)) return { kind: 'refused', reason: 'forbidden-markup' };
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

function hasForbiddenMarkup(body: string, limits: XmlLimits): boolean {
  const text = limits.comments ? withoutComments(body) : body;
  return text.includes('<!') || text.includes('<?') || ENTITY.test(text);
}

/** Each comment is sought from the end of the one before: what stands in a comment is no markup. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) break;
    parts.push(text.slice(from, start));
    from = end + 3;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}

/** A count of signs that costs next to nothing, so that a text full of tags, or a tag full of attributes, never reaches the parser. */
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
    exceeds('&', 8 * limits.elements) ||
    hasCrowdedTag(body)
  );
}

/** Whether more signs of equality stand between one `<` and the next than an allowed tag can have. */
function hasCrowdedTag(body: string): boolean {
  let signs = 0;
  let next = body.indexOf('<', 1);
  for (let at = body.indexOf('='); at >= 0; at = body.indexOf('=', at + 1)) {
    while (next >= 0 && next < at) {
      signs = 0;
      next = body.indexOf('<', next + 1);
    }
    signs += 1;
    if (signs > MAX_SIGNS_OF_A_TAG) return true;
  }
  return false;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    const text = utf8.decode(bytes);
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
    canonicalize: (path, prefixes) => canonicalize(root, { path, prefixes }),
    dispose: () => document.dispose(),
  };
}
