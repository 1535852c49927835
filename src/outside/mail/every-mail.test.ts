import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import test, { after, before, describe } from 'node:test';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { everyMail, mailDays, type Said } from '../../../test/support/every-mail.ts';
import { mailSender } from '../../../test/support/mail-sender.ts';
import { atTheLatest, colonIn, dateWriter, untilEndOf } from '../../base/in-writing.ts';
import { type Language, languages } from '../../base/language.ts';
import { type MailSender, senderName } from '../../base/mail-sender.ts';
import { Redacted } from '../../base/redacted.ts';
import {
  composeMail,
  defaultTemplate,
  holdsNumber,
  type Mail,
  mailKeys,
} from '../../domain/notification/index.ts';
import { openMail } from './open-mail.ts';

const said: readonly Said[] = [
  { name: 'Anna Müller', words: 'One line.', count: 1 },
  {
    name: `Ωμέγα ${'Maria '.repeat(30)}`,
    words: `Two paragraphs, <b>& more</b>:\n\n${'a very long line '.repeat(90)}`,
    count: 3,
  },
];
const senders: readonly MailSender[] = [
  mailSender,
  {
    ...mailSender,
    authority: null,
    postalAddress: null,
    telephone: null,
    hours: null,
    replyTo: null,
  },
];

/** Every mail, in every language, with and without all that is optional. */
async function writeAll(): Promise<readonly { readonly mail: Mail; readonly sender: MailSender }[]> {
  const written = [];
  for (const language of languages)
    for (const [place, each] of said.entries())
      for (const content of everyMail(each))
        for (const numberInMail of [false, true]) {
          const sender = senders[place] ?? mailSender;
          const to = { to: new Redacted('anna@example.eu'), language, about: null, numberInMail };
          const mail = await composeMail(content, to, { templates: { live: async () => null }, sender });
          written.push({ mail, sender });
        }
  return written;
}
const all = await writeAll();
const nameOf = ({ mail }: (typeof all)[number]) => `${mail.template} in ${mail.language}`;

