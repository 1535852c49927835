import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { type Breach, expectNone } from './law.ts';
import { readTree } from './read-tree.ts';

/** The subjects of src/store, each with the others whose rows it cannot be kept without, and why. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  // Whoever asks for access looks for an organisation, and sees what they have in each.
  'access-requests': ['organisations'],
  account: [],
  'account-keys': [],
  applications: [],
  audit: [],
  // Foreign identifiers are hashed, and names searched, as they are for persons.
  casework: ['persons'],
  countries: [],
  demo: [],
  documents: [],
  duties: [],
  invitations: [],
  'key-resets': [],
  // What rests on a person ends with them; foreign identifiers are hashed in one way. Who returns from a country is looked up in one
  // statement, with what ties them to organisations.
  // What an account knows of its logins is read with its person.
  login: ['account', 'organisations', 'persons'],
  'login-means': [],
  mail: [],
  // A login ends in one statement with its event; a token tells who the person is, and single sign-on brings them ahead as a return does.
  // What a token tells is cut down to what counts now, in the statement that finds it.
  oidc: ['audit', 'login', 'organisations', 'persons'],
  // An import brings organisations together with their people and the event that tells of it.
  organisations: ['audit', 'persons'],
  // An import of the register is told in the transaction that did it.
  persons: ['audit'],
  // Numbers are hashed in one way.
  'work-invitations': ['persons'],
  // Its lists are of organisations, as they are kept.
  platform: ['organisations'],
};

/** The functions of the migrations that read tables. */
const functions = readdirSync('migrations').flatMap((file) => {
  const made = readFileSync(`migrations/${file}`, 'utf8').matchAll(
    /create function (\w+)\([^)]*\) returns \w+ language sql stable/g,
  );
  return [...made].map(([, name = '']) => name);
});

/** The lines where a statement begins that reads only and calls one of these functions. */
function readingFunctionsIn(text: string): readonly number[] {
  const calls = new RegExp(`\\b(${functions.join('|')})\\(`);
  return [...text.matchAll(/name: '[^']+',\s*readsOnly: true,.*?\n\};/gs)].flatMap(
    ({ 0: statement, index }) => (calls.test(statement) ? [text.slice(0, index).split('\n').length] : []),
  );
}

test('a statement that is said to read only calls no function of ours: what that reads does not stand in its text', () => {
  expectNone(
    'reads-only',
    readTree()
      .filter(({ path, isTest }) => path.startsWith('src/store/') && !isTest)
      .flatMap(({ path, tree }) =>
        readingFunctionsIn(tree.text).map((line) => ({ path, line, what: 'calls one' })),
      ),
  );
  const called = (flag: string) =>
    `const one: Statement = {\n  name: 'a.b',\n${flag}  text: 'select current_number($1)',\n};`;
  assert.deepEqual(readingFunctionsIn(called('  readsOnly: true,\n')), [2]);
  assert.deepEqual(readingFunctionsIn(called('')), []);
});

type Edge = { readonly path: string; readonly target: string; readonly line: number };

type Rule = (from: string, to: string | null, target: string) => boolean;

const knowsSubject: Rule = (from, to) => from === 'ground' && to !== 'ground';
const knowsStranger: Rule = (from, to) =>
  from in subjects && to !== from && to !== 'ground' && !(subjects[from] ?? []).includes(to ?? '');
const goesRound: Rule = (from, to, target) =>
  to !== null && to !== from && to !== 'ground' && target !== `src/store/${to}/index.ts`;

test('src/store is its ground and its subjects, and a new subject is one folder and a line here', () => {
  const known = new Set(['ground', ...Object.keys(subjects)]);
  const found = new Set(edges().flatMap(({ path }) => folderOf(path) ?? []));
  assert.deepEqual([...found].toSorted(), [...known].toSorted());
});

test('the ground of the store knows no subject', () => {
  expectNone('store-ground', judge(edges(), knowsSubject));
});

test('a subject of the store imports the ground and of the other subjects only those that it cannot do without', () => {
  expectNone('store-subjects', judge(edges(), knowsStranger));
});

test('a subject of the store is imported through its index alone, which hands out its stores', () => {
  expectNone('store-faces', judge(edges(), goesRound));
});

test('a store that knows too much of another is found', () => {
  const edge = (from: string, to: string) => ({
    path: `src/store/${from}`,
    target: `src/store/${to}`,
    line: 1,
  });
  assert.deepEqual(
    judge([edge('ground/pool.ts', 'mail/index.ts'), edge('ground/pool.ts', 'ground/json.ts')], knowsSubject)
      .length,
    1,
  );
  assert.deepEqual(
    judge(
      [edge('mail/outbox.ts', 'persons/index.ts'), edge('login/attempts.ts', 'persons/index.ts')],
      knowsStranger,
    ).length,
    1,
  );
  assert.deepEqual(
    judge(
      [edge('login/attempts.ts', 'persons/endings.ts'), edge('login/attempts.ts', 'persons/index.ts')],
      goesRound,
    ).length,
    1,
  );
});

function edges(): readonly Edge[] {
  return readTree()
    .filter(({ path, isTest }) => path.startsWith('src/store/') && !isTest)
    .flatMap(({ path, imports }) =>
      imports.flatMap(({ target, line }) =>
        target?.startsWith('src/store/') ? [{ path, target, line }] : [],
      ),
    );
}

function judge(sources: readonly Edge[], isWrong: Rule): Breach[] {
  return sources.flatMap(({ path, target, line }) =>
    isWrong(folderOf(path) ?? '', folderOf(target), target)
      ? [{ path, line, what: `imports ${target}` }]
      : [],
  );
}

function folderOf(path: string): string | null {
  return /^src\/store\/([^/]+)\//.exec(path)?.[1] ?? null;
}
