import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { origin, someText, wholeNumber } from './values.ts';

/** Addresses or networks, parted by commas. */
const networkAddresses = z
  .string()
  .max(2000)
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isNetwork), 'must be IP addresses or networks, parted by commas');

/** Whether this is an IP address, alone or with how many of its bits are the network. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}

/** Names of hosts, with or without a port, parted by commas. */
const hostNames = z
  .string()
  .max(2000)
  .regex(
    /^[a-z0-9.-]+(:\d{1,5})?(,[a-z0-9.-]+(:\d{1,5})?)*$/,
    'must be names of hosts in small letters, parted by commas',
  )
  .transform((text) => text.split(','));

/** The environment variables about client certificates, as `environmentSchema` takes them in. */
export const certificateVariables = {
  SLUIS_CERTIFICATE_PORT: wholeNumber(1, 65_535).optional().meta({
    description:
      'TCP port on which this process itself asks browsers for a client certificate, by TLS. Wants SLUIS_CERTIFICATE_TLS_CERTIFICATE and SLUIS_CERTIFICATE_TLS_KEY.',
    fallback: 'none; in the demo the base port + 12',
  }),
  SLUIS_CERTIFICATE_TLS_CERTIFICATE: someText.optional().meta({
    description:
      'File with the certificate of that port, PEM, and those of its issuers after it. Read anew when it changes.',
    fallback: 'none; the demo makes one',
  }),
  SLUIS_CERTIFICATE_TLS_KEY: someText.optional().meta({
    description: 'File with the private key to it, PEM.',
    fallback: 'none; the demo makes one',
  }),
  SLUIS_CERTIFICATE_ORIGIN: origin.optional().meta({
    description:
      'Where browsers show client certificates: that port, or a proxy that asks for them and forwards `/certificate/` to the platform.',
    fallback:
      'https, the host of the origin, and SLUIS_CERTIFICATE_PORT; without that port certificates are not asked for',
  }),
  SLUIS_CERTIFICATE_PROXIES: networkAddresses.optional().meta({
    description:
      'Addresses or networks, parted by commas, of the proxies that tell in `Client-Cert` and `Client-Cert-Chain` (RFC 9440) which certificate they were shown: `10.0.0.7,10.1.0.0/24`. From anybody else these headers are removed.',
    fallback: 'none: the headers are removed from every request',
  }),
  SLUIS_CERTIFICATE_HEADER: z
    .enum(['rfc9440', 'nginx', 'haproxy'], 'must be rfc9440, nginx or haproxy')
    .optional()
    .meta({
      description:
        'How those proxies write a certificate: `rfc9440`, `nginx` (`$ssl_client_escaped_cert`) or `haproxy` (`ssl_c_der,base64`).',
      fallback: '`rfc9440`',
    }),
  SLUIS_CERTIFICATE_STATUS_AGE_SECONDS: wholeNumber(60, 604_800).optional().meta({
    description:
      'How old an answer of an OCSP responder may be that does not repeat our nonce, and how long an answer is remembered at most.',
    fallback: '`86400` (a day)',
  }),
  SLUIS_CERTIFICATE_STATUS_HOSTS: hostNames.optional().meta({
    description:
      'Hosts in networks of our own, parted by commas, at which responders and lists of revoked certificates may lie: `ocsp.internal:8080`. Others are asked on the internet alone.',
    fallback: 'none; in the demo its own authority',
  }),
};
const variables = z.object(certificateVariables);

/** How people show client certificates. */
export type CertificateSettings = {
  /** Where browsers show them; `null`: nowhere. */
  readonly origin: string | null;
  /** The port of this process that asks for them; `null`: none. */
  readonly port: number | null;
  /** Absolute paths. */
  readonly tlsCertificate: string | null;
  readonly tlsKey: string | null;
  readonly proxies: readonly string[];
  readonly header: 'rfc9440' | 'nginx' | 'haproxy';
  readonly statusAgeSeconds: number;
  readonly statusHosts: readonly string[];
};

/** These settings out of their variables. */
export function certificatesFrom(
  given: z.output<typeof variables>,
  {
    port: base,
    origin: platform,
    isDemo,
  }: { readonly port: number; readonly origin: string; readonly isDemo: boolean },
): CertificateSettings {
  const port = given.SLUIS_CERTIFICATE_PORT ?? (isDemo ? base + 12 : null);
  const own = port === null ? null : `https://${new URL(platform).hostname}:${port}`;
  const file = (path: string | undefined) => (path === undefined ? null : resolve(path));
  return {
    origin: given.SLUIS_CERTIFICATE_ORIGIN ?? own,
    port,
    tlsCertificate: file(given.SLUIS_CERTIFICATE_TLS_CERTIFICATE),
    tlsKey: file(given.SLUIS_CERTIFICATE_TLS_KEY),
    proxies: given.SLUIS_CERTIFICATE_PROXIES ?? [],
    header: given.SLUIS_CERTIFICATE_HEADER ?? 'rfc9440',
    statusAgeSeconds: given.SLUIS_CERTIFICATE_STATUS_AGE_SECONDS ?? 86_400,
    statusHosts: given.SLUIS_CERTIFICATE_STATUS_HOSTS ?? (isDemo ? [`localhost:${base + 16}`] : []),
  };
}
