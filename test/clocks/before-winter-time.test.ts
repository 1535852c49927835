import { runSuitesAt } from '../support/run-suites-at.ts';

await runSuitesAt('before-winter-time');
