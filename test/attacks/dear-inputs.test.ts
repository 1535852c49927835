import assert from 'node:assert/strict';
import test from 'node:test';
import { workOf } from '#src/protocols/saml/work.ts';
import {
  boundOf,
  type Gene,
  type Genome,
  genes,
  openDearWorld,
  priceOf,
  type Shape,
} from '../support/dear-inputs.ts';

// The dearest inputs that `npm run bench -- --only hostile --search` found, and those that began it: judged by the work that they cause.

const none = Object.fromEntries((Object.keys(genes) as Gene[]).map((gene) => [gene, 0])) as Genome;
const world = await openDearWorld();
const honest = async (shape: Shape) => {
  const input = world.honest(shape);
  return { cost: priceOf(await workOf(input.read)), bytes: input.bytes };
};

const dear: readonly (readonly [what: string, shape: Shape, genome: Partial<Record<Gene, number>>])[] = [
  [
    'prefixes × declarations × depth',
    'response',
    {
      elements: 150,
      depth: 35,
      rootDeclarations: 20,
      prefixes: 16,
      infoPrefixes: 16,
      isPrefixed: 1,
      isDigestRight: 1,
    },
  ],
  [
    'long namespaces × prefixed attributes',
    'response',
    {
      elements: 11,
      attributes: 38,
      isPrefixed: 1,
      rootDeclarations: 20,
      namespaceLength: 250,
      isDigestRight: 1,
    },
  ],
  [
    'declarations × elements',
    'response',
    { elements: 24, declarations: 18, namespaceLength: 240, isDigestRight: 1 },
  ],
  [
    'ids, declarations and attributes, rightly digested',
    'response',
    { elements: 3, depth: 28, attributes: 17, declarations: 14, hasIds: 1, isDigestRight: 1 },
  ],
  ['letters of two bytes', 'response', { padding: 1_000_000, paddingKind: 1 }],
  [
    'faults for the schemas to find',
    'response',
    { elements: 75, depth: 1, attributes: 2, known: 3, attributeLength: 3, text: 87 },
  ],
  ['an assertion that only its optional parts could excuse', 'assertion', { isPrefixed: 1, nameLength: 115 }],
  [
    'faults for the schemas to find',
    'metadata',
    {
      elements: 234,
      attributes: 34,
      isPrefixed: 1,
      known: 1,
      rootDeclarations: 8,
      namespaceLength: 186,
      text: 107,
    },
  ],
  [
    'attributes that are as many as allowed, in elements of a type that is not there',
    'metadata',
    { elements: 160, depth: 1, attributes: 37, isTyped: 1 },
  ],
  [
    'as many elements as are allowed, under as many declarations',
    'metadata',
    {
      elements: 4800,
      depth: 38,
      rootDeclarations: 20,
      prefixes: 16,
      infoPrefixes: 16,
      isPrefixed: 1,
      isDigestRight: 1,
    },
  ],
  [
    'certificates that have issued each other, and many keys',
    'metadata',
    { offered: 12, keys: 19, isDigestRight: 1 },
  ],
  [
    'certificates that have issued each other, for many entities',
    'list',
    { offered: 12, keys: 19, entities: 12, isDigestRight: 1 },
  ],
  [
    'elements with ids and attributes',
    'list',
    {
      elements: 1367,
      attributes: 5,
      known: 1,
      rootDeclarations: 12,
      namespaceLength: 91,
      hasIds: 1,
      offered: 8,
      keys: 20,
      entities: 9,
    },
  ],
];

for (const [what, shape, genome] of dear) {
  test(`${what}: refusing ${shape === 'assertion' ? 'an assertion' : `a ${shape}`} causes no more work than its bytes are worth`, async () => {
    const input = world.build(shape, { ...none, ...genome });
    let outcome = '';
    const work = await workOf(async () => {
      outcome = await input.read();
    });
    assert.match(outcome, /^eidas\./);
    const bound = boundOf(await honest(shape), input.bytes);
    assert.ok(
      priceOf(work) <= bound,
      `${JSON.stringify(work)}: ${priceOf(work)} of ${bound} for ${input.bytes} bytes`,
    );
  });
}

test('what all are held against is read: an answer is accepted, metadata miss only a trusted signature', async () => {
  assert.equal(await world.honest('response').read(), 'authenticated');
  assert.equal(await world.honest('metadata').read(), 'eidas.metadata-untrusted');
});
