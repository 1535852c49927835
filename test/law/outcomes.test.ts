import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { auditEventKinds } from '../../src/domain/audit/index.ts';
import { caseTransitions, openStates } from '../../src/domain/casework/index.ts';
import { isTemplateKey } from '../../src/domain/notification/index.ts';
import { root } from './read-tree.ts';

const logged = ['matched', 'unmatched', 'already-linked'];
/** How a case can be decided, and where it can be left to others: each tells the applicant something. */
const outcomes = ['linked', 'new-number', 'refused', 'handed-over', 'waiting'];

const page = readFileSync(join(root, 'docs/explanation/identity-matching.md'), 'utf8');
const table = page.slice(page.indexOf('## Every outcome')).split('\n## ')[0] ?? '';
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const codesIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

test('each outcome of login and casework has its article, page, mail, log row and event, all of which exist', () => {
  for (const [outcome, article, shown, mail, log, event, ...more] of rows) {
    assert.deepEqual(more, [], outcome);
    assert.match(article ?? '', /^(3|4|–)$/, outcome);
    assert.ok(/^(`src\/web\/|none: )/.test(shown ?? ''), `${outcome}: which page?`);
    assert.ok(mail === '–' || codesIn(mail).some((key) => isTemplateKey(key)), `${outcome}: ${mail}`);
    assert.ok(
      /^none/.test(log ?? '') || codesIn(log).every((code) => logged.includes(code)),
      `${outcome}: ${log}`,
    );
    assert.ok(
      codesIn(event).every((kind) => kind in auditEventKinds) && codesIn(event).length === 1,
      `${outcome}: ${event}`,
    );
  }
});

test('no outcome is left out: each end of a case, each row of the log, each event of matching', () => {
  const told = rows.flatMap(([outcome]) => codesIn(outcome));
  const closed = Object.keys(caseTransitions).filter(
    (kind) => !openStates.some((open) => open === kind) && kind !== 'decided',
  );
  for (const end of [...outcomes, ...closed]) assert.ok(told.includes(end), end);
  const log = rows.flatMap((row) => codesIn(row[4]));
  for (const code of logged) assert.ok(log.includes(code), code);
  const events = rows.flatMap((row) => codesIn(row[5]));
  const ofMatching = Object.keys(auditEventKinds).filter((kind) => kind.startsWith('identity-matching.'));
  for (const kind of ofMatching) if (!unused.includes(kind)) assert.ok(events.includes(kind), kind);
});

/** Kept so that the trail of the past stays readable: nothing writes it any more. */
const unused = ['identity-matching.already-linked'];
