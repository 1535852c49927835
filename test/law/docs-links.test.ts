import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { environmentSchema } from '../../src/config/settings.ts';
import { auditEventKinds } from '../../src/domain/audit/index.ts';
import { commands } from '../../src/processes/command-line/commands.ts';
import { refusalCodes } from '../../src/protocols/eidas/refusal-codes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const atRoot = readdirSync(root).filter((name) => name.endsWith('.md'));
const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const pages = [...atRoot, ...inDocs];
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');
const proseOf = (page: string) => textOf(page).replace(/^```.*?^```/gms, '');

/** The anchor that a heading gets on the sites where these pages are read. */
function anchorOf(heading: string): string {
  const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[^\p{L}\p{N}\s_-]/gu, '');
  return plain.trim().toLowerCase().replaceAll(' ', '-');
}

function anchorsIn(page: string): readonly string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1] ?? ''));
}

function linksIn(page: string): readonly string[] {
  const text = proseOf(page);
  const inline = [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/(?:src|srcset|href)="([^"]+)"/g)];
  return inline.map((match) => match[1] ?? '').filter((link) => !/^(https?:|mailto:)/.test(link));
}

test('every link between pages leads to a file, and to a heading in it', () => {
  const broken = pages.flatMap((page) =>
    linksIn(page)
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? join(root, page) : resolve(root, dirname(page), path);
        if (!existsSync(target)) return true;
        return (
          anchor !== undefined &&
          target.endsWith('.md') &&
          !anchorsIn(relative(root, target)).includes(anchor)
        );
      })
      .map((link) => `${page}: ${link}`),
  );
  assert.deepEqual(broken, []);
});

test('every page of the documentation is in its index', () => {
  const listed = new Set(linksIn('docs/README.md').map((link) => join('docs', link.split('#')[0] ?? '')));
  assert.deepEqual(
    inDocs.filter((page) => page !== 'docs/README.md' && !listed.has(page)),
    [],
  );
});

test('every file that a page names is there', () => {
  const named = /`((?:src|test|docs|bin|seed|migrations|simulators|bench|deploy)\/[\w./@-]+)`/g;
  const missing = pages.flatMap((page) =>
    [...proseOf(page).matchAll(named)]
      .map((match) => match[1] ?? '')
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${page}: ${path}`),
  );
  assert.deepEqual(missing, []);
});

test('every command that a page names is one, with the options it has', () => {
  const wrong = pages.flatMap((page) =>
    [...textOf(page).matchAll(/(?:bin\/|`)sluis ((?:[a-z]+(?:-[a-z]+)* ?)+)([^`\n]*)/g)]
      .filter(([, words = '', rest = '']) => {
        const given = words.trim().split(' ');
        const command = commands.find((each) => each.words.every((word, place) => given[place] === word));
        const options = [...rest.matchAll(/--([a-z-]+)/g)].map((match) => match[1] ?? '');
        return !command || options.some((option) => !(option in command.options) && option !== 'json');
      })
      .map(([whole]) => `${page}: ${whole}`),
  );
  assert.deepEqual(wrong, []);
});

test('a command is named as it can be typed in a clone: bin/sluis, which is nobody else’s', () => {
  const words = [...new Set(commands.map((command) => command.words[0]))].join('|');
  const untyped = new RegExp(`(?<![\\w/-])sluis (?:${words}|--help)(?![\\w:])`);
  const inSource = [
    'src/processes',
    'src/outside',
    'src/files',
    'src/web',
    'src/config',
    'seed',
    'simulators',
    'bin',
  ].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?:\.ts|\.mjs|\/[a-z]+)$/.test(`/${name}`) && !name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name}`)
      .filter((name) => statSync(join(root, name)).isFile()),
  );
  const history = /^(?:docs\/decisions\/|CHANGELOG)/;
  const said = [...pages.filter((page) => !history.test(page)), ...inSource];
  const wrong = said.flatMap((page) =>
    textOf(page)
      .split('\n')
      .filter(
        (line) => /\bnpx sluis\b/.test(line) || (!/^\s*(?:\/?\*|\/\/)/.test(line) && untyped.test(line)),
      )
      .map((line) => `${page}: ${line.trim()}`),
  );
  assert.deepEqual(wrong, []);
});

test('every script of npm that a page names is one', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const known = new Set(Object.keys(scripts));
  const wrong = pages.flatMap((page) =>
    [...textOf(page).matchAll(/npm (?:run )?(start|test|run \w+|bench|check)\b/g)]
      .map((match) => (match[1] ?? '').replace('run ', ''))
      .filter((script) => !known.has(script))
      .map((script) => `${page}: ${script}`),
  );
  assert.deepEqual(wrong, []);
});

test('every setting that a page names is one', () => {
  const wrong = pages.flatMap((page) =>
    [...textOf(page).matchAll(/SLUIS_[A-Z_]*[A-Z]/g)]
      .map(([name]) => name)
      .filter((name) => !(name in environmentSchema.shape) && !name.startsWith('SLUIS_TEST_'))
      .map((name) => `${page}: ${name}`),
  );
  assert.deepEqual(wrong, []);
});

test('every audit event and refusal code that a page names is on its list', () => {
  const known = new Set<string>([...Object.keys(auditEventKinds), ...refusalCodes.map(({ code }) => code)]);
  const families = new Set([...known].map((each) => each.split('.')[0]));
  const wrong = pages.flatMap((page) =>
    [...proseOf(page).matchAll(/`([a-z-]+)\.([a-z-]+)`/g)]
      .filter(([, family = '', event = '']) => families.has(family) && !known.has(`${family}.${event}`))
      .map(([whole]) => `${page}: ${whole}`),
  );
  assert.deepEqual(wrong, []);
});

test('every attack that the threat model names is a test', () => {
  const folder = join(root, 'test/attacks');
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  const known = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const named = [...textOf('SECURITY.md').matchAll(/\b[EMOSX]\d\d\b/g)].map(([id]) => id);
  assert.ok(named.length > 40);
  assert.deepEqual(
    [...new Set(named)].filter((id) => !known.includes(id)),
    [],
  );
});
