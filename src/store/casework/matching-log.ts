import type { CountryCode } from '../../domain/eidas-country/index.ts';
import type { KeptMatching, MatchingLogReader } from '../../domain/matching-log/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { decodeJson } from '../ground/json.ts';
import { sealedRow } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { hashIdentifier } from '../persons/index.ts';

type LogRow = {
  at: Date;
  correlation: string;
  country: string;
  identifier_hash: Buffer;
  outcome: KeptMatching['outcome'];
  compared: Buffer;
  remove_at: Date;
};

const of: Statement = {
  name: 'matching_log.of',
  readsOnly: true,
  text: `select at, correlation, country, identifier_hash, outcome, compared, remove_at from matching_log
    where identifier_hash = any($1::bytea[]) and remove_at > $2 order by at`,
};

/** Reads the matching log of somebody; writing it belongs to the tries. */
export function matchingLogIn({ queries, protection }: StoreContext): MatchingLogReader {
  return {
    async of(identifiers, at) {
      const hashes = identifiers.map((each) => hashIdentifier(protection, each));
      const rows = await queries.all<LogRow>(of, [hashes, at]);
      return rows.map((row) => ({
        ...decodeJson<Pick<KeptMatching, 'presented' | 'registered' | 'comparisons'>>(
          protection.open(
            'matching_log.compared',
            sealedRow(row.identifier_hash, row.at, row.correlation, row.outcome),
            row.compared,
          ),
        ),
        at: row.at,
        country: row.country as CountryCode,
        outcome: row.outcome,
        correlation: row.correlation,
        removeAt: row.remove_at,
      }));
    },
  };
}
