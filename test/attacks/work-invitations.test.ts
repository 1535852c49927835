import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf } from '#src/base/calendar.ts';
import { Redacted } from '#src/base/redacted.ts';
import { DAY, later } from '#src/base/time.ts';
import type { Person } from '#src/domain/person/index.ts';
import {
  acceptWork,
  bindWorkInvitations,
  decideInvitation,
  haveSameNames,
  inviteByMail,
  inviteByNumber,
  type KnownNames,
  listInvitations,
  openInvitationsFor,
  parseWorkInvitationSecret,
  refuseWork,
  sendInvitationAgain,
  viewWorkInvitation,
  type WorkInvitationId,
  withdrawInvitation,
} from '#src/domain/work-invitation/index.ts';
import { systemRandomness } from '#src/processes/wiring/randomness.ts';
import { application } from '../support/application-example.ts';
import { mailSender } from '../support/mail-sender.ts';
import { NOON, numberOf, personWith } from '../support/open-test-store.ts';
import { openOrganisationScene, usualWish } from '../support/organisation-scene.ts';
import { tries } from '../support/tries.ts';

const language = 'nl';
const content = { relation: usualWish, rights: [], administration: null };
const janTyped = { givenNames: 'Jan', familyName: 'Peeters' };
const LINK = /^https:\/\/login\.example\.org\/invitation\/work\/(.*)$/;

/** A town whose administrators invite, and people who answer. */
async function openScene(t: TestContext) {
  const scene = await openOrganisationScene(t);
  const { store, now, town, head, jan } = scene;
  const { inTransaction } = store;
  const settings = { sender: mailSender };
  const run = bindWorkInvitations({ clock: now, randomness: systemRandomness, inTransaction, settings });
  const at = (by: Person, organisation = town) => scene.acting(by, organisation);
  const strong = { assurance: 'substantial' } as const;
  return {
    ...{ ...scene, run, at },
    async mail(names: KnownNames = janTyped, by = head, organisation = town) {
      const asked = {
        by: await at(by, organisation),
        organisation: organisation.id,
        names,
        content,
        language,
      } as const;
      const invited = await run(inviteByMail)({ ...asked, email: new Redacted('jan@town.example') });
      assert.ok(invited.kind === 'invited', invited.kind);
      const secret = parseWorkInvitationSecret(LINK.exec(invited.link.reveal())?.[1] ?? '');
      assert.ok(secret);
      return { secret, id: invited.invitation };
    },
    async note(person: Person = jan, names: KnownNames = janTyped, by = head, organisation = town) {
      assert.ok(person.number);
      const asked = {
        by: await at(by, organisation),
        organisation: organisation.id,
        names,
        content,
        language,
      } as const;
      return run(inviteByNumber)({ ...asked, number: person.number });
    },
    accept: (person: Person, secret: NonNullable<ReturnType<typeof parseWorkInvitationSecret>>) =>
      run(acceptWork)({ person: person.id, ...strong, secret }),
    acceptNoted: (person: Person, invitation: WorkInvitationId) =>
      run(acceptWork)({ person: person.id, ...strong, invitation }),
    refuseNoted: (person: Person, invitation: WorkInvitationId) =>
      run(refuseWork)({ person: person.id, ...strong, invitation }),
    openFor: (person: Person) => run(openInvitationsFor)({ person: person.id }),
    listed: async (by = head, organisation = town) =>
      run(listInvitations)({ by: await at(by, organisation), organisation: organisation.id }),
    worksThere: async (person: Person) =>
      (await inTransaction(['people'], ({ people }) => people.holdOf(person.id, town.id, now()))) !== null,
    add: (person: Person) => inTransaction(['persons'], ({ persons }) => persons.add(person)),
  };
}

