import type { CorrelationCode } from '../../src/base/correlation.ts';
import type { AuditEvent } from '../../src/domain/audit/index.ts';

/** An event for tests of what keeps events; `changes` replace what a test cares about. */
export function auditEvent(changes: Partial<AuditEvent> = {}): AuditEvent {
  return {
    kind: 'login.finished',
    actor: { kind: 'person', id: 'person-1' },
    subject: { kind: 'application', id: 'klip' },
    purpose: 'login',
    details: { means: 'eidashigh', scopes: ['openid'], capacities: 2, first: true, reason: null },
    correlation: 'K7PX-2M9D' as CorrelationCode,
    ...changes,
  };
}
