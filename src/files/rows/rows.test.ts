import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  optionalOrganisationColumns,
  organisationColumns,
  parseOrganisationRow,
} from './organisation-row.ts';
import { readRows } from './read-rows.ts';
import { parseRegisterRow, registerColumns } from './register-row.ts';

const today = new Date('2026-11-22T12:00:00Z');

const anna = {
  national_number: '85.47.35-001.93',
  family_name: ' Mu\u0308ller ',
  given_names: 'Anna Maria',
  birth_date: '1985-07-00',
  birth_place: 'Köln',
  sex: 'f',
  nationality: 'de',
  street: '',
  postcode: '50667',
  municipality: 'Köln',
  country: 'DE',
};

function problems(changes: Partial<typeof anna>): readonly string[] {
  const read = parseRegisterRow({ ...anna, ...changes }, today);
  return read.kind === 'parsed' ? [] : read.problems.map((each) => `${each.column}: ${each.reason}`);
}

describe('a row of the register', () => {
  test('becomes a registered person', () => {
    const read = parseRegisterRow(anna, today);
    assert.ok(read.kind === 'parsed');
    const { number, ...person } = read.row;
    assert.equal(number.digits.reveal(), '85473500193');
    assert.deepEqual(person, {
      familyName: 'Müller',
      givenNames: 'Anna Maria',
      birthDate: { year: 1985, month: 7, day: null },
      birthPlace: 'Köln',
      sex: 'female',
      nationality: 'DE',
      address: { street: null, postcode: '50667', municipality: 'Köln', country: 'DE' },
    });
  });

  test('may have a birth date of which parts are unknown', () => {
    for (const text of ['', '0000-00-00', '1985-00-00', '1985-07-00', '1985-07-30', '2024-02-29']) {
      assert.deepEqual(problems({ birth_date: text }), [], text);
    }
    for (const text of [
      '1985',
      '1985-13-01',
      '1985-02-30',
      '0000-07-30',
      '0000-07-00',
      '1985-00-30',
      '30/07/1985',
      '85-07-30',
    ]) {
      assert.match(problems({ birth_date: text }).join(), /^birth_date: must be a date/, text);
    }
    for (const text of ['2026-11-23', '1849-01-01'])
      assert.match(problems({ birth_date: text }).join(), /can be alive/);
  });

  test('is refused with every reason, and none of its data', () => {
    assert.deepEqual(problems({}), []);
    const found = problems({
      national_number: '85133000105',
      family_name: ' ',
      sex: 'X',
      nationality: 'DEU',
      street: 'a\u0000b',
      municipality: 'x'.repeat(201),
    });
    assert.deepEqual(
      found.map((each) => each.split(':')[0]),
      ['national_number', 'family_name', 'sex', 'nationality', 'street', 'municipality'],
    );
    assert.doesNotMatch(found.join(), /85133000105|DEU/);
  });
});

