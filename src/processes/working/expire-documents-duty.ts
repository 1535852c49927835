import { correlationCode } from '../../base/correlation.ts';
import type { Randomness } from '../../base/ports.ts';
import { HOUR } from '../../base/time.ts';
import { expireDocuments } from '../../domain/documents/index.ts';
import type { Store } from '../../store/index.ts';
import type { Duty } from './duties.ts';

/** Every hour: the contents of documents whose retention is over go, a batch in a transaction. */
export function expireDocumentsDuty(store: Pick<Store, 'inTransaction'>, randomness: Randomness): Duty {
  return {
    name: 'expire-documents',
    every: HOUR,
    async run(now) {
      const correlation = correlationCode(randomness.bytes(8));
      let count = 0;
      do {
        count = await store.inTransaction((stores) => expireDocuments(stores, now, correlation));
      } while (count > 0);
    },
  };
}
