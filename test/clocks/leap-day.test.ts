import { runSuitesAt } from '../support/run-suites-at.ts';

await runSuitesAt('leap-day');
