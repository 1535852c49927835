import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberOf, openTestStore, type TestStore } from '../../../test/support/open-test-store.ts';
import { tries } from '../../../test/support/tries.ts';
import { DAY, later } from '../../base/time.ts';
import type { ImportedOrganisation, KeptChange, OrganisationCode } from '../../domain/organisation/index.ts';
import { Connection } from '../ground/connection.ts';

const codes = ['0403019261', '0428759497', '0206731645', '0403170701'] as OrganisationCode[];
const people = ['85073003328', '42012205181', '75010100170'] as const;

const code = fc.constantFrom(...codes);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const day = fc.constantFrom('2026-12-05', '2027-06-01', '2026-01-01');
const rows: fc.Arbitrary<ImportedOrganisation> = fc
  .record({
    code,
    name: fc.constantFrom('Aarde BV', 'Bouw NV', 'Delta'),
    parent: maybe(fc.option(code)),
    mergedInto: maybe(fc.option(code)),
    until: maybe(fc.option(day)),
    email: maybe(fc.option(fc.constant('info@example.org'))),
    representative: fc.option(fc.constantFrom(...people)),
    administrator: fc.option(fc.constantFrom(...people)),
    function: fc.constantFrom(null, 'Zaakvoerder', 'Bestuurder'),
    isRepresentedByNobody: fc.boolean(),
  })
  .map(({ representative, administrator, ...row }) => ({
    ...row,
    targetGroup: 'EA',
    country: 'BE',
    legalRepresentative: representative === null ? null : numberOf(representative),
    headAdministrator: administrator === null ? null : numberOf(administrator),
  })) as fc.Arbitrary<ImportedOrganisation>;

const present = `
  select 'organisation' as kind, id::text as subject, jsonb_build_object('name', name, 'country', country, 'email', email, 'vat', vat,
    'parent', parent, 'mergedInto', merged_into, 'from', valid_from, 'until', valid_until) as now from organisations
  union all select 'representation', id::text, jsonb_build_object('function', function, 'from', valid_from, 'until', valid_until)
    from legal_representations
  union all select 'administration', id::text, jsonb_build_object('kind', kind, 'from', valid_from, 'until', valid_until)
    from administrations
  order by 1, 2`;

/** What the history says of each subject now: all its changes in their order, the later over the earlier. */
async function replayed({ store }: TestStore, subjects: readonly { kind: string; subject: string }[]) {
  return store.inTransaction(['organisationHistory'], async ({ organisationHistory }) => {
    const found: object[] = [];
    for (const { kind, subject } of subjects) {
      const changes = await organisationHistory.ofSubject(kind as KeptChange['subject']['kind'], subject);
      found.push(Object.assign({}, ...changes.map(({ after }) => after)));
    }
    return found;
  });
}

test('whatever files say one after the other, the history of every organisation replays to its present state', async (t) => {
  const test = await openTestStore(t);
  const connection = new Connection({
    connectionString: test.url,
    application_name: 'replay',
    silentAfter: 60_000,
  });
  await connection.connect();
  t.after(() => connection.end());
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(rows, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      async (files) => {
        for (const file of files) {
          test.moveTo(later(test.now(), DAY));
          const session = await test.store.organisationImport.begin();
          await session.addBatch(file);
          await session.commit();
        }
        const { rows: kept } = await connection.query<{ kind: string; subject: string; now: object }>(
          present,
        );
        assert.deepEqual(
          await replayed(test, kept),
          kept.map(({ now }) => now),
        );
      },
    ),
    { numRuns: tries(6) },
  );
});
