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
    const other = await (await fetch(`${inbox.url}/mail/2`)).text();
    assert.doesNotMatch(other, /<script>x/);
    assert.doesNotMatch(other.split('<details')[0] ?? '', /&lt;script/);
  });

  test('says so when a mail is not there', async () => {
    assert.equal((await fetch(`${inbox.url}/mail/99`)).status, 404);
    assert.match(await (await fetch(`${inbox.url}/?to=nobody`)).text(), /No mail to that address/);
  });
});

describe('a mail in both forms', () => {
  let inbox: Inbox;
  before(async () => {
    inbox = await openInbox({ port: 0, smtpPort: 0 });
    const transport = createTransport(inbox.smtpUrl);
    await transport.sendMail({
      from: 'sluis@example.eu',
      to: 'anna@example.eu',
      subject: 'Uw aanvraag',
      headers: { 'Content-Language': 'nl' },
      text: 'Bekijk uw aanvraag:\nhttp://localhost:4000/request/abc?x=1&y=2.\n\nOf https://elsewhere.example/x',
      html: '<p>Bekijk <script>alert(1)</script></p>',
    });
    transport.close();
  });
  after(() => inbox.close());

  test('shows the words, and opens links to this machine alone', async () => {
    const page = await (await fetch(`${inbox.url}/mail/1`)).text();
    assert.match(page, /<a href="http:\/\/localhost:4000\/request\/abc\?x=1&amp;y=2" rel="noreferrer">/);
    assert.match(page, /<li>https:\/\/elsewhere\.example\/x<\/li>/);
    assert.doesNotMatch(page, /href="https:\/\/elsewhere/);
  });

  test('shows the HTML as people see it, in a frame in which nothing can act, and as source', async () => {
    const page = await (await fetch(`${inbox.url}/mail/1`)).text();
    assert.match(page, /&lt;script&gt;alert\(1\)/);
    assert.doesNotMatch(page, /<script>alert/);
    assert.match(
      page,
      /<iframe [^>]*src="\/mail\/1\/html" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"/,
    );
    const frame = await fetch(`${inbox.url}/mail/1/html`);
    assert.match(await frame.text(), /<p>Bekijk/);
    const policy = frame.headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox/);
    assert.doesNotMatch(policy, /script-src|allow-same-origin|allow-forms/);
    assert.equal((await fetch(`${inbox.url}/mail/99/html`)).status, 404);
  });

  test('shows the plain text and the headers beside it', async () => {
    const page = await (await fetch(`${inbox.url}/mail/1`)).text();
    assert.match(page, /The same mail as plain text/);
    assert.match(page, /Content-Language: nl/);
  });

  test('tells the language of each mail, and looks for new mail when asked', async () => {
    const list = await fetch(`${inbox.url}/`);
    assert.equal(list.headers.get('refresh'), null);
    assert.match(await list.text(), /class="badge">NL</);
    const watching = await fetch(`${inbox.url}/?watch=1&to=anna`);
    assert.equal(watching.headers.get('refresh'), '5');
    assert.match(await watching.text(), /Stop looking/);
  });

  test('gives both forms and the links as JSON', async () => {
    const [mail] = (await (await fetch(`${inbox.url}/messages`)).json()) as {
      html: string;
      links: string[];
    }[];
    assert.match(mail?.html ?? '', /<p>Bekijk/);
    assert.deepEqual(mail?.links, [
      'http://localhost:4000/request/abc?x=1&y=2',
      'https://elsewhere.example/x',
    ]);
  });
});
