import { test } from 'node:test';
import { findOtherNode } from '../support/other-node.ts';
import { runAgain } from '../support/run-again.ts';

/** Laws, what needs no browser, and the protocols. Types are the same on every Node: the compiler is no program of Node. */
const files = [
  'test/law/*.test.ts',
  'src/{base,config,domain,login,protocols}/**/*.test.ts',
  'test/attacks/{eidas,saml,xml,oidc,metadata}*.test.ts',
  'test/conformance/oidc*.test.ts',
];

const node = findOtherNode();
const mustRun = process.env.CI === 'true' && process.getuid?.() === 0;

test('what is supported is tested: laws, unit and protocol tests pass on the newest Node with long-term support too', {
  skip: node.kind === 'missing' && !mustRun && node.why,
}, async () => {
  if (node.kind === 'missing') throw new Error(`Node 26 is not tried: ${node.why}`);
  await runAgain(files, { program: node.program });
});