/** Each word of a form, in order. */
function wordsOfHtml(html: string): string {
  const body = html.replace(/<head>[\s\S]*<\/head>/, '').replace(/<[^>]+>/g, ' ');
  const names = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" } as const;
  return oneSpace(body.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: keyof typeof names) => names[name]));
}
function wordsOfText(text: string, language: Language): string {
  return oneSpace(text.replace(/^—+$|^- /gm, ' ').replaceAll(`${colonIn(language)}\nhttp`, '\nhttp'));
}
const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('every mail', () => {
  test('is one of those that are looked at here', () => {
    assert.deepEqual(new Set(all.map(({ mail }) => mail.template)), new Set(mailKeys));
  });

  test('says who writes, which authority that is, how to reach them, why it came, and by which reference', () => {
    for (const each of all) {
      const { text, language } = each.mail;
      const { service, authority, telephone, hours, postalAddress, replyTo } = each.sender;
      assert.ok(text.startsWith(`${senderName(each.sender)[language]}\n\n`), nameOf(each));
      const expected = [service, authority, hours, postalAddress].map((words) => words?.[language]);
      for (const words of [...expected, telephone, replyTo, 'SLU-2M9D-K7PX'])
        assert.ok(words === undefined || words === null || text.includes(words), `${nameOf(each)}: ${words}`);
      const why = {
        nl: 'U krijgt deze e-mail omdat',
        fr: 'Vous recevez cet e-mail parce que',
        de: 'Sie erhalten diese E-Mail, weil',
        en: 'You get this email because',
      };
      assert.equal(text.split(why[language]).length, 2, nameOf(each));
    }
  });

  test('ends politely, and says how to make sure that it is from us and what we never ask', () => {
    const closings = {
      nl: ['Met vriendelijke groeten', 'wachtwoord'],
      fr: ['Cordialement', 'mot de passe'],
      de: ['Mit freundlichen Grüßen', 'Passwort'],
      en: ['Kind regards', 'password'],
    };
    for (const each of all)
      for (const words of closings[each.mail.language])
        assert.ok(each.mail.text.includes(words), `${nameOf(each)}: ${words}`);
  });

  test('says the same in both forms, in its language, and leaves no placeholder open', () => {
    for (const each of all) {
      const { text, html, subject, language } = each.mail;
      assert.equal(wordsOfHtml(html ?? ''), wordsOfText(text, language), nameOf(each));
      assert.match(html ?? '', new RegExp(`<html lang="${language}" dir="ltr">`));
      assert.doesNotMatch(subject + text + html, /\{\w+\}|undefined|\[object/, nameOf(each));
    }
  });

  test('has no secret in its subject, and a national number or an address of the web, never both', () => {
    for (const each of all) {
      const { text, html, subject } = each.mail;
      assert.doesNotMatch(subject, /https?:|123456/, nameOf(each));
      assert.ok(!holdsNumber(subject), nameOf(each));
      const hasNumber = holdsNumber(text) || holdsNumber(html ?? '');
      assert.equal(hasNumber, each.mail.template?.endsWith('-in-mail'), nameOf(each));
      if (hasNumber) assert.doesNotMatch(text + html, /https?:\/\/|www\.|href=/, nameOf(each));
    }
  });

  test('leads to our own pages alone, writes the address out, and says of a link that works once that it does, and until when', () => {
    const once = { nl: 'werkt één keer', fr: 'une seule fois', de: 'nur einmal', en: 'works once' };
    for (const each of all) {
      const { text, html, language } = each.mail;
      const links = [...(html ?? '').matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? '');
      for (const link of links) {
        assert.ok(link.startsWith(`${each.sender.origin}/`), link);
        assert.ok(html?.includes(`>${link}</p>`), `${nameOf(each)}: ${link} is written out`);
        assert.ok(text.includes(`\n${link}\n`));
      }
      const opens = links.some((link) => link.includes('/request/open/'));
      const invites =
        links.some((link) => link.includes('/invitation/')) || each.mail.template === 'reset-link';
      assert.equal(text.includes(once[language]), opens || invites, nameOf(each));
      if (opens)
        assert.ok(text.includes(untilEndOf[language](dayIn(language, mailDays.until))), nameOf(each));
    }
  });

  test('writes each day by which something must be done, or until which it holds, in the one way', () => {
    for (const each of all) {
      const { text, language } = each.mail;
      for (const [name, write] of [
        ['until', untilEndOf],
        ['dueDate', atTheLatest],
        ['replyUntil', atTheLatest],
      ] as const) {
        const day = dayIn(language, mailDays[name]);
        const phrase = write[language](day).toLowerCase();
        const spoken = text.toLowerCase();
        assert.equal(spoken.split(day.toLowerCase()).length, spoken.split(phrase).length, nameOf(each));
      }
    }
  });

  test('is HTML that acts on nothing, loads nothing, and has its headings in order', () => {
    for (const each of all) {
      const html = each.mail.html ?? '';
      assert.doesNotMatch(
        html,
        /<(script|img|link|iframe|form|input|object|b)\b|src=|url\(|@import|\son\w+=/i,
      );
      assert.match(html, /<meta name="color-scheme" content="light dark">/);
      assert.match(html, /<meta name="viewport"/);
      const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => level);
      assert.deepEqual(levels, ['1', '2', '2'], nameOf(each));
      for (const part of ['<header', '<main', '<footer']) assert.equal(html.split(part).length, 2);
    }
  });
});

describe('every mail as it travels', () => {
  const raw: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        raw.push(Buffer.concat(chunks));
        done();
      });
    },
  });
  before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve())));
  after(() => new Promise<void>((resolve) => server.close(() => resolve())));

  test('is valid MIME with lines that every server takes, and comes out as it was written', async () => {
    const { port } = server.server.address() as AddressInfo;
    const names = senderName(mailSender);
    const door = openMail({
      url: `smtp://127.0.0.1:${port}`,
      from: 'no-reply@login.example.org',
      names,
      replyTo: mailSender.replyTo,
    });
    // Each once, the longest, in one language after the other.
    const some = mailKeys.flatMap((key, place) => {
      const own = all.filter(({ mail }) => mail.template === key && mail.language === languages[place % 4]);
      return own.slice(-1);
    });
    assert.equal(some.length, mailKeys.length);
    await Promise.all(
      some.map(async (each, place) =>
        assert.deepEqual(await door.send(each.mail, `id-${place}`), { kind: 'sent' }, nameOf(each)),
      ),
    );
    for (const bytes of raw) {
      for (const line of bytes.toString('latin1').split('\r\n')) assert.ok(line.length <= 998);
      const arrived = await PostalMime.parse(bytes);
      const place = Number(/^<id-(\d+)@login\.example\.org>$/.exec(arrived.messageId ?? '')?.[1]);
      const each = some[place];
      assert.ok(each);
      const headers = new Map(arrived.headers.map(({ key, value }) => [key, value]));
      assert.equal(arrived.subject, each.mail.subject);
      assert.equal(arrived.text?.trim(), each.mail.text.trim(), nameOf(each));
      assert.equal(arrived.html?.trim(), each.mail.html?.trim(), nameOf(each));
      assert.equal(arrived.from?.name, names[each.mail.language]);
      assert.equal(headers.get('auto-submitted'), 'auto-generated');
      assert.equal(headers.get('content-language'), each.mail.language);
      assert.equal(headers.has('list-unsubscribe'), false, 'nobody subscribed to it');
    }
    door.close();
  });
});

function dayIn(language: Language, day: string): string {
  return dateWriter(language, { dateStyle: 'long', timeZone: 'UTC' })(new Date(`${day}T00:00:00Z`));
}

// A template that an installation changed is framed like those that Sluis brings along: nothing of the above depends on its words.
test('a mail whose text was changed keeps its frame', async () => {
  const own = { ...defaultTemplate('request-expired', 'nl'), body: 'Eigen woorden.' };
  const [content] = everyMail({ name: 'Anna', words: 'x', count: 1 }).filter(
    ({ template }) => template === 'request-expired',
  );
  assert.ok(content);
  const mail = await composeMail(
    content,
    { to: new Redacted('anna@example.eu'), language: 'nl', about: null },
    { templates: { live: async () => own }, sender: mailSender },
  );
  for (const words of ['Eigen woorden.', 'Met vriendelijke groeten', '+32 2 000 00 00', 'SLU-2M9D-K7PX'])
    assert.ok(mail.text.includes(words), words);
});
