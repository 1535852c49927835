import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { DAY, later } from '#src/base/time.ts';
import { inviteByNumber } from '#src/domain/work-invitation/index.ts';
import { application } from '../support/application-example.ts';
import { numberOf, personWith } from '../support/open-test-store.ts';
import { tries } from '../support/tries.ts';

import { content, janTyped, language, openWorkInvitationScene } from '../support/work-invitation-scene.ts';

describe('whoever answers an invitation by number', () => {
  const [jan, max, mia] = [
    { givenNames: 'Jan Piet', familyName: 'Peeters' },
    { givenNames: 'Max', familyName: 'Manager' },
    { givenNames: 'Mia', familyName: 'Mayor' },
  ];
  const whose = fc.constantFrom('jan', 'manager', 'mayor');
  const namesOf = { jan, manager: max, mayor: mia } as const;

  test('begins only with their own number and their own names, and once, whatever numbers and names are typed', async (t) => {
    const scene = await openWorkInvitationScene(t);
    const { note, acceptNoted, openFor, moveTo, now } = scene;
    await fc.assert(
      fc.asyncProperty(whose, whose, whose, async (number, names, who) => {
        // The bounds of a day are tested elsewhere.
        moveTo(later(now(), DAY + 1));
        const person = scene[who];
        const noted = await note(scene[number], namesOf[names]);
        assert.ok(noted.kind === 'noted');
        const isTheirs = number === who && names === who;
        const shown = (await openFor(person)).map(({ invitation }) => invitation.id);
        assert.equal(shown.includes(noted.invitation), isTheirs);
        assert.equal((await acceptNoted(person, noted.invitation)).kind, isTheirs ? 'begun' : 'closed');
        assert.equal((await acceptNoted(person, noted.invitation)).kind, 'closed');
        for (const other of ['jan', 'manager', 'mayor'] as const)
          if (isTheirs) assert.equal((await acceptNoted(scene[other], noted.invitation)).kind, 'closed');
      }),
      {
        numRuns: tries(40),
        examples: [
          ['jan', 'jan', 'jan'],
          ['jan', 'jan', 'manager'],
          ['manager', 'jan', 'manager'],
          ['jan', 'manager', 'manager'],
        ],
      },
    );
  });

  test('gets of what waits what the application defines and the inviter may give at that moment, and nothing more', async (t) => {
    const { store, run, at, head, town, add, acceptNoted, endPowers, moveTo, now } =
      await openWorkInvitationScene(t);
    const klip = application('klip', { openTo: [{ targetGroup: 'LB', level: 'organisation' }] });
    const [model] = klip.rights;
    assert.ok(model);
    const define = (codes: readonly string[]) =>
      store.inTransaction(['applications'], ({ applications }) =>
        applications.put({ ...klip, rights: codes.map((code) => ({ ...model, code })) }),
      );
    let last = 100;
    /** Somebody who comes for the first time, for whom these rights were prepared while all were defined. */
    const invited = async (codes: readonly string[]) => {
      moveTo(later(now(), DAY + 1));
      await define(['a', 'b', 'c']);
      last += 2;
      const stem = `850730${last}`;
      const digits = `${stem}${String(97 - (Number(stem) % 97)).padStart(2, '0')}`;
      const person = personWith({ ...jan, number: numberOf(digits) });
      assert.ok(person.number);
      const rights = codes.map((right) => ({ application: klip.id, right, contexts: [], until: null }));
      const noted = await run(inviteByNumber)({
        ...{ by: await at(head), organisation: town.id, names: janTyped, language },
        ...{ number: person.number, content: { ...content, rights } },
      });
      assert.ok(noted.kind === 'noted');
      await add(person);
      const held = async () => {
        const ties = await store.inTransaction(['rights'], ({ rights: kept }) =>
          kept.tiesOf(person.id, klip.id),
        );
        return ties.rights.map(({ right }) => right).sort();
      };
      return { person, held, accept: () => acceptNoted(person, noted.invitation) };
    };
    const codes = fc.subarray(['a', 'b', 'c']);
    await fc.assert(
      fc.asyncProperty(codes, codes, async (prepared, defined) => {
        const { accept, held } = await invited(prepared);
        await define(defined);
        const begun = await accept();
        assert.ok(begun.kind === 'begun');
        const expected = prepared.filter((code) => defined.includes(code));
        assert.deepEqual(await held(), expected);
        assert.equal(begun.leftOut, prepared.length - expected.length);
      }),
      {
        numRuns: tries(20),
        examples: [
          [
            ['a', 'b'],
            ['a', 'b'],
          ],
        ],
      },
    );
    const { accept, held } = await invited(['a']);
    await endPowers(head);
    assert.deepEqual(await accept(), { kind: 'lapsed' });
    assert.deepEqual(await held(), []);
  });
});
