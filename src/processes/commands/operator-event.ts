import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { correlationCode } from '../../base/correlation.ts';
import type { AuditEvent, EventContent } from '../../domain/audit/index.ts';

/** Makes the events of one command: all with the operator of this machine and one correlation code. */
export function operatorEvents(): (event: EventContent) => AuditEvent {
  const correlation = correlationCode(randomBytes(8));
  const actor = { kind: 'operator', id: operatorName() } as const;
  return (event) => ({ ...event, actor, correlation });
}

/** The name of whoever typed the command, as this machine knows it. */
export function operatorName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number without a name.
    return String(process.getuid?.() ?? 'unknown');
  }
}
