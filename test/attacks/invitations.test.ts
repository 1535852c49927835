import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, type TestContext, test } from 'node:test';
import { correlationCode } from '#src/base/correlation.ts';
import { Redacted } from '#src/base/redacted.ts';
import { DAY, later } from '#src/base/time.ts';
import { loadSettings } from '#src/config/load.ts';
import {
  bindInvitations,
  invitationApplicationId,
  inviteStaff,
  parseInvitationSecret,
  withdrawStaff,
} from '#src/domain/invitation/index.ts';
import type { Person } from '#src/domain/person/index.ts';
import { openStaffDirectory } from '#src/domain/staff/index.ts';
import { type BrowserBinding, type Login, openInvitedStaff, openStaffSessions } from '#src/login/index.ts';
import { invitationWorld } from '#src/processes/wiring/invitations.ts';
import { keepOwnApplication } from '#src/processes/wiring/keep-own-application.ts';
import { openInvitations, relyingPartyAt } from '#src/protocols/webauthn/index.ts';
import { numberOf, openTestStore, personWith } from '../support/open-test-store.ts';
import { type Mischief, softAuthenticator } from '../support/soft-authenticator.ts';
import { ATTEMPT_ID } from '../support/web-fixtures.ts';

const ORIGIN = 'https://login.example.org';
const browser = 'bound:browser' as BrowserBinding;
const names = { givenNames: 'Noor', familyName: 'Peeters' };

/** An installation with an operator who invites, and browsers that accept. */
async function openScene(t: TestContext) {
  const { store, now, moveTo } = await openTestStore(t);
  await keepOwnApplication(store);
  const world = invitationWorld(
    store,
    loadSettings({ SLUIS_ORIGIN: ORIGIN, SLUIS_TRUSTED_PROXIES: '0' }),
    now,
  );
  const run = bindInvitations(world);
  const { webSessions, inTransaction } = store;
  let shown: Awaited<ReturnType<Login['show']>> | null = null;
  const login = { show: async () => shown } as unknown as Login;
  const invited = openInvitedStaff({ login, webSessions, world });
  const staff = openStaffSessions({
    ...{ login, clock: now, webSessions, inTransaction },
    directory: openStaffDirectory(inTransaction),
  });
  const invitations = openInvitations(relyingPartyAt(ORIGIN, 'Sluis'), now, invited);
  const by = { kind: 'operator', id: 'root' } as const;
  return {
    ...{ store, now, moveTo, invitations, staff },
    /** A login that this person finished by an eID, begun for this invitation or for something else. */
    enterBy(person: Person, invitation: string, application: string = invitationApplicationId) {
      const correlation = correlationCode(new Uint8Array(8));
      const request = { interaction: invitation };
      const authentication = { means: 'eid', assurance: 'high', at: now(), country: null };
      const outcome = { kind: 'granted', person: person.id, authentication };
      const attempt = { id: ATTEMPT_ID, application, request, correlation };
      shown = { kind: 'page', attempt, page: { kind: 'finished', outcome } } as never;
      return invited.enter(ATTEMPT_ID, browser, null);
    },
    withdraw: (id: string) => run(withdrawStaff)({ by, id, reason: null }),
    async invite(email = 'noor@agency.example') {
      const asked = {
        email: new Redacted(email),
        name: null,
        language: 'en',
        organisation: null,
        reason: null,
      } as const;
      const made = await run(inviteStaff)({ by, ...asked, right: 'case-agent' });
      assert.ok(made.kind === 'invited');
      const secret = parseInvitationSecret(made.link.reveal().slice(`${ORIGIN}/invitation/`.length));
      assert.ok(secret);
      return { secret, invitation: made.invitation };
    },
    async accept(
      secret: Parameters<typeof invitations.options>[0]['secret'],
      {
        device = softAuthenticator(ORIGIN),
        mischief = {},
        typed = names,
      }: {
        readonly device?: ReturnType<typeof softAuthenticator>;
        readonly mischief?: Mischief;
        readonly typed?: typeof names;
      } = {},
    ) {
      const options = await invitations.options({ secret });
      assert.ok(options);
      const response = device.make(options, mischief);
      return invitations.accept({ secret, response, names: typed, language: 'en', browser, former: null });
    },
  };
}

