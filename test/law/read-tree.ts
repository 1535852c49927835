import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isExportDeclaration,
  isFunctionLikeDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isStringLiteral,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { API, type Project } from 'typescript/unstable/sync';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** One import, export-from or import(): what is written, where it leads (a path in the repository, or `null`), and how. */
export type Import = {
  readonly specifier: string;
  readonly target: string | null;
  readonly isDynamic: boolean;
  readonly line: number;
};

/** One TypeScript file of the repository, as the compiler's own parser reads it. */
export type Source = {
  /** `src/domain/person/index.ts`. */
  readonly path: string;
  readonly isTest: boolean;
  readonly lines: number;
  readonly tree: SourceFile;
  readonly imports: readonly Import[];
};

let known: readonly Source[] | null = null;

/** Every TypeScript file of the repository (what tsconfig.json includes), read once in each process. */
export function readTree(): readonly Source[] {
  known ??= parseTree();
  return known;
}

function parseTree(): readonly Source[] {
  return withProject(root, ({ program }) =>
    program
      .getSourceFileNames()
      .filter(isOurs)
      .flatMap((name) => {
        const tree = program.getSourceFile(name);
        return tree === undefined ? [] : [sourceOf(name, tree)];
      }),
  );
}

/** Asks the compiler about a folder with a tsconfig.json: its program, and its checker of types. */
export function withProject<Answer>(folder: string, work: (project: Project) => Answer): Answer {
  const api = new API({ cwd: folder });
  try {
    const config = join(folder, 'tsconfig.json');
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error('tsconfig.json cannot be opened');
    return work(project);
  } finally {
    api.close();
  }
}

/** The line, from 1, of a node. */
export function lineOf(tree: SourceFile, node: Node): number {
  return tree.text.slice(0, node.getStart(tree)).split('\n').length;
}

/** Calls `visit` for a node and everything below it. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** Every function with a body: its name as far as it has one, its first line, how many lines and parameters. */
export function functionsIn(source: Source) {
  const found: { name: string; line: number; lines: number; parameters: number }[] = [];
  walk(source.tree, (node) => {
    if (!isFunctionLikeDeclaration(node) || !('body' in node) || node.body === undefined) return;
    const line = lineOf(source.tree, node);
    const last = source.tree.text.slice(0, node.end).split('\n').length;
    const name = 'name' in node ? (node.name as Node | undefined)?.getText(source.tree) : undefined;
    found.push({
      name: name ?? 'a function',
      line,
      lines: last - line + 1,
      parameters: node.parameters.length,
    });
  });
  return found;
}

function isOurs(name: string): boolean {
  return name.startsWith(`${root}/`) && !name.includes('/node_modules/') && !name.endsWith('.json');
}

function sourceOf(name: string, tree: SourceFile): Source {
  const path = relative(root, name);
  const lines = tree.text.split('\n').length - (tree.text.endsWith('\n') ? 1 : 0);
  return { path, isTest: path.endsWith('.test.ts'), lines, tree, imports: importsOf(name, tree) };
}

function importsOf(name: string, tree: SourceFile): readonly Import[] {
  const found: Import[] = [];
  walk(tree, (node) => {
    const from = specifierOf(node);
    if (from === null) return;
    const isDynamic = isCallExpression(node);
    found.push({ specifier: from, target: targetOf(name, from), isDynamic, line: lineOf(tree, node) });
  });
  return found;
}

function specifierOf(node: Node): string | null {
  if (isImportDeclaration(node) || isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (isImportTypeNode(node) && isLiteralTypeNode(node.argument)) return textOf(node.argument.literal);
  if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword)
    return textOf(node.arguments[0]);
  return null;
}

function textOf(node: Node | undefined): string | null {
  return node !== undefined && isStringLiteral(node) ? node.text : null;
}

function targetOf(name: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = resolve(dirname(name), specifier);
  return existsSync(target) ? relative(root, target) : null;
}
