import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mailSender } from '../../../test/support/mail-sender.ts';
import { languages } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import { type NationalNumber, parseNationalNumber } from '../person/index.ts';
import {
  composeMail,
  composeWording,
  holdsNumber,
  type MailAddressing,
  type MailContent,
  type MailWriting,
  type TemplateSource,
} from './index.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const defaults: TemplateSource = { live: async () => null };
const writing: MailWriting = { templates: defaults, sender: mailSender };
const to: MailAddressing = { to: new Redacted('anna@example.eu'), language: 'nl', about: 'case-1' };
const about = {
  name: 'Anna Müller',
  reference: 'SLU-2M9D-K7PX',
  link: 'https://login.example.org/request/x',
  until: '2026-12-23',
} as const;

function numberOf(digits: string): NationalNumber {
  const read = parseNationalNumber(digits, NOW);
  assert.ok(read.kind === 'parsed');
  return read.number;
}
const number = numberOf('95.50.17-998.61');

/** Every mail there is, with texts that people typed in `said`. */
function everyContent(said: string): readonly MailContent[] {
  const day = '2026-12-23';
  const values = { ...about, name: said };
  return [
    { template: 'request-received', values: { ...values, expectedDays: 3 } },
    {
      template: 'email-code',
      values: { reference: about.reference, code: new Redacted('123456'), validMinutes: 15 },
    },
    { template: 'question-asked', values: { ...values, message: said, dueDate: day } },
    { template: 'answer-reminder', values: { ...values, dueDate: day, missing: said } },
    { template: 'answer-received', values: { ...values, expectedDays: 1 } },
    { template: 'number-assigned', values: { ...values, number } },
    { template: 'number-linked', values: { ...values, number } },
    { template: 'request-refused', values: { ...values, reason: said, replyUntil: day } },
    { template: 'request-expired', values: { ...values, replyUntil: day } },
    { template: 'draft-expired', values },
    { template: 'request-withdrawn', values: { ...values, replyUntil: day } },
    { template: 'request-handed-over', values: { ...values, office: said } },
    { template: 'link-removed', values: { ...values, reason: said } },
    { template: 'request-reopened', values: { ...values, reason: said, expectedDays: 2 } },
    { template: 'address-changed', values },
    { template: 'access-link', values },
    { template: 'message-from-agent', values: { ...values, message: said } },
  ];
}

test('a mail says in the language of the person what happened, and when', async () => {
  const content: MailContent = {
    template: 'request-received',
    values: { ...about, expectedDays: 3 },
  };
  const mail = await composeMail(content, to, writing);
  assert.equal(mail.subject, 'We hebben uw aanvraag SLU-2M9D-K7PX ontvangen');
  assert.match(mail.text, /^Sluis – Voorbeelddienst Digitale Identiteit\n\nBeste Anna Müller\n/);
  assert.match(mail.text, /dat dit 3 werkdagen duurt\./);
  assert.match(mail.text, /Uw aanvraag bekijken:\nhttps:\/\/login\.example\.org\/request\/x\n/);
  assert.match(mail.text, /tot en met 23 december 2026\./);
  assert.match(mail.html ?? '', /<a class="button" href="https:\/\/login\.example\.org\/request\/x"/);
  assert.deepEqual([mail.template, mail.about, mail.language], ['request-received', 'case-1', 'nl']);
});

test('M10: unless the installation chose otherwise, no mail holds a national number, also not one that somebody typed', async () => {
  const forms = ['95501799861', '95.50.17-998.61', '95 50 17 998 61', '7 95/50/17-998.61', '955017 99861'];
  for (const form of forms)
    for (const language of languages)
      for (const content of everyContent(`het nummer is ${form}.`)) {
        const { subject, text, html } = await composeMail(content, { ...to, language }, writing);
        assert.ok(!holdsNumber(subject + text + html), `${content.template}: ${form}`);
        assert.doesNotMatch(subject + text + html, /998.?61/, `${content.template}: ${form}`);
      }
});

test('where the installation chose it, the number stands in the text of two mails, and never in a subject', async () => {
  for (const language of languages)
    for (const content of everyContent('Anna')) {
      const mail = await composeMail(content, { ...to, language, numberInMail: true }, writing);
      const holds = ['number-assigned', 'number-linked'].includes(content.template);
      assert.equal(mail.text.includes('95.50.17-998.61'), holds, content.template);
      assert.equal(mail.html?.includes('95.50.17-998.61'), holds, content.template);
      assert.equal(mail.template, holds ? `${content.template}-in-mail` : content.template);
      assert.ok(!holdsNumber(mail.subject));
    }
});

test('nothing that people typed becomes a header, markup, a link or a placeholder', async () => {
  const said =
    'Eve\r\nBcc: eve@example.com\u2028<script>alert(1)</script> {link} {number} [Click]({link}) " onload=\' &amp; \u202e';
  for (const content of everyContent(said)) {
    const mail = await composeMail(content, { ...to, numberInMail: true }, writing);
    assert.doesNotMatch(mail.subject, /[\p{Cc}\u2028\u202e]/u, content.template);
    assert.doesNotMatch(mail.html ?? '', /<script|<b>| onload='/, content.template);
    assert.ok(!mail.text.includes('\u202e'));
    const links = [...(mail.html ?? '').matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    assert.ok(links.length <= 1 && links.every((link) => link === about.link), content.template);
    const times = mail.text.split(about.link).length - 1;
    assert.ok(times <= 1, `${content.template}: {link} in a name is not filled in again`);
  }
});

test('whatever people type, the HTML holds exactly the tags of the template', async () => {
  const tags = (html: string | null) =>
    (html ?? '').match(/<[a-z/!][^>]*>/g)?.filter((tag) => !/^<\/?(p|br)/.test(tag));
  const plain = await composeMail(
    { template: 'question-asked', values: { ...about, message: 'x', dueDate: '2026-12-23' } },
    to,
    writing,
  );
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      async (name, message) => {
        const content: MailContent = {
          template: 'question-asked',
          values: { ...about, name, message, dueDate: '2026-12-23' },
        };
        const mail = await composeMail(content, to, writing);
        assert.deepEqual(tags(mail.html), tags(plain.html));
        assert.equal(mail.subject, plain.subject);
      },
    ),
  );
});

test('a name that holds an address of the web does not become one that readers make a link of', async () => {
  const mail = await composeMail(
    { template: 'draft-expired', values: { ...about, name: 'https://evil.example/x' } },
    to,
    writing,
  );
  assert.doesNotMatch(mail.text, /https:\/\/evil/);
});

test('the text in use goes before the one that Sluis brings along', async () => {
  const own: TemplateSource = {
    live: async (key, language) => ({
      key,
      language,
      version: 3,
      subject: 'Own {reference}\r\nX: {name}',
      body: 'Own\n\n- {name}\n- b',
    }),
  };
  const values = { ...about, name: `${'x'.repeat(400)}\nBcc: eve@example.com` };
  const mail = await composeMail({ template: 'draft-expired', values }, to, { ...writing, templates: own });
  assert.doesNotMatch(mail.subject, /[\r\n]/);
  assert.ok(mail.subject.length <= 150);
  assert.match(mail.html ?? '', /<ul [^>]*><li>x{200}<\/li><li>b<\/li><\/ul>/);
});

test('a wording comes in the language of the applicant, ready to be changed', async () => {
  const values = { name: 'Anna', reference: 'SLU-2M9D-K7PX', dueDate: null };
  const text = await composeWording('refuse-not-identified', 'fr', values, defaults);
  assert.match(text, /Conseil d’État/);
  assert.match(text, /SLU-2M9D-K7PX/);
});
