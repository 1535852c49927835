import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';
import type { ApplicationId } from '../../../domain/application/index.ts';
import { parseNationalNumber } from '../../../domain/person/index.ts';

const world = await openCommandWorld({ after });
const header =
  'national_number,family_name,given_names,birth_date,birth_place,sex,nationality,street,postcode,municipality,country';

/** The row of the person with this counter, born on 1 January 1970. */
function row(counter: number, familyName = `Persoon${counter}`): string {
  return `${numberOf(counter)},${familyName},Jan,1970-01-01,Gent,,BE,,,,`;
}

function numberOf(counter: number): string {
  const nine = `70${String(1 + Math.floor(counter / 25_000)).padStart(2, '0')}${String(1 + (Math.floor(counter / 900) % 28)).padStart(2, '0')}${String(1 + (counter % 900)).padStart(3, '0')}`;
  return nine + String(97 - (Number(nine) % 97)).padStart(2, '0');
}

async function registered(counter: number) {
  const read = parseNationalNumber(numberOf(counter), new Date());
  assert.ok(read.kind === 'parsed');
  const person = await world.store.inTransaction(['register'], (stores) =>
    stores.register.findByNumber(read.number),
  );
  return person?.familyName ?? null;
}

describe('sluis register import', () => {
  test('takes the rows of a file, finds nothing to do the second time, and changes what changed', async () => {
    const file = await world.put('people.csv', `\ufeff${header}\r\n${row(1)}\r\n${row(2)}\r\n`);
    const first = await world.type(`register import ${file}`);
    assert.deepEqual(first, {
      code: 0,
      out: '2 rows: added 2, changed 0, unchanged 0, repeated 0, refused 0\n',
      error: '',
    });
    assert.equal(await registered(1), 'Persoon1');
    const again = await world.type(`register import ${file}`);
    assert.equal(again.out, '2 rows: added 0, changed 0, unchanged 2, repeated 0, refused 0\n');
    await world.put('people.csv', `${header}\n${row(1, 'Anders')}\n${row(2)}\n`);
    const { value } = await world.typeJson(`register import ${file}`);
    assert.deepEqual(value, {
      rows: 2,
      added: 0,
      changed: 1,
      unchanged: 1,
      repeated: 0,
      refused: 0,
      problems: [],
    });
    assert.equal(await registered(1), 'Anders');
    const [event] = (await world.store.audit.list()).filter((each) => each.kind === 'register.imported');
    assert.equal(event?.subject?.kind, 'file');
    assert.match(event?.subject?.id ?? '', /^[0-9a-f]{64}$/);
  });

  test('takes the good rows, tells every bad one with its line and column, and ends with 1', async () => {
    const file = await world.put(
      'mixed.csv',
      `${header}\n${row(3)}\n12345678901,,Jan,1970-13-01,,,,,,,\n"open\n${row(4)}\n1,2\n`,
    );
    const { code, out, error } = await world.type(`register import ${file}`);
    assert.equal(code, 1);
    assert.equal(out, '5 rows: added 2, changed 0, unchanged 0, repeated 0, refused 3\n');
    assert.deepEqual(error.split('\n').slice(0, 5), [
      `${file}:3: national_number: is not a national number: check digits or month cannot be`,
      `${file}:3: family_name: must not be empty`,
      `${file}:3: birth_date: must be a date YYYY-MM-DD that exists, with 00 for a month or day that is unknown`,
      `${file}:4: row: a quote is opened and never closed`,
      `${file}:6: row: has 2 fields where the header has 11`,
    ]);
    assert.doesNotMatch(error, /12345678901/);
    assert.equal(await registered(4), 'Persoon4');
  });

  test('takes nothing at all when strict and one row is bad', async () => {
    const file = await world.put('strict.csv', `${header}\n${row(5)}\nbad\n${row(6)}\nbad too\n`);
    const { code, out, error } = await world.type(`register import --strict ${file}`);
    assert.deepEqual([code, out], [1, '']);
    assert.match(
      error,
      /strict\.csv:3: row: .*\n.*strict\.csv:5: row: .*\n.*: 2 rows cannot be taken\. Nothing was imported\./,
    );
    assert.equal(await registered(5), null);
    await world.put('strict.csv', `${header}\n${row(5)}\n`);
    assert.equal((await world.type(`register import --strict ${file}`)).code, 0);
    assert.equal(await registered(5), 'Persoon5');
  });

  test('understands nothing without the right header, and says which', async () => {
    const file = await world.put('headless.csv', `${row(7)}\n`);
    const { code, error } = await world.type(`register import ${file}`);
    assert.equal(code, 1);
    assert.match(error, /headless\.csv:1: header: lacks national_number/);
    assert.match(
      (await world.type(`register import ${await world.put('empty.csv', '')}`)).error,
      /the file is empty/,
    );
    assert.match((await world.type(`register import ${world.folder}`)).error, /the file is a folder/);
  });

  test('leaves nothing behind when it is killed half-way', async (t) => {
    const pipe = join(world.folder, 'pipe.csv');
    try {
      execFileSync('mkfifo', [pipe]);
    } catch {
      return t.skip('this machine cannot make a pipe with a name');
    }
    const sluis = new URL('../../command-line/command-line.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [sluis, 'register', 'import', pipe], {
      env: { ...process.env, ...world.environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const writer = createWriteStream(pipe);
    writer.on('error', () => {});
    writer.write(`${header}\n`);
    writer.write(Array.from({ length: 60_000 }, (_, index) => `${row(1000 + index)}\n`).join(''));
    for await (const line of createInterface({ input: child.stderr })) {
      if (line.startsWith('50000 rows')) break;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    writer.destroy();
    assert.equal(await registered(1000), null);
    const file = await world.put('after.csv', `${header}\n${row(1000)}\n`);
    assert.match((await world.type(`register import ${file}`)).out, /added 1/);
  });
});

describe('sluis organisation import', () => {
  test('takes organisations and the people who act for them', async () => {
    const columns =
      'target_group,code,name,legal_representative_national_number,head_administrator_national_number';
    const file = await world.put(
      'organisations.csv',
      `${columns}\nEA,0403.019.261,Voorbeeld NV,${numberOf(1)},${numberOf(2)}\nEA,DE:HRB 1,Muster GmbH,,\nGID,0403019261,Fout,,\n`,
    );
    const first = await world.typeJson(`organisation import ${file}`);
    assert.equal(first.code, 1);
    const { added, unchanged, persons, representations, administrations, refused } = first.value;
    assert.deepEqual(
      [added, unchanged, persons, representations, administrations, refused],
      [2, 0, 2, 1, 1, 1],
    );
    const again = await world.typeJson(`organisation import ${file}`);
    assert.deepEqual([again.value.added, again.value.unchanged, again.value.persons], [0, 2, 0]);
  });
});

describe('sluis staff import', () => {
  const columns = 'national_number,target_group,organisation_code,right,valid_from,valid_until';
  const casework = 'sluis-casework' as ApplicationId;

  async function rightsOf(counter: number) {
    const read = parseNationalNumber(numberOf(counter), new Date());
    assert.ok(read.kind === 'parsed');
    return world.store.inTransaction(['persons', 'rights'], async ({ persons, rights }) => {
      const person = await persons.findByNumber(read.number);
      const ties = person && (await rights.tiesOf(person.id, casework));
      return (ties?.rights ?? []).map(({ right, validity: { from, until } }) =>
        [right, from.toISOString(), until?.toISOString() ?? ''].join(' '),
      );
    });
  }

  test('gives staff their rights in an installation without any, and changes nothing the second time', async () => {
    await world.type(`register import ${await world.put('staff-people.csv', `${header}\n${row(20)}\n`)}`);
    const organisations =
      'target_group,code,name,legal_representative_national_number,head_administrator_national_number';
    await world.type(
      `organisation import ${await world.put('staff-org.csv', `${organisations}\nGID,OVO000001,Dienst,,\n`)}`,
    );
    const file = await world.put(
      'staff.csv',
      `${columns}\n${numberOf(20)},GID,OVO000001,Dossierbehandelaar,2026-07-01,\n${numberOf(21)},GID,OVO000001,Registratieambtenaar,2026-12-01,2030-01-01\n`,
    );
    const first = await world.type(`staff import ${file}`);
    assert.deepEqual(first, {
      code: 0,
      out: '2 rows: given 2, ended 0, unchanged 0, repeated 0, persons 2, workRelations 2, refused 0\n',
      error: '',
    });
    assert.deepEqual(await rightsOf(20), ['Dossierbehandelaar 2026-06-30T22:00:00.000Z ']);
    assert.deepEqual(await rightsOf(21), [
      'Registratieambtenaar 2026-11-30T23:00:00.000Z 2029-12-31T23:00:00.000Z',
    ]);
    assert.match((await world.type(`staff import ${file}`)).out, /given 0, ended 0, unchanged 2/);
    const events = (await world.store.audit.list()).filter(({ kind }) => kind.startsWith('staff.'));
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['staff.right-given', 'staff.right-given', 'staff.imported', 'staff.imported'],
    );
    assert.equal(new Set(events.slice(0, 3).map(({ correlation }) => correlation)).size, 1);
  });

  test('tells a bad row with its line and column, also of an organisation that nobody imported', async () => {
    const file = await world.put(
      'staff-bad.csv',
      `${columns}\n${numberOf(22)},GID,OVO000009,Dossierbehandelaar,2026-07-01,\n${numberOf(22)},EA,0403019261,Baas,2026-02-30,\n${numberOf(22)},GID,OVO000001,dossierbehandelaar,2026-07-01,2026-07-01\n${numberOf(22)},GID,OVO000001,Dossierverantwoordelijke,2026-07-01,\n`,
    );
    const { code, out, error } = await world.type(`staff import ${file}`);
    assert.equal(code, 1);
    assert.match(out, /^4 rows: given 1, .*refused 3\n$/);
    assert.deepEqual(error.split('\n').slice(0, 6), [
      `${file}:2: organisation_code: is of no organisation that is known: import that first, with bin/sluis organisation import`,
      `${file}:3: target_group: must be one of GID, LB`,
      `${file}:3: organisation_code: cannot be judged without its target group`,
      `${file}:3: right: must be one of Dossierbehandelaar, Dossierverantwoordelijke, Registratieambtenaar, Platformbeheerder`,
      `${file}:3: valid_from: must be a date YYYY-MM-DD that exists`,
      `${file}:4: valid_until: must be later than valid_from`,
    ]);
    assert.equal((await world.type(`staff import --strict ${file}`)).code, 1);
  });
});
