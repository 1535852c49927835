import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { CertificateVisit } from '../../protocols/certificates/index.ts';
import { openCertificateVisits } from './certificate-visits.ts';

const ORIGIN = 'https://sluis.example.eu';
const ATTEMPT = 'a'.repeat(43);
const HANDLE = 'h'.repeat(43);
const A_MINUTE_OF_ONE_NETWORK = 60;

test('somebody who comes when their network came too often is led to a page that says so, and nothing is asked about their certificate', async () => {
  const asked: CertificateVisit[] = [];
  const visits = openCertificateVisits({
    reception: {
      async receive(visit: CertificateVisit) {
        asked.push(visit);
        return HANDLE;
      },
    } as unknown as Parameters<typeof openCertificateVisits>[0]['reception'],
    origin: ORIGIN,
    trustedProxies: 0,
    clock: () => new Date('2026-11-30T12:00:00Z'),
    log: { error: () => assert.fail('nothing failed') },
  });
  const visit = (url: string) =>
    new Promise<string>((resolve) => {
      const request = { method: 'GET', url, headers: {}, socket: { remoteAddress: '192.0.2.7' } };
      const response = {
        setHeader() {},
        writeHead(_status: number, headers: { readonly location: string }) {
          resolve(headers.location);
          return response;
        },
        end() {},
      };
      visits.handle(request as unknown as IncomingMessage, response as unknown as ServerResponse, {
        kind: 'refused',
        code: 'certificate.missing',
      });
    });
  const address = `/certificate/${ATTEMPT}.${'m'.repeat(43)}`;
  for (let each = 0; each < A_MINUTE_OF_ONE_NETWORK; each += 1)
    assert.equal(await visit(address), `${ORIGIN}/means/certificate/return/${HANDLE}`);
  assert.equal(await visit(address), `${ORIGIN}/login/${ATTEMPT}/means/certificate?because=busy`);
  assert.equal(await visit('/certificate/none'), ORIGIN);
  assert.equal(asked.length, A_MINUTE_OF_ONE_NETWORK);
});
