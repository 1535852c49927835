import assert from 'node:assert/strict';
import test from 'node:test';
import { type Command, exitCodes } from './command.ts';
import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';

const apply: Command = {
  words: ['application', 'apply'],
  summary: 'Takes applications out of a file.',
  operands: ['FILE'],
  options: { 'dry-run': { type: 'boolean', what: 'Change nothing.' } },
  run: async ({ operands, options, output }) => {
    if (operands[0] === 'bad.json')
      return output.refuse('bad.json is not JSON.', 'Mend line 3.', { line: 3 });
    output.say(`Applied ${operands[0]}.`);
    output.result({ file: operands[0], dryRun: options['dry-run'] === true });
    return exitCodes.done;
  },
};
const list: Command = { ...apply, words: ['application', 'list'], operands: [], options: {} };
const needsSettings: Command = {
  ...list,
  words: ['serve'],
  run: async ({ settings }) => (settings().port === 4000 ? exitCodes.done : exitCodes.refused),
};

async function type(line: string, environment: NodeJS.ProcessEnv = {}) {
  let [out, error] = ['', ''];
  const io = {
    out: (text: string) => {
      out += text;
    },
    error: (text: string) => {
      error += text;
    },
    environment,
  };
  const code = await dispatch([apply, list, needsSettings], line.split(' ').filter(Boolean), io);
  return { code, out, error };
}

test('a command is found by its words, and gets its file and its options', async () => {
  assert.deepEqual(await type('application apply a.json'), { code: 0, out: 'Applied a.json.\n', error: '' });
  const { code, out } = await type('application apply --dry-run --json a.json');
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), { file: 'a.json', dryRun: true });
});

test('help is there by every way of asking: alone, for a command, for a family', async () => {
  const { code, out } = await type('help');
  assert.deepEqual([code, out], [0, (await type('--help')).out]);
  assert.equal((await type('help application apply')).out, (await type('application apply --help')).out);
  assert.match((await type('help application')).out, /application apply FILE[\s\S]*application list/);
});

test('a command that is none is told with the nearest that there are', async () => {
  for (const [typed, meant] of [
    ['aplication list', /There is: bin\/sluis application apply, bin\/sluis application list\./],
    ['application lsit', /bin\/sluis application list/],
    ['serv', /bin\/sluis serve/],
    ['sevre', /bin\/sluis serve/],
    ['help serv', /bin\/sluis serve/],
    ['xyzzy', /bin\/sluis --help lists the commands/],
  ] as const) {
    const { code, error } = await type(typed);
    assert.equal(code, 2, typed);
    assert.match(error, meant, typed);
  }
});

test('a refusal ends with 1 and says what and what next, as JSON too', async () => {
  assert.deepEqual(await type('application apply bad.json'), {
    code: 1,
    out: '',
    error: 'bad.json is not JSON.\nMend line 3.\n',
  });
  const { code, out, error } = await type('application apply bad.json --json');
  assert.deepEqual([code, error], [1, '']);
  assert.deepEqual(JSON.parse(out), {
    refused: { what: 'bad.json is not JSON.', next: 'Mend line 3.', details: { line: 3 } },
  });
});

test('wrong use ends with 2 and says how it is used', async () => {
  for (const line of [
    '',
    'nonsense',
    'application',
    'application nonsense',
    'application apply',
    'application apply a b',
    'application apply a --nonsense',
    'application list a',
    '--nonsense',
  ]) {
    const { code, out, error } = await type(line);
    assert.equal(code, 2, line);
    assert.equal(out, '', line);
    assert.match(error, /--help|There is: bin\/sluis application apply, bin\/sluis application list/, line);
  }
});

test('help is asked for on standard output, for all commands and for one', async () => {
  for (const line of ['--help', '-h']) {
    const { code, out } = await type(line);
    assert.equal(code, 0);
    assert.match(out, /application apply FILE \[--dry-run\] {2}Takes applications out of a file\./);
  }
  const { code, out } = await type('application apply --help');
  assert.equal(code, 0);
  assert.match(out, /^bin\/sluis application apply FILE \[--dry-run\]\n[\s\S]*--dry-run {2}Change nothing\./);
});

test('settings that cannot be used refuse the commands that need them, with the place to look', async () => {
  assert.equal((await type('serve')).code, 0);
  const { code, error } = await type('serve', { SLUIS_PORT: 'x' });
  assert.equal(code, 1);
  assert.match(error, /SLUIS_PORT must be a whole number.*\n.*settings\.md/);
  assert.equal((await type('application list', { SLUIS_PORT: 'x' })).code, 0);
});

test('no two commands share their words, and none hides another', () => {
  const words = commands.map((command) => command.words.join(' '));
  assert.deepEqual([...new Set(words)], words);
  for (const [place, each] of words.entries()) {
    assert.ok(!words.slice(place + 1).some((later) => later.startsWith(`${each} `)), each);
  }
});
