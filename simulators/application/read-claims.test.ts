import assert from 'node:assert/strict';
import test from 'node:test';
import { hasRight, readRights, readVisitor } from './read-claims.ts';

test('rights come with or without context, as a list or alone, for one organisation or several', () => {
  assert.deepEqual(readRights(['KLIPgebruiker-Planaanvrager:0999000129']), [
    { right: 'KLIPgebruiker', context: 'Planaanvrager', organisation: '0999000129' },
  ]);
  assert.deepEqual(readRights('GipodBijdrager:OVO999001'), [
    { right: 'GipodBijdrager', context: null, organisation: 'OVO999001' },
  ]);
  assert.deepEqual(
    readRights(['GeopuntRedacteur:1, 2']).map((each) => each.organisation),
    ['1', '2'],
  );
  assert.deepEqual(
    readRights(['KLIPgebruiker-Raadpleger:DE:HRB 99001']).map((each) => each.organisation),
    ['DE:HRB 99001'],
  );
});

test('what is not a right gives no right', () => {
  for (const value of [undefined, null, 7, {}, ['nothing'], [''], [':x'], ['a:'], [7]]) {
    assert.deepEqual(readRights(value), []);
  }
});

test('a right counts only for the organisation that one acts for', () => {
  const claims = { sub: 'x', vo_orgcode: '1', vo_orgnaam: 'One', klip: ['Right-Context:2'] };
  assert.equal(
    hasRight(readVisitor({ ...claims, klip: ['Right-Context:1'] }, 'klip'), 'Right', 'Context'),
    true,
  );
  assert.equal(hasRight(readVisitor(claims, 'klip'), 'Right', 'Context'), false);
});

test('somebody without a name is called by the subject', () => {
  assert.equal(readVisitor({ sub: 'abc' }, 'klip').name, 'abc');
});