describe('an invitation by mail', () => {
  test('is accepted by whoever it names, once, and a second use says that it was used', async (t) => {
    const { mail, accept, jan, manager, worksThere } = await openScene(t);
    const { secret } = await mail();
    const accepted = await accept(jan, secret);
    assert.ok(accepted.kind === 'begun');
    assert.equal(accepted.isAlready, false);
    assert.ok(await worksThere(jan));
    assert.deepEqual(await accept(jan, secret), { kind: 'closed', standing: 'begun', isOwn: true });
    assert.deepEqual(await accept(manager, secret), { kind: 'closed', standing: 'begun', isOwn: false });
    assert.equal(await worksThere(manager), false);
  });

  test('is used once also by two who accept at the same moment', async (t) => {
    const { mail, accept, jan, worksThere, add } = await openScene(t);
    const namesake = personWith({
      givenNames: 'Jan',
      familyName: 'Peeters',
      number: numberOf('85073003724'),
    });
    await add(namesake);
    const { secret } = await mail();
    const both = await Promise.allSettled([accept(jan, secret), accept(namesake, secret)]);
    const begun = both.filter((each) => each.status === 'fulfilled' && each.value.kind === 'begun');
    assert.equal(begun.length, 1);
    assert.equal([await worksThere(jan), await worksThere(namesake)].filter(Boolean).length, 1);
  });

  test('that was forwarded gives nothing until an administrator has confirmed who accepted, never that person themselves', async (t) => {
    const { mail, accept, manager, mayor, head, listed, run, at, town, worksThere } = await openScene(t);
    const { secret, id } = await mail();
    assert.deepEqual(await accept(manager, secret), { kind: 'to-confirm' });
    assert.equal(await worksThere(manager), false);
    const [waiting] = (await listed()) ?? [];
    assert.deepEqual(waiting?.accepted, { givenNames: manager.givenNames, familyName: manager.familyName });
    const asked = { organisation: town.id, invitation: id, isMeant: true };
    assert.equal((await run(decideInvitation)({ ...asked, by: await at(manager) })).kind, 'not-allowed');
    const rejected = await run(decideInvitation)({ ...asked, by: await at(head), isMeant: false });
    assert.deepEqual(rejected, { kind: 'rejected' });
    assert.deepEqual(await run(decideInvitation)({ ...asked, by: await at(mayor) }), { kind: 'not-open' });
    assert.equal(await worksThere(manager), false);

    // An administrator who gets it forwarded does not confirm themselves; another one may.
    const second = await mail();
    assert.deepEqual(await accept(mayor, second.secret), { kind: 'to-confirm' });
    const again = { ...asked, invitation: second.id };
    assert.equal((await run(decideInvitation)({ ...again, by: await at(mayor) })).kind, 'own-decision');
    assert.equal((await run(decideInvitation)({ ...again, by: await at(head) })).kind, 'begun');
    assert.ok(await worksThere(mayor));
  });

  test('opens nothing after it was withdrawn, sent anew, replaced, or too late', async (t) => {
    const { mail, accept, jan, run, at, head, town, now, moveTo, worksThere } = await openScene(t);
    const closed = async (secret: Parameters<typeof accept>[1]) => {
      const answer = await accept(jan, secret);
      return answer.kind === 'closed' ? answer.standing : answer.kind;
    };
    const first = await mail();
    const asked = { by: await at(head), organisation: town.id, invitation: first.id };
    assert.deepEqual(await run(sendInvitationAgain)(asked), { kind: 'sent' });
    assert.equal(await closed(first.secret), 'unknown');
    const second = await mail();
    const third = await run(withdrawInvitation)({ ...asked, invitation: second.id });
    assert.deepEqual(third, { kind: 'withdrawn' });
    assert.equal(await closed(second.secret), 'withdrawn');
    assert.deepEqual(await run(withdrawInvitation)({ ...asked, invitation: second.id }), {
      kind: 'not-open',
    });
    moveTo(later(now(), 2 * DAY));
    const replaced = await mail();
    const last = await mail();
    assert.equal(await closed(replaced.secret), 'withdrawn');
    moveTo(later(now(), 20 * DAY));
    assert.equal(await closed(last.secret), 'expired');
    assert.equal(await worksThere(jan), false);
  });

  test('asks for more than a code by mail, and to look at it changes nothing', async (t) => {
    const { mail, jan, run } = await openScene(t);
    const { secret } = await mail();
    assert.deepEqual(await run(acceptWork)({ person: jan.id, assurance: 'low', secret }), {
      kind: 'too-weak',
    });
    const view = await run(viewWorkInvitation)({ secret });
    assert.deepEqual(
      [view?.standing, view?.inviter, view?.organisation.name],
      ['open', 'Hanne Head', 'Town'],
    );
    assert.equal((await run(acceptWork)({ person: jan.id, assurance: 'high', secret })).kind, 'begun');
  });

  test('of an administrator who is none any more gives nothing', async (t) => {
    const { mail, accept, jan, head, endPowers, worksThere } = await openScene(t);
    const { secret } = await mail();
    await endPowers(head);
    assert.deepEqual(await accept(jan, secret), { kind: 'lapsed' });
    assert.equal(await worksThere(jan), false);
  });

  test('to somebody who works there already changes nothing of their work', async (t) => {
    const { mail, accept, jan } = await openScene(t);
    const first = await mail();
    const begun = await accept(jan, first.secret);
    const second = await mail();
    const again = await accept(jan, second.secret);
    assert.ok(begun.kind === 'begun' && again.kind === 'begun');
    assert.deepEqual([again.isAlready, again.relation], [true, begun.relation]);
  });

  test('is managed by its own organisation alone: to another it is as one that there is not', async (t) => {
    const { mail, run, at, manager, other, listed } = await openScene(t);
    const { id } = await mail();
    const asked = { by: await at(manager, other), organisation: other.id, invitation: id };
    assert.deepEqual(await run(withdrawInvitation)(asked), { kind: 'unknown' });
    assert.deepEqual(await run(sendInvitationAgain)(asked), { kind: 'unknown' });
    assert.deepEqual(await run(decideInvitation)({ ...asked, isMeant: true }), { kind: 'unknown' });
    assert.deepEqual(await listed(manager, other), []);
    assert.equal(await listed(manager), null);
  });
});

