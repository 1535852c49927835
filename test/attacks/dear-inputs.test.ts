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

test('the honest input that all are held against is accepted', async () => {
  for (const shape of ['response', 'metadata'] as const)
    assert.match(await world.honest(shape).read(), /^(?:authenticated|eidas\.metadata-untrusted)$/);
});
