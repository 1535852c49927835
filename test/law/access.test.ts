import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectNone } from './law.ts';
import { readTree } from './read-tree.ts';

/** Who decides about access, and the store that reads ties. */
const DECIDES = /^src\/(domain\/(rights|capacity)|store\/organisations)\//;

/** Who gives, changes or ends ties looks at those that stand there; whether somebody may act is asked of `decide` there too. */
const GIVES = /^src\/domain\/(user-rights|work-relation|work-invitation|access-request|invitation)\//;

const READ = /\bties\??\.(?:rights|workRelations|representations)\b/;
const TAKEN_APART =
  /\{[^{}]*\b(?:rights|workRelations|representations)\b[^{}]*\}\s*=\s*(?:await\s+)?[\w.]*(?:tiesOf\(|\bties\b)/;

const breachIn = (text: string): number | null => {
  const found = READ.exec(text) ?? TAKEN_APART.exec(text);
  return found && text.slice(0, found.index).split('\n').length;
};

test('nothing but the decision looks at rights, relations and representations to say who may act', () => {
  const breaches = readTree()
    .filter(({ path, isTest }) => path.startsWith('src/') && !isTest)
    .filter(({ path }) => !DECIDES.test(path) && !GIVES.test(path))
    .flatMap(({ path, tree }) => {
      const line = breachIn(tree.text);
      return line === null
        ? []
        : [{ path, line, what: 'reads ties of a person: ask `decide` of domain/rights' }];
    });
  expectNone('access', breaches);
});

test('who reads them is found, whether by name or taken apart', () => {
  for (const text of [
    'if (ties.rights.some(isLive)) return;',
    'const { workRelations } = await stores.rights.tiesOf(person, application);',
    'const {\n  rights,\n  voIds,\n} = question.ties;',
  ])
    assert.notEqual(breachIn(text), null, text);
  for (const text of [
    'const { rights } = stores;',
    'const ties = await rights.tiesOf(person, id);',
    'decide({ ties, person })',
  ])
    assert.equal(breachIn(text), null, text);
});
