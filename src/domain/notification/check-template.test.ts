import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTemplate, defaultTemplate } from './index.ts';

const good = defaultTemplate('question-asked', 'en');

const wrong: readonly [string, Partial<typeof good>, readonly string[]][] = [
  ['nothing', { subject: ' ', body: '\n' }, ['subject empty', 'body empty']],
  ['a long subject', { subject: `${'x'.repeat(121)}` }, ['subject too-long']],
  ['a long body', { body: `${good.body}${'x'.repeat(5000)}` }, ['body too-long']],
  ['a placeholder of another mail', { body: `${good.body} {code}` }, ['body unknown-placeholder code']],
  ['a placeholder written otherwise', { body: `${good.body} { name }` }, ['body unknown-placeholder  name ']],
  ['a brace that stays open', { body: `${good.body} {name` }, []],
  [
    'no day to answer by',
    { body: good.body.replace('{dueDate}', 'soon') },
    ['body missing-placeholder dueDate'],
  ],
  [
    'a message in the subject',
    { subject: 'About {reference}: {message}' },
    ['subject not-in-subject message'],
  ],
  ['a link in the subject', { subject: 'About {link}' }, ['subject not-in-subject link']],
  ['two lines of subject', { subject: 'About\nBcc: eve@example.com' }, ['subject several-lines']],
  ['a link in a sentence', { body: `${good.body}\n\nGo to {link} now` }, ['body link-outside-button link']],
  ['a link alone', { body: `${good.body}\n\n{link}` }, ['body link-outside-button link']],
  ['a button that leads nowhere', { body: `${good.body}\n\n[See]({name})` }, ['body not-a-link name']],
  ['a message in a sentence', { body: `${good.body}\n\nWe say: {message} so` }, ['body alone message']],
  ['a national number', { body: `${good.body} 95.50.17-998.61` }, ['body number']],
];

for (const [what, change, codes] of wrong)
  test(`a template with ${what} is told ${codes.length === 0 ? 'nothing' : codes.join(', ')}`, () => {
    const errors = checkTemplate({ ...good, ...change });
    const told = errors.map(
      ({ field, code, placeholder }) => `${field} ${code}${placeholder === null ? '' : ` ${placeholder}`}`,
    );
    for (const code of codes) assert.ok(told.includes(code), `${code} in ${JSON.stringify(told)}`);
    if (codes.length === 0) assert.deepEqual(told, []);
  });
