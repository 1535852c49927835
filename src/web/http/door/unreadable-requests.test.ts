import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { openPages } from '../../index.ts';
import { openUnreadableRequests } from './unreadable-requests.ts';

describe('what cannot be read as a request', () => {
  const logged: object[] = [];
  const unreadable = openUnreadableRequests({
    pages: openPages({
      origin: 'http://localhost:4000',
      demo: false,
      contact: { telephone: '0' },
      clock: () => new Date(),
    }),
    log: { error: (fields) => logged.push(fields) },
  });
  const server = createServer({ maxHeaderSize: 16_384 }, (_request, response) => response.end('taken'));
  server.on('clientError', unreadable.refuse);
  before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  after(() => server.close());

  /** Sends bytes, and reads until the other side ends the connection. */
  const send = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(bytes));
      let heard = '';
      socket.on('data', (chunk) => {
        heard += chunk;
        if (heard.endsWith('taken')) socket.end();
      });
      socket.on('close', () => resolve(heard));
      socket.on('error', reject);
    });

  test('gets a page with a reference, in the language that it names', async () => {
    const head = 'Host: localhost\r\nAccept-Language: fr\r\n';
    assert.match(await send(`GET / HTTP/1.1\r\n${head}\r\n`), /taken$/);
    for (const [what, bytes, status] of [
      ['a head over 16 kB', `GET /?q=${'x'.repeat(17_000)} HTTP/1.1\r\n${head}\r\n`, 431],
      ['no HTTP', `GET / HTTP/9.9\r\n${head}\r\n`, 400],
      ['a header that is none', `GET / HTTP/1.1\r\n${head}b\x01ad: x\r\n\r\n`, 400],
    ] as const) {
      const heard = await send(bytes);
      const body = heard.slice(heard.indexOf('\r\n\r\n') + 4);
      assert.match(heard, new RegExp(`^HTTP/1.1 ${status} `), what);
      assert.match(body, /[2-9A-Z]{4}-[2-9A-Z]{4}[\s\S]*<\/html>/, what);
      assert.match(heard, /content-security-policy: /, what);
      assert.equal(/content-length: (\d+)/.exec(heard)?.[1], String(Buffer.byteLength(body)), what);
      if (status === 400) assert.match(body, /<html lang="fr"/, what);
    }
    assert.equal(logged.length, 3);
    assert.ok(!JSON.stringify(logged).includes('xxxx'), 'nothing of what was sent is logged');
  });

  test('of an address or a host that is none gets the same', async () => {
    const error = Object.assign(new Error('Invalid host header'), { name: 'RequestError' });
    const answer = unreadable.respond(error);
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /[2-9A-Z]{4}-[2-9A-Z]{4}/);
    assert.equal(unreadable.respond(new Error('a bug')).status, 500);
  });
});
