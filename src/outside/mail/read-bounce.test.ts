import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LARGEST_BOUNCE, readBounce } from './read-bounce.ts';

const ID = '0b5f3a52-6f53-4a64-9c46-5f1d6c9d7a10';

/** A report as Postfix writes it. */
function report({
  action = 'failed',
  status = '5.1.1',
  envelope = '',
  headers = `Message-ID: <${ID}@login.example.org>`,
} = {}) {
  const text = `From: MAILER-DAEMON@mx.example.eu
To: no-reply@login.example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=us-ascii

I could not deliver your message to anna@example.eu.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.eu
${envelope}Arrival-Date: Sun, 22 Nov 2026 12:00:00 +0000

Final-Recipient: rfc822; anna@example.eu
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 5.1.1 <anna@example.eu>: User
 unknown
--b1
Content-Type: text/rfc822-headers

Subject: We received your request
${headers}

--b1--
`;
  return Buffer.from(text.replaceAll('\n', '\r\n'));
}

test('a report says which mail did not arrive and why, without the address', async () => {
  const read = await readBounce(report());
  assert.deepEqual(read, { kind: 'bounce', messageId: ID, code: 'dsn-5.1.1' });
  assert.doesNotMatch(JSON.stringify(read), /anna/);
});

test('the id that we gave to the envelope is enough', async () => {
  const read = await readBounce(report({ envelope: `Original-Envelope-Id: ${ID}\n`, headers: 'X-Other: 1' }));
  assert.deepEqual(read, { kind: 'bounce', messageId: ID, code: 'dsn-5.1.1' });
});

test('a whole mail may come back instead of its headers', async () => {
  const whole = report().toString().replace('text/rfc822-headers', 'message/rfc822');
  assert.equal((await readBounce(Buffer.from(whole))).kind, 'bounce');
});

test('what was given up failed, whatever its status says: none, a passing trouble, or words', async () => {
  const codes: readonly [string, string][] = [
    ['4.4.7', 'dsn-4.4.7'],
    ['4.2.2', 'dsn-4.2.2'],
    ['5.0.0 (permanent failure)', 'dsn-5.0.0'],
    ['', 'dsn-failed'],
    ['unknown', 'dsn-failed'],
    ['5.1.1.1', 'dsn-failed'],
  ];
  for (const [status, code] of codes)
    assert.deepEqual(await readBounce(report({ status })), { kind: 'bounce', messageId: ID, code }, status);
  const without = report().toString().replace('Status: 5.1.1\r\n', '');
  assert.deepEqual(await readBounce(Buffer.from(without)), {
    kind: 'bounce',
    messageId: ID,
    code: 'dsn-failed',
  });
});

test('a mail that is late, was handed on or was delivered did not fail, whatever its status says', async () => {
  for (const action of ['delayed', 'delivered', 'relayed', 'expanded', 'Delayed', 'not failed'])
    for (const status of ['2.0.0', '4.4.1', '5.1.1', ''])
      assert.equal((await readBounce(report({ action, status }))).kind, 'not-failed', `${action} ${status}`);
});

test('of several recipients behind one address, the one that failed counts, with its own status', async () => {
  const others = 'Final-Recipient: rfc822; a@example.eu\nAction: delivered\nStatus: 2.1.5\n\n';
  const several = report({ envelope: '', status: '4.4.7' })
    .toString()
    .replace('Final-Recipient', `${others.replaceAll('\n', '\r\n')}Final-Recipient`);
  assert.deepEqual(await readBounce(Buffer.from(several)), {
    kind: 'bounce',
    messageId: ID,
    code: 'dsn-4.4.7',
  });
});

/** A report with these parts. */
function reportOf(type: string, ...parts: readonly string[]): Buffer {
  const body = parts.map((part) => `--b1\n${part}\n`).join('');
  const text = `From: <>\nTo: no-reply@login.example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=${type}; boundary="b1"\n\n${body}--b1--\n`;
  return Buffer.from(text.replaceAll('\n', '\r\n'));
}
const words = 'Content-Type: text/plain; charset=utf-8\n\nIt was not delivered.\n';
const base64 = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n')).toString('base64');

