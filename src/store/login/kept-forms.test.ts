import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOON, openTestStore } from '../../../test/support/open-test-store.ts';
import { later } from '../../base/time.ts';
import { KEPT_FORM_MILLISECONDS, KEPT_FORMS_PER_OWNER } from '../../login/index.ts';

const kept = { typed: { number: '95501700149' }, lists: { mark: ['a', 'b'] }, told: { errors: [] } };

test('a form that was not taken is shown again as often as it is asked for, to its owner, on its own page, for two hours', async (t) => {
  const { store, moveTo } = await openTestStore(t);
  const handle = await store.keptForms.keep('anna', 'number', kept);
  assert.match(handle, /^[\w-]{22}$/);
  for (let time = 0; time < 2; time++)
    assert.deepEqual(await store.keptForms.find('anna', 'number', handle), kept);
  assert.equal(await store.keptForms.find('boris', 'number', handle), null, 'of somebody else');
  assert.equal(await store.keptForms.find('anna', 'country', handle), null, 'another form');
  assert.equal(await store.keptForms.find('anna', 'number', handle.replace(/^./, '.')), null);
  moveTo(later(NOON, KEPT_FORM_MILLISECONDS));
  assert.equal(await store.keptForms.find('anna', 'number', handle), null, 'after its time');
  await store.upkeep.run(later(NOON, KEPT_FORM_MILLISECONDS + 1));
});

test('two tabs keep what was typed in each, and of more forms than anybody has open the oldest gives way', async (t) => {
  const { store, moveTo } = await openTestStore(t);
  const handles: string[] = [];
  for (let tab = 0; tab <= KEPT_FORMS_PER_OWNER; tab++) {
    moveTo(later(NOON, tab));
    handles.push(await store.keptForms.keep('anna', 'number', { ...kept, told: tab }));
  }
  const others = await store.keptForms.keep('boris', 'number', kept);
  const found = await Promise.all(handles.map((each) => store.keptForms.find('anna', 'number', each)));
  assert.deepEqual(
    found.map((each) => each?.told ?? null),
    [null, ...Array.from({ length: KEPT_FORMS_PER_OWNER }, (_, tab) => tab + 1)],
  );
  assert.ok(await store.keptForms.find('boris', 'number', others));
});
