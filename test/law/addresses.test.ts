import { test } from 'node:test';
import { listAddresses } from '../../src/processes/reference/addresses-page.ts';
import { addressKinds, kindOfAddress } from '../../src/web/index.ts';
import { expectNone } from './law.ts';

const addresses = listAddresses();

test('of every address it is said what it answers to somebody who comes back to it', () => {
  const unknown = addresses.filter(([method, pattern]) => kindOfAddress(method, pattern) === null);
  expectNone(
    'addresses',
    unknown.map(([method, pattern]) => ({
      path: 'src/web/http/addresses/addresses.ts',
      what: `does not say what ${method} ${pattern} answers after the end, in another browser and after a day: add a rule, and a kind where none fits`,
    })),
  );
});

test('no kind of address is without an address', () => {
  const used = new Set(addresses.map(([method, pattern]) => kindOfAddress(method, pattern)));
  const idle = Object.keys(addressKinds).filter((kind) => !used.has(kind as keyof typeof addressKinds));
  expectNone(
    'addresses',
    idle.map((kind) => ({
      path: 'src/web/http/addresses/addresses.ts',
      what: `has a kind without an address: ${kind}`,
    })),
  );
});
