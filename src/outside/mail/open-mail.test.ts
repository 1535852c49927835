import assert from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { Redacted } from '../../base/redacted.ts';
import type { Mail } from '../../domain/notification/index.ts';
import { openMail } from './open-mail.ts';

const mail: Mail = {
  to: new Redacted('anna@example.com'),
  language: 'nl',
  subject: 'Uw aanvraag — é',
  text: 'Dag Anna,\n\nUw referentie is SLU-2M9D-K7PX.\n',
  html: null,
  about: null,
  template: null,
};

/** A mail server that takes what comes, or refuses with a code. */
async function startServer(t: TestContext, refuse?: number, hideSMTPUTF8 = false) {
  const received: Email[] = [];
  const envelopes: { readonly to: readonly string[]; readonly isUtf8: boolean }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    hideSMTPUTF8,
    onData(stream, session, done) {
      const { rcptTo, smtpUtf8 = false } = session.envelope;
      envelopes.push({ to: rcptTo.map(({ address }) => address), isUtf8: smtpUtf8 });
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        if (refuse)
          return done(Object.assign(new Error('no anna@example.com here'), { responseCode: refuse }));
        received.push(await PostalMime.parse(Buffer.concat(chunks)));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received, envelopes };
}

test('a mail arrives with its id, its language and its letters', async (t) => {
  const { url, received } = await startServer(t);
  const door = openMail({ url, from: 'sluis@sluis.example' });
  assert.deepEqual(await door.send(mail, 'id-1'), { kind: 'sent' });
  door.close();
  const [arrived] = received;
  assert.equal(arrived?.messageId, '<id-1@sluis.example>');
  assert.equal(arrived?.subject, mail.subject);
  assert.equal(arrived?.text?.trim(), mail.text.trim());
  assert.deepEqual(
    arrived?.to?.map((each) => each.address),
    ['anna@example.com'],
  );
});

test('a mail says who writes, where answers go, and that a program wrote it', async (t) => {
  const { url, received } = await startServer(t);
  const names = { nl: 'Sluis – Dienst Zoë', fr: 'fr', de: 'de', en: 'en' };
  const door = openMail({ url, from: 'sluis@sluis.example', names, replyTo: 'help@sluis.example' });
  await door.send(mail, 'id-1');
  door.close();
  const [arrived] = received;
  assert.deepEqual(arrived?.from, { name: 'Sluis – Dienst Zoë', address: 'sluis@sluis.example' });
  assert.deepEqual(
    arrived?.replyTo?.map((each) => each.address),
    ['help@sluis.example'],
  );
  const headers = new Map(arrived?.headers.map(({ key, value }) => [key, value]));
  assert.equal(headers.get('auto-submitted'), 'auto-generated');
  assert.equal(headers.get('content-language'), 'nl');
});

test('an address beyond ASCII arrives where the server takes it, and is given up with the reason where it does not', async (t) => {
  const to = new Redacted('jörg@müller.example');
  const open = await startServer(t);
  const door = openMail({ url: open.url, from: 'sluis@sluis.example' });
  assert.deepEqual(await door.send({ ...mail, to }, 'id-1'), { kind: 'sent' });
  door.close();
  assert.deepEqual(open.envelopes, [{ to: ['jörg@müller.example'], isUtf8: true }]);
  const closed = await startServer(t, undefined, true);
  const other = openMail({ url: closed.url, from: 'sluis@sluis.example' });
  assert.deepEqual(await other.send({ ...mail, to }, 'id-1'), { kind: 'refused', code: 'no-smtputf8' });
  assert.deepEqual(await other.send(mail, 'id-2'), { kind: 'sent' }, 'all others arrive');
  other.close();
  assert.equal(closed.envelopes.length, 1);
});

test('a domain beyond ASCII is written in ASCII, for every server', async (t) => {
  const { url, envelopes, received } = await startServer(t, undefined, true);
  const door = openMail({ url, from: 'sluis@sluis.example' });
  const to = new Redacted('anna@müller.example');
  assert.deepEqual(await door.send({ ...mail, to }, 'id-1'), { kind: 'sent' });
  door.close();
  assert.equal(envelopes[0]?.isUtf8, false);
  const written = received[0]?.headers.find(({ key }) => key === 'to')?.value;
  assert.equal(written, 'anna@xn--mller-kva.example');
});

test('whether a server takes addresses beyond ASCII is asked again when it does not answer', async () => {
  const door = openMail({ url: 'smtp://127.0.0.1:1', from: 'sluis@sluis.example' });
  const outcome = await door.send({ ...mail, to: new Redacted('jörg@müller.example') }, 'id-1');
  door.close();
  assert.equal(outcome.kind, 'failed');
});

test('a refusal is told by its code alone, never with the address', async (t) => {
  const { url } = await startServer(t, 550);
  const door = openMail({ url, from: 'sluis@sluis.example' });
  assert.deepEqual(await door.send(mail, 'id-1'), { kind: 'refused', code: 'smtp-550' });
  door.close();
});

test('a server that is not there is told by a code', async () => {
  const door = openMail({ url: 'smtp://127.0.0.1:1', from: 'sluis@sluis.example' });
  const outcome = await door.send(mail, 'id-1');
  door.close();
  assert.equal(outcome.kind, 'failed');
});

test('a line break in an address or a subject makes no header', async (t) => {
  const { url, received } = await startServer(t);
  const door = openMail({ url, from: 'sluis@sluis.example' });
  await door.send({ ...mail, subject: 'Hallo\r\nBcc: eve@example.com' }, 'id-2');
  door.close();
  assert.deepEqual(received[0]?.bcc ?? [], []);
  assert.deepEqual(
    received[0]?.to?.map((each) => each.address),
    ['anna@example.com'],
  );
});

test('the words come in both forms, the HTML last, as RFC 2046 wants it', async (t) => {
  const { url, received } = await startServer(t);
  const door = openMail({ url, from: 'sluis@sluis.example' });
  await door.send({ ...mail, html: '<p>Dag <b>Anna</b> é</p>' }, 'id-3');
  door.close();
  const [arrived] = received;
  assert.match(
    arrived?.headers.find(({ key }) => key === 'content-type')?.value ?? '',
    /^multipart\/alternative/,
  );
  assert.equal(arrived?.text?.trim(), mail.text.trim());
  assert.match(arrived?.html ?? '', /<p>Dag <b>Anna<\/b> é<\/p>/);
});

for (const [reply, kind] of [
  [421, 'failed'],
  [451, 'failed'],
  [530, 'failed'],
  [552, 'refused'],
  [554, 'refused'],
] as const)
  test(`the answer ${reply} to the text means ${kind === 'refused' ? 'never' : 'perhaps later'}`, async (t) => {
    const { url } = await startServer(t, reply);
    const door = openMail({ url, from: 'sluis@sluis.example' });
    assert.deepEqual(await door.send(mail, 'id-1'), { kind, code: `smtp-${reply}` });
    door.close();
  });

test('a server that says nothing is given up before the lease of the mail is over', async (t) => {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  const door = openMail({
    url: `smtp://127.0.0.1:${port}`,
    from: 'sluis@sluis.example',
    patienceMilliseconds: 50,
  });
  assert.deepEqual(await door.send(mail, 'id-1'), { kind: 'failed', code: 'eabort' });
  door.close();
});
