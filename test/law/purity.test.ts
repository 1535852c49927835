import test from 'node:test';
import {
  isArrayLiteralExpression,
  isBinaryExpression,
  isCallExpression,
  isDeleteExpression,
  isElementAccessExpression,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isRegularExpressionLiteral,
  isVariableStatement,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { type Breach, expectNone } from './law.ts';
import { lineOf, readTree, type Source, walk } from './read-tree.ts';

const tree = readTree();
const shipped = tree.filter((source) => source.path.startsWith('src/') && !source.isTest);
const pure = shipped.filter((source) => /^src\/(domain|login)\//.test(source.path));

/** What a machine, a clock or chance would bring in. */
const impure = [
  'process',
  'console',
  'fetch',
  'crypto',
  'performance',
  'globalThis',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Buffer',
];

test('the domain and the login know no machine, no clock and no chance of their own', () => {
  expectNone(
    'purity',
    pure.flatMap((source) =>
      breachesIn(source, (node) => {
        if (isPropertyAccessExpression(node)) {
          const text = node.getText(source.tree);
          return text === 'Date.now' || text === 'Math.random' ? `uses ${text}` : null;
        }
        if (isNewExpression(node) && node.expression.getText(source.tree) === 'Date') {
          return (node.arguments?.length ?? 0) === 0 ? 'asks the machine for the time' : null;
        }
        const isValue = isIdentifier(node) && impure.includes(node.text) && isUsedAsValue(node);
        return isValue ? `uses ${node.text}` : null;
      }),
    ),
  );
});

test('connections to the database are made where somebody listens to them as long as they live', () => {
  const listening = ['src/store/ground/connection.ts', 'src/outside/postgres/embedded.ts'];
  expectNone(
    'connections',
    shipped
      .filter(({ path }) => !listening.includes(path))
      .flatMap((source) =>
        breachesIn(source, (node) =>
          isNewExpression(node) && node.expression.getText(source.tree) === 'pg.Client'
            ? 'opens a connection that nobody listens to'
            : null,
        ),
      ),
  );
});

test('no module outside processes remembers anything: two processes must answer alike', () => {
  const stateless = shipped.filter((source) => !source.path.startsWith('src/processes/'));
  expectNone(
    'no-module-state',
    stateless.flatMap((source) => {
      const names = keptAtTopLevel(source);
      return [
        ...topLevelLets(source),
        ...breachesIn(source, (node) => {
          const name = changedName(node);
          return name !== null && names.has(name) ? `changes ${name}, which the module keeps` : null;
        }),
      ];
    }),
  );
});

test('a regular expression that remembers its place is not shared', () => {
  expectNone(
    'no-stateful-expressions',
    shipped.flatMap((source) => {
      const names = new Set(
        topLevelConstants(source).flatMap(({ name, value }) =>
          value !== undefined && isRegularExpressionLiteral(value) && /[gy][a-z]*$/.test(value.text)
            ? [name]
            : [],
        ),
      );
      return breachesIn(source, (node) => {
        if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return null;
        const { expression, name } = node.expression;
        const isStateful =
          isIdentifier(expression) && names.has(expression.text) && ['test', 'exec'].includes(name.text);
        return isStateful ? `${expression.text} has the flag g or y` : null;
      });
    }),
  );
});

test('the environment is read by the settings alone', () => {
  // Entries hand it on.
  const reader =
    /^src\/(config\/load|processes\/(command-line\/command-line|demo\/demo|commands\/platform\/demo))\.ts$/;
  expectNone(
    'environment',
    shipped
      .filter(({ path }) => !reader.test(path))
      .flatMap((source) =>
        breachesIn(source, (node) =>
          isPropertyAccessExpression(node) && node.getText(source.tree) === 'process.env'
            ? 'reads process.env'
            : null,
        ),
      ),
  );
});

/** What works out a day from a moment, or a moment from a day, beside the module that knows where days begin. */
const calendarByHand: readonly (readonly [RegExp, string])[] = [
  [/toISOString\(\)\s*\.slice\(0, 10\)/, 'takes the day of a moment in UTC'],
  [/\.(get|set)(UTC)?(Day|Date|Hours|Month|FullYear)\(/, 'reads a calendar off a moment'],
  [/'Europe\/|Europe\/Brussels'/, 'names a zone'],
  [/from 'temporal-(polyfill|spec)|\bTemporal\./, 'uses Temporal'],
];
/** The length of a month: the same in every zone. */
const daysInMonth = /new Date\(Date\.UTC\(year, month, 0\)\)\.getUTCDate\(\)/;

test('days and moments are turned into one another in base alone, which knows where days begin', () => {
  const others = tree.filter(
    ({ path, isTest }) => /^(src|seed|simulators)\//.test(path) && !path.startsWith('src/base/') && !isTest,
  );
  expectNone(
    'calendar',
    others.flatMap((source) =>
      source.tree.text
        .split('\n')
        .flatMap((line, index): Breach[] =>
          calendarByHand
            .filter(([pattern]) => pattern.test(line) && !daysInMonth.test(line))
            .map(([, what]) => ({ path: source.path, line: index + 1, what })),
        ),
    ),
  );
});

function breachesIn(source: Source, judge: (node: Node) => string | null): Breach[] {
  const found: Breach[] = [];
  walk(source.tree, (node) => {
    const what = judge(node);
    if (what !== null) found.push({ path: source.path, line: lineOf(source.tree, node), what });
  });
  return found;
}

/** Not the name of a property, a parameter or a key. */
function isUsedAsValue(node: Node): boolean {
  const { parent } = node;
  if (isPropertyAccessExpression(parent)) return parent.expression === node;
  return isCallExpression(parent) && parent.expression === node;
}

function topLevelConstants(source: Source) {
  return source.tree.statements.filter(isVariableStatement).flatMap((statement) =>
    statement.declarationList.declarations.map((each) => ({
      name: each.name.getText(source.tree),
      value: each.initializer,
    })),
  );
}

function topLevelLets(source: Source): Breach[] {
  return source.tree.statements
    .filter(isVariableStatement)
    .filter((statement) => /^(export )?(let|var) /.test(statement.getText(source.tree)))
    .map((statement) => ({
      path: source.path,
      line: lineOf(source.tree, statement),
      what: 'has a variable at its top level',
    }));
}

/** Names of constants whose content could change: a Map, a Set, an array, an object. */
function keptAtTopLevel(source: Source): ReadonlySet<string> {
  const isContainer = (value: Node) =>
    isArrayLiteralExpression(value) || isObjectLiteralExpression(value) || isNewExpression(value);
  return new Set(
    topLevelConstants(source).flatMap(({ name, value }) =>
      value !== undefined && isContainer(value) ? [name] : [],
    ),
  );
}

const changing = [
  'set',
  'add',
  'delete',
  'clear',
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'sort',
  'reverse',
  'fill',
  'copyWithin',
];

/** The name of the thing that this node changes in place, if it does. */
function changedName(node: Node): string | null {
  if (
    isCallExpression(node) &&
    isPropertyAccessExpression(node.expression) &&
    changing.includes(node.expression.name.text)
  ) {
    return nameOf(node.expression.expression);
  }
  const isAssignment =
    isBinaryExpression(node) &&
    node.operatorToken.kind >= SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= SyntaxKind.LastAssignment;
  if (isAssignment) return ownerOf(node.left);
  if (isDeleteExpression(node)) return ownerOf(node.expression);
  if (isPostfixUnaryExpression(node)) return ownerOf(node.operand);
  const isCount =
    isPrefixUnaryExpression(node) &&
    [SyntaxKind.PlusPlusToken, SyntaxKind.MinusMinusToken].includes(node.operator);
  return isCount ? ownerOf(node.operand) : null;
}

function ownerOf(node: Node): string | null {
  return isPropertyAccessExpression(node) || isElementAccessExpression(node) ? nameOf(node.expression) : null;
}

function nameOf(node: Node): string | null {
  return isIdentifier(node) ? node.text : ownerOf(node);
}
