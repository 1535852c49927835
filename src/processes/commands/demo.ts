import type { CommandContext, ExitCode } from '../command.ts';
import { exitCodes } from '../command.ts';
import { runDemo } from '../demo.ts';

/** `sluis demo [--reset]`: the same as `npm start`. */
export async function demo({ options }: CommandContext): Promise<ExitCode> {
  const code = await runDemo(options.reset === true ? ['--reset'] : [], process.env);
  return code === 0 ? exitCodes.done : exitCodes.refused;
}
