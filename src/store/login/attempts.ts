import type { CorrelationCode } from '../../base/correlation.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import { eidasTile } from '../../domain/login-means/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import {
  type Attempt,
  type AttemptId,
  type AttemptState,
  type AttemptStore,
  foundationOfState,
  markOfRequest,
  type Notice,
} from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import { hashId, type Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import {
  hashNumber,
  type RegisteredAheadRow,
  readRegisteredAhead,
  restingOn,
  selectPersonBehind,
  stillRests,
  withRegistered,
} from '../persons/index.ts';
import { type PersonAheadRow, readPersonAhead, withPerson } from './person-ahead.ts';

const PLACE = 'login_attempts.content';

type Content = Pick<
  Attempt,
  'browser' | 'device' | 'request' | 'half' | 'language' | 'spoken' | 'state' | 'unbound'
>;
/** The columns of `selectAttempt`. */
export type AttemptRow = {
  application: string;
  correlation: string;
  content: Buffer;
  version: number;
  started_at: Date;
  expires_at: Date;
  still_rests: boolean;
  /** The person that it rests on. */
  recognised: string | null;
};

/** The attempt of a hashed id: a statement of its own, or a part of one that asks for more. */
export function selectAttempt(idHash: string): string {
  return `select application, correlation, content, version, started_at, expires_at, ${stillRests('a')} as still_rests,
      a.rests_on[1] as recognised
    from login_attempts a where id_hash = ${idHash}`;
}

const find: Statement = { name: 'attempts.find', readsOnly: true, text: selectAttempt('$1') };
const recognised = withPerson('attempt.recognised', 'attempt.application');
const named = withPerson('$2', 'attempt.application');
const findWithPerson: Statement = {
  name: 'attempts.find_with_person',
  readsOnly: true,
  text: `select attempt.*, ${recognised.columns} from (${selectAttempt('$1')} limit 1) attempt
    ${recognised.joins}`,
};
const findWithNamed: Statement = {
  name: 'attempts.find_with_named',
  readsOnly: true,
  text: `select attempt.*, ${named.columns} from (${selectAttempt('$1')} limit 1) attempt
    ${named.joins}`,
};
const numbered = withPerson('behind.id', 'attempt.application');
const registered = withRegistered('$2');
// Whom a number leads to is found once: without `offset` the planner would do so for each place that asks.
const findWithNumber: Statement = {
  name: 'attempts.find_with_number',
  readsOnly: true,
  text: `select attempt.*, behind.id as behind, ${registered.columns}, ${numbered.columns}
    from (${selectAttempt('$1')} limit 1) attempt
    cross join lateral (select (${selectPersonBehind('$2')}) as id offset 0) behind
    ${registered.joins}
    ${numbered.joins}`,
};
const add: Statement = {
  name: 'attempts.add',
  text: `insert into login_attempts
      (id_hash, application, correlation, content, version, started_at, expires_at, rests_on, rests_since)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const save: Statement = {
  name: 'attempts.save',
  text: `update login_attempts set application = $2, content = $3, version = $4, expires_at = $5, rests_on = $6, rests_since = $7
    where id_hash = $1 and version = $4 - 1`,
};

type NumberedRow = AttemptRow & PersonAheadRow & RegisteredAheadRow & { behind: PersonId | null };

/** Logins under way. An expired one is still found for a day, so that its page can say what happened. */
export function attemptsIn({ queries, protection, ensurePartition }: StoreContext): AttemptStore {
  return {
    async find(id) {
      const key = keyOfAttempt(id);
      const row = await queries.first<AttemptRow>(find, [key]);
      return row === null ? null : readAttempt(protection, { id, key }, row);
    },
    async findWithPerson(id, person) {
      const key = keyOfAttempt(id);
      const row =
        person === undefined
          ? await queries.first<AttemptRow & PersonAheadRow>(findWithPerson, [key])
          : await queries.first<AttemptRow & PersonAheadRow>(findWithNamed, [key, person]);
      return {
        attempt: row && readAttempt(protection, { id, key }, row),
        link: null,
        person: row && readPersonAhead(protection, person ?? (row.recognised as PersonId | null), row),
      };
    },
    async findWithNumber(id, number) {
      const key = keyOfAttempt(id);
      const row = await queries.first<NumberedRow>(findWithNumber, [key, hashNumber(protection, number)]);
      if (row === null) return { attempt: null, link: null, person: null };
      return {
        attempt: readAttempt(protection, { id, key }, row),
        link: null,
        person: readPersonAhead(protection, row.behind, row),
        number: { asked: number, registered: readRegisteredAhead(protection, row) },
      };
    },
    async add(attempt) {
      await ensurePartition('login_attempts', attempt.expiresAt);
      const { id, application, correlation, version, startedAt, expiresAt } = attempt;
      const key = keyOfAttempt(id);
      const content = sealContent(protection, key, attempt);
      await queries.changeUnheard(add, [
        key,
        application,
        correlation,
        content,
        version,
        startedAt,
        expiresAt,
        ...restingOn(foundationOfState(attempt.state)),
      ]);
    },
    async save(attempt) {
      await ensurePartition('login_attempts', attempt.expiresAt);
      const { id, application, version, expiresAt } = attempt;
      const key = keyOfAttempt(id);
      const content = sealContent(protection, key, attempt);
      await queries.changeSurely(save, [
        key,
        application,
        content,
        version,
        expiresAt,
        ...restingOn(foundationOfState(attempt.state)),
      ]);
    },
  };
}

/** The key of its row, to which its content is bound as well: taken once for both. */
export function keyOfAttempt(id: AttemptId): Buffer {
  return hashId('attempt', id);
}

function sealContent(protection: Protection, key: Buffer, attempt: Attempt): Buffer {
  const { browser, device, request, half, language, spoken, state, unbound } = attempt;
  const content: Content = {
    browser,
    ...(device && { device }),
    request,
    ...(half && { half }),
    language,
    ...(spoken && { spoken }),
    state,
    ...(unbound && { unbound }),
  };
  return protection.seal(PLACE, key, encodeJson(content));
}

/** Reads the columns of `selectAttempt`, of the row with this key. */
export function readAttempt(
  protection: Protection,
  { id, key }: { readonly id: AttemptId; readonly key: Buffer },
  row: AttemptRow,
): Attempt {
  const content = decodeJson<Content>(protection.open(PLACE, key, row.content));
  return {
    ...content,
    state: knownState(content.state),
    id,
    application: row.application as ApplicationId,
    correlation: row.correlation as CorrelationCode,
    version: row.version,
    startedAt: row.started_at,
    expiresAt: row.expires_at,
    ...(row.still_rests ? {} : { isOver: true }),
  };
}

/** As programs before this one kept a login that had come to eIDAS, or to a means of the demo, which here is a page and no state. */
type FormerState =
  | { readonly kind: 'choosing-demo-person' }
  | { readonly kind: 'choosing-country'; readonly notice: Notice | null }
  | {
      readonly kind: 'waiting-for-country';
      readonly country: string;
      readonly requestId: string;
      readonly sentAt: Date;
    };

function knownState(state: AttemptState | FormerState): AttemptState {
  switch (state.kind) {
    case 'choosing-demo-person':
      return { kind: 'choosing-means', notice: null };
    case 'choosing-country':
      return { ...state, kind: 'at-tile', tile: eidasTile };
    case 'waiting-for-country': {
      const { country, requestId, sentAt } = state;
      const mark = markOfRequest(requestId);
      return { kind: 'waiting', tile: eidasTile, mark, sentAt, kept: { country, requestId } };
    }
    default:
      return state;
  }
}
