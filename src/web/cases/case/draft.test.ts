import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  caseEvent,
  caseOf,
  caseView,
  dubois,
  inDays,
  noor,
} from '../../../../test/support/casework-fixtures.ts';
import type { CaseNote } from '../../../domain/casework/index.ts';
import { type DraftKind, draftOf, writeDraft } from './draft.ts';

const kept = (kind: DraftKind, text: string, at = inDays(-1), by = noor.person): readonly CaseNote[] =>
  writeDraft(kind, text).map((note, index) => ({
    id: `${kind}-${index}`,
    by,
    at: new Date(at.getTime() + index),
    text: note,
  }));
const view = (notes: readonly CaseNote[], events = caseView(caseOf({ kind: 'new' })).events) =>
  caseView(caseOf({ kind: 'assigned', agent: noor.person }), { notes, events });

describe('a text that was kept for later', () => {
  test('comes back whole, however long it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 900 }), { minLength: 1, maxLength: 8 }),
        (lines) => {
          const text = lines.map((line) => line.replace(/[\r\n]/g, ' ')).join('\n');
          const notes = kept('refuse', text);
          assert.ok(notes.every((note) => note.text.length <= 2000));
          assert.equal(draftOf(view(notes), noor.person, 'refuse'), text);
        },
      ),
    );
  });

  test('is the last one of this agent for this purpose', () => {
    const notes = [
      ...kept('ask', 'First.', inDays(-3)),
      ...kept('ask', 'Second.', inDays(-2)),
      ...kept('ask', 'Of somebody else.', inDays(-1), dubois.person),
      ...kept('refuse', 'For another purpose.', inDays(-1)),
    ];
    assert.equal(draftOf(view(notes), noor.person, 'ask'), 'Second.');
    assert.equal(draftOf(view(notes), noor.person, 'link'), null);
  });

  test('is not offered once the case went on', () => {
    const notes = kept('ask', 'Where were you born?', inDays(-2));
    assert.equal(draftOf(view(notes, [caseEvent(1, 'asked', { at: inDays(-1) })]), noor.person, 'ask'), null);
    const before = [caseEvent(1, 'asked', { at: inDays(-3) })];
    assert.equal(draftOf(view(notes, before), noor.person, 'ask'), 'Where were you born?');
  });

  test('is not made up from a note that only looks like one', () => {
    const note = { id: 'n', by: noor.person, at: inDays(-1), text: 'I wrote [draft: ask] once.' };
    assert.equal(draftOf(view([note]), noor.person, 'ask'), null);
  });
});
