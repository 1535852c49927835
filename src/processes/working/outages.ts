import type { Logger } from 'pino';
import { codeOf, nameError } from '../../base/error-code.ts';
import { explainDatabase } from '../database/explain-database.ts';

/** What a worker says of what goes wrong: of a database that is away once for each cause, and once that it is back. */
export type Outages = {
  note(error: unknown, about: object, message: string): void;
  /** The database answered. */
  over(): void;
};

export function openOutages(log: Pick<Logger, 'error' | 'info'>): Outages {
  const said = new Set<string>();
  return {
    note(error, about, message) {
      const trouble = explainDatabase(error);
      if (trouble === null) return log.error({ ...about, ...nameError(error) }, message);
      const code = codeOf(error) ?? 'unknown';
      if (said.has(code)) return;
      said.add(code);
      log.error({ code, reason: trouble.what }, 'the database cannot be used: work waits for it');
    },
    over() {
      if (said.size === 0) return;
      said.clear();
      log.info('the database can be used again');
    },
  };
}
