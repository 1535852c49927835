import type { PlacedProblem } from '../../../files/descriptions/read-descriptions.ts';
import type { ExitCode } from '../../command-line/command.ts';
import type { Output } from '../../command-line/output.ts';

/** Tells everything that is wrong with a file, a line each, as compilers do: `file:line:column: path: reason`. */
export function refuseFile(
  output: Output,
  file: string,
  problems: readonly PlacedProblem[],
  next: string,
): ExitCode {
  const lines = problems.map(
    ({ line, column, path, reason }) =>
      `${file}:${line}:${column}: ${path === '' ? '' : `${path}: `}${reason}`,
  );
  return output.refuse(`${lines.join('\n')}\nNothing was changed.`, next, { file, problems });
}
