import assert from 'node:assert/strict';
import test from 'node:test';
import { expectNone } from './law.ts';
import { functionsIn, readTree } from './read-tree.ts';

const LONGEST_FILE = 400;
const MEDIAN_FILE = 70;
const LONGEST_FUNCTION = 80;
const MOST_PARAMETERS = 5;

const tree = readTree();
const functions = tree
  .filter((source) => !source.isTest && !/^test\/|\/testing\//.test(source.path))
  .flatMap((source) => functionsIn(source).map((each) => ({ ...each, path: source.path })));

test(`no file is longer than ${LONGEST_FILE} lines`, () => {
  const long = tree.filter((source) => source.lines > LONGEST_FILE);
  expectNone(
    'file-length',
    long.map(({ path, lines }) => ({ path, what: `has ${lines} lines` })),
  );
});

test(`half of the files have at most ${MEDIAN_FILE} lines`, () => {
  const lengths = tree
    .filter((source) => source.path.startsWith('src/') && !source.isTest)
    .map((source) => source.lines);
  const median = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  assert.ok(median <= MEDIAN_FILE, `the median is ${median}`);
});

test(`no function is longer than a screen of ${LONGEST_FUNCTION} lines`, () => {
  const long = functions.filter((each) => each.lines > LONGEST_FUNCTION);
  expectNone(
    'function-length',
    long.map(({ path, line, name, lines }) => ({ path, line, what: `${name} has ${lines} lines` })),
  );
});

test(`no function takes more than ${MOST_PARAMETERS} parameters`, () => {
  const wide = functions.filter((each) => each.parameters > MOST_PARAMETERS);
  expectNone(
    'parameters',
    wide.map(({ path, line, name, parameters }) => ({ path, line, what: `${name} takes ${parameters}` })),
  );
});
