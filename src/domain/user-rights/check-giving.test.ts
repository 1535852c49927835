import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { makeApplication, makeOrganisation } from '../../../test/support/capacity-examples.ts';
import { presentOr } from '../../../test/support/run-clock.ts';
import { tries } from '../../../test/support/tries.ts';
import { addDays, addDuration, type CalendarDuration, dayOf, endOfDay } from '../../base/calendar.ts';
import { type CalendarDate, DAY, later, type Validity } from '../../base/time.ts';
import { bases, covers } from '../administration/index.ts';
import { type ApplicationId, findRight, isOffered, type RightDefinition } from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import {
  checkContexts,
  checkEnding,
  checkExtending,
  checkGiving,
  type Giver,
  type GivingQuestion,
  type RightHeld,
  sameAs,
  validityOf,
} from './index.ts';

const now = presentOr(new Date('2026-11-30T12:00:00Z'));
const today = dayOf(now);
const [administrator, anna, bert] = ['a', 'b', 'c'] as unknown as readonly [PersonId, PersonId, PersonId];
const organisation = { ...makeOrganisation('EA', '0403019261'), within: [] };
const right = (code: string, changes: Partial<RightDefinition> = {}): RightDefinition => ({
  ...{ code, name: { nl: code }, description: null, contexts: [], contextRequired: false, ...changes },
});
const klip = makeApplication({
  rights: [
    right('User', {
      contexts: ['Asks', 'Reads'],
      contextRequired: true,
      maxDuration: 'P1Y' as CalendarDuration,
    }),
    right('Approver', { excludes: ['Requester', 'gipod/Maker'] }),
    right('Requester'),
    right('Manager', { secondAdministrator: true }),
    right('Elsewhere', { offeredTo: [{ targetGroup: 'LB' }] }),
  ],
});
const gipod = { ...makeApplication({ rights: [right('Maker')] }), id: 'gipod' as ApplicationId };
const giver = (changes: Partial<Giver['administrator']> = {}, to: PersonId = anna): Giver => ({
  administrator: {
    person: administrator,
    basis: 'head-local-administrator',
    scope: { units: [organisation.id], applications: 'all' },
    ...changes,
  },
  to,
});
const always: Validity = { from: later(now, -DAY), until: null };
const held = (code: string, changes: Partial<RightHeld> = {}): RightHeld => ({
  ...{ application: klip.id, right: code, contexts: [], validity: always, ...changes },
});
const question: GivingQuestion = {
  ...{ application: klip, others: [gipod], organisation, relation: { validity: always }, held: [] },
  ...{ wished: [], giver: giver(), at: now },
};
const wish = (
  code: string,
  contexts: readonly string[] = [],
  until: CalendarDate | null = addDays(today, 30),
) => ({
  ...{ right: code, contexts, until },
});
const kinds = (changes: Partial<GivingQuestion>) =>
  checkGiving({ ...question, ...changes }).map(({ kind }) => kind);

