// Loaded before everything else in each process that a test at another clock starts.
import { shiftClock } from '../../src/processes/demo/time-travel.ts';

shiftClock(Number(process.env.SLUIS_TEST_SHIFT ?? 0));
