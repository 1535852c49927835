import type { CorrelationCode } from '../../base/correlation.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { DocumentStore } from './ports.ts';

/** Removes a batch of contents whose time has come and records each; answers with how many. Call it until there are none. */
export async function expireDocuments(
  stores: { readonly documents: DocumentStore; readonly audit: AuditTrail },
  at: Date,
  correlation: CorrelationCode,
): Promise<number> {
  const expired = await stores.documents.expireDue(at);
  const events = expired.map(
    (each) =>
      ({
        kind: 'document.expired',
        actor: { kind: 'system' },
        subject: { kind: 'case', id: each.case },
        purpose: 'retention',
        details: { document: each.id },
        correlation,
      }) as const,
  );
  if (events.length > 0) await stores.audit.record(...events);
  return expired.length;
}
