import assert from 'node:assert/strict';
import test from 'node:test';
import {
  type CallExpression,
  isCallExpression,
  isFunctionDeclaration,
  isFunctionLikeDeclaration,
  type Node,
} from 'typescript/unstable/ast';
import { expectNone } from './law.ts';
import { lineOf, readTree, type Source, walk } from './read-tree.ts';

const shipped = readTree().filter(({ path, isTest }) => path.startsWith('src/') && !isTest);
const domain = shipped.filter(({ path }) => path.startsWith('src/domain/'));
const acting = 'src/domain/acting/';

test('a use case is a function of its moment and of one object that says what is asked', () => {
  const acts = domain
    .filter(({ path }) => !path.startsWith(acting))
    .flatMap((source) => callsOf(source, 'act').map((call) => ({ source, call })));
  assert.ok(acts.length > 60, `only ${acts.length} acts were found`);
  expectNone(
    'acts-take-one-object',
    acts.flatMap(({ source, call }) => {
      const run = call.arguments[1];
      const isOne = run && isFunctionLikeDeclaration(run) && run.parameters.length <= 2;
      return isOne ? [] : [{ path: source.path, line: lineOf(source.tree, call), what: 'takes more' }];
    }),
  );
});

test('what pages are handed of an act takes one object too', () => {
  const faces = domain.flatMap((source) => {
    const opening = functionsNamed(
      source,
      /^open(Desk|Counter|Requests|JoinDesk|MatchingLog|MailDesk|TemplateDesk|PlatformDesk)$/,
    );
    return opening.map((node) => ({ source, node }));
  });
  assert.equal(faces.length, 8);
  expectNone(
    'faces-take-one-object',
    faces.flatMap(({ source, node: face }) => {
      const lines: number[] = [];
      walk(face, (node) => {
        if (isFunctionLikeDeclaration(node) && node.parameters.length > 1)
          lines.push(lineOf(source.tree, node));
      });
      return lines.map((line) => ({ path: source.path, line, what: 'takes more than one object' }));
    }),
  );
});

test('a session becomes somebody who acts in one place of the pages', () => {
  const places = shipped.filter((source) => callsOf(source, 'actingStaff').length > 0);
  assert.deepEqual(
    places.map(({ path }) => path),
    ['src/web/http/session/staff-context.ts'],
  );
});

test('who may act, and how whoever acts is told of, is said in one folder of the domain', () => {
  const here = [acting, 'src/domain/staff/'];
  expectNone(
    'acting-in-one-place',
    domain
      .filter(({ path }) => !here.some((each) => path.startsWith(each)))
      .map(({ path, tree }) => ({ path, text: tree.text }))
      .flatMap(({ path, text }) => [
        ...(/\bmayOpen\(/.test(text) ? [{ path, what: 'asks what rights open: ask mayActIn' }] : []),
        ...(/actor: \{ kind: 'person'/.test(text) ? [{ path, what: 'names who acts: ask actorOf' }] : []),
        ...(/by: \{ kind: '(agent|officer)'/.test(text)
          ? [{ path, what: 'names who acts: atDesk, atCounter' }]
          : []),
      ]),
  );
});

function callsOf(source: Source, name: string): readonly CallExpression[] {
  const calls: CallExpression[] = [];
  walk(source.tree, (node) => {
    if (isCallExpression(node) && node.expression.getText(source.tree) === name) calls.push(node);
  });
  return calls;
}

function functionsNamed(source: Source, name: RegExp): readonly Node[] {
  const found: Node[] = [];
  walk(source.tree, (node) => {
    if (isFunctionDeclaration(node) && name.test(node.name?.text ?? '')) found.push(node);
  });
  return found;
}
