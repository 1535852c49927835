import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, describe, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';
import { enterprise, personWith } from '../../../../test/support/open-test-store.ts';
import { type ApplicationId, parseApplicationId } from '../../../domain/application/index.ts';
import { byImport } from '../../../domain/rights/index.ts';

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

describe('a changed catalogue', () => {
  const right = { code: 'KLIPgebruiker', contexts: ['Planaanvrager', 'Raadpleger'], contextRequired: true };
  const described = (...rights: readonly object[]) => ({ ...klip, id: 'catalogue', rights });

  test('says before it is kept who loses or gains what, and is kept as a version with who and when', async () => {
    const apply = async (options: string, ...rights: readonly object[]) =>
      world.type(`application apply ${await world.put('catalogue.json', described(...rights))}${options}`);
    const first = await apply('', right);
    assert.equal(first.out, 'added     catalogue  KLIP\n');
    const enterprises = [
      enterprise('0403019261', { name: 'Zand NV' }),
      enterprise('0428759497', { name: 'Aarde BV' }),
    ];
    const people = ['Anna Mertens', 'Bert Claes'].map((name) => {
      const [givenNames = '', familyName = ''] = name.split(' ');
      return personWith({ givenNames, familyName });
    });
    await world.store.inTransaction(['organisations', 'persons', 'rights'], async (stores) => {
      for (const [place, organisation] of enterprises.entries()) {
        await stores.organisations.put(organisation);
        const person = await stores.persons.add(people[place] ?? personWith());
        const relation = await stores.organisations.addWorkRelation({
          ...{ id: randomUUID(), person: person.id, organisation: organisation.id },
          ...{ userType: 'permanent', email: null, validity: organisation.validity },
        });
        await stores.rights.add({
          ...{ id: randomUUID(), workRelation: relation.id, organisation: organisation.id },
          ...{ application: parseApplicationId('catalogue') as ApplicationId, right: right.code },
          ...{ contexts: place === 0 ? right.contexts : ['Planaanvrager'], validity: organisation.validity },
          given: byImport,
        });
      }
    });
    const less = { ...right, contexts: ['Raadpleger'] };
    const told = [
      'changed   catalogue  KLIP',
      '          1 lose KLIPgebruiker',
      '          1 lose contexts of KLIPgebruiker',
      '          EA:0428759497  Aarde BV',
      '            Bert Claes: lose KLIPgebruiker',
      '          EA:0403019261  Zand NV',
      '            Anna Mertens: lose contexts of KLIPgebruiker (Planaanvrager)',
    ];
    const dry = (await apply(' --dry-run', less)).out.split('\n');
    assert.deepEqual(dry.slice(0, -2).toSorted(), told.toSorted());
    assert.deepEqual(dry.slice(3, -2), told.slice(3));
    assert.equal(dry.at(-2), 'This was a dry run: nothing was kept.');
    assert.doesNotMatch(await history(), /^2 /m);

    await apply('', less);
    const back = await apply('', right, { code: 'KLIPmelder' });
    assert.match(back.out, /1 gain KLIPgebruiker\n/);
    const same = await apply('', { ...right, maxDuration: 'P1Y' }, { code: 'KLIPmelder' });
    assert.match(same.out, /Nobody loses or gains a right by it\./);
    await apply('', { ...right, maxDuration: 'P1Y' }, { code: 'KLIPmelder' });
    const words = (await history())
      .trim()
      .split('\n')
      .map((line) => line.replace(/ {2}\S+ {2}by \S+ {2}/, ' '));
    assert.deepEqual(words, [
      '4 ~KLIPgebruiker',
      '3 +KLIPmelder ~KLIPgebruiker',
      '2 ~KLIPgebruiker',
      '1 +KLIPgebruiker',
    ]);
  });

  async function history(): Promise<string> {
    const { code, out } = await world.type('application history catalogue');
    assert.equal(code, 0);
    return out;
  }

  test('has no history where nothing was described', async () => {
    const { code, error } = await world.type('application history nowhere');
    assert.equal(code, 1);
    assert.match(error, /application list/);
  });
});

describe('sluis application list', () => {
  test('shows every application and no secret', async () => {
    const { code, out } = await world.type('application list');
    assert.equal(code, 0);
    assert.match(out, /^gipod {2}KLIP {2}substantial {2}EA\/organisation\nklip/m);
    const asJson = await world.type('application list --json');
    assert.match(asJson.out, /"hasSecret": true/);
    assert.doesNotMatch(out + asJson.out, /well kept/);
  });
});
