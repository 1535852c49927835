import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type CommandWorld, openCommandWorld } from '../../../../test/support/command-world.ts';
import { Redacted } from '../../../base/redacted.ts';

const CASE = '0b5f3a52-6f53-4a64-9c46-5f1d6c9d7a10';

describe('sluis mail', () => {
  let world: CommandWorld;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    world = await openCommandWorld({ after: (work) => void endings.push(work) });
  });
  after(async () => {
    for (const end of endings) await end();
  });

  /** Puts a mail in, and takes it as a worker does. */
  async function takeMail() {
    await world.store.inTransaction(['outbox'], ({ outbox }) =>
      outbox.send({
        to: new Redacted('anna@example.eu'),
        language: 'en',
        subject: 'Dear',
        text: 'Dear Anna',
        html: null,
        about: CASE,
        template: 'request-received',
      }),
    );
    const [item] = await world.store.outbox.take(['mail'], 1, new Date());
    assert.ok(item);
    return item;
  }

  function reportOf(messageId: string): string {
    const status =
      'Reporting-MTA: dns; mx.example.eu\r\n\r\nFinal-Recipient: rfc822; anna@example.eu\r\nAction: failed\r\nStatus: 5.1.1\r\n';
    const headers = `Message-ID: <${messageId}@localhost>\r\n`;
    return [
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n',
      `--b\r\nContent-Type: message/delivery-status\r\n\r\n${status}`,
      `--b\r\nContent-Type: text/rfc822-headers\r\n\r\n${headers}`,
      '--b--\r\n',
    ].join('\r\n');
  }

  test('bounce marks the mail that came back, once, and its case hears of it', async () => {
    const item = await takeMail();
    await world.store.outbox.finish(item, new Date());
    const file = await world.put('report.eml', reportOf(item.messageId));
    assert.deepEqual((await world.typeJson(`mail bounce ${file}`)).value, {
      outcome: 'bounced',
      code: 'dsn-5.1.1',
    });
    assert.equal((await world.typeJson(`mail bounce ${file}`)).value.outcome, 'before');
    const [job] = await world.store.outbox.take(['job'], 1, new Date());
    assert.ok(job?.content.kind === 'job');
    assert.deepEqual(job.content.payload, { about: CASE, mail: item.id, code: 'dsn-5.1.1' });
    const { out } = await world.type('mail list');
    assert.match(out, /1 came back/);
    assert.match(out, /request-received {2}came back {2}dsn-5\.1\.1/);
    assert.doesNotMatch(out, /anna/);
  });

  test('bounce refuses what is no report, or about no mail of ours, and says what to do', async () => {
    const other = await world.put('other.eml', 'Subject: hello\r\n\r\nhello\r\n');
    const refused = await world.type(`mail bounce ${other}`);
    assert.equal(refused.code, 1);
    assert.match(refused.error, /is not a delivery status notification/);
    const strange = await world.put('strange.eml', reportOf('6f532a52-6f53-4a64-9c46-5f1d6c9d7a99'));
    assert.match((await world.type(`mail bounce ${strange}`)).error, /none of ours/);
    assert.match((await world.type('mail bounce missing.eml')).error, /does not exist/);
  });

  test('retry sends a refused mail again, and nothing else', async () => {
    const item = await takeMail();
    await world.store.outbox.bounce(item, new Date(), 'smtp-550');
    assert.equal((await world.type(`mail retry ${item.id}`)).code, 0);
    assert.equal((await world.type(`mail retry ${item.id}`)).code, 1);
    assert.equal((await world.type('mail retry all')).code, 1);
  });
});
