import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AdministrationId, administratorAt } from '#src/domain/administration/index.ts';
import {
  acceptWork,
  bindWorkInvitations,
  parseWorkInvitationSecret,
} from '#src/domain/work-invitation/index.ts';
import { invitationWorld } from '#src/processes/wiring/invitations.ts';
import { keepOwnApplication } from '#src/processes/wiring/keep-own-application.ts';
import { systemRandomness } from '#src/processes/wiring/randomness.ts';
import { Redacted } from '../../src/base/redacted.ts';
import { loadSettings } from '../../src/config/load.ts';
import { actingStaff, withReason } from '../../src/domain/acting/index.ts';
import type { OrganisationId } from '../../src/domain/organisation/index.ts';
import type { Person } from '../../src/domain/person/index.ts';
import { openPlatformDesk } from '../../src/domain/platform/index.ts';
import { byImport } from '../../src/domain/rights/index.ts';
import { caseworkApplicationId, type StaffRight, staffRightCodes } from '../../src/domain/staff/index.ts';
import { mailSender } from '../support/mail-sender.ts';
import { enterprise, openTestStore, personWith, type TestStore } from '../support/open-test-store.ts';

const SETTINGS = { SLUIS_ORIGIN: 'https://login.example.org', SLUIS_TRUSTED_PROXIES: '0' };
const REASON = 'Asked for in a letter of 3 March.';
const own = enterprise('OVO000000', { targetGroup: 'GID', name: 'Sluis' });