describe('a right is given', () => {
  test('with the contexts, the end and the organisation that its catalogue allows', () => {
    assert.deepEqual(kinds({ wished: [wish('User', ['Asks']), wish('Requester', [], null)] }), []);
    assert.deepEqual(kinds({ wished: [wish('User')] }), ['context-missing']);
    assert.deepEqual(kinds({ wished: [wish('User', ['Asks', 'Owns'])] }), ['unknown-context']);
    assert.deepEqual(kinds({ wished: [wish('User', ['Asks'], null)] }), ['too-long']);
    assert.deepEqual(
      kinds({ wished: [wish('User', ['Asks'], addDuration(today, 'P1Y' as CalendarDuration))] }),
      [],
    );
    const [tooLong] = checkGiving({ ...question, wished: [wish('User', ['Asks'], addDays(today, 400))] });
    assert.deepEqual(tooLong, {
      kind: 'too-long',
      right: 'User',
      latest: addDuration(today, 'P1Y' as CalendarDuration),
    });
    assert.deepEqual(kinds({ wished: [wish('Requester', [], addDays(today, -1))] }), ['end-in-the-past']);
    assert.deepEqual(kinds({ wished: [wish('Requester', [], today)] }), []);
    assert.deepEqual(kinds({ wished: [wish('Elsewhere'), wish('Unheard')] }), ['not-offered', 'not-offered']);
  });

  test('never beside what it excludes, held or wished, in whichever catalogue that stands', () => {
    assert.deepEqual(kinds({ wished: [wish('Requester'), wish('Approver')] }), ['excluded-by']);
    assert.deepEqual(kinds({ wished: [wish('Approver')], held: [held('Requester')] }), ['excluded-by']);
    const maker = held('Maker', { application: gipod.id });
    assert.deepEqual(kinds({ wished: [wish('Approver')], held: [maker] }), ['excluded-by']);
    assert.deepEqual(
      kinds({ application: gipod, others: [klip], wished: [wish('Maker')], held: [held('Approver')] }),
      ['excluded-by'],
    );
  });

  test('once: what somebody has is extended, and another context is given beside it', () => {
    const has = held('User', { contexts: ['Asks'] });
    assert.deepEqual(kinds({ wished: [wish('User', ['Asks'])], held: [has] }), ['already-has']);
    assert.deepEqual(kinds({ wished: [wish('User', ['Reads'])], held: [has] }), []);
    assert.deepEqual(kinds({ wished: [wish('Requester'), wish('Requester')] }), ['twice']);
    const short = held('Manager', { validity: { ...always, until: endOfDay(addDays(today, 3)) } });
    assert.deepEqual(kinds({ wished: [wish('Manager')], held: [short] }), []);
    assert.deepEqual(kinds({ wished: [wish('Manager', [], addDays(today, 2))], held: [short] }), [
      'already-has',
    ]);
  });

  test('by whoever has the unit and the application in their scope, on a relation that goes on', () => {
    const wished = [wish('Requester')];
    const elsewhere = { units: ['other' as OrganisationId], applications: 'all' } as const;
    assert.deepEqual(kinds({ wished, giver: giver({ scope: elsewhere }) }), ['not-in-scope']);
    const others = { units: [organisation.id], applications: [gipod.id] };
    assert.deepEqual(kinds({ wished, giver: giver({ scope: others }) }), ['not-in-scope']);
    assert.deepEqual(kinds({ wished, relation: { validity: { ...always, until: now } } }), [
      'relation-ended',
    ]);
    assert.deepEqual(kinds({ wished, giver: null }), []);
  });

  test('to oneself by a legal representative or a head administrator, and then only what one may give alone', () => {
    const wished = [wish('Requester'), wish('Manager')];
    for (const basis of bases) {
      const isChief = basis === 'legal-representative' || basis === 'head-local-administrator';
      const expected = isChief ? ['Manager'] : ['Requester', 'Manager'];
      const refusals = checkGiving({ ...question, wished, giver: giver({ basis }, administrator) });
      assert.deepEqual(
        refusals.map((each) => [each.kind, 'right' in each && each.right]),
        expected.map((code) => ['oneself', code]),
      );
    }
  });
});

const day = fc.integer({ min: -40, max: 800 }).map((days) => addDays(today, days));
const contexts = fc.subarray(['Asks', 'Reads', 'Owns']);
const codes = ['User', 'Approver', 'Requester', 'Manager', 'Elsewhere', 'Unheard'];
const anyHeld = fc
  .record({ code: fc.constantFrom(...codes), contexts, until: fc.option(day) })
  .map(({ code, contexts, until }) =>
    held(code, { contexts, validity: { ...always, until: until && endOfDay(until) } }),
  );
const anyQuestion: fc.Arbitrary<GivingQuestion> = fc.record({
  ...{
    application: fc.constant(klip),
    others: fc.constant([gipod]),
    organisation: fc.constant(organisation),
  },
  relation: fc.option(day).map((until) => ({ validity: { ...always, until: until && endOfDay(until) } })),
  held: fc.array(anyHeld, { maxLength: 3 }),
  wished: fc.array(fc.record({ right: fc.constantFrom(...codes), contexts, until: fc.option(day) }), {
    maxLength: 3,
  }),
  giver: fc
    .record({
      basis: fc.constantFrom(...bases),
      units: fc.subarray([organisation.id, 'other' as OrganisationId]),
      applications: fc.oneof(fc.constant('all' as const), fc.subarray([klip.id, gipod.id])),
      to: fc.constantFrom(administrator, anna),
    })
    .map(({ basis, to, ...scope }) => giver({ basis, scope }, to)),
  at: fc.constant(now),
});

