import test from 'node:test';
import { isFunctionDeclaration, isTypeAliasDeclaration, isVariableStatement } from 'typescript/unstable/ast';
import { expectNone } from './law.ts';
import { readTree, type Source } from './read-tree.ts';

/** Words that have a better one (the glossary), each with the better one. */
const notOurWords: Readonly<Record<string, string>> = {
  helper: 'the name of what it does',
  helpers: 'the name of what they do',
  util: 'the name of what it does',
  utils: 'the name of what they do',
  utilities: 'the name of what they do',
  manager: 'the role it plays',
  service: 'application, or the role it plays',
  user: 'person, or user right',
  users: 'persons, or user rights',
  role: 'user right, capacity or administrator kind',
  roles: 'user rights, capacities or administrator kinds',
  tenant: 'organisation',
  signin: 'login',
  signup: 'registration',
  onboarding: 'registration',
  dedupe: 'identity matching',
  linking: 'identity matching',
  loa: 'assurance level',
  ssn: 'national number',
  ticket: 'case',
  gateway: 'eIDAS node',
  idp: 'whose identity provider it is',
  sp: 'whose service provider it is',
};

/** Words that say nothing when they name a file. */
const emptyWords: Readonly<Record<string, string>> = {
  common: 'the name of what it is',
  misc: 'the name of what it is',
};

/** Where such a word is part of a term that is right: of the glossary, of a protocol, of the operating system. */
const terms = [
  'service desk',
  'user right',
  'user rights',
  'user type',
  'user management',
  'system user',
  'server user',
  'role claim',
  'role strings',
  'user agent',
  'service provider',
  'eidas service',
  'find account',
  'demo account',
];

/** Protocols speak their own words, verbatim. */
const shipped = readTree().filter((source) => /^src\/(?!protocols\/)/.test(source.path) && !source.isTest);

test('files and folders are named in the words of the glossary', () => {
  expectNone(
    'file-names',
    shipped.flatMap((source) =>
      source.path
        .split('/')
        .slice(1)
        .flatMap((part) =>
          wrongWords(part.replace(/\.ts$/, '').split('-'), { ...notOurWords, ...emptyWords }).map((what) => ({
            path: source.path,
            what,
          })),
        ),
    ),
  );
});

test('files and folders are written in kebab-case', () => {
  const odd = shipped.filter(
    (source) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)+[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/.test(source.path),
  );
  expectNone(
    'kebab-case',
    odd.map(({ path }) => ({ path, what: 'is not in kebab-case' })),
  );
});

test('what a file exports is named in the words of the glossary', () => {
  expectNone(
    'export-names',
    shipped.flatMap((source) =>
      exportedNames(source).flatMap((name) =>
        wrongWords(wordsOf(name), notOurWords).map((what) => ({
          path: source.path,
          what: `${name}: ${what}`,
        })),
      ),
    ),
  );
});

function wrongWords(words: readonly string[], wrong: Readonly<Record<string, string>>): string[] {
  const text = terms.reduce((left, term) => left.replaceAll(term, ''), words.join(' '));
  return text
    .split(' ')
    .flatMap((word) => (Object.hasOwn(wrong, word) ? [`"${word}" is not our word: ${wrong[word]}`] : []));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase()
    .split(' ');
}

function exportedNames(source: Source): string[] {
  return source.tree.statements.flatMap((statement) => {
    if (!statement.getText(source.tree).startsWith('export ')) return [];
    if (isFunctionDeclaration(statement) || isTypeAliasDeclaration(statement))
      return [statement.name?.text ?? ''];
    if (!isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map((each) => each.name.getText(source.tree));
  });
}
