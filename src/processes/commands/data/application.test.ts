import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';
import { parseApplicationId } from '../../../domain/application/index.ts';

const world = await openCommandWorld({ after });

const klip = {
  id: 'klip',
  name: { nl: 'KLIP', en: 'KLIP' },
  secret: 'a well kept secret',
  redirectUris: ['https://klip.example/callback'],
  scopes: ['openid', 'vo'],
  openTo: [{ targetGroup: 'EA' }],
};

async function kept(id: string) {
  const parsed = parseApplicationId(id);
  assert.ok(parsed);
  return world.store.inTransaction(['applications'], (stores) => stores.applications.find(parsed));
}

async function applied() {
  const events = await world.store.audit.list();
  return events.filter((event) => event.kind === 'application.applied').map((event) => event.subject?.id);
}

describe('sluis application apply', () => {
  test('tries without keeping, then adds, then finds nothing to change', async () => {
    const file = await world.put('klip.json', klip);
    assert.deepEqual(await world.type(`application apply ${file} --dry-run`), {
      code: 0,
      out: 'added     klip  KLIP\nThis was a dry run: nothing was kept.\n',
      error: '',
    });
    assert.equal(await kept('klip'), null);
    assert.deepEqual(await applied(), []);
    assert.deepEqual(await world.type(`application apply ${file}`), {
      code: 0,
      out: 'added     klip  KLIP\n',
      error: '',
    });
    const put = await kept('klip');
    assert.equal(put?.protocol === 'oidc' && put.secret?.reveal(), klip.secret);
    assert.deepEqual(await world.type(`application apply ${file}`), {
      code: 0,
      out: 'unchanged klip  KLIP\n',
      error: '',
    });
    assert.deepEqual(await applied(), ['klip']);
  });

  test('takes several at once, and says as JSON what became of each', async () => {
    const file = await world.put('two.json', [
      { ...klip, assurance: 'high' },
      { ...klip, id: 'gipod' },
    ]);
    const { code, value } = await world.typeJson(`application apply ${file}`);
    assert.equal(code, 0);
    assert.deepEqual(value, {
      dryRun: false,
      applied: [
        { id: 'klip', change: 'changed' },
        { id: 'gipod', change: 'added' },
      ],
    });
    assert.equal((await kept('klip'))?.assurance, 'high');
  });

  test('keeps nothing of a file in which one thing is wrong, and points at it', async () => {
    const file = await world.put('bad.json', [
      { ...klip, id: 'fresh' },
      { ...klip, id: 'wrong', colour: 'red', scopes: ['vo'] },
    ]);
    const lines = (await readFile(file, 'utf8')).split('\n');
    const lineOf = (text: string) => lines.findLastIndex((line) => line.includes(text)) + 1;
    const { code, out, error } = await world.type(`application apply ${file}`);
    assert.deepEqual([code, out], [1, '']);
    assert.deepEqual(error.split('\n'), [
      `${file}:${lineOf('"scopes"')}:5: [1].scopes: must hold "openid"`,
      `${file}:${lineOf('"colour"')}:5: [1].colour: there is no such field`,
      'Nothing was changed.',
      'docs/reference/schemas/application.schema.json says what may stand in it.',
      '',
    ]);
    assert.equal(await kept('fresh'), null);
  });

  test('refuses what is no JSON, no file, or names one application twice', async () => {
    const broken = await world.put('broken.json', '{\n  "id": "klip",\n}');
    assert.match(
      (await world.type(`application apply ${broken}`)).error,
      /broken\.json:3:1: the name of a field is expected/,
    );
    assert.match((await world.type('application apply /nowhere.json')).error, /the file does not exist/);
    const twice = await world.put('twice.json', [klip, klip]);
    const { code, value } = await world.typeJson(`application apply ${twice}`);
    assert.equal(code, 1);
    assert.match(JSON.stringify(value), /describes klip for the second time/);
    assert.equal((await world.type('application apply')).code, 2);
  });
});

describe('sluis application list', () => {
  test('shows every application and no secret', async () => {
    const { code, out } = await world.type('application list');
    assert.equal(code, 0);
    assert.match(out, /^gipod {2}KLIP {2}substantial {2}EA\/organisation\nklip/);
    const asJson = await world.type('application list --json');
    assert.match(asJson.out, /"hasSecret": true/);
    assert.doesNotMatch(out + asJson.out, /well kept/);
  });
});
