import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';
import { exitCodes } from './exit-code.ts';

// Stripping types and compiling is most of a start; what comes of it is kept beside the packages, where only who may change the
// code may write. Where nobody may, every start does it anew.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url)));

// Who reads may have enough before the end (`sluis country list | head`): the rest goes nowhere, and the command ends as it would have.
// What cannot be written for another reason, a full disk, was not said: then it did not go well.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout)
      process.stderr.write(
        `What this command says could not be written (${error.code}).\nMake room, or write it elsewhere.\n`,
      );
    process.exit(exitCodes.refused);
  });
}

process.exitCode = await dispatch(commands, process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  environment: process.env,
});
