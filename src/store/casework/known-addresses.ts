import type { Language } from '../../base/language.ts';
import type { KnownAddresses } from '../../domain/casework/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { CASE_COLUMNS, readCase, type StoredCase } from './case-content.ts';

// Requests that lead to the person now: by an eID that still is linked, or decided at a counter, without one.
const requestsOf: Statement = {
  name: 'known_addresses.requests',
  readsOnly: true,
  text: `select ${CASE_COLUMNS} from cases
    where id in (
        select id from cases where person = $1 and identity_hash is null
        union
        select cases.id from eidas_links own join cases on cases.identity_hash = own.identifier_hash
        where own.person = $1 and own.ended_at is null
      ) and id is distinct from $2 and email_hash is not null
    order by changed_at desc, id limit 20`,
};
const ofWork: Statement = {
  name: 'known_addresses.work',
  readsOnly: true,
  text: `select distinct email from work_relations
    where person = $1 and email is not null and valid_from <= $2 and (valid_until is null or valid_until > $2)
    order by email limit 20`,
};

/** Where somebody can be reached: each address once, the newest first. */
export function knownAddressesIn({ queries, protection }: StoreContext): KnownAddresses {
  return {
    async of(person, except, at) {
      const rows = await queries.all<StoredCase>(requestsOf, [person, except]);
      const works = await queries.all<{ email: string }>(ofWork, [person, at]);
      const found = new Map<string, { readonly email: string; readonly language: Language | null }>();
      for (const row of rows) {
        const { email, emailConfirmedAt, language } = readCase(protection, row).answers;
        if (email === null || emailConfirmedAt === null || found.has(email.toLowerCase())) continue;
        found.set(email.toLowerCase(), { email, language });
      }
      for (const { email } of works)
        if (!found.has(email.toLowerCase())) found.set(email.toLowerCase(), { email, language: null });
      return [...found.values()];
    },
  };
}