describe('whatever is wished', () => {
  test('nobody gives more than is in their scope, is offered here, and lasts as long as it may', () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        if (checkGiving(asked).length > 0) return;
        assert.ok(
          asked.giver &&
            (asked.wished.length === 0 ||
              covers(asked.giver.administrator, { unit: organisation.id, application: klip.id })),
        );
        for (const each of asked.wished) {
          const definition = findRight(klip, each.right);
          assert.ok(definition && isOffered(definition, klip, organisation));
          assert.ok(each.contexts.every((context) => definition.contexts.includes(context)));
          assert.ok(!definition.contextRequired || each.contexts.length > 0);
          const { from, until } = validityOf(each, now);
          assert.ok(until === null || until > from);
          if (definition.maxDuration)
            assert.ok(until && until <= endOfDay(addDuration(today, definition.maxDuration)));
          if (asked.giver.to === administrator) assert.ok(!definition.secondAdministrator);
        }
      }),
      { numRuns: tries(1000) },
    );
  });

  test('of a colleague only that is copied which may be given, and of the rest it is said why not', () => {
    fc.assert(
      fc.property(
        anyQuestion,
        fc.array(anyHeld, { maxLength: 5 }),
        fc.option(day),
        (asked, theirs, until) => {
          const { rights, leftOut } = sameAs(asked, theirs, until);
          if (rights.length > 0) assert.deepEqual(checkGiving({ ...asked, wished: rights }), []);
          assert.ok(leftOut.every(({ refusals }) => refusals.length > 0));
          const all = [...rights.map((each) => each.right), ...leftOut.map((each) => each.right)];
          assert.deepEqual(new Set(all), new Set(theirs.map((each) => each.right)));
        },
      ),
      { numRuns: tries(500) },
    );
  });
});

describe('a right that somebody has', () => {
  const until = endOfDay(addDays(today, 10));
  const user = held('User', { contexts: ['Asks'], validity: { ...always, until } });
  const change = {
    right: user,
    application: klip,
    organisation,
    relation: { validity: always },
    giver: giver(),
    at: now,
  };
  const extending = (changes: Partial<typeof change>, day = addDays(today, 60)) =>
    checkExtending({ ...change, ...changes }, day).map(({ kind }) => kind);

  test('is extended up to its bound, while it is offered and has not ended', () => {
    assert.deepEqual(extending({}), []);
    assert.deepEqual(extending({}, addDays(today, 400)), ['too-long']);
    assert.deepEqual(extending({}, addDays(today, 10)), ['not-later']);
    assert.deepEqual(extending({}, addDays(today, -1)), ['end-in-the-past']);
    assert.deepEqual(extending({ right: { ...user, validity: { ...always, until: now } } }), ['ended']);
    assert.deepEqual(extending({ relation: { validity: { ...always, until: now } } }), ['ended']);
    assert.deepEqual(extending({ right: held('Elsewhere') }), ['not-offered']);
    assert.deepEqual(extending({ right: held('Manager') }), ['needs-second']);
    assert.deepEqual(extending({ giver: giver({ basis: 'local-administrator' }, administrator) }), [
      'oneself',
    ]);
    assert.deepEqual(extending({ giver: giver({ scope: { units: [], applications: 'all' } }) }), [
      'not-in-scope',
    ]);
  });

  test('gets other contexts that the catalogue still has', () => {
    const contexts = (...wished: readonly string[]) => checkContexts(change, wished).map(({ kind }) => kind);
    assert.deepEqual(contexts('Asks', 'Reads'), []);
    assert.deepEqual(contexts('Owns'), ['unknown-context']);
    assert.deepEqual(contexts(), ['context-missing']);
  });

  test('is ended by whoever has it in their scope, also when it is their own or not offered any more', () => {
    assert.equal(checkEnding({ ...change, right: held('Elsewhere') }), null);
    assert.equal(
      checkEnding({ ...change, giver: giver({ basis: 'local-administrator' }, administrator) }),
      null,
    );
    assert.equal(
      checkEnding({ ...change, giver: giver({ scope: { units: [], applications: 'all' } }, bert) })?.kind,
      'not-in-scope',
    );
    assert.equal(
      checkEnding({ ...change, right: { ...user, validity: { ...always, until: now } } })?.kind,
      'ended',
    );
  });
});
