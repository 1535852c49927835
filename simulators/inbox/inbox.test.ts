import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { createTransport } from 'nodemailer';
import { type Inbox, openInbox } from './open-inbox.ts';

describe('the inbox', () => {
  let inbox: Inbox;
  before(async () => {
    inbox = await openInbox({ port: 0, smtpPort: 0 });
    const transport = createTransport(inbox.smtpUrl);
    const mail = { from: 'sluis@example.eu', to: 'anna@example.eu', subject: 'Hallo <b>Anna</b>' };
    await transport.sendMail({ ...mail, text: 'Uw aanvraag: één & <script>alert(1)</script>' });
    await transport.sendMail({
      ...mail,
      to: 'jens@example.eu',
      subject: 'Other',
      html: '<p>Guten&nbsp;Tag</p><script>x</script>',
    });
    transport.close();
  });
  after(() => inbox.close());

  test('gives mail as JSON, newest first, by recipient', async () => {
    const all = (await (await fetch(`${inbox.url}/messages`)).json()) as {
      subject: string;
      text: string;
      to: string[];
    }[];
    assert.deepEqual(
      all.map((mail) => mail.subject),
      ['Other', 'Hallo <b>Anna</b>'],
    );
    const own = (await (await fetch(`${inbox.url}/messages?to=ANNA`)).json()) as { text: string }[];
    assert.equal(own.length, 1);
    assert.match(own[0]?.text ?? '', /één & <script>/);
  });

  test('shows mail as text: nothing that it holds becomes part of the page', async () => {
    const page = await (await fetch(`${inbox.url}/mail/1`)).text();
    assert.match(page, /Hallo &lt;b&gt;Anna/);
    assert.doesNotMatch(page, /<script>alert/);
    assert.doesNotMatch(await (await fetch(`${inbox.url}/mail/2`)).text(), /<script>x|&lt;script/);
  });

  test('says so when a mail is not there', async () => {
    assert.equal((await fetch(`${inbox.url}/mail/99`)).status, 404);
    assert.match(await (await fetch(`${inbox.url}/?to=nobody`)).text(), /No mail to that address/);
  });
});
