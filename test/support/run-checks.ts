// npm run check: what can be said of the code without running it.
import { makeEntries, planRun } from './plan-run.ts';
import { checkCode, runTests } from './steps.ts';

const isClean = await checkCode();
const entries = makeEntries(planRun(['test/law/*.test.ts']));
const isLawful = await runTests(entries.files, 2, process.env);
entries.remove();
process.exitCode = isClean && isLawful ? 0 : 1;
