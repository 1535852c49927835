// The first import of each journey: the clock of its turn, before anything is loaded that keeps a clock for itself.
import { liveInTurn } from './run-clock.ts';

liveInTurn(process.argv[1] ?? '');
