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
async function startServer(t: TestContext, refuse?: number) {
  const received: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
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
  return { url: `smtp://127.0.0.1:${port}`, received };
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
