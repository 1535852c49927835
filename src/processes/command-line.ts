import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';

// Stripping types and compiling is most of a start; what comes of it is kept beside the packages, where only who may change the
// code may write. Where nobody may, every start does it anew.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url)));

// Who reads may have enough before the end (`sluis country list | head`): the rest goes nowhere, and the command ends as it would have.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await dispatch(commands, process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  environment: process.env,
});
