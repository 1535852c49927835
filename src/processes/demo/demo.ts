// `npm start`: the platform, the simulated outside world and the demo people, in one process.
import { loadSettings, SettingsFailure } from '../../config/load.ts';
import type { Settings } from '../../config/settings.ts';
import { explainSystem } from '../database/explain-system.ts';
import { ServeFailure } from '../serving/serve-failure.ts';
import { type DemoArguments, readDemoArguments } from './demo-arguments.ts';
import { missingForDemo } from './demo-packages.ts';
import { refuseTakenPorts } from './demo-ports-free.ts';
import { demoPorts } from './demo-world.ts';
import { holdDemoFolder } from './hold-demo-folder.ts';
import { shiftClock, travelFurther } from './time-travel.ts';
import { untilAsked } from './until-asked.ts';

/** Runs the demo until it is asked to stop. Returns the exit code. */
export async function runDemo(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const refuse = (code: number, ...lines: readonly string[]) => {
    process.stderr.write(`${lines.join('\n')}\n`);
    return code;
  };
  const read = readDemoArguments(argv, environment);
  if (read.kind === 'wrong')
    return refuse(2, read.problem, 'npm start -- --reset begins again with an empty demo.');
  try {
    const settings = demoSettings(environment);
    const missing = missingForDemo();
    if (missing !== null) return refuse(1, missing.what, missing.next);
    const letGo = holdDemoFolder(settings);
    try {
      return await runHeld(settings, read.values, refuse);
    } finally {
      letGo();
    }
  } catch (error) {
    if (error instanceof SettingsFailure)
      return refuse(1, error.message, 'Mend these settings: docs/reference/settings.md has them all.');
    const trouble = error instanceof ServeFailure ? null : explainSystem(error);
    if (trouble !== null) return refuse(1, trouble.what, trouble.next);
    if (!(error instanceof ServeFailure)) throw error;
    return refuse(1, error.message, error.next);
  }
}

async function runHeld(
  settings: Settings,
  { reset = false, 'time-travel': by }: DemoArguments,
  refuse: (code: number, ...lines: readonly string[]) => number,
): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  await refuseTakenPorts(settings);
  const travel = await travelFurther(settings.dataFolder, { by, afresh: reset });
  if (travel.kind === 'refused') return refuse(2, travel.problem);
  if (travel.milliseconds > 0) shiftClock(travel.milliseconds);
  // Loaded now and not before: whatever keeps `Date` for itself must find the one that travelled.
  const { explainFailure, resetDemo, startDemo } = await import('./start-demo.ts');
  try {
    if (reset) await resetDemo(settings);
    const demo = await startDemo({ settings, travelled: travel.milliseconds, say });
    const lost = await untilAsked(demo.lost);
    say('\nStopping …');
    await demo.stop();
    if (lost !== null) throw lost;
    return 0;
  } catch (error) {
    const told = explainFailure(error);
    if (told === null) throw error;
    return refuse(1, told);
  }
}

/** The demo's own choices; what the environment says goes first. Its log is quiet, so that the personas stay in view. */
function demoSettings(environment: NodeJS.ProcessEnv): Settings {
  const ports = demoPorts(loadSettings(environment));
  return loadSettings({
    SLUIS_MAIL_URL: `smtp://localhost:${ports.smtp}`,
    SLUIS_LOG_LEVEL: 'error',
    SLUIS_NUMBER_IN_MAIL: 'true',
    ...environment,
    SLUIS_DEMO: 'true',
  });
}

if (import.meta.main) process.exitCode = await runDemo(process.argv.slice(2), process.env);
