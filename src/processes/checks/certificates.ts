import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DAY, later } from '../../base/time.ts';
import type { Settings } from '../../config/settings.ts';
import {
  type CertificateProvider,
  isOpenAt,
  type MeansProviderStore,
} from '../../domain/login-means/index.ts';
import { type Finding, fail, ok, warn } from './check.ts';

const POINT = 'certificates';
/** Two months: a new authority has to be found, compared and applied by two people. */
const TOLD_BEFORE = 60 * DAY;
const PORT_TOLD_BEFORE = 21 * DAY;
const HOW = 'docs/how-to/accept-client-certificates.md';

/** Whether people can show client certificates: somewhere to show them, and authorities that last. */
export async function checkCertificates(
  settings: Settings,
  kept: Pick<MeansProviderStore, 'list'>,
  at: Date,
): Promise<readonly Finding[]> {
  const providers = (await kept.list())
    .filter((each) => each.kind === 'certificate')
    .filter((each) => isOpenAt(each, at));
  const findings = [
    ...whereShown(settings, providers),
    ...providers.flatMap((each) => authoritiesOf(each, at)),
    ...(await portKeys(settings, at)),
  ];
  if (findings.length > 0) return findings;
  const { origin } = settings.certificates;
  return providers.length === 0 || origin === null ? [] : [ok(POINT, `shown at ${origin}`)];
}

function whereShown(
  { certificates: { origin, port, proxies } }: Settings,
  providers: readonly CertificateProvider[],
): readonly Finding[] {
  if (providers.length === 0) return [];
  if (origin === null)
    return [
      warn(POINT, 'are described, and there is nowhere to show them.', `Set up a port or a proxy: ${HOW}.`),
    ];
  const takesNone = port === null && proxies.length === 0;
  return takesNone
    ? [
        warn(
          POINT,
          `are shown at ${origin}, and no proxy is named whose word counts.`,
          'Name it in SLUIS_CERTIFICATE_PROXIES, or open SLUIS_CERTIFICATE_PORT.',
        ),
      ]
    : [];
}

function authoritiesOf(
  { code, authorities, intermediates }: CertificateProvider,
  at: Date,
): readonly Finding[] {
  return [...authorities, ...intermediates].flatMap((pem) => {
    const certificate = read(pem);
    const name = certificate?.subject.replaceAll('\n', ', ') ?? 'one of its authorities';
    if (certificate === null || !certificate.ca)
      return [
        warn(POINT, `${code}: ${name} is not the certificate of an authority.`, `Apply it anew: ${HOW}.`),
      ];
    if (certificate.validToDate <= at)
      return [
        warn(
          POINT,
          `${code}: ${name} has expired, and opens nothing any more.`,
          `Apply its successor: ${HOW}.`,
        ),
      ];
    return certificate.validToDate <= later(at, TOLD_BEFORE)
      ? [warn(POINT, `${code}: ${name} expires on ${certificate.validTo}.`, `Apply its successor: ${HOW}.`)]
      : [];
  });
}

/** The port's own key and certificate, as browsers see them. */
async function portKeys({ certificates, origin }: Settings, at: Date): Promise<readonly Finding[]> {
  const { tlsCertificate, tlsKey, origin: shownAt } = certificates;
  if (tlsCertificate === null || tlsKey === null) return [];
  try {
    const certificate = read(await readFile(tlsCertificate, 'utf8'));
    const key = createPrivateKey(await readFile(tlsKey, 'utf8'));
    if (certificate === null || !certificate.checkPrivateKey(key))
      return [fail(POINT, 'the key of the port is not that of its certificate.', `Put both right: ${HOW}.`)];
    const host = new URL(shownAt ?? origin).hostname;
    if (certificate.checkHost(host) === undefined)
      return [fail(POINT, `the certificate of the port is not for ${host}.`, `Get one that is: ${HOW}.`)];
    if (certificate.validToDate <= later(at, PORT_TOLD_BEFORE))
      return [
        warn(
          POINT,
          `the certificate of the port expires on ${certificate.validTo}.`,
          'Renew it: it is read anew by itself.',
        ),
      ];
    return [];
  } catch {
    return [
      fail(
        POINT,
        'the key or the certificate of the port cannot be read.',
        'Both are PEM, and Sluis must be able to read them (SLUIS_CERTIFICATE_TLS_CERTIFICATE, SLUIS_CERTIFICATE_TLS_KEY).',
      ),
    ];
  }
}

function read(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}
