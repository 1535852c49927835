import { assuranceLevels } from '../../../domain/assurance/index.ts';
import { parseLoginMeans } from '../../../domain/login-means/index.ts';
import { type AttemptId, parseAttemptId } from '../../attempt.ts';
import type { Waiting } from '../proof.ts';
import type { UpstreamRequest, UpstreamWish } from './ports.ts';

/** What stays with the login of a request: its state is made of the login and the mark that waits there. */
export type KeptRequest = Omit<UpstreamRequest, 'state' | 'sentAt'> & Omit<UpstreamWish, 'languages'>;

const SEPARATOR = '.';

/** The `state` of a request: which login it belongs to, and which way there. */
export function stateOf(attempt: AttemptId, mark: string): string {
  return `${attempt}${SEPARATOR}${mark}`;
}

/** Reads a `state`; `null` of what can be none of ours. */
export function parseState(text: string): { readonly attempt: AttemptId; readonly mark: string } | null {
  const [first = '', mark = '', ...more] = text.split(SEPARATOR, 3);
  const attempt = parseAttemptId(first);
  return attempt !== null && /^[\w-]{22,86}$/.test(mark) && more.length === 0 ? { attempt, mark } : null;
}

/** What a login keeps of the request that it waits for; `null` where it waits for something else. */
export function readKept({ kept }: Pick<Waiting, 'kept'>): KeptRequest | null {
  const { provider, nonce, verifier, isAgeAsked, isForced, loginHint } = kept;
  const means = parseLoginMeans(String(kept.means));
  const assurance = assuranceLevels.find((level) => level === kept.assurance);
  const maxAgeSeconds = Number(kept.maxAgeSeconds);
  const isWhole = [provider, nonce, verifier].every((each) => typeof each === 'string');
  if (!isWhole || means === null || !assurance || !Number.isSafeInteger(maxAgeSeconds)) return null;
  return {
    provider: String(provider),
    nonce: String(nonce),
    verifier: String(verifier),
    means,
    maxAgeSeconds,
    isAgeAsked: isAgeAsked === true,
    isForced: isForced === true,
    loginHint: typeof loginHint === 'string' ? loginHint : null,
    assurance,
  };
}

/** The request itself, as it was made. */
export function requestOf(
  kept: KeptRequest,
  attempt: AttemptId,
  { mark, sentAt }: Pick<Waiting, 'mark' | 'sentAt'>,
): UpstreamRequest {
  const { provider, nonce, verifier, means, maxAgeSeconds, isAgeAsked } = kept;
  return {
    provider,
    nonce,
    verifier,
    means,
    maxAgeSeconds,
    isAgeAsked,
    state: stateOf(attempt, mark),
    sentAt,
  };
}
