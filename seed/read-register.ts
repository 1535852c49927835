import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { parseNationalNumber, type RegisteredPerson } from '../src/domain/person/index.ts';

/** The file of the demo's persons register, in the format of `register import`. */
export const registerFile = new URL('./register.csv', import.meta.url);

/** Reads the demo's persons register; throws when a row is wrong, since the file is ours. */
export async function readDemoRegister(today: Date): Promise<readonly RegisteredPerson[]> {
  const rows: Readonly<Record<string, string>>[] = parse(await readFile(registerFile), { columns: true });
  return rows.map((row) => {
    const parsed = parseNationalNumber(row.national_number ?? '', today);
    if (parsed.kind === 'refused') throw new Error(`${row.family_name}: ${parsed.reason}`);
    const [year = 0, month = 0, day = 0] = (row.birth_date ?? '').split('-').map(Number);
    const known = (value: string | undefined) => (value ? value : null);
    return {
      number: parsed.number,
      familyName: row.family_name ?? '',
      givenNames: row.given_names ?? '',
      birthDate: { year: year || null, month: month || null, day: day || null },
      birthPlace: known(row.birth_place),
      sex: row.sex === 'F' ? 'female' : row.sex === 'M' ? 'male' : null,
      nationality: known(row.nationality),
      address: {
        street: known(row.street),
        postcode: known(row.postcode),
        municipality: known(row.municipality),
        country: known(row.country),
      },
    };
  });
}
