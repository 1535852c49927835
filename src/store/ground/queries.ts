import type { ClientBase, Pool } from 'pg';
import { openJoiner } from './joining/joined-statement.ts';
import { orChangedMeanwhile } from './serialisation.ts';
import { asking, type Queries, type Sent } from './statement.ts';

/** Statements on a connection or a pool, each at once. Errors of the database come through as they are. */
export function queriesOn(connection: Pool | ClientBase): Queries {
  const run = ({ statement: { name, text }, values }: Sent) =>
    connection.query({ name, text, values: [...values] });
  const { join } = openJoiner();
  return {
    ...asking(run),
    async changeUnheard(statement, values) {
      await run({ statement, values });
    },
    async changeSurely(statement, values, rows = 1) {
      await orChangedMeanwhile(() => run(join([{ statement, values, rows }])));
    },
    async gather(gathering, items) {
      await run(gathering(items));
    },
  };
}
