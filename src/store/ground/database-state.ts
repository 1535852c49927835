import type { Connection } from './connection.ts';

/** How a database is that answers. */
export type DatabaseState = {
  /** What its clock showed, and between which moments of `performance.now()`. */
  readonly shown: Date;
  readonly asked: number;
  readonly answered: number;
  /** Nothing can be written: a standby, or a server that somebody set so. */
  readonly isReadOnly: boolean;
  /** Every migration that this program knows was applied. */
  readonly isMigrated: boolean;
};

const STATE = {
  name: 'news.state',
  text: `select clock_timestamp() as shown, current_setting('transaction_read_only')::boolean as read_only,
    not exists (select from unnest($1::integer[]) known where known not in (select number from migrations)) as migrated`,
};

/** Asks on this connection, for these migrations; throws what the database or the line says. */
export async function readState(
  connection: Connection,
  migrations: readonly number[],
): Promise<DatabaseState> {
  const asked = performance.now();
  const { rows } = await connection.query<Row>({ ...STATE, values: [migrations] });
  const [row] = rows;
  if (row === undefined) throw new Error('the database answers nothing');
  const { shown, read_only: isReadOnly, migrated: isMigrated } = row;
  return { shown, asked, answered: performance.now(), isReadOnly, isMigrated };
}

type Row = { shown: Date; read_only: boolean; migrated: boolean };
