import type { BoundedFetch } from '../../base/bounded-fetch.ts';
import { startOfDay } from '../../base/calendar.ts';
import { DAY, later } from '../../base/time.ts';
import { isAtLeast } from '../../domain/assurance/index.ts';
import {
  isOpenAt,
  loginMeans,
  type MeansProvider,
  type MeansProviderStore,
  type OpenIdProvider,
} from '../../domain/login-means/index.ts';
import { lacksKey, readClientKeys } from '../../files/descriptions/means/client-keys.ts';
import { unfitDiscovery } from '../../files/descriptions/means/discovery.ts';
import { discoveryRequest } from '../../protocols/upstream/index.ts';
import { type Finding, ok, warn } from './check.ts';

const POINT = 'login means';
/** A month: to agree anew with a provider takes weeks. */
const TOLD_BEFORE = 30 * DAY;
const HOW = 'docs/how-to/connect-a-login-provider.md';

/** Whether people can log in by every provider that is open, for how long, and with keys that fit. `fetch` reaches as far as a login does. */
export async function checkMeans(
  kept: Pick<MeansProviderStore, 'list'>,
  at: Date,
  fetch: BoundedFetch,
): Promise<readonly Finding[]> {
  const providers = (await kept.list()).filter((each) => isOpenAt(each, at));
  const findings = await Promise.all(
    providers.map(async (each) => [
      ...endOf(each, at),
      ...(each.kind === 'openid' ? [...keysOf(each), ...levelsOf(each), ...(await reach(each, fetch))] : []),
    ]),
  );
  const troubles = findings.flat();
  return troubles.length > 0 ? troubles : [ok(POINT, `${providers.length} providers described and open`)];
}

function endOf({ code, validUntil }: MeansProvider, at: Date): readonly Finding[] {
  if (validUntil === null || startOfDay(validUntil) > later(at, TOLD_BEFORE)) return [];
  return [warn(POINT, `${code} ends on ${validUntil}.`, `Agree on its next period, then apply it: ${HOW}.`)];
}

function keysOf({ code, keys, encryption }: OpenIdProvider): readonly Finding[] {
  const read = readClientKeys(keys.reveal());
  const lack = read.kind === 'read' ? lacksKey(read.keys, encryption) : read.reason;
  return lack === null ? [] : [warn(POINT, `our key set at ${code} ${lack}.`, `Give it another: ${HOW}.`)];
}

/** A release may know better what a means is worth than the one under which the description was taken. */
function levelsOf({ code, levels }: OpenIdProvider): readonly Finding[] {
  return levels
    .filter(({ means, assurance }) => !isAtLeast(loginMeans[means].assurance, assurance))
    .map(({ acr, means }) =>
      warn(
        POINT,
        `${code} was agreed to bring ${means} at a level that it cannot reach (${acr}).`,
        'Lower the level and apply the file again: until then the means counts for what it can reach.',
      ),
    );
}

async function reach(provider: OpenIdProvider, fetch: BoundedFetch): Promise<readonly Finding[]> {
  const { code, issuer } = provider;
  const request = discoveryRequest(issuer);
  const answer = await fetch(request);
  const silent = (reason: string) => `does not answer at ${request.url} (${reason})`;
  const unfit =
    answer.kind === 'failed'
      ? silent(answer.reason)
      : answer.status !== 200
        ? silent('status')
        : unfitDiscovery(answer.body, provider);
  return unfit === null ? [] : [warn(POINT, `${code} ${unfit}.`, `Ask the provider, and see ${HOW}.`)];
}
