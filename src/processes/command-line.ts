import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';

process.exitCode = await dispatch(commands, process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  environment: process.env,
});
