import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { type CrashingPostgres, noCrash, startCrashingPostgres } from '../support/crashing-postgres.ts';
import { freshDatabase } from '../support/database.ts';
import { skipWithout } from '../support/tools.ts';

for (const maker of ['npm', 'debian'] as const) {
  const skip = noCrash || (maker === 'debian' && skipWithout('postgresql'));
  describe(`a database (${maker}) whose processes are all killed`, { skip }, () => {
    let server: CrashingPostgres;
    let url: string;
    before(async () => {
      server = await startCrashingPostgres(maker);
      ({ url } = await freshDatabase(undefined, server));
      await ask('create table words (word text)');
      await server.holdBack();
    });
    after(() => server.stop());

    const ask = async (...texts: readonly string[]): Promise<readonly pg.QueryResultRow[]> => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        let rows: readonly pg.QueryResultRow[] = [];
        for (const text of texts) ({ rows } = await client.query(text));
        return rows;
      } finally {
        await client.end();
      }
    };
    const softly = (text: string) => ask('begin', 'set local synchronous_commit = off', text, 'commit');

    test('has what was committed surely, and with it all that was committed before; not what may be lost', async () => {
      await softly(`insert into words values ('softly, and brought along')`);
      await ask(`insert into words values ('surely')`);
      await softly(`insert into words values ('softly')`);
      assert.equal((await ask('select from words')).length, 3, 'everybody sees all of them before');
      await server.crash();
      assert.deepEqual(await ask('select word from words'), [
        { word: 'softly, and brought along' },
        { word: 'surely' },
      ]);
    });
  });
}
