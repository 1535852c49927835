import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  type XmlElement as ParsedElement,
  XmlC14NMode,
  XmlDocument,
  XmlStringOutputBufferHandler,
} from 'libxml2-wasm';
import { canonicalize } from './canonicalize.ts';
import { metadataLimits, readTree } from './read-xml.ts';
import { workOf } from './work.ts';

/** The same by libxml2, which plays no other part in signatures: the whole document, or one element of it. */
function byLibxml2(xml: string, path: readonly number[], prefixes: readonly string[]): string {
  const document = XmlDocument.fromString(xml);
  const output = new XmlStringOutputBufferHandler();
  let apex: ParsedElement = document.root;
  for (const index of path) apex = (apex.find('./*')[index] ?? apex) as ParsedElement;
  document.canonicalize(output, {
    mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
    inclusiveNamespacePrefixes: [...prefixes],
    ...(path.length > 0 ? { nodeSet: new Set([apex]) } : {}),
  });
  document.dispose();
  return output.result;
}

function ours(xml: string, path: readonly number[] = [], prefixes: readonly string[] = []): string {
  const tree = readTree(xml, metadataLimits);
  assert.ok(typeof tree !== 'string', `${tree}: ${xml}`);
  return canonicalize(tree, { path, prefixes }).toString();
}

const prefix = fc.constantFrom('', 'a', 'b', 'c');
const namespace = fc.constantFrom('urn:1', 'urn:2', 'http://three.example/');
const value = fc.string({
  unit: fc.constantFrom('x', 'é', '😀', ' ', '&#9;', '&#10;', '&#13;', '&lt;', '&gt;', '&quot;', '&amp;'),
  maxLength: 6,
});
type Made = {
  prefix: string;
  declared: [string, string][];
  attributes: [string, string, string][];
  content: (string | Made)[];
};
const { element } = fc.letrec<{ element: Made }>((tie) => ({
  element: fc.record({
    prefix,
    declared: fc.uniqueArray(fc.tuple(prefix, namespace), { selector: ([name]) => name, maxLength: 3 }),
    attributes: fc.uniqueArray(
      fc.tuple(prefix, fc.constantFrom('k', 'm', 'é', '\u{1F600}k'.slice(2), 'z'), value),
      {
        selector: ([, name]) => name,
        maxLength: 4,
      },
    ),
    content: fc.array(fc.oneof({ maxDepth: 4, depthSize: 'small' }, value, tie('element')), { maxLength: 4 }),
  }),
}));

function text(made: Made): string {
  const name = made.prefix === '' ? 'e' : `${made.prefix}:e`;
  const declared = made.declared.map(([p, uri]) => ` xmlns${p === '' ? '' : `:${p}`}="${uri}"`).join('');
  const attributes = made.attributes.map(([p, n, v]) => ` ${p === '' ? n : `${p}:${n}`}="${v}"`).join('');
  return `<${name}${declared}${attributes}>${made.content.map((each) => (typeof each === 'string' ? each : text(each))).join('')}</${name}>`;
}
const asDocument = (made: Made) => `<r xmlns:a="urn:a" xmlns:b="urn:b" xmlns:c="urn:c">${text(made)}</r>`;

test('whatever the document, canonical text is what libxml2 writes, for all of it and for a part', () => {
  const property = fc.property(element, fc.subarray(['a', 'b', '#default']), (made, prefixes) => {
    const xml = asDocument(made);
    for (const path of [[], [0]]) {
      // libxml2 knows the default namespace by another word.
      if (prefixes.includes('#default')) continue;
      assert.equal(ours(xml, path, prefixes), byLibxml2(xml, path, prefixes), xml);
    }
  });
  fc.assert(property, { numRuns: 500 });
});

test('a namespace with signs of markup is written as attribute text', () => {
  assert.equal(
    ours('<r xmlns="http://a.example/?x=1&amp;y=2"/>'),
    '<r xmlns="http://a.example/?x=1&amp;y=2"></r>',
  );
});

test('a prefix that the list names is kept with its meaning, #default too', () => {
  const xml =
    '<r xmlns="urn:d" xmlns:a="urn:a"><b:x xmlns:b="urn:b"><b:y xmlns:a="urn:2" xmlns=""/></b:x></r>';
  assert.equal(ours(xml, [0]), '<b:x xmlns:b="urn:b"><b:y></b:y></b:x>');
  assert.equal(
    ours(xml, [0], ['a', '#default']),
    '<b:x xmlns="urn:d" xmlns:a="urn:a" xmlns:b="urn:b"><b:y xmlns="" xmlns:a="urn:2"></b:y></b:x>',
  );
});

test('comments leave no trace, and the text around them becomes one', () => {
  assert.equal(ours('<!-- licence --><r>a<!-- b -->c<!----></r><!-- end -->'), '<r>ac</r>');
});

test('a relative namespace has no canonical form', () => {
  assert.throws(() => ours('<r xmlns:a="relative"/>'));
  assert.throws(() => ours('<r><b xmlns="relative"/></r>'));
});

test('an element costs what it says itself, however deep it stands and whatever is declared around it', async () => {
  const around = Array.from({ length: 20 }, (_, n) => `xmlns:n${n}="urn:${n}"`).join(' ');
  const lookups = async (inside: string, depth: number) => {
    const xml = `${`<d ${around}>`.repeat(depth)}${inside}${'</d>'.repeat(depth)}`;
    return (await workOf(() => ours(xml, [], ['n1', 'n2', 'n3']))).lookups;
  };
  const shallow = (await lookups('<e/>'.repeat(1000), 1)) - (await lookups('', 1));
  assert.equal((await lookups('<e/>'.repeat(1000), 30)) - (await lookups('', 30)), shallow);
  assert.equal(shallow, 1000);
});
