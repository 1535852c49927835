import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { CertificateVisit } from '../../protocols/certificates/index.ts';
import { openCertificateVisits } from './certificate-visits.ts';

const ORIGIN = 'https://sluis.example.eu';
const ATTEMPT = 'a'.repeat(43);
const HANDLE = 'h'.repeat(43);
const A_MINUTE_OF_ONE_NETWORK = 60;
const address = `/certificate/${ATTEMPT}.${'m'.repeat(43)}`;

/** The visits, with how this reception receives, and where a browser is led by one that shows nothing. */
function openVisits(
  receive: (visit: CertificateVisit) => Promise<string>,
  error: (fields: object, message: string) => void,
) {
  const visits = openCertificateVisits({
    reception: { receive },
    origin: ORIGIN,
    trustedProxies: 0,
    clock: () => new Date('2026-11-30T12:00:00Z'),
    log: { error },
  });
  return (url: string) =>
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
}

test('somebody who comes when their network came too often is led to a page that says so, and nothing is asked about their certificate', async () => {
  const asked: CertificateVisit[] = [];
  const visit = openVisits(
    async (each) => {
      asked.push(each);
      return HANDLE;
    },
    () => assert.fail('nothing failed'),
  );
  for (let each = 0; each < A_MINUTE_OF_ONE_NETWORK; each += 1)
    assert.equal(await visit(address), `${ORIGIN}/means/certificate/return/${HANDLE}`);
  assert.equal(await visit(address), `${ORIGIN}/login/${ATTEMPT}/means/certificate?because=busy`);
  assert.equal(await visit('/certificate/none'), ORIGIN);
  assert.equal(asked.length, A_MINUTE_OF_ONE_NETWORK);
});

test('somebody whose certificate could not be taken is led back to their login, where they can try again', async () => {
  const told: object[] = [];
  const broken = () => Promise.reject(new Error('the database is away'));
  const visit = openVisits(broken, (fields) => told.push(fields));
  assert.equal(await visit(address), `${ORIGIN}/login/${ATTEMPT}`);
  assert.equal(told.length, 1);
});
