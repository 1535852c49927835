import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf } from '#src/base/calendar.ts';
import { DAY, later } from '#src/base/time.ts';
import {
  acceptWork,
  decideInvitation,
  haveSameNames,
  inviteByNumber,
  sendInvitationAgain,
  viewWorkInvitation,
  withdrawInvitation,
} from '#src/domain/work-invitation/index.ts';
import { application } from '../support/application-example.ts';
import { NOON, numberOf, personWith } from '../support/open-test-store.ts';
import { tries } from '../support/tries.ts';

import { content, janTyped, language, openWorkInvitationScene } from '../support/work-invitation-scene.ts';

describe('an invitation by mail', () => {
  test('is accepted by whoever it names, once, and a second use says that it was used', async (t) => {
    const { mail, accept, jan, manager, worksThere } = await openWorkInvitationScene(t);
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
    const { mail, accept, jan, worksThere, add } = await openWorkInvitationScene(t);
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
    const { mail, accept, manager, mayor, head, listed, run, at, town, worksThere } =
      await openWorkInvitationScene(t);
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
    const { mail, accept, jan, run, at, head, town, now, moveTo, worksThere } =
      await openWorkInvitationScene(t);
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
    const { mail, jan, run } = await openWorkInvitationScene(t);
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
    const { mail, accept, jan, head, endPowers, worksThere } = await openWorkInvitationScene(t);
    const { secret } = await mail();
    await endPowers(head);
    assert.deepEqual(await accept(jan, secret), { kind: 'lapsed' });
    assert.equal(await worksThere(jan), false);
  });

  test('to somebody who works there already changes nothing of their work', async (t) => {
    const { mail, accept, jan } = await openWorkInvitationScene(t);
    const first = await mail();
    const begun = await accept(jan, first.secret);
    const second = await mail();
    const again = await accept(jan, second.secret);
    assert.ok(begun.kind === 'begun' && again.kind === 'begun');
    assert.deepEqual([again.isAlready, again.relation], [true, begun.relation]);
  });

  test('is managed by its own organisation alone: to another it is as one that there is not', async (t) => {
    const { mail, run, at, manager, other, listed } = await openWorkInvitationScene(t);
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
    const scene = await openWorkInvitationScene(t);
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
    const { store, run, jan, acceptNoted, town, at, head, endPowers, worksThere } =
      await openWorkInvitationScene(t);
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
    const { note, openFor, acceptNoted, jan, head, worksThere } = await openWorkInvitationScene(t);
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
    const { note, manager, jan, openFor, acceptNoted, listed, add } = await openWorkInvitationScene(t);
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
    const { note, refuseNoted, acceptNoted, openFor, jan, listed, run, at, head, town } =
      await openWorkInvitationScene(t);
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
    const { note, jan, mayor, manager, other, now, moveTo } = await openWorkInvitationScene(t);
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
