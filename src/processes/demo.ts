// `npm start`: the platform, the simulated outside world and the demo people, in one process.
import { parseArgs } from 'node:util';
import { loadSettings, SettingsFailure } from '../config/load.ts';
import type { Settings } from '../config/settings.ts';
import { demoPorts } from './demo-world.ts';
import { shiftClock, travelFurther } from './time-travel.ts';
import { untilAsked } from './until-asked.ts';

const options = { reset: { type: 'boolean' }, 'time-travel': { type: 'string' } } as const;

/** Runs the demo until it is asked to stop. Returns the exit code. */
export async function runDemo(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const refuse = (code: number, ...lines: readonly string[]) => {
    process.stderr.write(`${lines.join('\n')}\n`);
    return code;
  };
  const read = readArguments(argv);
  if (read.kind === 'wrong')
    return refuse(2, read.problem, 'npm start -- --reset begins again with an empty demo.');
  const { reset = false, 'time-travel': by } = read.values;
  try {
    const settings = demoSettings(environment);
    const travel = await travelFurther(settings.dataFolder, { by, afresh: reset });
    if (travel.kind === 'refused') return refuse(2, travel.problem);
    if (travel.milliseconds > 0) shiftClock(travel.milliseconds);
    // Loaded now and not before: whatever keeps `Date` for itself must find the one that travelled.
    const { explainFailure, resetDemo, startDemo } = await import('./start-demo.ts');
    try {
      if (reset) await resetDemo(settings);
      const stop = await startDemo({ settings, travelled: travel.milliseconds, say });
      await untilAsked();
      say('\nStopping …');
      await stop();
      return 0;
    } catch (error) {
      const told = explainFailure(error);
      if (told === null) throw error;
      return refuse(1, told);
    }
  } catch (error) {
    if (!(error instanceof SettingsFailure)) throw error;
    return refuse(1, error.message, 'Mend these settings: docs/reference/settings.md has them all.');
  }
}

function readArguments(argv: readonly string[]) {
  try {
    return { kind: 'read', values: parseArgs({ args: [...argv], options }).values } as const;
  } catch (error) {
    if (error instanceof TypeError && 'code' in error)
      return { kind: 'wrong', problem: error.message } as const;
    throw error;
  }
}

/** The demo's own choices; what the environment says goes first. Its log is quiet, so that the personas stay in view. */
function demoSettings(environment: NodeJS.ProcessEnv): Settings {
  const ports = demoPorts(loadSettings(environment));
  return loadSettings({
    SLUIS_MAIL_URL: `smtp://localhost:${ports.smtp}`,
    SLUIS_LOG_LEVEL: 'warn',
    SLUIS_NUMBER_IN_MAIL: 'true',
    ...environment,
    SLUIS_DEMO: 'true',
  });
}

if (import.meta.main) process.exitCode = await runDemo(process.argv.slice(2), process.env);
