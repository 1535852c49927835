import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { exitCodes } from '../../command-line/command.ts';
import { runDemo } from '../../demo/demo.ts';

/** `sluis demo [--reset] [--time-travel 30d]`: the same as `npm start`. */
export async function demo({ options }: CommandContext): Promise<ExitCode> {
  const travel = options['time-travel'];
  const code = await runDemo(
    [
      ...(options.reset === true ? ['--reset'] : []),
      ...(typeof travel === 'string' ? ['--time-travel', travel] : []),
    ],
    process.env,
  );
  if (code === 0) return exitCodes.done;
  return code === 2 ? exitCodes.wrongUse : exitCodes.refused;
}
