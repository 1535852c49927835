import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Statement, statementInParts } from '../statement.ts';
import { openJoiner } from './joined-statement.ts';

const { join, part, comesAfter } = openJoiner();

const statement = (name: string, text: string): Statement => ({ name, text });
const addOne = statement('ones.add', 'insert into ones (id, at) values ($1, $2::timestamptz)');
const saveTwo = statement(
  'twos.save',
  "update twos set text = $2 || '$1' where id = $1 and version = $3 - 1",
);
const addThree = statementInParts(
  'threes.add',
  [
    'told as materialized (select $1::text as text)',
    'kept as (insert into threes (text) select text from told)',
  ],
  'insert into fours (text, at) select text, $2 from told',
);
const namesOf = (groups: readonly (readonly { readonly statement: Statement }[])[]) =>
  groups.map((group) => group.map((each) => each.statement.name));

test('changes become one statement, whose parameters are counted on, with their types, and not in what is quoted', () => {
  const { statement: joined, values } = join([
    { statement: addOne, values: ['a', 'b'] },
    { statement: saveTwo, values: ['c', 'd', 3], rows: 1 },
    { statement: addThree, values: ['e', 'f'] },
  ]);
  assert.equal(
    joined.text,
    `/* ones.add + twos.save! + threes.add */ with change_0 as (
insert into ones (id, at) values ($1, $2::timestamptz)
returning 1
),
change_1 as (
update twos set text = $4 || '$1' where id = $3 and version = $5 - 1
returning 1
),
told as materialized (select $7::text as text),
kept as (insert into threes (text) select text from told),
change_2 as (
insert into fours (text, at) select text, $8 from told
returning 1
)
select (select count(*) from change_0),
case when (select count(*) from change_1) = $6::bigint then true else refuse_to_keep('twos.save') end,
(select count(*) from change_2)`,
  );
  assert.deepEqual(values, ['a', 'b', 'c', 'd', 3, 1, 'e', 'f']);
});

test('the name of a joined statement is the same each time, is short enough for the database, and tells how it is kept', () => {
  const group = Array.from({ length: 9 }, (_, place) => ({
    statement: statement(`a_long_name_of_a_store.a_change_of_${place}`, `insert into t${place} values ($1)`),
    values: [place],
  }));
  const names = [join(group), join(group), join(group, true)].map(({ statement: { name } }) => name);
  assert.equal(names[0], names[1]);
  assert.notEqual(names[0], names[2]);
  for (const name of names) assert.ok(name.length < 64);
});

test('one change that nothing is asked of is sent as it is', () => {
  const { statement: sent, values } = join([{ statement: addOne, values: ['a', 'b'] }]);
  assert.equal(sent, addOne);
  assert.deepEqual(values, ['a', 'b']);
  assert.match(join([{ statement: addOne, values: ['a', 'b'] }], true).statement.text, /synchronous_commit/);
});

test('what names a table that another change writes comes after it, in a statement of its own', () => {
  const copyOne = statement('fives.copy', 'insert into fives select id from ones where id = $1');
  const lock = statement('sixes.lock', 'insert into sixes select id from sevens where id = $1 for update');
  const upsert = statement(
    'eights.put',
    'insert into eights values ($1) on conflict (id) do update set text = $1',
  );
  const setting = statement('plan', 'set local plan_cache_mode = auto');
  const parts = (...statements: Statement[]) =>
    namesOf(part(statements.map((each) => ({ statement: each, values: [] }))));
  assert.deepEqual(parts(addOne, saveTwo, copyOne), [['ones.add', 'twos.save'], ['fives.copy']]);
  assert.deepEqual(parts(copyOne, addOne), [['fives.copy', 'ones.add']]);
  assert.deepEqual(parts(addOne, addOne), [['ones.add'], ['ones.add']]);
  assert.deepEqual(parts(lock, upsert, saveTwo), [['sixes.lock', 'eights.put', 'twos.save']]);
  assert.deepEqual(parts(addOne, setting, saveTwo), [['ones.add'], ['plan'], ['twos.save']]);
  assert.equal(comesAfter(statement('read', 'select 1 from threes'), addThree), true);
  assert.equal(comesAfter(statement('read', 'select 1 from ones'), addThree), false);
  assert.equal(comesAfter(statement('read', 'select 1 from ones'), setting), true);
});

test('what changes more than one table is joined only where its parts are said, and each name once', () => {
  const text = 'with gone as (delete from nines where id = $1) insert into tens values ($1)';
  const unsaid = { statement: statement('nines.end', text), values: ['a'] };
  assert.deepEqual(namesOf(part([unsaid, { statement: addOne, values: [] }])), [['nines.end'], ['ones.add']]);
  assert.throws(() => join([{ ...unsaid, rows: 1 }]), /nines\.end cannot be joined/);
  const alike = statementInParts(
    'elevens.add',
    ['told as (select $1::text as text)', 'kept as (insert into twelves select text from told)'],
    'insert into elevens select text from told',
  );
  assert.deepEqual(namesOf(part([addThree, alike].map((each) => ({ statement: each, values: ['a'] })))), [
    ['threes.add'],
    ['elevens.add'],
  ]);
});

test('however many different changes meet, names for them do not grow without end', () => {
  const names = Array.from({ length: 1000 }, (_, place) => {
    const first = { statement: statement(`a.${place}`, `insert into a values (${place}, $1)`), values: [1] };
    return join([first, { statement: addOne, values: ['a', 'b'] }]).statement.name;
  });
  assert.ok(new Set(names).size <= 401);
  assert.ok(names.includes(''), 'the rest has none');
});
