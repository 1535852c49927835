import { createReadStream } from 'node:fs';
import type { RegisteredPerson } from '../src/domain/person/index.ts';
import { readCsv } from '../src/files/csv/read-csv.ts';
import { readRows } from '../src/files/rows/read-rows.ts';
import {
  optionalRegisterColumns,
  parseRegisterRow,
  registerColumns,
} from '../src/files/rows/register-row.ts';

/** The file of the demo's persons register, in the format of `register import`. */
export const registerFile = new URL('./register.csv', import.meta.url);

/** Reads the demo's persons register as `register import` does; throws when a row is wrong, since the file is ours. */
export async function readDemoRegister(today: Date): Promise<readonly RegisteredPerson[]> {
  const people: RegisteredPerson[] = [];
  const reader = { columns: registerColumns, optional: optionalRegisterColumns, parse: parseRegisterRow };
  for await (const read of readRows(readCsv(createReadStream(registerFile)), reader, today)) {
    if (read.kind !== 'row') throw new Error(`seed/register.csv: ${JSON.stringify(read)}`);
    people.push(read.row);
  }
  return people;
}