describe('what waits with an invitation', () => {
  const klip = application('klip', { openTo: [{ targetGroup: 'LB', level: 'organisation' }] });
  const right = { application: klip.id, right: 'live', contexts: [], until: addDays(dayOf(NOON), 100) };
  const withRights = { ...content, rights: [right, { ...right, right: 'nobody defines this' }] };

  test('is given as by whoever prepared it: each right that they may still give, and no other', async (t) => {
    const scene = await openScene(t);
    const { store, run, jan, acceptNoted, note, town, at, head } = scene;
    await store.inTransaction(['applications'], ({ applications }) => applications.put(klip));
    assert.ok(jan.number);
    const asked = {
      by: await at(head),
      organisation: town.id,
      names: janTyped,
      content: withRights,
      language,
    } as const;
    const noted = await run(inviteByNumber)({ ...asked, number: jan.number });
    assert.ok(noted.kind === 'noted');
    const begun = await acceptNoted(jan, noted.invitation);
    assert.ok(begun.kind === 'begun');
    assert.equal(begun.leftOut, 1);
    const ties = await store.inTransaction(['rights'], ({ rights }) => rights.tiesOf(jan.id, klip.id));
    assert.deepEqual(
      ties.rights.map(({ right: code, given }) => [code, given.by, given.as]),
      [['live', head.id, 'invitation']],
    );
    assert.equal((await note()).kind, 'noted');
  });

  test('is nothing where whoever prepared it has no power any more: no relation, no right', async (t) => {
    const { store, run, jan, acceptNoted, town, at, head, endPowers, worksThere } = await openScene(t);
    await store.inTransaction(['applications'], ({ applications }) => applications.put(klip));
    assert.ok(jan.number);
    const asked = {
      by: await at(head),
      organisation: town.id,
      names: janTyped,
      content: withRights,
      language,
    } as const;
    const noted = await run(inviteByNumber)({ ...asked, number: jan.number });
    assert.ok(noted.kind === 'noted');
    await endPowers(head);
    assert.deepEqual(await acceptNoted(jan, noted.invitation), { kind: 'lapsed' });
    assert.equal(await worksThere(jan), false);
    const ties = await store.inTransaction(['rights'], ({ rights }) => rights.tiesOf(jan.id, klip.id));
    assert.deepEqual(ties.rights, []);
  });
});

