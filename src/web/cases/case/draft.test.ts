import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inDays } from '../../../../test/support/casework-fixtures.ts';
import { draftOf, readOldDraft } from './draft.ts';

test('a text that was kept is offered where it was begun, and nowhere else', () => {
  const drafts = [{ kind: 'ask', text: 'Where were you born?', at: inDays(-1) }] as const;
  assert.equal(draftOf({ drafts }, 'ask'), 'Where were you born?');
  assert.equal(draftOf({ drafts }, 'link'), null);
});

describe('a text that was kept as a note, as it once was done', () => {
  test('is shown without the mark', () => {
    assert.equal(readOldDraft({ text: '[draft: ask]\nWhere were you born?' }), 'Where were you born?');
    assert.equal(readOldDraft({ text: '[draft: refuse +]\n… and so on.' }), '… and so on.');
  });

  test('is not made up from a note that only looks like one', () => {
    assert.equal(readOldDraft({ text: 'I wrote [draft: ask] once.' }), null);
    assert.equal(readOldDraft({ text: '[draft: nothing]\nText' }), null);
  });
});
