import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ForwardedForm, openForwarded, type Shown } from '../../protocols/certificates/index.ts';
import { CERTIFICATE_PATH, type CertificateVisits } from './certificate-visits.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Stands before everything else: nobody reads a header that tells of a client certificate, unless a proxy of ours wrote it, and then at the
 * addresses that take certificates alone. With no such proxy those addresses are none.
 */
export function openCertificateDoor(options: {
  readonly proxies: readonly string[];
  readonly form: ForwardedForm;
  readonly visits: CertificateVisits;
  readonly log: { info(fields: object, message: string): void };
  /** Whatever else is asked for. */
  readonly handle: Handle;
}): Handle {
  const takeOut = openForwarded(options);
  return (request, response) => {
    const forwarded = takeOut(request);
    if (forwarded.kind === 'forged')
      options.log.info({ code: 'certificate.forged' }, 'client certificate told by no proxy of ours');
    const isVisit = options.proxies.length > 0 && (request.url ?? '').startsWith(CERTIFICATE_PATH);
    if (!isVisit) return options.handle(request, response);
    const shown: Shown =
      forwarded.kind === 'told'
        ? forwarded.shown
        : {
            kind: 'refused',
            code: forwarded.kind === 'forged' ? 'certificate.forged' : 'certificate.missing',
          };
    options.visits.handle(request, response, shown);
  };
}
