import assert from 'node:assert/strict';
import test from 'node:test';
import { honestResponse, makeCountry, makePorts } from '../../../../test/support/eidas-peer.ts';
import { readResponse } from './read-response.ts';

test('an honest response becomes the identity of the person', async () => {
  const country = await makeCountry('EE');
  const ports = makePorts(country);
  const message = honestResponse(country);
  const outcome = await readResponse({ message, relayState: null }, ports);
  assert.equal(outcome.kind, 'authenticated', JSON.stringify(outcome));
  if (outcome.kind !== 'authenticated') return;
  assert.equal(outcome.identity.familyName.latin, 'Onasis');
  assert.equal(outcome.identity.familyName.original, 'Ωνάσης');
});
