import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';
import { addDays, dayOf } from '../../../base/calendar.ts';
import type { ApplicationId } from '../../../domain/application/index.ts';
import { parseNationalNumber } from '../../../domain/person/index.ts';

const world = await openCommandWorld({ after });
const columns =
  'national_number,target_group,organisation_code,application,right,contexts,valid_from,valid_until';
const today = dayOf(new Date());
const nextYear = addDays(today, 300);
const code = '0403019261';
const application = {
  id: 'works',
  name: { nl: 'Werken', en: 'Works' },
  protocol: 'oidc',
  secret: 'a-secret-of-a-test-that-is-long-enough-000',
  redirectUris: ['https://works.example.org/callback'],
  scopes: ['openid'],
  openTo: [{ targetGroup: 'EA', level: 'organisation' }],
  rights: [
    {
      code: 'Planner',
      name: { nl: 'Planner' },
      contexts: ['North', 'South'],
      contextRequired: true,
      maxDuration: 'P1Y',
    },
    { code: 'Checker', name: { nl: 'Checker' }, excludes: ['Planner'] },
    { code: 'Reader', name: { nl: 'Reader' } },
  ],
};

function digitsOf(counter: number): string {
  const nine = `700101${String(counter).padStart(3, '0')}`;
  return nine + String(97 - (Number(nine) % 97)).padStart(2, '0');
}

async function prepared() {
  await world.type(`application apply ${await world.put('works.json', application)}`);
  const rows = `target_group,code,name,valid_until\nEA,${code},Bouw NV,\nEA,0428759497,Gestopt BV,2026-01-01\n`;
  await world.type(`organisation import ${await world.put('organisations.csv', rows)}`);
}

async function tiesOf(counter: number) {
  const read = parseNationalNumber(digitsOf(counter), new Date());
  assert.ok(read.kind === 'parsed');
  return world.store.inTransaction(['persons', 'rights'], async ({ persons, rights }) => {
    const person = await persons.findByNumber(read.number);
    return person === null ? null : rights.tiesOf(person.id, 'works' as ApplicationId);
  });
}

const rights = async (counter: number) =>
  ((await tiesOf(counter))?.rights ?? []).map(({ right, contexts }) => [right, ...contexts].join(' ')).sort();
const file = (name: string, ...rows: readonly string[]) =>
  world.put(name, `${columns}\n${rows.join('\n')}\n`);
const row = (counter: number, right: string, contexts = '', until = '', from = '') =>
  `${digitsOf(counter)},EA,${code},works,${right},${contexts},${from},${until}`;

describe('sluis right import', () => {
  test('gives rights with their contexts, and the work relation where there is none; twice changes nothing', async () => {
    await prepared();
    const path = await file(
      'rights.csv',
      row(1, 'Planner', 'South|North', nextYear),
      row(1, 'Reader', '', '', '2026-01-01'),
      row(2, 'Checker'),
    );
    const trial = await world.type(`right import ${path} --dry-run`);
    assert.match(trial.out, /given {2}\S+ {2}EA:0403019261 {2}works {2}Planner \(North, South\)/);
    assert.match(trial.out, /This was a trial: nothing was kept\./);
    assert.equal(await tiesOf(1), null);
    const first = await world.type(`right import ${path}`);
    assert.equal(
      first.out,
      '3 rows: given 3, ended 0, unchanged 0, repeated 0, persons 2, workRelations 2, refused 0\n',
    );
    assert.deepEqual(await rights(1), ['Planner North South', 'Reader']);
    const ties = await tiesOf(1);
    assert.equal(ties?.rights[0]?.given.as, 'import');
    assert.equal(ties?.workRelations[0]?.userType, 'permanent');
    assert.match((await world.type(`right import ${path}`)).out, /given 0, ended 0, unchanged 3/);
  });

  test('holds every row against the catalogue, and tells what is wrong with line, column and reason', async () => {
    const path = await file(
      'bad.csv',
      row(3, 'Planner', '', nextYear),
      row(3, 'Planner', 'East', nextYear),
      row(3, 'Planner', 'North'),
      row(3, 'Boss'),
      `${digitsOf(3)},EA,${code},nothing,Reader,,,`,
      `${digitsOf(3)},EA,0206731645,works,Reader,,,`,
      `${digitsOf(3)},EA,0428759497,works,Reader,,,`,
      row(3, 'Reader', '', today, nextYear),
      row(1, 'Checker'),
      row(3, 'Checker'),
      row(3, 'Planner', 'North', nextYear),
      row(3, 'Reader'),
    );
    const { code: end, out, error } = await world.type(`right import ${path}`);
    assert.equal(end, 1);
    assert.match(out, /given 2, .*refused 10/);
    const places = error.split('\n').filter((line) => line.startsWith(path));
    assert.deepEqual(
      places.map((line) =>
        line
          .slice(path.length + 1)
          .split(':')
          .slice(0, 2)
          .join(':'),
      ),
      [
        ...['2: contexts', '3: contexts', '4: valid_until', '5: right', '6: application'],
        ...['7: organisation_code', '8: organisation_code', '9: valid_until', '10: right', '12: right'],
      ],
    );
    assert.deepEqual(await rights(3), ['Checker', 'Reader']);
    assert.equal((await world.type(`right import --strict ${path}`)).code, 1);
  });

  test('ends a right by a row with an end, for whoever has it and for nobody else', async () => {
    const path = await file(
      'ends.csv',
      row(1, 'Reader', '', today, '2026-01-01'),
      row(9, 'Reader', '', today, '2026-01-01'),
    );
    assert.match((await world.type(`right import ${path}`)).out, /given 0, ended 1, .*persons 0/);
    const reader = (await tiesOf(1))?.rights.find(({ right }) => right === 'Reader');
    assert.ok(reader?.validity.until && reader.validity.until <= new Date());
    assert.equal(await tiesOf(9), null);
    const told = await world.store.inTransaction(['organisationHistory'], ({ organisationHistory }) =>
      organisationHistory.ofSubject('right', reader.id),
    );
    assert.deepEqual(
      told.map(({ kind, by }) => `${kind} ${by.authority}`),
      ['given import', 'ended import'],
    );
    const kinds = (await world.store.audit.list()).map(({ kind }) => kind);
    assert.ok(
      kinds.includes('user-right.given') &&
        kinds.includes('user-right.ended') &&
        kinds.includes('right.imported'),
    );
  });
});
