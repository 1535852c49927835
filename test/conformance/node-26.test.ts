import { test } from 'node:test';
import { findOtherNode } from '../support/other-node.ts';
import { runAgain } from '../support/run-again.ts';

/** What needs no browser, and the protocols. Types and laws are the same on every Node: they read the program, and run none of it. */
const files = [
  'src/{base,config,domain,login,protocols}/**/*.test.ts',
  'test/attacks/{eidas,saml,xml,oidc,metadata}*.test.ts',
  'test/conformance/oidc*.test.ts',
];

const node = findOtherNode();
const mustRun = process.env.CI === 'true' && process.getuid?.() === 0;

test('what is supported is tested: unit and protocol tests pass on the newest Node with long-term support too', {
  skip: node.kind === 'missing' && !mustRun && node.why,
}, async () => {
  if (node.kind === 'missing') throw new Error(`Node 26 is not tried: ${node.why}`);
  await runAgain(files, { program: node.program });
});
