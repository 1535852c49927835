import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type CommandWorld, openCommandWorld } from '../../../../test/support/command-world.ts';
import { identifierOf, storedCase } from '../../../../test/support/stored-case.ts';
import type { CountryCode } from '../../../domain/eidas-country/index.ts';

describe('sluis matching-log export', () => {
  let world: CommandWorld;
  const one = storedCase();
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    world = await openCommandWorld({ after: (work) => endings.push(work) });
    await world.store.inTransaction(['cases', 'matching'], async (stores) => {
      await stores.cases.add(one);
      await stores.matching.log({
        at: new Date(),
        country: 'DE' as CountryCode,
        identifier: identifierOf(one),
        outcome: 'matched',
        comparisons: [{ field: 'birthDate', verdict: 'same' }],
        presented: { birthDate: '1985-07-30' },
        registered: { birthDate: '1985-7-30' },
        correlation: 'K7PX-2M9D',
      });
    });
  });
  after(async () => {
    for (const end of endings) await end();
  });

  test('writes what was compared for one request, and that it did', async () => {
    const line = `matching-log export --reference ${one.reference} --reason asked-by-person`;
    const { code, out } = await world.type(line);
    assert.equal(code, 0);
    const { entries } = JSON.parse(out) as { entries: readonly { readonly outcome: string }[] };
    assert.deepEqual(
      entries.map(({ outcome }) => outcome),
      ['matched'],
    );
    const [event] = await world.store.audit.list({ kind: 'matching-log.exported' });
    assert.equal(event?.actor.kind, 'operator');
    assert.deepEqual(event?.subject, { kind: 'case', id: one.id });
  });

  test('writes the same as comma-separated values', async () => {
    const { out } = await world.type(
      `matching-log export --reference ${one.reference} --reason complaint --format csv`,
    );
    assert.match(out, /,birthDate,same,1985-07-30,1985-7-30\r?\n$/);
  });

  test('refuses without a reason, and for a request that is not there', async () => {
    const without = await world.type(`matching-log export --reference ${one.reference}`);
    assert.equal(without.code, 1);
    assert.match(without.error, /--reason asked-by-person\|/);
    const unknown = await world.type('matching-log export --reference SLU-2222-2222 --reason complaint');
    assert.equal(unknown.code, 1);
    assert.match(unknown.error, /There is no request SLU-2222-2222/);
  });
});