describe('an invitation by number', () => {
  test('waits for a person with that number and those names, and begins when they accept', async (t) => {
    const { note, openFor, acceptNoted, jan, head, worksThere } = await openScene(t);
    const noted = await note();
    assert.ok(noted.kind === 'noted');
    assert.deepEqual(await openFor(head), []);
    const [own] = await openFor(jan);
    assert.equal(own?.invitation.id, noted.invitation);
    assert.equal((await acceptNoted(head, noted.invitation)).kind, 'closed');
    assert.equal((await acceptNoted(jan, noted.invitation)).kind, 'begun');
    assert.ok(await worksThere(jan));
    assert.deepEqual(await acceptNoted(jan, noted.invitation), {
      kind: 'closed',
      standing: 'begun',
      isOwn: true,
    });
    assert.deepEqual(await openFor(jan), []);
  });

  test('answers the same, and keeps the same, whether the number exists, is somebody else’s, or is unknown', async (t) => {
    const { note, manager, jan, openFor, acceptNoted, listed, add } = await openScene(t);
    const unknown = personWith({ givenNames: 'Jan', familyName: 'Peeters', number: numberOf('85073003823') });
    const answers = [await note(jan), await note(manager), await note(unknown)];
    assert.deepEqual(
      answers.map(({ kind }) => kind),
      ['noted', 'noted', 'noted'],
    );
    const rows = ((await listed()) ?? []).map(({ invitation: { id: _, ...rest }, ...row }) => ({
      ...row,
      ...rest,
    }));
    assert.deepEqual(rows[0], rows[1]);
    assert.deepEqual(rows[1], rows[2]);
    // The number is theirs, the name is not.
    assert.deepEqual(await openFor(manager), []);
    const [, others] = answers;
    assert.ok(others?.kind === 'noted');
    assert.equal((await acceptNoted(manager, others.invitation)).kind, 'closed');
    // Whoever was unknown comes for the first time.
    await add(unknown);
    assert.equal((await openFor(unknown)).length, 1);
  });

  test('that is refused is told to nobody: for its organisation it waits on', async (t) => {
    const { note, refuseNoted, acceptNoted, openFor, jan, listed, run, at, head, town } = await openScene(t);
    const noted = await note();
    assert.ok(noted.kind === 'noted');
    const before = ((await listed()) ?? []).length;
    assert.deepEqual(await refuseNoted(jan, noted.invitation), { kind: 'refused' });
    assert.equal(((await listed()) ?? []).length, before);
    assert.deepEqual(await openFor(jan), []);
    assert.equal((await acceptNoted(jan, noted.invitation)).kind, 'closed');
    const asked = { by: await at(head), organisation: town.id, invitation: noted.invitation };
    assert.deepEqual(await run(withdrawInvitation)(asked), { kind: 'withdrawn' });
  });

  test('is taken three times a day for one number, and says when the next one is; another organisation learns nothing of it', async (t) => {
    const { note, jan, mayor, manager, other, now, moveTo } = await openScene(t);
    const began = now();
    for (const givenNames of ['An', 'Bo', 'Ca']) {
      const answer = await note(jan, { givenNames, familyName: 'Peeters' });
      assert.equal(answer.kind, 'noted');
    }
    const until = later(began, DAY);
    assert.deepEqual(await note(jan, janTyped, mayor), { kind: 'too-many', until });
    assert.equal((await note(jan, janTyped, manager, other)).kind, 'noted');
    moveTo(later(until, 1));
    assert.equal((await note(jan)).kind, 'noted');
  });
});

describe('whoever answers an invitation by number', () => {
  const [jan, max, mia] = [
    { givenNames: 'Jan Piet', familyName: 'Peeters' },
    { givenNames: 'Max', familyName: 'Manager' },
    { givenNames: 'Mia', familyName: 'Mayor' },
  ];
  const whose = fc.constantFrom('jan', 'manager', 'mayor');
  const namesOf = { jan, manager: max, mayor: mia } as const;

  test('begins only with their own number and their own names, and once, whatever numbers and names are typed', async (t) => {
    const scene = await openScene(t);
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
    const { store, run, at, head, town, add, acceptNoted, endPowers, moveTo, now } = await openScene(t);
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

describe('names as an administrator knows them', () => {
  test('are those of a person by the keys of matching: spelled otherwise, or the first given name alone', () => {
    const person = { givenNames: 'Jürgen Piet', familyName: 'Van der Müller' };
    const isSame = (givenNames: string, familyName: string) =>
      haveSameNames({ givenNames, familyName }, person);
    assert.ok(isSame('Juergen', 'VANDERMUELLER'));
    assert.ok(isSame('jurgen piet', 'van der muller'));
    assert.equal(isSame('Piet', 'Van der Müller'), false);
    assert.equal(isSame('Jürgen', 'Müller'), false);
    assert.equal(isSame('', 'Van der Müller'), false);
    assert.equal(isSame('J', 'Van der Müller'), false);
  });

  test('never lead to somebody of another family name, whatever is typed', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
    fc.assert(
      fc.property(word, word, word, word, (given, family, otherGiven, otherFamily) => {
        const person = { givenNames: given, familyName: family };
        assert.ok(haveSameNames(person, person));
        if (otherFamily.toUpperCase() === family.toUpperCase()) return;
        assert.equal(haveSameNames({ givenNames: otherGiven, familyName: otherFamily }, person), false);
      }),
      { numRuns: tries(300) },
    );
  });
});
