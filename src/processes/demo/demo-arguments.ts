import { parseArgs } from 'node:util';

/** What a demo is asked for. */
export type DemoArguments = { readonly reset?: boolean; readonly 'time-travel'?: string };

export type ReadDemoArguments =
  | { readonly kind: 'read'; readonly values: DemoArguments }
  | { readonly kind: 'wrong'; readonly problem: string };

const options = { reset: { type: 'boolean' }, 'time-travel': { type: 'string' } } as const;

/**
 * `npm start --reset`, without `--` between, keeps the words to itself and hands on `npm_config_reset=true`; `--time-travel 30d` so gives
 * the word 30d alone. Both are done as they were meant.
 */
export function readDemoArguments(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
): ReadDemoArguments {
  const { npm_config_reset: reset, npm_config_time_travel: by } = environment;
  const isTravel = by !== undefined && by !== '';
  const meant =
    environment.npm_lifecycle_event === 'start'
      ? [
          ...(reset === 'true' ? ['--reset'] : []),
          ...(isTravel ? ['--time-travel', ...(by === 'true' ? [] : [by])] : []),
        ]
      : [];
  try {
    return { kind: 'read', values: parseArgs({ args: [...meant, ...argv], options }).values };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return { kind: 'wrong', problem: error.message };
    throw error;
  }
}
