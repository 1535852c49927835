import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { isStringLiteral } from 'typescript/unstable/ast';
import { auditEventKinds } from '../../src/domain/audit/index.ts';
import { type Breach, expectNone } from './law.ts';
import { lineOf, readTree, root, walk } from './read-tree.ts';

/** The rooms of `processes`, with what each is for. Another one is a decision: docs/decisions/0048-what-processes-is-for.md. */
const rooms: Readonly<Record<string, string>> = {
  'command-line': 'what is typed, and how a command answers',
  commands: 'one file for each command',
  checks: 'what doctor looks at',
  reference: 'what docs writes',
  wiring: 'which store, key and clock each part is given',
  keys: 'keys made, and opened for the parts',
  database: 'the database of a process: found, prepared, waited for',
  serving: 'serve: started and stopped',
  working: 'work: started, kept going and stopped',
  demo: 'npm start: all of it on one machine',
};

const processes = readTree().filter(({ path, isTest }) => path.startsWith('src/processes/') && !isTest);

test('src/processes holds commands, wiring and the processes themselves, and nothing beside them', () => {
  const strangers = readdirSync(join(root, 'src/processes')).filter((name) => !(name in rooms));
  expectNone(
    'rooms-of-processes',
    strangers.map((name) => ({ path: `src/processes/${name}`, what: 'is no room of processes' })),
  );
});

test('a command reads no format by itself: files have a layer of their own', () => {
  expectNone(
    'formats-elsewhere',
    processes.flatMap(({ path, imports }) =>
      imports.flatMap(({ specifier, line }) =>
        specifier === 'zod' ? [{ path, line, what: 'reads a format: that is for src/files' }] : [],
      ),
    ),
  );
});

test('what the trail tells is said where it happens: src/processes names no event', () => {
  const kinds = new Set(Object.keys(auditEventKinds));
  expectNone(
    'events-elsewhere',
    processes.flatMap((source) => {
      const breaches: Breach[] = [];
      walk(source.tree, (node) => {
        if (isStringLiteral(node) && kinds.has(node.text))
          breaches.push({ path: source.path, line: lineOf(source.tree, node), what: `tells ${node.text}` });
      });
      return breaches;
    }),
  );
});
