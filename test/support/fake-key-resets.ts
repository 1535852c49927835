import { DAY, later } from '../../src/base/time.ts';
import type { KeyReset, KeyResetPages, ShownReset } from '../../src/domain/key-reset/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import { NOW } from './web-fixtures.ts';

const [person, proposer] = ['1', '2'].map((end) => `22222222-0000-4000-8000-00000000000${end}`) as [
  PersonId,
  PersonId,
];

/** A reset that a colleague proposed; `changes` replace what a test cares about. */
export function keyReset(changes: Partial<KeyReset> = {}): KeyReset {
  return {
    id: '33333333-0000-4000-8000-000000000001' as KeyReset['id'],
    person,
    reason: 'She answered our questions about her case.',
    language: 'en',
    proposedBy: proposer,
    proposedAt: NOW,
    decided: null,
    opensAt: null,
    sentAt: null,
    expiresAt: later(NOW, 7 * DAY),
    ended: null,
    ...changes,
  };
}

export function shownReset(changes: Partial<ShownReset> = {}): ShownReset {
  const names = new Map([
    [person, 'Anna Müller'],
    [proposer, 'Marc Dubois'],
  ]);
  return { reset: keyReset(), standing: 'proposed', names, ...changes };
}

/** Resets of keys, of which one was proposed and another is open, and at which everything succeeds. */
export function fakeKeyResets(over: Partial<KeyResetPages> = {}): KeyResetPages {
  const { id } = keyReset();
  return {
    report: async () => ({ kind: 'noted', reference: 'K7PX-2M9D' as never }),
    listResets: async () => ({ kind: 'listed', resets: [shownReset()] }),
    findReset: async () => ({ kind: 'found', shown: shownReset() }),
    proposeReset: async () => ({ kind: 'proposed', id }),
    decideReset: async () => ({ kind: 'agreed' }),
    withdrawReset: async () => ({ kind: 'withdrawn' }),
    view: async () => ({ reset: keyReset(), standing: 'open' }),
    ownReset: async () => null,
    stopByLink: async () => ({ kind: 'stopped' }),
    stopOwn: async () => ({ kind: 'stopped' }),
    options: async () => ({ challenge: 'c'.repeat(43) }),
    use: async () => ({ kind: 'bound' }),
    ...over,
  };
}
