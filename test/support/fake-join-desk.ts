import { randomUUID } from 'node:crypto';
import type { JoinDesk, PersonJoin, ShownJoin } from '../../src/domain/joining/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import { NOW } from './web-fixtures.ts';

const kept = '11111111-0000-4000-8000-000000000001' as PersonId;
const other = '11111111-0000-4000-8000-000000000002' as PersonId;
const lead = '11111111-0000-4000-8000-000000000003' as PersonId;

/** A proposal by a colleague; `changes` replace what a test cares about. */
export function shownJoin(changes: Partial<PersonJoin> = {}): ShownJoin {
  return {
    join: {
      id: randomUUID(),
      kept,
      other,
      reason: 'The same passport was shown for both.',
      proposedBy: { kind: 'person', id: lead },
      proposedAt: NOW,
      state: 'proposed',
      decided: null,
      undoProposed: null,
      undone: null,
      ...changes,
    },
    names: new Map([
      [kept, 'Anna Müller'],
      [other, 'Anna Mueller'],
      [lead, 'Marc Dubois'],
    ]),
    waiting: [],
    stays: null,
  };
}

/** A desk with one proposal, at which everything succeeds. */
export function fakeJoinDesk(over: Partial<JoinDesk> = {}): JoinDesk {
  return {
    listJoins: async () => ({ kind: 'listed', joins: [shownJoin()] }),
    findJoin: async () => ({ kind: 'found', shown: shownJoin() }),
    proposeJoin: async () => ({ kind: 'proposed', id: randomUUID() }),
    decideJoin: async () => ({ kind: 'joined' }),
    proposeUndo: async () => ({ kind: 'proposed' }),
    decideUndo: async () => ({ kind: 'undone' }),
    ...over,
  };
}
