import pg from 'pg';

/** A statement as a store sent it. */
export type SentStatement = { readonly name: string; readonly text: string; readonly values: unknown[] };

/** Every named statement that is sent while `work` runs, once per name, with the parameters of its first time. */
export async function recordStatements(work: () => Promise<unknown>): Promise<readonly SentStatement[]> {
  const sent = new Map<string, SentStatement>();
  const client = pg.Client.prototype as unknown as { query(...given: unknown[]): unknown };
  const query = client.query;
  client.query = function (this: unknown, ...given: unknown[]) {
    const [asked] = given as [{ name?: string; text?: string; values?: unknown[] } | string];
    if (typeof asked === 'object' && asked?.name !== undefined && !sent.has(asked.name))
      sent.set(asked.name, { name: asked.name, text: asked.text ?? '', values: [...(asked.values ?? [])] });
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return [...sent.values()];
}

/** Pages of the database that a statement touches: its work, whatever the machine does besides. Nothing of it is kept. */
export async function pagesTouched(client: pg.Client, { text, values }: SentStatement): Promise<number> {
  await client.query('begin');
  try {
    const { rows } = await client.query({ text: `explain (analyze, buffers, format json) ${text}`, values });
    const [{ Plan: plan }] = (rows[0] as { 'QUERY PLAN': [{ Plan: Record<string, number> }] })['QUERY PLAN'];
    return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  } finally {
    await client.query('rollback');
  }
}
