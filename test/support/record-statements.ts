import pg from 'pg';

/** A statement as a store sent it. */
export type SentStatement = { readonly name: string; readonly text: string; readonly values: unknown[] };

/** For the `skip` of a test that records statements: why there are none to be known by their names, else `false`. */
export const noNames: string | false =
  process.env.SLUIS_TEST_POOLER_URL === undefined ? false : 'through a pooler no statement has a name';

let heard: ((statement: SentStatement) => void) | null = null;

// From the beginning: connections keep the function that they were made with.
const client = pg.Client.prototype as unknown as { query(...given: unknown[]): unknown };
const query = client.query;
client.query = function (this: unknown, ...given: unknown[]) {
  const [asked] = given as [{ name?: string; text?: string; values?: unknown[] } | string];
  if (typeof asked === 'object' && asked?.name !== undefined)
    heard?.({ name: asked.name, text: asked.text ?? '', values: [...(asked.values ?? [])] });
  return query.apply(this, given);
};

/** Every named statement that is sent while `work` runs, once per name, with the parameters of its first time. */
export async function recordStatements(work: () => Promise<unknown>): Promise<readonly SentStatement[]> {
  const sent = new Map<string, SentStatement>();
  heard = (statement) => {
    if (!sent.has(statement.name)) sent.set(statement.name, statement);
  };
  try {
    await work();
  } finally {
    heard = null;
  }
  return [...sent.values()];
}

/** Pages of the database that a statement touches: its work, whatever the machine does besides. Nothing of it is kept. */
export async function pagesTouched(client: pg.Client, { text, values }: SentStatement): Promise<number> {
  // As the pool of the store plans.
  await client.query('begin; set local plan_cache_mode = force_generic_plan');
  try {
    const { rows } = await client.query({ text: `explain (analyze, buffers, format json) ${text}`, values });
    const [{ Plan: plan }] = (rows[0] as { 'QUERY PLAN': [{ Plan: Record<string, number> }] })['QUERY PLAN'];
    return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  } finally {
    await client.query('rollback');
  }
}