async function entered(
  scene: Awaited<ReturnType<typeof openScene>>,
  secret: Parameters<typeof scene.accept>[0],
) {
  const accepted = await scene.accept(secret);
  assert.ok(accepted.kind === 'entered', accepted.kind);
  const member = await scene.staff.find(accepted.secret);
  assert.ok(member);
  return { session: accepted.secret, member };
}

describe('an invitation of staff', () => {
  test('makes its holder a member of staff by a passkey, straight at work, and is used up by that', async (t) => {
    const scene = await openScene(t);
    const { secret, invitation } = await scene.invite();
    const { member } = await entered(scene, secret);
    assert.equal(member.name, 'Noor Peeters');
    assert.deepEqual(member.rights, ['case-agent']);
    assert.equal(member.loggedInBy?.means, 'staffkey');
    assert.equal(member.person, invitation.person);
    assert.deepEqual(await scene.accept(secret), { kind: 'closed', standing: 'accepted' });
    const kinds = (await scene.store.audit.list()).map(({ kind }) => kind);
    for (const kind of ['invitation.accepted', 'staff.right-given', 'account-key.added', 'staff.entered'])
      assert.equal(kinds.filter((each) => each === kind).length, 1, kind);
  });

  test('opens the same session again in the browser that used it, and none in another', async (t) => {
    const scene = await openScene(t);
    const { secret } = await scene.invite();
    const { session } = await entered(scene, secret);
    assert.equal(await scene.invitations.openedIn(secret, browser), session);
    assert.equal(await scene.invitations.openedIn(secret, 'bound:other' as BrowserBinding), null);
  });

  test('is used once, however many browsers send their passkey at the same moment', async (t) => {
    const scene = await openScene(t);
    const { secret } = await scene.invite();
    const all = await Promise.all([1, 2, 3].map(() => scene.accept(secret)));
    assert.equal(all.filter(({ kind }) => kind === 'entered').length, 1);
    assert.equal(all.filter((each) => each.kind === 'closed' && each.standing === 'accepted').length, 2);
    const keys = (await scene.store.audit.list()).filter(({ kind }) => kind === 'account-key.added');
    assert.equal(keys.length, 1);
  });

  test('stays open for its holder when a passkey was made for another question, origin or host, or without looking who it is', async (t) => {
    const scene = await openScene(t);
    const { secret } = await scene.invite();
    const other = await scene.invite('other@agency.example');
    const wrong = (await scene.invitations.options({ secret: other.secret }))?.challenge as string;
    const tried: readonly (readonly [string, Mischief])[] = [
      ['challenge', { challenge: wrong }],
      ['origin', { origin: 'https://login.example.net' }],
      ['relying-party', { rpId: 'example.net' }],
      ['user-verification', { isVerified: false }],
    ];
    for (const [code, mischief] of tried)
      assert.deepEqual(await scene.accept(secret, { mischief }), { kind: 'refused', code });
    await entered(scene, secret);
  });

  test('opens nothing after its time, nor once it was taken back', async (t) => {
    const scene = await openScene(t);
    await entered(scene, (await scene.invite()).secret);
    const taken = await scene.invite('other@agency.example');
    await scene.withdraw(taken.invitation.id);
    assert.deepEqual(await scene.accept(taken.secret), { kind: 'closed', standing: 'withdrawn' });
    const late = await scene.invite('third@agency.example');
    scene.moveTo(later(scene.now(), 8 * DAY + 1));
    assert.deepEqual(await scene.accept(late.secret), { kind: 'closed', standing: 'expired' });
  });

  test('asks for names that can be read, and keeps the link until they are there', async (t) => {
    const scene = await openScene(t);
    const { secret } = await scene.invite();
    const typed = { givenNames: ' \u200b', familyName: 'x'.repeat(101) };
    assert.deepEqual(await scene.accept(secret, { typed }), {
      kind: 'wrong',
      errors: [
        { field: 'givenNames', code: 'empty' },
        { field: 'familyName', code: 'too-long' },
      ],
    });
    await entered(scene, secret);
  });

  test('takes no passkey that is somebody’s already, and does nothing then', async (t) => {
    const scene = await openScene(t);
    const device = softAuthenticator(ORIGIN);
    const first = await scene.invite();
    assert.equal((await scene.accept(first.secret, { device })).kind, 'entered');
    const { secret, invitation } = await scene.invite('other@agency.example');
    assert.deepEqual(await scene.accept(secret, { device }), { kind: 'taken' });
    assert.equal(await scene.store.persons.find(invitation.person), null);
    await entered(scene, secret);
  });

  test('to the same address replaces a lost passkey: the same person, and what the former one opened ends', async (t) => {
    const scene = await openScene(t);
    const { session, member } = await entered(scene, (await scene.invite()).secret);
    scene.moveTo(later(scene.now(), 1000));
    const again = await scene.invite('NOOR@agency.example');
    assert.equal(again.invitation.person, member.person);
    const { member: same } = await entered(scene, again.secret);
    assert.equal(same.person, member.person);
    assert.equal(same.name, 'Noor Peeters');
    assert.equal(await scene.staff.find(session), null);
  });

  test('makes no passkey for somebody with a national number: they log in', async (t) => {
    const scene = await openScene(t);
    const { secret, invitation } = await scene.invite();
    const known = personWith({ id: invitation.person, number: numberOf('85073003328') });
    await scene.store.inTransaction(['persons'], ({ persons }) => persons.add(known));
    assert.deepEqual(await scene.accept(secret), { kind: 'log-in' });
  });

  test('is accepted by the login of somebody who is known, once, and by no login to something else', async (t) => {
    const scene = await openScene(t);
    const known = personWith({ number: numberOf('85073003328') });
    await scene.store.inTransaction(['persons'], ({ persons }) => persons.add(known));
    const { invitation } = await scene.invite();
    assert.deepEqual(await scene.enterBy(known, invitation.id, 'sluis-casework'), { kind: 'unknown' });
    const first = await scene.enterBy(known, invitation.id);
    assert.ok(first.kind === 'entered');
    const member = await scene.staff.find(first.secret);
    assert.equal(member?.person, known.id);
    assert.equal(member?.loggedInBy?.means, 'eid');
    // The answer was lost, and the browser asks for it once more.
    assert.deepEqual(await scene.enterBy(known, invitation.id), first);
    const taken = await scene.invite('other@agency.example');
    await scene.withdraw(taken.invitation.id);
    assert.deepEqual(await scene.enterBy(known, taken.invitation.id), {
      kind: 'closed',
      standing: 'withdrawn',
    });
  });

  test('that waits opens nothing any more for somebody whose rights the operator takes back', async (t) => {
    const scene = await openScene(t);
    const { member } = await entered(scene, (await scene.invite()).secret);
    scene.moveTo(later(scene.now(), 1000));
    const waiting = await scene.invite();
    const other = await scene.invite('other@agency.example');
    assert.deepEqual(await scene.withdraw(member.person), { kind: 'rights-ended', rights: 1 });
    assert.deepEqual(await scene.accept(waiting.secret), { kind: 'closed', standing: 'withdrawn' });
    await entered(scene, other.secret);
  });

  test('gives rights that end in every session when the operator takes them back', async (t) => {
    const scene = await openScene(t);
    const { session, member } = await entered(scene, (await scene.invite()).secret);
    scene.moveTo(later(scene.now(), 1000));
    assert.deepEqual(await scene.withdraw(member.person), { kind: 'rights-ended', rights: 1 });
    assert.equal(await scene.staff.find(session), null);
    assert.deepEqual(await scene.withdraw(randomUUID()), { kind: 'unknown' });
  });
});
