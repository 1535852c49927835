import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';
import { parseInvitationSecret } from '../../../domain/invitation/index.ts';
import { parseOrganisationCode } from '../../../domain/organisation/index.ts';

const world = await openCommandWorld({ after });
const INVITE = 'staff invite --right case-lead --email first@example.org';

async function find(link: unknown) {
  const secret = parseInvitationSecret(String(link).split('/').at(-1) ?? '');
  assert.ok(secret);
  return world.fresh((store) =>
    store.inTransaction(['invitations'], ({ invitations }) => invitations.findBySecret(secret)),
  );
}

const madeEvents = async () =>
  (await world.store.audit.list()).filter(({ kind }) => kind.startsWith('invitation.'));

describe('sluis staff invite', () => {
  test('gives the link to the first member of staff of an empty installation, which works for its own organisation', async () => {
    const { code, value } = await world.typeJson(INVITE);
    assert.equal(code, 0);
    const invitation = await find(value.link);
    assert.ok(invitation);
    assert.equal(invitation.email.reveal(), 'first@example.org');
    assert.equal(invitation.right, 'case-lead');
    const ownCode = parseOrganisationCode('GID', 'OVO000000');
    assert.ok(ownCode);
    const own = await world.store.inTransaction(['organisations'], ({ organisations }) =>
      organisations.findByCode('GID', ownCode),
    );
    assert.equal(own?.id, invitation.organisation);
    assert.equal(own?.name, 'Sluis');
    const days = (invitation.expiresAt.getTime() - Date.now()) / 86_400_000;
    assert.ok(days >= 7 && days <= 8.1, String(days));
  });

  test('ends the link before it, and means the same person with the next right', async () => {
    const first = await world.typeJson(INVITE);
    const second = await world.typeJson(INVITE);
    assert.ok((await find(first.value.link))?.withdrawnAt instanceof Date);
    assert.equal((await find(second.value.link))?.withdrawnAt, null);
    const other = await world.typeJson('staff invite --right Registratieambtenaar --email FIRST@example.org');
    assert.equal(other.value.person, second.value.person);
    assert.equal((await find(second.value.link))?.withdrawnAt, null);
  });

  test('tells the trail who was invited to what by whom, and neither the address nor the link', async () => {
    const { value } = await world.typeJson(INVITE);
    const [event] = (await madeEvents()).filter(({ details }) => details.invitation === value.invitation);
    assert.equal(event?.actor.kind, 'operator');
    assert.deepEqual(event?.subject, { kind: 'person', id: value.person });
    assert.equal(event?.details.right, 'Dossierverantwoordelijke');
    const told = JSON.stringify(await madeEvents());
    assert.ok(!told.includes('example.org') && !told.includes(String(value.link).split('/').at(-1) ?? ''));
  });

  test('sends the link by mail where mail is sent, and says so where it is not', async () => {
    const { out } = await world.type(INVITE);
    assert.match(out, /hand the link over yourself/);
    const before = (await world.store.outbox.countsByState(new Date())).waiting;
    world.environment.SLUIS_MAIL_URL = 'smtp://127.0.0.1:1';
    assert.match((await world.type(INVITE)).out, /by mail too/);
    delete world.environment.SLUIS_MAIL_URL;
    assert.equal((await world.store.outbox.countsByState(new Date())).waiting, before + 1);
  });

  test('refuses what it cannot read, and an organisation that is not there or not for staff', async () => {
    for (const line of [
      'staff invite --email a@example.org',
      'staff invite --right king --email a@example.org',
      'staff invite --right case-agent --email nobody',
      'staff invite --right case-agent --email a@example.org --language pl',
      'staff invite --right case-agent --email a@example.org --organisation GID',
      'staff invite --right case-agent --email a@example.org --organisation GID:OVO009999',
      'staff invite --right case-agent --email a@example.org --organisation EA:0403170701',
    ])
      assert.equal((await world.type(line)).code, 1, line);
  });
});

describe('sluis staff list and withdraw', () => {
  test('tell which invitations wait, and take one back', async () => {
    const { value } = await world.typeJson('staff invite --right case-agent --email other@example.org');
    const listed = await world.type('staff list');
    assert.match(listed.out, new RegExp(`invitation  ${value.invitation}  Dossierbehandelaar`));
    assert.ok(!listed.out.includes('other@example.org'));
    assert.equal((await world.type(`staff withdraw ${value.invitation}`)).code, 0);
    assert.ok((await find(value.link))?.withdrawnAt instanceof Date);
    assert.equal((await world.type(`staff withdraw ${value.invitation}`)).code, 1);
    assert.equal((await world.type('staff withdraw nobody')).code, 1);
  });
});
