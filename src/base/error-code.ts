/** What the driver of the database says without a code. */
const sayings: readonly (readonly [saying: RegExp, code: string])[] = [
  [/timeout|timed out/i, 'ETIMEDOUT'],
  [/terminated|not queryable|was closed/, 'ECONNRESET'],
];

/**
 * The code of an error for a log: SQLSTATE (PostgreSQL, appendix A) or what the system calls it; `null` when it has none. Messages may
 * quote what people typed, and stay out.
 */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if ('code' in error && typeof error.code === 'string')
    return isMissingSocket(error) ? 'ECONNREFUSED' : error.code;
  return sayings.find(([saying]) => saying.test(error.message))?.[1] ?? null;
}

/** Whoever listens at a socket in the file system takes it away when it ends: nobody answers there, as at a port. */
function isMissingSocket(error: Error): boolean {
  return 'syscall' in error && error.syscall === 'connect' && 'code' in error && error.code === 'ENOENT';
}

/** What a log line says of an error: its kind, and its code where it has one. */
export function nameError(error: unknown): { readonly error: string; readonly code?: string } {
  const code = codeOf(error);
  const name = error instanceof Error ? error.name : 'unknown';
  return code === null ? { error: name } : { error: name, code };
}

/** What a log line says of a bug besides: where it happened. The message itself may quote what people typed. */
export function describeError(error: unknown): object {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { ...nameError(error), stack: frames.slice(0, 6).map((line) => line.trim()) };
}

/** Of the network, of a server that starts or stops, and of one that takes no more or no writes: waiting helps. */
const outages =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|08...|57P0[1235]|53300|25006)$/;

/** Whether something that we depend on is away, so that the same request may succeed in a while; anything else that breaks is a bug. */
export function isOutage(error: unknown): boolean {
  return outages.test(codeOf(error) ?? '');
}

/** Seconds after which somebody who met an outage may ask again (RFC 9110 10.2.3). */
export const RETRY_AFTER_SECONDS = 30;
