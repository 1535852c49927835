// Loaded before tests that run once more: their properties were tried widely where they ran first.
import fc from 'fast-check';

const TRIES = 8;

fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: TRIES });