describe('a platform administrator', () => {
  const ended: (() => Promise<void>)[] = [];
  let scene: TestStore;
  let platform: ReturnType<typeof openPlatformDesk>;
  let mailless: ReturnType<typeof openPlatformDesk>;

  before(async () => {
    scene = await openTestStore({ after: (work) => void ended.push(work) });
    await keepOwnApplication(scene.store);
    await scene.store.inTransaction(['organisations'], (stores) => stores.organisations.put(own));
    const desk = (more: Readonly<Record<string, string>>) =>
      openPlatformDesk({
        ...invitationWorld(scene.store, loadSettings({ ...SETTINGS, ...more }), scene.now),
        inTransaction: scene.store.inTransaction,
      });
    platform = desk({ SLUIS_MAIL_URL: 'smtp://127.0.0.1:1' });
    mailless = desk({});
  });
  after(() => Promise.all(ended.map((end) => end())));

  /** Somebody at work with this right, and who they are to an act. */
  async function hire(right: StaffRight, name: string) {
    const person = await scene.store.inTransaction(
      ['persons', 'organisations', 'rights'],
      async ({ persons, organisations, rights }): Promise<Person> => {
        const known = await persons.add(personWith({ givenNames: name, familyName: 'Example' }));
        const validity = { from: scene.now(), until: null };
        const relation = await organisations.addWorkRelation({
          ...{ id: crypto.randomUUID(), person: known.id, organisation: own.id, userType: 'civil-servant' },
          ...{ email: null, validity },
        });
        await rights.add({
          ...{ id: crypto.randomUUID(), workRelation: relation.id, organisation: own.id },
          ...{ contexts: [], given: byImport, validity },
          ...{ application: caseworkApplicationId, right: staffRightCodes[right] },
        });
        return known;
      },
    );
    const acting = actingStaff({ person: person.id, name, organisation: own.id, rights: [right] });
    return { person: person.id, by: withReason(acting, REASON) };
  }
  const heldBy = (person: Person['id']) =>
    scene.store.inTransaction(['staff'], ({ staff }) => staff.rightsHeld(scene.now(), person));
  const events = async (kind: string) =>
    (await scene.store.audit.list()).filter((each) => each.kind === kind);
  const historyOf = (organisation: OrganisationId) =>
    scene.store.inTransaction(['organisationHistory'], ({ organisationHistory }) =>
      organisationHistory.list({ organisations: [organisation] }, 10),
    );

  test('adds an organisation by its code, finds it by a word of its name or by its code, and renames and ends it', async () => {
    const { by } = await hire('platform-administrator', 'Ann');
    const typed = { targetGroup: 'EA', code: '0403.170.701', name: 'Example Works of Gent', parent: '' };
    const added = await platform.addOrganisation({ by, ...typed });
    assert.ok(added.kind === 'added');
    for (const words of ['example', 'WORKS', 'gen', '0403170701', '0403.170.701']) {
      const found = await platform.findOrganisations({ by, words, targetGroup: null, after: null });
      assert.ok(found.kind === 'listed');
      assert.deepEqual(
        found.items.map(({ id }) => id),
        [added.id],
        words,
      );
    }
    const again = await platform.addOrganisation({ by, ...typed, name: 'Somebody else' });
    assert.deepEqual(again, { kind: 'known', id: added.id });
    assert.equal(
      (await platform.renameOrganisation({ by, id: added.id, name: 'Example NV' })).kind,
      'renamed',
    );
    assert.equal((await platform.endOrganisation({ by, id: added.id })).kind, 'ended');
    assert.equal((await platform.endOrganisation({ by, id: added.id })).kind, 'changed');
    const changes = await historyOf(added.id);
    assert.deepEqual(
      changes.map(({ kind, after, by: who }) => [kind, after.name, who.authority]),
      [
        ['ended', 'Example NV', 'platform'],
        ['renamed', 'Example NV', 'platform'],
        ['added', 'Example Works of Gent', 'platform'],
      ],
    );
    assert.equal(changes[0]?.after.until, scene.now().toISOString());
    assert.equal((await events('organisation.added')).length, 1);
  });

  test('reads what is typed by the rule of its target group, and needs a reason', async () => {
    const { by } = await hire('platform-administrator', 'Ann');
    const wrong = async (
      typed: Partial<Record<'targetGroup' | 'code' | 'name' | 'parent', string>>,
      reason = REASON,
    ) => {
      const whole = { targetGroup: 'EA', code: '0202.239.951', name: 'Example', parent: '', ...typed };
      const answer = await platform.addOrganisation({ by: { ...by, reason }, ...whole });
      return answer.kind === 'wrong'
        ? answer.errors.map(({ field, code }) => `${field} ${code}`)
        : [answer.kind];
    };
    assert.deepEqual(await wrong({ targetGroup: 'BUR' }), ['targetGroup choose', 'code not-right']);
    assert.deepEqual(await wrong({ code: '0202.239.952' }), ['code not-right']);
    assert.deepEqual(await wrong({ name: ' ' }), ['name empty']);
    assert.deepEqual(await wrong({ parent: '0403.170.799' }), ['parent not-right']);
    assert.deepEqual(await wrong({ parent: '0417.497.106' }), ['parent unknown']);
    assert.deepEqual(await wrong({}, 'why not'), ['reason too-short']);
    assert.deepEqual(await wrong({}), ['added']);
  });

  test('lists organisations a page at a time, each once, in the order of their names', async () => {
    const { by } = await hire('platform-administrator', 'Ann');
    await scene.store.inTransaction(['organisations'], async ({ organisations }) => {
      for (let place = 0; place < 60; place += 1)
        await organisations.put(
          enterprise(`V${1000 + place}`, {
            targetGroup: 'VER',
            name: `Club ${String.fromCodePoint(65 + (place % 26))}${place}`,
          }),
        );
    });
    const page = async (after: OrganisationId | null) => {
      const listed = await platform.findOrganisations({ by, words: 'club', targetGroup: 'VER', after });
      assert.ok(listed.kind === 'listed');
      return listed;
    };
    const first = await page(null);
    const second = await page(first.items.at(-1)?.id ?? null);
    assert.deepEqual([first.items.length, first.hasMore], [50, true]);
    assert.deepEqual([second.items.length, second.hasMore], [10, false]);
    const names = [...first.items, ...second.items].map(({ name }) => name.toLowerCase());
    assert.deepEqual(names, [...names].sort());
    assert.equal(new Set(names).size, 60);
  });

  test('takes what people type in a search for words, and for nothing of the language of searches', async () => {
    const { by } = await hire('platform-administrator', 'Ann');
    for (const words of ["' & !", ':*', 'a:* | b', '\\', '%', '\u0000', '('.repeat(300)]) {
      const found = await platform.findOrganisations({ by, words, targetGroup: null, after: null });
      assert.equal(found.kind, 'listed', words);
    }
  });

  test('invites a colleague by mail and never sees the link; not themselves, and not where no mail is sent', async () => {
    const { by, person } = await hire('platform-administrator', 'Ann');
    const email = new Redacted('new@example.org');
    const asked = { by, email, name: null, language: 'nl', right: 'case-agent', organisation: null } as const;
    const waiting = async () => (await scene.store.outbox.countsByState(scene.now())).waiting;
    const before = await waiting();
    assert.deepEqual(await platform.inviteStaffMember(asked), { kind: 'invited' });
    assert.equal(await waiting(), before + 1);
    assert.deepEqual(await mailless.inviteStaffMember(asked), { kind: 'no-mail' });
    const [made] = await events('invitation.made');
    assert.deepEqual(made?.actor, { kind: 'person', id: person });
    const listed = await platform.listStaffMembers({ by, words: '', after: null });
    assert.ok(listed.kind === 'listed');
    const [invitation] = listed.invitations;
    assert.ok(invitation);
    assert.equal(invitation.invitedBy, person);
    await scene.store.inTransaction(['invitations'], ({ invitations }) =>
      invitations.markAccepted(invitation.id, person, scene.now()),
    );
    assert.deepEqual(await platform.inviteStaffMember(asked), { kind: 'oneself' });
  });

  /** An organisation in which nobody decides, somebody who may come to, and how they answer. */
  async function openEmpty(code: string) {
    const { inTransaction } = scene.store;
    const organisation = enterprise(code);
    const nele = personWith({ givenNames: 'Nele', familyName: 'Maes' });
    await inTransaction(['organisations', 'persons'], async ({ organisations, persons }) => {
      await organisations.put(organisation);
      await persons.add(nele);
    });
    const settings = { sender: mailSender };
    const run = bindWorkInvitations({
      clock: scene.now,
      randomness: systemRandomness,
      inTransaction,
      settings,
    });
    return { organisation, nele, run };
  }

  /** The links in the mails that wait. */
  async function linksMailed(): Promise<readonly string[]> {
    const items = await scene.store.outbox.take(['mail'], 20, scene.now());
    return items.flatMap((item) =>
      [...JSON.stringify(item).matchAll(/\/invitation\/work\/([\w-]{43})/g)].map(([, secret = '']) => secret),
    );
  }

  test('invites the first administrator of an organisation, who decides there once they accept under the name that was typed', async () => {
    const { by } = await hire('platform-administrator', 'Ann');
    const { organisation, nele, run } = await openEmpty('0426850094');
    const { id } = organisation;
    const person = { givenNames: 'Nele', familyName: 'Maes' };
    const asked = { by, id, phone: '', language: 'nl', email: new Redacted('nele@first.example') } as const;
    const accept = async (whose: Person['id'], secrets: readonly string[]) => {
      const secret = parseWorkInvitationSecret(secrets.at(-1) ?? '');
      assert.ok(secret);
      return run(acceptWork)({ person: whose, assurance: 'high', secret });
    };
    const power = (whose: Person['id']) =>
      scene.store.inTransaction(['administrations'], (stores) =>
        administratorAt(stores, whose, id, scene.now()),
      );
    await linksMailed();

    assert.deepEqual(await platform.appointFirst({ ...asked, ...person }), { kind: 'invited' });
    assert.deepEqual(await mailless.appointFirst({ ...asked, ...person }), { kind: 'no-mail' });
    assert.equal((await platform.appointFirst({ ...asked, ...person, givenNames: '' })).kind, 'wrong');
    assert.equal((await accept(by.person, await linksMailed())).kind, 'to-confirm', 'not under another name');
    assert.equal(await power(by.person), null);
    const viewed = await platform.viewOrganisation({ by, id });
    assert.ok(viewed.kind === 'found');
    const [waiting] = viewed.shown.invitations;
    assert.ok(waiting?.accepted);
    const { id: invitation } = waiting.invitation;
    const decision = { by, id, invitation, decision: 'meant' } as const;
    assert.deepEqual(await platform.decideFor(decision), { kind: 'oneself' }, 'nobody lets themselves in');
    const bo = await hire('platform-administrator', 'Bo');
    assert.deepEqual(await platform.decideFor({ ...decision, by: bo.by, decision: 'not-meant' }), {
      kind: 'done',
    });

    assert.deepEqual(await platform.appointFirst({ ...asked, ...person }), { kind: 'invited' });
    assert.equal((await accept(nele.id, await linksMailed())).kind, 'begun');
    assert.equal((await power(nele.id))?.basis, 'head-local-administrator');
    const [appointed] = (await historyOf(id)).filter(({ kind }) => kind === 'appointed');
    assert.deepEqual(appointed?.by, { person: by.person, authority: 'platform' });

    const people = await platform.viewOrganisation({ by, id });
    assert.ok(people.kind === 'found');
    const administration = people.shown.people[0]?.id as AdministrationId;
    assert.deepEqual(await platform.endFor({ by, id, administration }), { kind: 'ended' });
    assert.equal(await power(nele.id), null);
    assert.deepEqual(await platform.endFor({ by, id, administration }), { kind: 'unknown' });
  });

  test('sees which organisations have nobody who decides', async () => {
    const { by } = await hire('platform-administrator', 'Ann');
    const organisation = enterprise('0404055577', { name: 'Nobody at home' });
    await scene.store.inTransaction(['organisations'], (stores) => stores.organisations.put(organisation));
    const seen: string[] = [];
    for (
      let after: OrganisationId | null = null, isFirst = true;
      isFirst || after !== null;
      isFirst = false
    ) {
      const viewed: Awaited<ReturnType<typeof platform.viewPlatform>> = await platform.viewPlatform({
        by,
        after,
      });
      assert.ok(viewed.kind === 'viewed');
      seen.push(...viewed.orphans.map(({ name }) => name));
      after = viewed.next;
    }
    assert.ok(seen.includes('Nobody at home'));
    assert.ok(!seen.includes(own.name), 'the organisation of the platform has its staff');
  });

  test('gives nobody an organisation by an invitation once they administer the platform no longer', async () => {
    const [ann, bo] = [
      await hire('platform-administrator', 'Ann'),
      await hire('platform-administrator', 'Bo'),
    ];
    const { organisation, nele, run } = await openEmpty('0431852314');
    await linksMailed();
    await platform.appointFirst({
      ...{
        by: ann.by,
        id: organisation.id,
        givenNames: 'Nele',
        familyName: 'Maes',
        phone: '',
        language: 'nl',
      },
      email: new Redacted('nele@second.example'),
    });
    const secret = parseWorkInvitationSecret((await linksMailed()).at(-1) ?? '');
    assert.ok(secret);
    assert.deepEqual(await platform.endStaffMember({ by: bo.by, person: ann.person, right: 'all' }), {
      kind: 'ended',
    });
    const accepted = await run(acceptWork)({ person: nele.id, assurance: 'high', secret });
    assert.deepEqual(accepted, { kind: 'lapsed' });
  });

  test('ends a right of a colleague, and with the last one what waits for them; never their own', async () => {
    const ann = await hire('platform-administrator', 'Ann');
    const bo = await hire('case-agent', 'Bo');
    const [right] = await heldBy(bo.person);
    assert.ok(right);
    const end = (person: Person['id'], id: string | null, by = ann.by) =>
      platform.endStaffMember({ by, person, right: id });
    assert.equal((await end(bo.person, 'nothing of theirs')).kind, 'wrong');
    assert.deepEqual(await end(ann.person, 'all'), { kind: 'oneself' });
    assert.deepEqual(await end(ann.person, 'all', bo.by), { kind: 'not-allowed' }, 'an agent ends nobody');
    assert.deepEqual(await end(bo.person, right.id), { kind: 'ended' });
    assert.deepEqual(await heldBy(bo.person), []);
    assert.deepEqual(await end(bo.person, right.id), { kind: 'unknown' });
    assert.equal((await heldBy(ann.person)).length, 1);
  });

  test('stays, one at least, where two end each other at once', async () => {
    const [ann, bo] = [
      await hire('platform-administrator', 'Ann'),
      await hire('platform-administrator', 'Bo'),
    ];
    const ends = await Promise.all([
      platform.endStaffMember({ by: ann.by, person: bo.person, right: 'all' }),
      platform.endStaffMember({ by: bo.by, person: ann.person, right: 'all' }),
    ]);
    assert.deepEqual(ends.map(({ kind }) => kind).toSorted(), ['ended', 'not-allowed']);
    assert.equal((await heldBy(ann.person)).length + (await heldBy(bo.person)).length, 1);
  });

  test('is nobody else of the staff: every act is refused to them, whoever they name', async () => {
    const ann = await hire('platform-administrator', 'Ann');
    const others = ['case-agent', 'case-lead', 'registration-officer'] as const;
    const organisation = enterprise('0439401325');
    await scene.store.inTransaction(['organisations'], (stores) => stores.organisations.put(organisation));
    for (const other of others) {
      const { by } = await hire(other, other);
      const email = new Redacted('other@example.org');
      const right = 'platform-administrator';
      const member = { email, name: null, language: 'nl', right, organisation: null } as const;
      const { id } = organisation;
      const answers = await Promise.all([
        platform.viewPlatform({ by, after: null }),
        platform.findOrganisations({ by, words: '', targetGroup: null, after: null }),
        platform.nameOrganisation({ by, id }),
        platform.viewOrganisation({ by, id }),
        platform.addOrganisation({ by, targetGroup: 'EA', code: '0202.239.951', name: 'Mine', parent: '' }),
        platform.renameOrganisation({ by, id, name: 'Mine' }),
        platform.endOrganisation({ by, id }),
        platform.appointFirst({
          ...{ by, id, givenNames: 'A', familyName: 'B', phone: '', language: 'nl' },
          email,
        }),
        platform.endFor({ by, id, administration: 'x' as never }),
        platform.decideFor({ by, id, invitation: 'x' as never, decision: 'meant' }),
        platform.listStaffMembers({ by, words: '', after: null }),
        platform.viewStaffMember({ by, person: ann.person }),
        platform.inviteStaffMember({ by, ...member }),
        platform.withdrawInvitation({ by, id: 'x' as never }),
        platform.endStaffMember({ by, person: ann.person, right: 'all' }),
        platform.viewTargetGroups({ by }),
        platform.listApplications({ by }),
        platform.viewApplication({ by, id: caseworkApplicationId }),
      ]);
      for (const answer of answers) assert.deepEqual(answer, { kind: 'not-allowed' });
    }
    assert.equal((await heldBy(ann.person)).length, 1);
    assert.deepEqual(await historyOf(organisation.id), []);
  });

  test('does not end the organisation that they work for, and with it their own right', async () => {
    const { by } = await hire('platform-administrator', 'Ann');
    assert.deepEqual(await platform.endOrganisation({ by, id: own.id }), { kind: 'oneself' });
  });

  test('leaves a trace of each look at people, with whom it showed', async () => {
    const { by } = await hire('platform-administrator', 'Ann');
    const bo = await hire('registration-officer', 'Bo');
    await platform.listStaffMembers({ by, words: 'bo', after: null });
    const looks = (await scene.store.audit.looks.at({ person: bo.person })) ?? [];
    assert.deepEqual(
      looks.map(({ kind, ways, actor }) => [kind, ways, actor]),
      [['staff.listed', ['listed'], { kind: 'person', id: by.person }]],
    );
  });
});
