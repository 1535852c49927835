import test from 'node:test';
import type { Node } from 'typescript/unstable/ast';
import {
  isBindingElement,
  isElementAccessExpression,
  isImportDeclaration,
  isPropertyAccessExpression,
  isStringLiteral,
} from 'typescript/unstable/ast';
import { type Breach, expectNone } from './law.ts';
import { lineOf, readTree, type Source, walk } from './read-tree.ts';

const tree = readTree();

test('the driver of PostgreSQL is imported by its name, and nothing of its inside', () => {
  expectNone(
    'driver-inside',
    tree.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => /^(pg\/|pg-(pool|protocol|types)\b)/.test(specifier))
        .map(({ specifier, line }) => ({ path, line, what: `imports ${specifier}` })),
    ),
  );
});

test('what handles a connection of the driver keeps to what the driver offers: its socket, its queue and its messages are its own', () => {
  expectNone(
    'driver-private',
    tree.filter(importsDriver).flatMap((source) => {
      const breaches: Breach[] = [];
      walk(source.tree, (node) => {
        const name = reachedBy(node, source);
        if (name !== null && isPrivate(name))
          breaches.push({ path: source.path, line: lineOf(source.tree, node), what: `reaches for .${name}` });
      });
      return breaches;
    }),
  );
});

test('nobody writes a statement of their own for the queue of the driver', () => {
  expectNone(
    'driver-queue',
    tree.filter(importsDriver).flatMap(({ path, tree: file }) =>
      file.statements.flatMap((statement) => {
        const text = isImportDeclaration(statement) ? statement.getText(file) : '';
        return /\b(Submittable|Connection)\b[^;]*from 'pg'/.test(text)
          ? [{ path, line: lineOf(file, statement), what: 'imports an inner type of pg' }]
          : [];
      }),
    ),
  );
});

/** The files that have a connection at hand: those that import the driver, and all beside them in its folder. */
function importsDriver({ path, imports }: Source): boolean {
  return (
    path.startsWith('src/store/') || imports.some(({ specifier }) => /^pg(-copy-streams)?$/.test(specifier))
  );
}

/** The name that an expression takes out of an object: `a.name`, `a['name']`, `const { name } = a`. */
function reachedBy(node: Node, { tree: file }: Source): string | null {
  if (isPropertyAccessExpression(node)) return node.name.getText(file);
  if (isElementAccessExpression(node) && isStringLiteral(node.argumentExpression))
    return node.argumentExpression.text;
  if (isBindingElement(node)) return (node.propertyName ?? node.name)?.getText(file) ?? null;
  return null;
}

/** What clients and pools of `pg` 8 have besides what their documentation offers. */
function isPrivate(name: string): boolean {
  return (
    /^_/.test(name) ||
    /^(connection|stream|activeQuery|queryQueue|readyForQuery|hasExecuted|secretKey|saslSession)$/.test(
      name,
    ) ||
    /^(parsedStatements|submittedNamedStatements|connectionParameters|connectionTimeoutHandle)$/.test(name) ||
    /^(sendCopyFromChunk|endCopyFrom|sendCopyFail)$/.test(name)
  );
}
