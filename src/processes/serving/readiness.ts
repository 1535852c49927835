import type { Logger } from 'pino';
import { codeOf } from '../../base/error-code.ts';
import { SECOND } from '../../base/time.ts';
import type { Store } from '../../store/index.ts';

/**
 * How far the clock of this machine may be from that of the database. Tokens are dated by the one and kept by the other, and
 * applications allow for a few seconds.
 */
export const CLOCKS_MAY_DIFFER = 5 * SECOND;

/** Why a login would not work now; `null` when it would. */
export async function whyNotReady(store: Pick<Store, 'look'>): Promise<string | null> {
  try {
    const { isReadOnly, isMigrated, aheadMilliseconds } = await store.look();
    if (isReadOnly) return 'the database takes no writes';
    if (!isMigrated) return 'the schema of the database is older than this program';
    if (Math.abs(aheadMilliseconds) > CLOCKS_MAY_DIFFER)
      return `the clock of this machine is ${describe(aheadMilliseconds)} that of the database`;
    return null;
  } catch (error) {
    return `the database does not answer (${codeOf(error) ?? 'no code'})`;
  }
}

function describe(ahead: number): string {
  return `${Math.round(Math.abs(ahead) / SECOND)} s ${ahead > 0 ? 'ahead of' : 'behind'}`;
}

/** Whether a login would work now, and what is around the platform `isOpen` too. What changes is logged, once. */
export function openReadiness(
  store: Pick<Store, 'look'>,
  log: Pick<Logger, 'warn' | 'info'>,
  isOpen: () => boolean = () => true,
): () => Promise<boolean> {
  let said: string | null = null;
  return async () => {
    const reason = await whyNotReady(store);
    const kind = reason?.replace(/\d+ s/, '') ?? null;
    if (kind !== said) {
      if (reason === null) log.info('ready again');
      else log.warn({ reason }, 'not ready');
    }
    said = kind;
    return reason === null && isOpen();
  };
}
