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
  if ('code' in error && typeof error.code === 'string') return error.code;
  return sayings.find(([saying]) => saying.test(error.message))?.[1] ?? null;
}

/** What a log line says of an error: its kind, and its code where it has one. */
export function nameError(error: unknown): { readonly error: string; readonly code?: string } {
  const code = codeOf(error);
  const name = error instanceof Error ? error.name : 'unknown';
  return code === null ? { error: name } : { error: name, code };
}
