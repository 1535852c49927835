import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { languages } from '../../base/language.ts';
import { caseSortings } from '../../domain/casework/index.ts';
import { parsePersonId } from '../../domain/person/index.ts';
import { openSearchSeal } from '../http/sealed-search.ts';
import {
  caseLists,
  emptyQuery,
  filterOf,
  type ListQuery,
  listedStates,
  readListQuery,
  writeListQuery,
} from './list-query.ts';

const seal = openSearchSeal(new Uint8Array(32).fill(1));
const read = (text: string) => readListQuery(new URLSearchParams(text), seal);
const orNull = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values), { nil: null });

const days = ['2026-11-02', '2026-11-08'] as const;
const spans = [
  { from: days[0], until: days[1] },
  { from: days[0], until: null },
  { from: null, until: days[1] },
];

const query: fc.Arbitrary<ListQuery> = fc.record(
  {
    list: fc.constantFrom(...caseLists),
    state: orNull(listedStates),
    country: orNull(['DE', 'EL']),
    origin: orNull(['eidas', 'office'] as const),
    assignee: fc.option(fc.uuid().map(parsePersonId), { nil: null }),
    language: orNull(languages),
    late: fc.boolean(),
    outcome: orNull(['linked', 'new-number', 'refused'] as const),
    received: orNull(spans),
    decided: orNull(spans),
    search: orNull(['Müller', '=1+1', '&list=all']).map((words) =>
      words === null ? null : seal.seal(words),
    ),
    sort: fc.constantFrom(...caseSortings),
    descending: fc.boolean(),
    page: fc.integer({ min: 1, max: 9999 }),
  },
  { noNullPrototype: true },
);

describe('the address of a list', () => {
  test('says the whole list: what is written is read again', () => {
    fc.assert(fc.property(query, (one) => assert.deepEqual(read(writeListQuery(one)), one)));
  });

  test('with anything else in it shows a list all the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (fields) => {
        const { page, list } = readListQuery(new URLSearchParams(fields), seal);
        assert.ok(page >= 1 && caseLists.includes(list));
      }),
    );
    const odd = read(
      'list=secret&status=draft&country=de&origin=x&assignee=me&language=es&late=1&outcome=x&received=2026-02-30..&decided=0000-01-01..9999-12-31&sort=agent.up&page=-1&found=Anna',
    );
    assert.deepEqual(odd, emptyQuery('mine'));
  });

  test('begins with the latest case where somebody must act, elsewhere with the newest', () => {
    const order = (text: string) => `${read(text).sort} ${read(text).descending ? 'down' : 'up'}`;
    for (const text of ['list=mine', 'list=unassigned', 'list=all&status=open', 'list=all&late=yes'])
      assert.equal(order(text), 'target up', text);
    assert.equal(order('list=all'), 'submitted down');
    assert.equal(order('list=decided'), 'changed down');
  });
});

describe('the filter of a list', () => {
  test('holds nothing that was not asked for', () => {
    assert.deepEqual(filterOf(emptyQuery('mine')), {
      list: 'mine',
      sort: 'target',
      descending: false,
      page: 1,
      pageSize: 25,
    });
  });

  test('never asks for drafts, not even among the open ones of one state', () => {
    assert.deepEqual(filterOf(read('list=all&status=new')).states, ['new']);
    assert.equal(filterOf(read('list=all&status=draft')).states, undefined);
  });
});