describe('a row of organisations', () => {
  const row = {
    target_group: 'EA',
    code: '0403.019.261',
    name: 'Voorbeeld NV',
    legal_representative_national_number: '85073003328',
    head_administrator_national_number: '',
  };
  const reasons = (changes: Partial<Record<keyof typeof organisationColumns, string>>) => {
    const read = parseOrganisationRow({ ...row, ...changes }, today);
    return read.kind === 'parsed' ? [] : read.problems.map((each) => `${each.column}: ${each.reason}`);
  };

  test('becomes an organisation with its people', () => {
    const read = parseOrganisationRow(row, today);
    assert.ok(read.kind === 'parsed');
    assert.equal(read.row.code, '0403019261');
    assert.equal(read.row.country, 'BE');
    assert.equal(read.row.legalRepresentative?.digits.reveal(), '85073003328');
    assert.equal(read.row.headAdministrator, null);
    const foreign = parseOrganisationRow({ ...row, code: 'de:hrb 12345' }, today);
    assert.ok(foreign.kind === 'parsed' && foreign.row.country === 'DE');
  });

  test('is refused with what its target group asks', () => {
    assert.deepEqual(reasons({}), []);
    assert.deepEqual(reasons({ target_group: 'GID' }), ['code: must be an OVO code']);
    assert.deepEqual(reasons({ target_group: 'BUR', code: '1' }), [
      'target_group: must be one of EA, LB, GID, OV, VER',
      'code: cannot be judged without its target group',
    ]);
    assert.deepEqual(reasons({ name: '', head_administrator_national_number: '12' }), [
      'name: must not be empty',
      'head_administrator_national_number: must have 11 digits',
    ]);
  });

  test('says of the organisation what its file has columns for, and nothing of the rest', () => {
    const said = (changes: object) => {
      const read = parseOrganisationRow({ ...row, ...changes }, today);
      assert.ok(read.kind === 'parsed');
      const { targetGroup, code, name, country, legalRepresentative, headAdministrator, ...rest } = read.row;
      return rest;
    };
    assert.deepEqual(said({}), {});
    const full = {
      ...{ parent_code: '0428.759.497', function: 'Zaakvoerder', email: 'info@voorbeeld.be' },
      ...{ vat: 'be 0403.019.261', valid_from: '2020-01-01', valid_until: '2027-01-01', merged_into: '' },
    };
    assert.deepEqual(said({ ...full, legal_representative_national_number: '-' }), {
      ...{ parent: '0428759497', email: 'info@voorbeeld.be', vat: 'BE0403019261', function: 'Zaakvoerder' },
      ...{ from: '2020-01-01', until: '2027-01-01', mergedInto: null, isRepresentedByNobody: true },
    });
  });

  test('is refused with what cannot be: itself as its own unit, an end before the beginning, an address that is none', () => {
    const wrong = {
      ...{ parent_code: '0403019261', email: 'voorbeeld', vat: 'BE0403019262', merged_into: 'OVO000001' },
      ...{ valid_from: '2027-01-01', valid_until: '2026-01-01', function: 'x'.repeat(101) },
    };
    assert.deepEqual(
      reasons(wrong).map((each) => each.split(':')[0]),
      ['parent_code', 'function', 'email', 'vat', 'valid_until', 'merged_into'],
    );
  });
});

describe('the header', () => {
  async function read(...rows: readonly (readonly string[])[]) {
    async function* csv() {
      for (const [index, fields] of rows.entries()) yield { kind: 'row', line: index + 1, fields } as const;
    }
    const found: string[] = [];
    const reader = {
      columns: organisationColumns,
      optional: optionalOrganisationColumns,
      parse: parseOrganisationRow,
    };
    for await (const each of readRows(csv(), reader, today)) {
      found.push(
        each.kind === 'row'
          ? each.row.name
          : each.kind === 'refused'
            ? (each.problems[0]?.reason ?? '')
            : each.problem.reason,
      );
    }
    return found;
  }
  const names = Object.keys(organisationColumns);

  test('may name its columns in any order', async () => {
    const cells = names.map((_, place) => ['EA', '0403019261', 'Voorbeeld'][place] ?? '');
    assert.deepEqual(await read(names, cells), ['Voorbeeld']);
    assert.deepEqual(await read(names.toReversed(), cells.toReversed()), ['Voorbeeld']);
    assert.deepEqual(await read(names.slice(0, 3), cells.slice(0, 3)), ['Voorbeeld']);
  });

  test('must name all of them and no others, once', async () => {
    assert.match((await read(names.slice(1), ['x'])).join(), /^lacks target_group/);
    assert.match((await read([...names, 'other'])).join(), /^has 1 unknown names/);
    assert.match((await read([...names, 'code'])).join(), /^names code twice/);
    assert.match((await read([names.join(';')])).join(), /parted by commas/);
    assert.deepEqual(await read(), ['the file is empty']);
  });

  test('decides how many fields a row has', async () => {
    assert.deepEqual(await read(names, ['EA', '0403019261']), ['has 2 fields where the header has 12']);
  });

  test('of the register is the one that is documented', () => {
    assert.equal(
      Object.keys(registerColumns).join(),
      'national_number,family_name,given_names,birth_date,birth_place,sex,nationality,street,postcode,municipality,country,replaced_by,ended_on',
    );
    assert.equal(
      names.join(),
      'target_group,code,name,legal_representative_national_number,head_administrator_national_number,parent_code,function,email,vat,valid_from,valid_until,merged_into',
    );
  });
});
