import type { Logger } from 'pino';
import { type Clock, SECOND } from '../../base/time.ts';
import type { Settings } from '../../config/settings.ts';
import { type CertificateProvider, isOpenAt } from '../../domain/login-means/index.ts';
import { openStatusSource } from '../../outside/revocation/fetch-status.ts';
import {
  MAX_ANSWER_BYTES,
  MAX_LIST_BYTES,
  openCertificateReception,
  openRevocation,
} from '../../protocols/certificates/index.ts';
import type { Store } from '../../store/index.ts';
import type { WebWorld } from '../../web/index.ts';
import { type CertificateVisits, openCertificateVisits } from '../serving/certificate-visits.ts';
import { systemRandomness } from './randomness.ts';

/** What takes client certificates, by whichever way they come. */
export type Certificates = {
  readonly visits: CertificateVisits;
  readonly pages: WebWorld['certificates'];
  /** The providers that can be used now. */
  providers(): Promise<readonly CertificateProvider[]>;
};

/** Opens what takes client certificates. */
export function openCertificates({
  settings,
  store,
  clock,
  log,
}: {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
}): Certificates {
  const { statusAgeSeconds, statusHosts } = settings.certificates;
  const providers = async () => {
    const all = await store.meansProviders.list();
    const now = clock();
    return all.filter((each) => each.kind === 'certificate').filter((each) => isOpenAt(each, now));
  };
  const reception = openCertificateReception({
    clock,
    randomness: systemRandomness,
    revocation: openRevocation({
      clock,
      randomness: systemRandomness,
      source: openStatusSource(statusHosts, { answer: MAX_ANSWER_BYTES, list: MAX_LIST_BYTES }),
      longestMilliseconds: statusAgeSeconds * SECOND,
    }),
    providers,
    answerMilliseconds: settings.loginAttemptTtlSeconds * SECOND,
    inTransaction: store.inTransaction,
    log,
  });
  const { origin, trustedProxies } = settings;
  const visits = openCertificateVisits({
    reception,
    origin,
    trustedProxies: trustedProxies ?? 0,
    clock,
    log,
  });
  const { origin: shownAt } = settings.certificates;
  const find = (handle: string) =>
    store.inTransaction(['certificates'], (stores) => stores.certificates.find(handle, clock()));
  return { visits, pages: { origin: shownAt, find }, providers };
}
