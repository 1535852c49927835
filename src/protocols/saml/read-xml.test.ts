import assert from 'node:assert/strict';
import test from 'node:test';
import { diag } from 'libxml2-wasm';
import { messageLimits, openXml, readTree, readXml } from './read-xml.ts';
import { schemaSet } from './schema-set.ts';

const read = (text: string) => readXml(Buffer.from(text), messageLimits, (xml) => xml.root);

test('a tree holds names, attributes, text and types in their namespaces', () => {
  const tree = readTree(
    '<a xmlns="urn:a" xmlns:b="urn:b" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="b:T" x="1" b:x="2">t&amp;<b:c/>u</a>',
  );
  assert.ok(typeof tree !== 'string');
  assert.deepEqual([tree.namespace, tree.name, tree.text, tree.type], ['urn:a', 'a', 't&u', 'urn:b#T']);
  assert.deepEqual(
    tree.attributes.filter((each) => each.name === 'x'),
    [
      { namespace: '', prefix: '', name: 'x', value: '1' },
      { namespace: 'urn:b', prefix: 'b', name: 'x', value: '2' },
    ],
  );
  assert.equal(tree.children[0]?.namespace, 'urn:b');
});

test('each refusal has its own reason', () => {
  assert.equal(read('<a/>').kind, 'read');
  const refused = {
    '': 'not-well-formed',
    '<a>': 'not-well-formed',
    '<a/><b/>': 'not-well-formed',
    '<a>&#0;</a>': 'not-well-formed',
    '<a><!-- --></a>': 'forbidden-markup',
    '<a>&x;</a>': 'forbidden-markup',
    '<?xml version="1.0" encoding="ISO-8859-1"?><a/>': 'forbidden-markup',
    '<?xml version="1.1"?><a/>': 'forbidden-markup',
    '<a ID="x"><b Id="x"/></a>': 'duplicate-id',
    '<a xml:id="x"><b ID="x"/></a>': 'duplicate-id',
    '<a ID="1"/>': 'duplicate-id',
    '\uFEFF<a/>': 'encoding',
  };
  for (const [text, reason] of Object.entries(refused))
    assert.deepEqual(read(text), { kind: 'refused', reason }, text);
});

test('whatever happens, no document stays behind in the memory of the parser', () => {
  schemaSet();
  diag.configure({ enabled: true });
  for (const text of ['<a/>', '<a>', '<a ID="x"><b ID="x"/></a>', '<x:a/>']) read(text);
  assert.throws(() =>
    readXml(Buffer.from('<a/>'), messageLimits, () => {
      throw new Error('in use');
    }),
  );
  const opened = openXml(Buffer.from('<a xmlns="relative"><b/></a>'), messageLimits);
  assert.ok(opened.kind === 'open');
  assert.equal(opened.xml.isSchemaValid(), false);
  assert.throws(() => opened.xml.canonicalize([], []));
  opened.xml.dispose();
  assert.deepEqual(diag.report(), {});
  diag.configure({ enabled: false });
});

test('text of several kilobytes stays whole', () => {
  const text = `<a>${'aβ€😀'.repeat(5000)}</a>`;
  const canonical = readXml(Buffer.from(text), messageLimits, (xml) => xml.canonicalize([], []).toString());
  assert.deepEqual(canonical, { kind: 'read', result: text });
});
