import { correlationCode } from '../../base/correlation.ts';
import type { Duty } from '../../base/duty.ts';
import type { Randomness } from '../../base/ports.ts';
import { HOUR } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { AuditTrail } from '../audit/index.ts';
import { expireDocuments } from './expire-documents.ts';
import type { DocumentStore } from './ports.ts';

/** Every hour: the contents of documents whose retention is over go, a batch in a transaction. */
export function expireDocumentsDuty({
  randomness,
  inTransaction,
}: {
  readonly randomness: Randomness;
  readonly inTransaction: UnitOfWork<{ readonly documents: DocumentStore; readonly audit: AuditTrail }>;
}): Duty {
  return {
    name: 'expire-documents',
    every: HOUR,
    async run(now) {
      const correlation = correlationCode(randomness.bytes(8));
      let count = 0;
      do {
        count = await inTransaction(['documents', 'audit'], (stores) =>
          expireDocuments(stores, now, correlation),
        );
      } while (count > 0);
    },
  };
}
