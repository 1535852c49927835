import pino, { type Logger } from 'pino';
import type { Settings } from '../../config/settings.ts';

/**
 * A log of events for operators: codes and durations, never what people are called or typed. Lines are written several at a time, for a thread
 * must be woken for each write. However this process ends of itself, the last ones are written; who kills it loses a tenth of a second of them.
 */
export function openLog(settings: Pick<Settings, 'logLevel'>): Logger {
  return pino(
    { level: settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: process.stdout.fd, sync: false, minLength: 4096, periodicFlush: 100 }),
  );
}
