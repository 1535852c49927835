import { runSuitesAt } from '../support/run-suites-at.ts';

await runSuitesAt('last-minute-of-the-year');
