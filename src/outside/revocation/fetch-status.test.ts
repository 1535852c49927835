import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, mock, test } from 'node:test';
import { openStatusSource } from './fetch-status.ts';

describe('an address that a certificate names', () => {
  let server: Server;
  let host: string;
  let answer: (response: ServerResponse) => void;
  const asked: string[] = [];
  before(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers['content-type'] ?? ''}`);
      answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `localhost:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const open = () => openStatusSource([host], { answer: 1000, list: 5000 });

  test('is asked by POST, and a list is fetched by GET', async () => {
    answer = (response) => response.end('answer');
    const source = open();
    const told = await source.ask(`http://${host}/ocsp`, new Uint8Array([1]));
    assert.deepEqual(told, { kind: 'fetched', bytes: Buffer.from('answer') });
    assert.equal((await source.fetchList(`http://${host}/list`)).kind, 'fetched');
    assert.deepEqual(asked, ['POST /ocsp application/ocsp-request', 'GET /list ']);
  });

  test('leads nowhere else, and says no more than it may', async () => {
    const source = open();
    answer = (response) => response.writeHead(302, { location: `http://${host}/other` }).end();
    assert.deepEqual(await source.fetchList(`http://${host}/`), { kind: 'failed', reason: 'status' });
    answer = (response) => response.end('x'.repeat(1001));
    const huge = await source.ask(`http://${host}/`, new Uint8Array([1]));
    assert.deepEqual(huge, { kind: 'failed', reason: 'too-large' });
    answer = (response) => response.end('x'.repeat(1001));
    assert.equal((await source.fetchList(`http://${host}/`)).kind, 'fetched');
  });

  test('that answers a byte now and then is given up', async () => {
    const began = new Promise<ServerResponse>((resolve) => {
      answer = resolve;
    });
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const slow = open().ask(`http://${host}/`, new Uint8Array([1]));
      (await began).write('x');
      mock.timers.tick(4000);
      assert.deepEqual(await slow, { kind: 'failed', reason: 'late' });
    } finally {
      mock.timers.reset();
    }
  });

  test('in a network of our own is not asked, by number nor by a name that leads there, unless the operator named it', async () => {
    answer = (response) => response.end('answer');
    assert.equal((await open().fetchList(`http://${host}/`)).kind, 'fetched');
    const port = host.split(':')[1];
    const stranger = openStatusSource([], { answer: 1000, list: 1000 });
    for (const address of [
      `http://${host}/`,
      `http://127.0.0.1:${port}/`,
      `http://2130706433:${port}/`,
      `http://[::1]:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      'http://169.254.169.254/latest',
      'http://10.0.0.1/',
      'http://[fd00::1]/',
    ])
      assert.deepEqual(await stranger.fetchList(address), { kind: 'failed', reason: 'address' }, address);
  });

  test('that is no web address, or holds a password, is not asked', async () => {
    for (const address of ['ldap://example.org/cn=x', 'file:///etc/passwd', 'x', `http://a:b@${host}/`])
      assert.deepEqual(await open().fetchList(address), { kind: 'failed', reason: 'address' }, address);
  });
});
