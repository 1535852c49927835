import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import test from 'node:test';
import { listAddresses } from '../../src/processes/reference/addresses-page.ts';
import { areas } from '../../src/web/areas.ts';
import { otherAddresses } from '../../src/web/index.ts';
import { type Breach, expectNone } from './law.ts';
import { readTree, root, type Source } from './read-tree.ts';

/** What every area stands on: requests and answers, what pages are made of, and what they say. */
const ground = ['http', 'ui', 'texts'];
/** What the ground may know of the rest. */
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  http: ['ui', 'texts'],
  ui: ['texts'],
  texts: [],
};

const web = readTree().filter(({ path }) => path.startsWith('src/web/'));
const shipped = web.filter(({ isTest }) => !isTest);
const names = [...new Set(web.map(({ path }) => areaOf(path)))].filter(
  (name) => name !== null && !ground.includes(name),
) as string[];
const inAreas = shipped.filter(({ path }) => names.includes(areaOf(path) ?? ''));
/** The folders that hold an act: what one can do at some addresses. */
const acts = new Set(
  inAreas.filter(({ path }) => path.endsWith('-routes.ts')).map(({ path }) => dirname(path)),
);

test('a folder of the web is an area with one shape: its face, its table of addresses, and a folder for each act', () => {
  const wrong = names.flatMap((name): Breach[] => {
    const path = `src/web/${name}`;
    const needs: readonly (readonly [file: string, exported: string])[] = [
      ['area.ts', `export const ${name}Area: Area`],
      ['routes.ts', `export function open${camel(`-${name}`)}Routes(web: Web): Hono<WebEnv>`],
    ];
    const missing = needs.flatMap(([file, exported]) =>
      web.some((source) => source.path === `${path}/${file}` && source.tree.text.includes(exported))
        ? []
        : [{ path: `${path}/${file}`, what: `has no "${exported}"` }],
    );
    const hasActs = [...acts].some((act) => act.startsWith(`${path}/`));
    return hasActs ? missing : [...missing, { path, what: 'has no folder of an act' }];
  });
  const listed = textOf('src/web/areas.ts');
  const unlisted = names.filter(
    (name) => !listed.includes(`import { ${name}Area } from './${name}/area.ts'`),
  );
  expectNone('areas', [
    ...wrong,
    ...unlisted.map((name) => ({ path: 'src/web/areas.ts', what: `does not list ${name}` })),
  ]);
});

test('an area knows no other area, and the ground knows none', () => {
  expectNone(
    'areas-apart',
    imports(shipped, ({ path }, target) => {
      const [from, to] = [areaOf(path), areaOf(target)];
      if (from === null || from === to) return null;
      if (to === null)
        return `imports ${target}: the root of the web wires areas, and nothing below knows it`;
      const known = mayKnow[from] ?? ground;
      return known.includes(to)
        ? null
        : `${from} must not import ${to}: what two areas share stands in ui or http`;
    }),
  );
});

test('the wiring knows an area by its face alone', () => {
  expectNone(
    'areas-faces',
    imports(shipped, ({ path }, target) => {
      const to = areaOf(target);
      if (areaOf(path) !== null || to === null || ground.includes(to)) return null;
      return target === `src/web/${to}/area.ts` ? null : `reaches into ${target}`;
    }),
  );
});

test('an act has a folder with its routes, its pages and its errors, each named after it', () => {
  expectNone(
    'acts',
    inAreas.flatMap(({ path, tree }): Breach[] => {
      const [folder, file] = [dirname(path), basename(path)];
      const act = basename(folder);
      if (file.endsWith('-routes.ts'))
        return [
          ...(file === `${act}-routes.ts` ? [] : [{ path, what: `stands in ${act}, and is not its routes` }]),
          ...(tree.text.includes(`export function ${lower(camel(`-${act}`))}Routes(`)
            ? []
            : [{ path, what: `exports no ${lower(camel(`-${act}`))}Routes` }]),
        ];
      if (!file.endsWith('-errors.ts')) return [];
      const table = `export const ${lower(camel(`-${act}`))}Errors: ErrorTable`;
      return file === `${act}-errors.ts` && tree.text.includes(table)
        ? []
        : [{ path, what: `has no "${table}" of ${act}` }];
    }),
  );
});

test('no act knows another act: only the table of addresses does', () => {
  expectNone(
    'acts-apart',
    imports(shipped, ({ path }, target) => {
      const act = dirname(target);
      if (!acts.has(act) || dirname(path) === act) return null;
      const isWiring = areaOf(path) === areaOf(target) && ['routes.ts', 'area.ts'].includes(basename(path));
      return isWiring ? null : `reaches into the act ${act}: what two acts share stands in their area`;
    }),
  );
});

test('every address belongs to the area that its first part names', () => {
  const others = new Set(otherAddresses.map((each) => each.join(' ')));
  const beginnings = areas.flatMap(({ begins }) => begins);
  const twice = beginnings.filter((each, index) => beginnings.indexOf(each) !== index);
  const nobodys = listAddresses()
    .filter((each) => !others.has(each.join(' ')))
    .map(([, pattern]) => pattern)
    .filter((pattern) => !['assets', 'health'].includes(firstOf(pattern)))
    .filter((pattern) => !beginnings.includes(firstOf(pattern)));
  expectNone('areas-addresses', [
    ...twice.map((each) => ({ path: 'src/web/areas.ts', what: `has two areas that begin with /${each}` })),
    ...nobodys.map((each) => ({ path: 'src/web/areas.ts', what: `has no area that begins as ${each} does` })),
  ]);
});

function imports(
  sources: readonly Source[],
  judge: (source: Source, target: string) => string | null,
): Breach[] {
  return sources.flatMap((source) =>
    source.imports.flatMap(({ target, line }) => {
      if (target === null || !target.startsWith('src/web/')) return [];
      const what = judge(source, target);
      return what === null ? [] : [{ path: source.path, line, what }];
    }),
  );
}

/** The folder of the web that a file stands in; `null` for the root of the web. */
function areaOf(path: string): string | null {
  return /^src\/web\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function textOf(path: string): string {
  return existsSync(join(root, path)) ? (web.find((source) => source.path === path)?.tree.text ?? '') : '';
}

function firstOf(pattern: string): string {
  return pattern.split('/')[1] ?? '';
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function lower(name: string): string {
  return `${name[0]?.toLowerCase()}${name.slice(1)}`;
}
