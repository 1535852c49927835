import test from 'node:test';
import { isExportDeclaration } from 'typescript/unstable/ast';
import { type Breach, expectNone } from './law.ts';
import { type Import, lineOf, readTree, type Source } from './read-tree.ts';

const layers = [
  'base',
  'domain',
  'login',
  'protocols',
  'store',
  'outside',
  'files',
  'web',
  'config',
  'processes',
] as const;
type Layer = (typeof layers)[number];

/** What each layer may import besides itself. */
const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  base: [],
  domain: ['base'],
  login: ['base', 'domain'],
  protocols: ['base', 'domain', 'login'],
  store: ['base', 'domain', 'login'],
  outside: ['base', 'domain', 'login'],
  files: ['base', 'domain', 'login'],
  web: ['base', 'domain', 'login'],
  config: ['base'],
  processes: [...layers],
};

const tree = readTree();
const shipped = tree.filter((source) => source.path.startsWith('src/') && !source.isTest);

test('src holds the known layers and nothing beside them', () => {
  const strangers = shipped.filter((source) => layerOf(source.path) === null);
  expectNone(
    'layers',
    strangers.map(({ path }) => ({ path, what: 'is in no layer' })),
  );
});

test('imports go down only, and the four middle layers do not know each other', () => {
  expectNone(
    'layers-down',
    importsOf(shipped, ({ path }, { target }) => {
      const [from, to] = [layerOf(path), target === null ? null : layerOf(target)];
      if (from === null || to === null || from === to || mayImport[from].includes(to)) return null;
      return `${from} must not import ${to}`;
    }),
  );
});

test('the domain and the login use no package and nothing of Node', () => {
  const pure = shipped.filter((source) => ['domain', 'login'].includes(layerOf(source.path) ?? ''));
  expectNone(
    'no-packages',
    importsOf(pure, (_, { specifier }) => (specifier.startsWith('.') ? null : `imports ${specifier}`)),
  );
});

test('formats of files use no package but zod: whoever reads what was handed in asks nobody', () => {
  const formats = shipped.filter((source) => layerOf(source.path) === 'files');
  expectNone(
    'formats-alone',
    importsOf(formats, (_, { specifier }) =>
      /^(\.|node:|zod$)/.test(specifier) ? null : `imports ${specifier}`,
    ),
  );
});

test('a domain module is imported through its index alone', () => {
  expectNone(
    'one-face',
    importsOf(shipped, ({ path }, { target }) => {
      const module = /^src\/domain\/[^/]+\//.exec(target ?? '')?.[0];
      if (module === undefined || path.startsWith(module) || target === `${module}index.ts`) return null;
      return `reaches into ${target}`;
    }),
  );
});

test('src never imports simulators, seed, tests or benches; only the demo and seed processes load the first two, when they run', () => {
  expectNone(
    'shipped-alone',
    importsOf(shipped, ({ path }, { target, isDynamic }) => {
      const [outside] = /^(simulators|seed|test|bench)\//.exec(target ?? '') ?? [];
      if (outside === undefined) return null;
      const isDemo = /^src\/processes\/(demo\/|commands\/platform\/(demo|seed))/.test(path) && isDynamic;
      return isDemo && /^(simulators|seed)/.test(outside) ? null : `imports ${target}`;
    }),
  );
});

test('no file imports itself in a circle, types included', () => {
  expectNone(
    'no-cycles',
    cycles(tree).map((circle) => ({ path: circle[0] ?? '', what: circle.join(' → ') })),
  );
});

test('there are no default exports, and no export * outside an index', () => {
  expectNone(
    'exports',
    shipped.flatMap((source) =>
      source.tree.statements.flatMap((statement): Breach[] => {
        const line = lineOf(source.tree, statement);
        const text = statement.getText(source.tree);
        if (/^export (default\b|\{[^}]*\bas default\b)/.test(text))
          return [{ path: source.path, line, what: 'has a default export' }];
        const isStar = isExportDeclaration(statement) && statement.exportClause === undefined;
        return isStar && !source.path.endsWith('/index.ts')
          ? [{ path: source.path, line, what: 'exports *' }]
          : [];
      }),
    ),
  );
});

test('every import leads somewhere', () => {
  expectNone(
    'imports-lead-somewhere',
    importsOf(tree, (_, { specifier, target }) =>
      specifier.startsWith('.') && target === null ? `imports ${specifier}, which is not there` : null,
    ),
  );
});

test('every journey begins with the clock of its turn, before anything is loaded that keeps a clock for itself', () => {
  expectNone(
    'clock-first',
    tree
      .filter(({ path }) => /^test\/journeys\/.*\.test\.ts$/.test(path))
      .filter(({ imports }) => imports[0]?.target !== 'test/support/in-turn.ts')
      .map(({ path }) => ({ path, what: 'does not import ../support/in-turn.ts first' })),
  );
});

function layerOf(path: string): Layer | null {
  const name = /^src\/([^/]+)\//.exec(path)?.[1];
  return layers.find((layer) => layer === name) ?? null;
}

function importsOf(
  sources: readonly Source[],
  judge: (source: Source, each: Import) => string | null,
): Breach[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((each) => {
      const what = judge(source, each);
      return what === null ? [] : [{ path: source.path, line: each.line, what }];
    }),
  );
}

/** Each circle once, as the paths on it; found by walking depth first and meeting a file that is still open. */
function cycles(sources: readonly Source[]): string[][] {
  const targets = new Map(sources.map((source) => [source.path, source.imports.map((each) => each.target)]));
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, open: readonly string[]): void => {
    const place = open.indexOf(path);
    if (place >= 0) found.push([...open.slice(place), path]);
    if (place >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) if (target !== null) visit(target, [...open, path]);
    done.add(path);
  };
  for (const source of sources) visit(source.path, []);
  return found;
}
