import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('a command whose reader has had enough ends as it would have, without a word', async () => {
  const file = fileURLToPath(new URL('command-line.ts', import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, '--help']);
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code] = await once(child, 'close');
  assert.deepEqual({ code, said }, { code: 0, said: '' });
});

test('what cannot be written is told, and does not end well', {
  skip: !existsSync('/dev/full'),
}, async () => {
  const file = fileURLToPath(new URL('command-line.ts', import.meta.url));
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, '--help'], {
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code] = await once(child, 'close');
  assert.deepEqual(
    { code, said },
    {
      code: 1,
      said: 'What this command says could not be written (ENOSPC).\nMake room, or write it elsewhere.\n',
    },
  );
});
