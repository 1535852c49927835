import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';
import { parseNationalNumber } from '../../../domain/person/index.ts';

const world = await openCommandWorld({ after });
const names =
  'national_number,family_name,given_names,birth_date,birth_place,sex,nationality,street,postcode,municipality,country'.split(
    ',',
  );
let counter = 0;

function freshNumber(): string {
  counter += 1;
  const nine = `700301${String(counter).padStart(3, '0')}`;
  return nine + String(97 - (Number(nine) % 97)).padStart(2, '0');
}

async function bring(name: string, content: string | Buffer, more = '') {
  const path = join(world.folder, name);
  await writeFile(path, content);
  return world.type(`register import ${path}${more}`);
}

async function placeOf(digits: string) {
  const read = parseNationalNumber(digits, new Date());
  assert.ok(read.kind === 'parsed');
  const found = await world.store.inTransaction(['register'], ({ register }) =>
    register.findByNumber(read.number),
  );
  return found && `${found.familyName}, ${found.birthPlace}`;
}

/** A table with this one person. */
function table(digits: string, separator = ',', end = '\n'): string {
  const cells = [digits, 'Müller', 'Zoé', '1970-03-01', 'Liège', 'F', 'BE', '', '', '', ''];
  return [names, cells].map((row) => row.join(separator) + end).join('');
}

/** The letters of Windows-1252 that these tests use stand where Latin-1 has them. */
const latin = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('a file that a spreadsheet wrote', () => {
  const written: readonly (readonly [string, (digits: string) => string | Buffer])[] = [
    ['with semicolons', (digits) => table(digits, ';')],
    ['with semicolons and a line that says so', (digits) => `sep=;\r\n${table(digits, ';', '\r\n')}`],
    ['with tabs, in UTF-16', (digits) => utf16(table(digits, '\t', '\r\n'))],
    ['in UTF-16 with the other order of bytes', (digits) => utf16(table(digits)).swap16()],
    ['in Windows-1252 with semicolons', (digits) => latin(table(digits, ';', '\r\n'))],
    ['with carriage returns alone', (digits) => table(digits, ',', '\r')],
    [
      'with empty columns beside the table and empty rows below it',
      (digits) => `${table(digits, ',', ',,,\n')},,,,,,,,,,,,,\n,,\n`,
    ],
    ['with blank rows above the table', (digits) => `\r\n,,,\r\n;;;\r\n  \r\n${table(digits, ',', '\r\n')}`],
    [
      'with capitals and spaces that do not break in the header',
      (digits) => `\u00a0${table(digits).replace(names.join(), names.join(' ,\u200b').toUpperCase())}`,
    ],
    [
      'with every field in quotes',
      (digits) => table(digits).replace(/[^\n]+/g, (row) => `"${row.replaceAll(',', '","')}"`),
    ],
    [
      'with marks that do not show in its cells',
      (digits) => table(`\u202a${digits}\u202c`).replace('Müller', 'Mül\u00adler\u200b'),
    ],
    [
      'with line breaks of every kind',
      (digits) => `${table(digits, ',', '\r\n').replace('\r\n', '\r')}\n\r\r\n,,,\n`,
    ],
  ];
  for (const [what, content] of written)
    test(`${what} is read as it is meant`, async () => {
      const digits = freshNumber();
      const { code, out } = await bring('sheet.csv', content(digits));
      assert.deepEqual([code, out], [0, '1 rows: added 1, changed 0, unchanged 0, repeated 0, refused 0\n']);
      assert.equal(await placeOf(digits), 'Müller, Liège');
    });

  test('in Windows-1252 is told to be, so that somebody looks at a name with accents', async () => {
    const { error } = await bring('latin.csv', latin(table(freshNumber(), ';')));
    assert.match(error, /latin\.csv: read as Windows-1252, because it is not UTF-8/);
    assert.equal((await bring('plain.csv', table(freshNumber()))).error, '');
  });

  test('in UTF-8 with one broken row loses that row, with its line, and is not taken for another', async () => {
    const [good, bad] = [freshNumber(), freshNumber()];
    const broken = latin(`${bad},Br\u00fcn,Jan,1970-03-01,,,,,,,\n`);
    const { code, error } = await bring('mixed.csv', Buffer.concat([Buffer.from(table(good)), broken]));
    assert.equal(code, 1);
    assert.match(error, /mixed\.csv:3: row: the row is not UTF-8/);
    assert.equal(await placeOf(good), 'Müller, Liège');
  });

  test('tells a bad row with its line, whichever break ends it, and keeps all out when strict', async () => {
    const digits = freshNumber();
    const content = `${table(digits, ';', '\r')};;;\r12;Naam;;;;;;;;;\r`;
    const { code, error } = await bring('strict.csv', content, ' --strict');
    assert.equal(code, 1);
    assert.match(error, /strict\.csv:4: national_number: must have 11 digits/);
    assert.equal(await placeOf(digits), null);
  });

  test('keeps commas in a field that semicolons part, and semicolons in quotes', async () => {
    const digits = freshNumber();
    const cells = [digits, '"de la Tour; dite Sol"', 'A, B', '', '', '', '', '', '', '', ''];
    const { code } = await bring('quoted.csv', `${names.join(';')}\n${cells.join(';')}\n`);
    assert.equal(code, 0);
    assert.equal(await placeOf(digits), 'de la Tour; dite Sol, null');
  });
});
