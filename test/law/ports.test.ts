import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import test from 'node:test';
import type { BindingElement, Identifier, Node, SourceFile } from 'typescript/unstable/ast';
import {
  isBindingElement,
  isFunctionTypeNode,
  isIdentifier,
  isMethodSignatureDeclaration,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertySignatureDeclaration,
  isShorthandPropertyAssignment,
  isStringLiteral,
  isTypeAliasDeclaration,
} from 'typescript/unstable/ast';
import type { NodeHandle, Project } from 'typescript/unstable/sync';
import { type Breach, expectNone } from './law.ts';
import { lineOf, root, walk, withProject } from './read-tree.ts';

type Rooms = {
  /** Whether the members of this type of this file are those of a port. */
  isPort(path: string, type: string): boolean;
  /** Whether what stands in this file is a use: what is shipped, and does not make the port. */
  isUser(path: string): boolean;
};

const rooms: Rooms = {
  isPort: (path, type) =>
    /^src\/(domain|login|protocols)\/(.*\/)?ports\.ts$/.test(path) ||
    (path === 'src/store/open-store.ts' && type === 'Store'),
  isUser: (path) => /^src\/(?!store\/)/.test(path) && !path.endsWith('.test.ts'),
};

test('every member of a port is used by what is shipped: a store does nothing that nobody asks for', () => {
  expectNone(
    'ports',
    withProject(root, (project) => unusedIn(project, root, rooms)),
  );
});

test('a member that nobody calls is found, whatever else has its name; one that is called through a part or a pattern is not', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'ports-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { strict: true, noEmit: true }, include: ['*.ts'] }),
  );
  write(
    'ports.ts',
    `export type Shop = {
      open(): void;
      close(): void;
      sell: (price: number) => void;
      readonly till: { count(): number };
      readonly rent: number;
      readonly debt: number;
    };`,
  );
  write(
    'user.ts',
    `import type { Shop } from './ports';
    type Door = { close(): void };
    export const run = (shop: Pick<Shop, 'open' | 'till'>, { sell }: Pick<Shop, 'sell'>, door: Door) => {
      shop.open(); sell(1); door.close();
      return { rent: shop.till };
    };`,
  );
  const found = withProject(folder, (project) =>
    unusedIn(project, folder, {
      isPort: (path) => path === 'ports.ts',
      isUser: (path) => path === 'user.ts',
    }),
  );
  assert.deepEqual(
    found.map(({ path, line }) => `${path}:${line}`),
    ['ports.ts#Shop.close:3', 'ports.ts#Shop.count:5', 'ports.ts#Shop.debt:7'],
  );
});

type Member = Breach & {
  readonly name: string;
  /** What is called is looked up by the checker; what only holds something is used where its name stands. */
  readonly isCalled: boolean;
  readonly id: string;
};

function unusedIn({ program, checker }: Project, folder: string, { isPort, isUser }: Rooms): Breach[] {
  const files = program
    .getSourceFileNames()
    .map((name) => ({ path: relative(folder, name), tree: program.getSourceFile(name) }))
    .filter((file): file is File => file.tree !== undefined && !file.path.includes('node_modules'));
  const members = files.flatMap((file) => membersOf(file, isPort));
  const users = files.filter(({ path }) => isUser(path));
  const called = new Set(members.flatMap(({ name, isCalled }) => (isCalled ? [name] : [])));
  const used = new Set(users.flatMap(({ tree }) => resolvedIn(checker, tree, called)));
  const written = new Set(users.flatMap(({ tree }) => namesIn(tree)));
  return members
    .filter(({ id, name, isCalled }) => !(isCalled ? used.has(id) : written.has(name)))
    .map(({ path, line = 0, what }) => ({ path, line, what }));
}

type File = { readonly path: string; readonly tree: SourceFile };

function membersOf({ path, tree }: File, isPort: Rooms['isPort']): Member[] {
  const found: Member[] = [];
  for (const statement of tree.statements) {
    if (!isTypeAliasDeclaration(statement) || !isPort(path, statement.name.text)) continue;
    walk(statement, (node) => {
      const isMethod = isMethodSignatureDeclaration(node);
      if ((!isMethod && !isPropertySignatureDeclaration(node)) || !isIdentifier(node.name)) return;
      const name = node.name.text;
      const isCalled = isMethod || (node.type !== undefined && isFunctionTypeNode(node.type));
      const what = 'is used by nobody that is shipped';
      const place = `${path}#${statement.name.text}.${name}`;
      found.push({ path: place, line: lineOf(tree, node), what, name, isCalled, id: placeOf(tree, node) });
    });
  }
  return found;
}

/** Where the members stand that are read in this file: `x.name`, or `{ name }` taken out of something. */
function resolvedIn(checker: Project['checker'], tree: SourceFile, names: ReadonlySet<string>): string[] {
  const read: Identifier[] = [];
  const taken: { readonly element: BindingElement; readonly name: string }[] = [];
  walk(tree, (node) => {
    if (isPropertyAccessExpression(node) && isIdentifier(node.name) && names.has(node.name.text))
      read.push(node.name);
    const name = isBindingElement(node) ? (node.propertyName ?? node.name) : undefined;
    if (isBindingElement(node) && name !== undefined && isIdentifier(name) && names.has(name.text))
      taken.push({ element: node, name: name.text });
  });
  const types =
    taken.length === 0 ? [] : checker.getTypeAtLocation(taken.map(({ element }) => element.parent));
  const symbols = [
    ...(read.length === 0 ? [] : checker.getSymbolAtLocation(read)),
    ...taken.map(({ name }, place) => {
      const type = types[place];
      return type && checker.getPropertyOfType(type, name);
    }),
  ];
  return symbols.flatMap((symbol) => (symbol?.declarations ?? []).map(declaredAt));
}

function declaredAt(handle: NodeHandle): string {
  const node = handle.resolve();
  return node === undefined ? '' : placeOf(node.getSourceFile(), node);
}

function placeOf(tree: SourceFile, node: Node): string {
  return `${tree.fileName}:${node.pos}`;
}

/** Names under which something is read, written or asked for in this file. */
function namesIn(tree: SourceFile): string[] {
  const names: string[] = [];
  walk(tree, (node) => {
    if (isStringLiteral(node)) names.push(node.text);
    if (isPropertyAccessExpression(node) || isPropertyAssignment(node) || isShorthandPropertyAssignment(node))
      names.push(node.name.getText(tree));
    if (isBindingElement(node)) names.push((node.propertyName ?? node.name)?.getText(tree) ?? '');
  });
  return names;
}
