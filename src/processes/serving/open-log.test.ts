import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

const OPEN_LOG = new URL('open-log.ts', import.meta.url).href;

/** What a process has in its log that writes a line to it and then ends in this way. */
async function logOfOneThat(ends: string): Promise<string> {
  const program = `import { openLog } from '${OPEN_LOG}'; openLog({ logLevel: 'info' }).info('the last line'); ${ends}`;
  const options = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program];
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'ignore'] });
  let log = '';
  child.stdout.on('data', (chunk) => {
    log += String(chunk);
  });
  await once(child, 'close');
  return log;
}

test('the last line of the log is written, whether a process comes to its end, exits or breaks', async () => {
  const logs = await Promise.all(['', 'process.exit(3)', `throw new Error('broken')`].map(logOfOneThat));
  for (const log of logs) assert.match(log, /^\{"level":30,"time":"[^"]+","msg":"the last line"\}\n$/);
});
