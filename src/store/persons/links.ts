import { Redacted } from '../../base/redacted.ts';
import type { CountryCode, PersistenceClass } from '../../domain/eidas-country/index.ts';
import type { EidasLink, EidasLinkStore, PersonIdentifier } from '../../domain/identity-matching/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Protection } from '../ground/sealing.ts';
import { type Statement, statementInParts } from '../ground/statement.ts';

const PLACE = 'eidas_links.identifier_sealed';
const MOST_TRIES = 5;
const COLUMNS = `id, country, identifier_sealed, persistence, person, source, decided_by, linked_at, ended_at, ended_reason`;

/** The columns of a link. */
export type LinkRow = {
  id: string;
  country: string;
  identifier_sealed: Buffer;
  persistence: PersistenceClass;
  person: string;
  source: EidasLink['source'];
  decided_by: string;
  linked_at: Date;
  ended_at: Date | null;
  ended_reason: string | null;
};

/** The live link of a foreign identifier: a statement of its own, or a part of one that asks for more. */
export function selectLiveLink(country: string, identifierHash: string): string {
  return `select ${COLUMNS} from eidas_links
    where country = ${country} and identifier_hash = ${identifierHash} and ended_at is null`;
}

const findLive: Statement = { name: 'links.find_live', readsOnly: true, text: selectLiveLink('$1', '$2') };
const find: Statement = {
  name: 'links.find',
  readsOnly: true,
  text: `select ${COLUMNS} from eidas_links where id = $1`,
};
const liveOf: Statement = {
  name: 'links.live_of_person',
  readsOnly: true,
  text: `select ${COLUMNS} from eidas_links where person = $1 and ended_at is null order by linked_at`,
};
const lockPerson: Statement = {
  name: 'links.lock_person',
  text: 'select id from persons where id = $1 for no key update',
};
// Not the statement that may run before the transaction begins: it must see what was committed while it waited for the lock.
const liveOfLocked: Statement = { name: 'links.live_of_locked_person', text: liveOf.text };
const add: Statement = {
  name: 'links.add',
  text: `insert into eidas_links (id, country, identifier_hash, identifier_sealed, persistence, person, source, decided_by, linked_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (country, identifier_hash) where ended_at is null do nothing`,
};
const end = statementInParts(
  'links.end',
  [
    `link_ended as (
      update eidas_links set ended_at = $2, ended_reason = $3 where id = $1 and ended_at is null returning id
    )`,
  ],
  `insert into endings (id, before, ended_at) select id, 'infinity', $2 from link_ended on conflict (id) do nothing`,
);
const historyOf: Statement = {
  name: 'links.of_person',
  readsOnly: true,
  text: `select ${COLUMNS} from eidas_links where person = $1 order by linked_at`,
};

/** Links, with what the port of a login leaves out. */
export type StoredLinks = EidasLinkStore & {
  /** Every link a person has or had, oldest first. */
  historyOf(person: PersonId): Promise<readonly EidasLink[]>;
};

/** Links between foreign identifiers and persons; a unique index keeps one live link per identifier. */
export function linksIn({ queries, protection }: StoreContext): StoredLinks {
  const live = async (country: CountryCode, identifier: PersonIdentifier) => {
    const row = await queries.first<LinkRow>(findLive, [country, hashIdentifier(protection, identifier)]);
    return row === null ? null : readLink(protection, row);
  };
  return {
    findLive: live,
    async find(id) {
      const row = await queries.first<LinkRow>(find, [id]);
      return row === null ? null : readLink(protection, row);
    },
    async liveOf(person) {
      return (await queries.all<LinkRow>(liveOf, [person])).map((row) => readLink(protection, row));
    },
    async lockLiveOf(person) {
      await queries.all(lockPerson, [person]);
      return (await queries.all<LinkRow>(liveOfLocked, [person])).map((row) => readLink(protection, row));
    },
    async add(link) {
      if (link.ended !== null) throw new Error('a link is added live');
      const identifier = link.identifier.reveal();
      const values = [
        link.id,
        link.country,
        hashIdentifier(protection, identifier),
        protection.seal(PLACE, link.id, identifier),
        link.persistence,
        link.person,
        link.source,
        link.decidedBy,
        link.linkedAt,
      ];
      // The link that stood in the way may end between the two statements: then there is room after all.
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        if ((await queries.change(add, values)) === 1) return { kind: 'added' };
        const first = await live(link.country, identifier);
        if (first !== null) return { kind: 'already-linked', link: first };
      }
      throw new Error('links of one identifier come and go faster than one can be added');
    },
    async end(id, at, reason) {
      await queries.changeUnheard(end, [id, at, reason]);
    },
    async historyOf(person) {
      return (await queries.all<LinkRow>(historyOf, [person])).map((row) => readLink(protection, row));
    },
  };
}

/** The keyed hash by which a foreign identifier is found, here and in the matching log. */
export function hashIdentifier(protection: Protection, identifier: PersonIdentifier): Buffer {
  return protection.hash('person-identifier', identifier);
}

/** Reads the columns of a link. */
export function readLink(protection: Protection, row: LinkRow): EidasLink {
  return {
    id: row.id,
    country: row.country as CountryCode,
    identifier: new Redacted(protection.open(PLACE, row.id, row.identifier_sealed) as PersonIdentifier),
    persistence: row.persistence,
    person: row.person as PersonId,
    source: row.source,
    decidedBy: row.decided_by,
    linkedAt: row.linked_at,
    ended: row.ended_at === null ? null : { at: row.ended_at, reason: row.ended_reason ?? '' },
  };
}
