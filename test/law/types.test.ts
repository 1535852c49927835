import assert from 'node:assert/strict';
import test from 'node:test';
import {
  isMethodSignatureDeclaration,
  isPropertySignatureDeclaration,
  isTypeAliasDeclaration,
  isTypeLiteralNode,
  type SourceFile,
} from 'typescript/unstable/ast';
import { type Breach, expectNone } from './law.ts';
import { lineOf, readTree } from './read-tree.ts';

/** Fewer may be alike by chance: `day`, `month` and `year` are the parts of many dates. */
const LEAST_MEMBERS = 4;

test('a type is written in one layer, and imported where another needs it', () => {
  const shipped = readTree().filter(({ path, isTest }) => path.startsWith('src/') && !isTest);
  expectNone('one-type', writtenTwice(shipped.flatMap(({ path, tree }) => typesOf(path, tree))));
});

test('a type that another layer wrote too is found, whatever it is called and however its members stand', () => {
  const members = ['from', 'to', 'by', 'at'];
  const found = writtenTwice([
    { path: 'src/domain/a.ts', line: 1, name: 'Move', members },
    { path: 'src/domain/b.ts', line: 2, name: 'Step', members },
    { path: 'src/store/c.ts', line: 3, name: 'Shift', members: members.toReversed() },
    { path: 'src/store/d.ts', line: 4, name: 'Other', members: [...members, 'more'] },
  ]);
  assert.deepEqual(
    found.map(({ path, line }) => `${path}:${line}`),
    ['src/domain/b.ts:2', 'src/store/c.ts:3'],
  );
});

type Named = Omit<Breach, 'what'> & { readonly name: string; readonly members: readonly string[] };

function typesOf(path: string, tree: SourceFile): Named[] {
  return tree.statements.flatMap((statement) => {
    if (!isTypeAliasDeclaration(statement) || !isTypeLiteralNode(statement.type)) return [];
    const members = statement.type.members.flatMap((member) =>
      isPropertySignatureDeclaration(member) || isMethodSignatureDeclaration(member)
        ? member.name.getText(tree)
        : [],
    );
    const line = lineOf(tree, statement);
    return members.length < LEAST_MEMBERS ? [] : [{ path, line, name: statement.name.text, members }];
  });
}

function writtenTwice(types: readonly Named[]): Breach[] {
  const first = new Map<string, Named>();
  const layers = new Map<string, Set<string>>();
  const keyOf = ({ members }: Named) => members.toSorted().join(' ');
  for (const each of types) {
    const key = keyOf(each);
    if (!first.has(key)) first.set(key, each);
    layers.set(key, (layers.get(key) ?? new Set()).add(layerOf(each.path)));
  }
  return types.flatMap((each) => {
    const key = keyOf(each);
    const known = first.get(key);
    if (known === undefined || known === each || layers.get(key)?.size === 1) return [];
    return [{ ...each, what: `writes ${each.name} again, which is ${known.name} of ${known.path}` }];
  });
}

function layerOf(path: string): string {
  return path.split('/')[1] ?? '';
}
