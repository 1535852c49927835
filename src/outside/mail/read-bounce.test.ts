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

test('a mail that is late or was delivered did not fail', async () => {
  assert.equal((await readBounce(report({ action: 'delayed', status: '4.4.1' }))).kind, 'not-failed');
  assert.equal((await readBounce(report({ action: 'delivered', status: '2.0.0' }))).kind, 'not-failed');
  assert.equal((await readBounce(report({ status: '4.2.2' }))).kind, 'not-failed');
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
