import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import { expectNone } from './law.ts';
import { root } from './read-tree.ts';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '');
const folders = new Set(
  files.flatMap((path) => path.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'))),
);
const paths = new Set([...files, ...folders]);
const names = new Set(files.map((path) => basename(path)));
const read = files
  .filter((path) => /\.(ts|mjs|css|sql)$/.test(path))
  .map((path) => ({ path, ...partsOf(readFileSync(join(root, path), 'utf8')) }));
const threats = new Set(readFileSync(join(root, 'SECURITY.md'), 'utf8').match(/\b[EMOSX]\d\d\b/g));
const decisions = new Set(files.flatMap((path) => /^docs\/decisions\/(\d{4})-/.exec(path)?.slice(1) ?? []));

/** Code without its comments, and the comments with the line on which each begins. */
function partsOf(text: string): { readonly code: string; readonly comments: readonly Comment[] } {
  const comments: Comment[] = [];
  // Strings are stepped over, so that the two slashes of an address begin no comment.
  const pattern =
    /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|(?<=^|\s)(?:\/\/|--).*$/gm;
  const code = text.replace(pattern, (found, at: number) => {
    if (!/^(\/\*|\/\/|--)/.test(found)) return found;
    comments.push({ text: found, line: text.slice(0, at).split('\n').length });
    return '';
  });
  return { code, comments };
}
type Comment = { readonly text: string; readonly line: number };

/** Everything that a comment points to and that is not in the repository. */
function deadIn(comment: string): readonly string[] {
  const said = comment.replace(/https?:\/\/\S+/g, '');
  const dead = [
    ...[
      ...said.matchAll(
        /(?<![\w./-])((?:src|test|docs|seed|bench|simulators|migrations|deploy)\/[\w./-]*\w)/g,
      ),
    ].filter(([, path = '']) => !paths.has(path) && ![...files].some((file) => file.startsWith(path))),
    ...[...said.matchAll(/(?<![\w/.-])([\w-]+\.(?:md|ts|sql))\b/g)].filter(
      ([, name = '']) => !names.has(name) && !name.startsWith('NNNN'),
    ),
    ...[...said.matchAll(/\bdecisions? (\d{4})\b/gi)].filter(([, number = '']) => !decisions.has(number)),
    ...[...said.matchAll(/\b([EMOSX]\d\d)\b/g)].filter(([, id = '']) => !threats.has(id)),
    ...said.matchAll(/\b(?:the |eIDAS )?catalogue [EMOSX]\d\d/g),
  ];
  return dead.map(([whole]) => whole);
}

test('what a comment points to is in the repository: a file, a decision, a threat of SECURITY.md', () => {
  expectNone(
    'references-lead-somewhere',
    read.flatMap(({ path, comments }) =>
      comments.flatMap(({ text, line }) =>
        deadIn(text).map((whole) => ({ path, line, what: `points to "${whole}", which is not there` })),
      ),
    ),
  );
});

/** Names of code, in backticks, that no code has. */
function unknownIn(comment: string, known: ReadonlySet<string>): readonly string[] {
  const named = comment.matchAll(/`([a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)(?:\(\))?`/g);
  return [...named].flatMap(([, name = '']) => (known.has(name) ? [] : [name]));
}

test('a name in a comment is one that the code has', () => {
  const known = new Set(read.flatMap(({ code }) => code.match(/[A-Za-z_$][\w$]*/g) ?? []));
  expectNone(
    'names-in-comments',
    read.flatMap(({ path, comments }) =>
      comments.flatMap(({ text, line }) =>
        unknownIn(text, known).map((name) => ({ path, line, what: `names ${name}, which no code has` })),
      ),
    ),
  );
});

test('the law of references knows what leads nowhere', () => {
  for (const dead of [
    'see src/nowhere/at-all.ts',
    'as nothing.md says',
    'decision 9999',
    '(catalogue M02)',
    'threat M99',
  ])
    assert.equal(deadIn(`// ${dead}`).length, 1, dead);
  for (const alive of [
    'see src/base/time.ts',
    'SECURITY.md M02',
    'decision 0001',
    'https://example.org/a.md',
    'docs/decisions/0004',
  ])
    assert.deepEqual(deadIn(`// ${alive}`), [], alive);
  assert.deepEqual(unknownIn('/** See `findNothing` and `findAll()`. */', new Set(['findAll'])), [
    'findNothing',
  ]);
  assert.deepEqual(partsOf("const a = 'https://b'; // c").comments, [{ text: '// c', line: 1 }]);
});
