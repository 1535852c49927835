import type { Randomness } from '../../../base/ports.ts';
import { type Clock, DAY, later, MINUTE } from '../../../base/time.ts';
import type { CertificateProvider } from '../../../domain/login-means/index.ts';
import type { CertificateProfile } from '../read-profile.ts';
import { readOcspAnswer } from './ocsp-answer.ts';
import { NONCE_BYTES, writeOcspRequest } from './ocsp-request.ts';
import { type ReadList, type RevocationList, readList, serialKey } from './read-list.ts';

/** What came back from an address that a certificate names. */
export type FetchedStatus =
  | { readonly kind: 'fetched'; readonly bytes: Buffer }
  | { readonly kind: 'failed'; readonly reason: string };

/** Asks responders and fetches lists: bounded in size and time, never led elsewhere. */
export type StatusSource = {
  ask(address: string, question: Uint8Array): Promise<FetchedStatus>;
  fetchList(address: string): Promise<FetchedStatus>;
};

/** Whether a certificate still counts; `told` names what kept a source from saying so, for the log. */
export type Standing =
  | { readonly kind: 'good' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'unknown'; readonly told: readonly string[] };

export type RevocationPorts = {
  readonly clock: Clock;
  readonly randomness: Pick<Randomness, 'bytes'>;
  readonly source: StatusSource;
  /** How old an answer of a responder may be that repeats no nonce. */
  readonly longestMilliseconds: number;
};

export type Revocation = {
  standingOf(
    certificate: CertificateProfile,
    issuer: CertificateProfile,
    asking: CertificateProvider['revocation'],
  ): Promise<Standing>;
};

/** Addresses of one certificate that are tried; the rest are passed over. */
const MOST_ADDRESSES = 2;
const MOST_ANSWERS = 20_000;
const MOST_LISTS = 16;
const MOST_SERIALS = 2_000_000;
/** For so long after it ended an answer is good where nobody gives another one and the agreement says so (`accept-cached`). */
const AFTERLIFE = DAY;
/** An address that failed is left in peace for so long: it costs no further person its time-out. */
const PEACE = MINUTE / 2;

type KeptAnswer = { readonly isRevoked: boolean; readonly until: Date };
type Asked = { readonly certificate: CertificateProfile; readonly issuer: CertificateProfile };

/**
 * Asks whether certificates still count, by OCSP first and by list where no responder is of use. Each process remembers answers until they
 * end: they are public, and a process that has none asks.
 */
export function openRevocation(ports: RevocationPorts): Revocation {
  const memory: Memory = { answers: new Map(), lists: new Map(), loading: new Map(), failed: new Map() };
  return {
    async standingOf(certificate, issuer, { ways, whenSilent }) {
      const key = certificate.certificate.fingerprint256;
      const now = ports.clock();
      const kept = memory.answers.get(key);
      if (kept && kept.until > now) return standing(kept);
      const told: string[] = [];
      const asked = { certificate, issuer };
      const fresh =
        (ways.includes('ocsp') ? await askResponders(ports, memory, asked, told) : null) ??
        (ways.includes('crl') ? await askLists(ports, memory, asked, told) : null);
      if (fresh) {
        remember(memory.answers, key, fresh, MOST_ANSWERS);
        return standing(fresh);
      }
      const isLast = whenSilent === 'accept-cached' && kept && later(kept.until, AFTERLIFE) > now;
      return isLast ? standing(kept) : { kind: 'unknown', told };
    },
  };
}

type Memory = {
  readonly answers: Map<string, KeptAnswer>;
  readonly lists: Map<string, RevocationList>;
  /** Lists under way: who comes meanwhile waits for the same one. */
  readonly loading: Map<string, Promise<ReadList>>;
  readonly failed: Map<string, Date>;
};

function standing({ isRevoked }: KeptAnswer): Standing {
  return { kind: isRevoked ? 'revoked' : 'good' };
}

/** Keeps a value, and drops the oldest when there are too many. */
function remember<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}

async function askResponders(
  ports: RevocationPorts,
  memory: Memory,
  { certificate, issuer }: Asked,
  told: string[],
): Promise<KeptAnswer | null> {
  for (const address of certificate.responders.slice(0, MOST_ADDRESSES)) {
    if (isLeftInPeace(ports, memory, address)) continue;
    const nonce = ports.randomness.bytes(NONCE_BYTES);
    const fetched = await ports.source.ask(address, writeOcspRequest(certificate, issuer, nonce));
    if (fetched.kind === 'failed') {
      leaveInPeace(ports, memory, address);
      told.push(`ocsp ${fetched.reason}`);
      continue;
    }
    const at = ports.clock();
    const { longestMilliseconds } = ports;
    const status = readOcspAnswer(fetched.bytes, { certificate, issuer, nonce, at, longestMilliseconds });
    if (status.kind !== 'useless') return { isRevoked: status.kind === 'revoked', until: status.until };
    told.push(`ocsp ${status.why}`);
  }
  return null;
}

async function askLists(
  ports: RevocationPorts,
  memory: Memory,
  asked: Asked,
  told: string[],
): Promise<KeptAnswer | null> {
  for (const address of asked.certificate.lists.slice(0, MOST_ADDRESSES)) {
    const list = await listAt(ports, memory, address, asked.issuer);
    if (list.kind === 'list') {
      const isRevoked = list.revoked.has(serialKey(asked.certificate.parts.serialNumber));
      return { isRevoked, until: list.until };
    }
    told.push(`list ${list.why}`);
  }
  return null;
}

/** The list of an issuer at an address: the one in memory while it holds, or the one that is fetched now, once for everybody who waits. */
async function listAt(
  ports: RevocationPorts,
  memory: Memory,
  address: string,
  issuer: CertificateProfile,
): Promise<ReadList> {
  const key = `${issuer.certificate.fingerprint256} ${address}`;
  const kept = memory.lists.get(key);
  if (kept && kept.until > ports.clock()) return kept;
  if (isLeftInPeace(ports, memory, address)) return { kind: 'useless', why: 'unreachable' };
  const loading = memory.loading.get(key) ?? loadList(ports, memory, { address, issuer, key });
  memory.loading.set(key, loading);
  try {
    return await loading;
  } finally {
    memory.loading.delete(key);
  }
}

async function loadList(
  ports: RevocationPorts,
  memory: Memory,
  {
    address,
    issuer,
    key,
  }: { readonly address: string; readonly issuer: CertificateProfile; readonly key: string },
): Promise<ReadList> {
  const fetched = await ports.source.fetchList(address);
  const list: ReadList =
    fetched.kind === 'fetched'
      ? await readList(fetched.bytes, issuer, ports.clock())
      : { kind: 'useless', why: 'unreachable' };
  if (list.kind === 'useless') leaveInPeace(ports, memory, address);
  else {
    remember(memory.lists, key, list, MOST_LISTS);
    forgetLists(memory.lists);
  }
  return list;
}

/** Drops the oldest lists while there are too many entries in all. */
function forgetLists(lists: Map<string, RevocationList>): void {
  let entries = [...lists.values()].reduce((sum, list) => sum + list.revoked.size, 0);
  for (const [key, list] of lists) {
    if (entries <= MOST_SERIALS) return;
    lists.delete(key);
    entries -= list.revoked.size;
  }
}

function leaveInPeace(ports: RevocationPorts, memory: Memory, address: string): void {
  remember(memory.failed, address, later(ports.clock(), PEACE), MOST_ANSWERS);
}

function isLeftInPeace(ports: RevocationPorts, memory: Memory, address: string): boolean {
  const until = memory.failed.get(address);
  return until !== undefined && until > ports.clock();
}