const asWritten: readonly [string, Buffer, string][] = [
  [
    'a report on an address beyond ASCII (RFC 6533)',
    reportOf(
      'global-delivery-status',
      words,
      'Content-Type: message/global-delivery-status\nContent-Transfer-Encoding: 8bit\n\nReporting-MTA: dns; mx.example.eu\n\nFinal-Recipient: utf-8; jörg@müller.example\nAction: failed\nStatus: 5.1.1\n',
      `Content-Type: message/global-headers\n\nTo: jörg@müller.example\nMessage-ID: <${ID}@login.example.org>\n`,
    ),
    'dsn-5.1.1',
  ],
  [
    'the same with its parts encoded, and with the whole mail',
    reportOf(
      'global-delivery-status',
      words,
      `Content-Type: message/global-delivery-status\nContent-Transfer-Encoding: base64\n\n${base64('Reporting-MTA: dns; x\n\nFinal-Recipient: utf-8; jörg@x.example\nAction: failed\n')}\n`,
      `Content-Type: message/global\n\nTo: jörg@müller.example\nMessage-ID: <${ID}@login.example.org>\n\nDear Jörg\n`,
    ),
    'dsn-failed',
  ],
  [
    'Exchange',
    reportOf(
      'delivery-status',
      'Content-Type: multipart/alternative; boundary="b2"\n\n--b2\nContent-Type: text/plain\n\nDelivery has failed\n--b2\nContent-Type: text/html\n\n<p>Delivery has failed</p>\n--b2--\n',
      'Content-Type: message/delivery-status\n\nReporting-MTA: dns;mail.example.eu\nReceived-From-MTA: dns;mx.example.eu\nArrival-Date: Sun, 22 Nov 2026 12:00:00 +0000\n\nOriginal-Recipient: rfc822;anna@example.eu\nFinal-Recipient: rfc822;anna@example.eu\nAction: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound\n',
      `Content-Type: message/rfc822\n\nReceived: from x\nMessage-ID:\n\t<${ID}@login.example.org>\nSubject: y\n\nbody\n`,
    ),
    'dsn-5.1.10',
  ],
  [
    'Exim',
    reportOf(
      'delivery-status',
      words,
      'Content-type: message/delivery-status\n\nReporting-MTA: dns; mx.example.eu\n\nAction: failed\nFinal-Recipient: rfc822;anna@example.eu\nStatus: 5.0.0\nRemote-MTA: dns; a.example\n',
      `Content-type: message/rfc822\n\nReturn-path: <no-reply@login.example.org>\nMessage-Id: <${ID}@login.example.org>\n\n`,
    ),
    'dsn-5.0.0',
  ],
  [
    'Google, with the id in a field of its own alone',
    reportOf(
      'delivery-status',
      words,
      `Content-Type: message/delivery-status\n\nReporting-MTA: dns; googlemail.com\nArrival-Date: Sun, 22 Nov 2026 12:00:00 +0000\nX-Original-Message-ID: <${ID}@login.example.org>\n\nFinal-Recipient: rfc822; anna@example.eu\nAction: failed\nStatus: 4.4.2\nLast-Attempt-Date: Sun, 22 Nov 2026 12:00:00 +0000\n`,
    ),
    'dsn-4.4.2',
  ],
];
for (const [writer, bytes, code] of asWritten)
  test(`a mail that came back is known as ${writer} writes it`, async () => {
    assert.deepEqual(await readBounce(bytes), { kind: 'bounce', messageId: ID, code });
  });

test('words without a report are not believed: an answer of somebody away, or qmail', async () => {
  const text = `From: MAILER-DAEMON@mx.example.eu\r\nSubject: failure notice\r\n\r\nHi. This is the qmail-send program at mx.example.eu.\r\n\r\n<anna@example.eu>:\r\nAction: failed\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: <${ID}@login.example.org>\r\n`;
  assert.deepEqual(await readBounce(Buffer.from(text)), { kind: 'refused', reason: 'not-a-bounce' });
});

test('what is no report, names no mail or is too large is refused with the reason', async () => {
  const reasonOf = async (bytes: Uint8Array) => {
    const read = await readBounce(bytes);
    return read.kind === 'refused' ? read.reason : read.kind;
  };
  assert.equal(
    await reasonOf(Buffer.from('Subject: hello\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n')),
    'not-a-bounce',
  );
  assert.equal(await reasonOf(Buffer.alloc(0)), 'not-a-bounce');
  assert.equal(await reasonOf(report({ headers: 'Message-ID: <other@elsewhere.example>' })), 'no-message-id');
  assert.equal(await reasonOf(Buffer.alloc(LARGEST_BOUNCE + 1, 'x')), 'too-large');
});

test('nothing that comes by mail makes it fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => void (await readBounce(bytes))),
  );
  const deep = Array.from(
    { length: 400 },
    (_, index) => `Content-Type: multipart/mixed; boundary="x${index}"\r\n\r\n--x${index}\r\n`,
  );
  assert.equal((await readBounce(Buffer.from(deep.join('')))).kind, 'refused');
});
