import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openDeskWeb } from '../../../test/support/desk-web.ts';
import { fakeAccessRequests } from '../../../test/support/fake-access-requests.ts';
import {
  fakePlatform,
  shownOrganisation,
  staffColleague,
  works,
} from '../../../test/support/fake-platform.ts';
import { fakeStaff, staffMember } from '../../../test/support/fake-web.ts';
import { NOW } from '../../../test/support/web-fixtures.ts';
import { HOUR, later } from '../../base/time.ts';
import type { PlatformDesk } from '../../domain/platform/index.ts';

const administrator = staffMember({ rights: ['platform-administrator'] });
const ORGANISATION = `/platform/organisations/${works.id}`;
const END = `/platform/staff/${staffColleague.person}/end`;

function open(over: Partial<PlatformDesk> = {}, member = administrator) {
  const asked: unknown[] = [];
  const watched = Object.fromEntries(
    Object.entries(fakePlatform(over)).map(([name, act]) => [
      name,
      (given: { readonly by: { readonly reason: string | null } }) => {
        const { by, ...rest } = given;
        asked.push([name, by.reason, rest]);
        return (act as (given: unknown) => unknown)(given);
      },
    ]),
  ) as Partial<PlatformDesk> as PlatformDesk;
  const accessRequests = fakeAccessRequests({
    listPlatformRequests: async () => ({ requests: [], applications: [], next: null }),
    countPlatformRequests: async () => 2,
  });
  const world = { platform: watched, staff: fakeStaff(member), accessRequests };
  return { ...openDeskWeb(world, member), asked };
}

describe('the pages of platform administrators', () => {
  test('open for them, each with its title and its place in the menu', async () => {
    const { get } = open();
    for (const [path, title] of [
      ['/platform', 'What needs you'],
      ['/platform/requests', 'Requests for access'],
      ['/platform/organisations', 'Organisations'],
      ['/platform/organisations/new', 'Add an organisation'],
      [ORGANISATION, 'Example Works'],
      [`${ORGANISATION}/rename`, 'Another name for Example Works'],
      [`${ORGANISATION}/end`, 'End Example Works'],
      ['/platform/staff', 'Staff'],
      ['/platform/staff/invite', 'Invite somebody to work with Sluis'],
      [END, 'End rights of Marc Dubois'],
      ['/platform/target-groups', 'Target groups'],
      ['/platform/applications', 'Applications'],
      ['/platform/applications/sluis-casework', 'Sluis casework'],
    ]) {
      const { status, text } = await get(path as string);
      assert.equal(status, 200, path);
      assert.match(text, new RegExp(`<h1>(<span[^>]*>)?${title}`), path);
      assert.match(text, /aria-current="page"/, path);
    }
  });

  test('are closed to everybody else of the staff, and tell nothing', async () => {
    for (const right of ['case-agent', 'case-lead', 'registration-officer'] as const) {
      const { get, asked } = open({}, staffMember({ rights: [right] }));
      for (const path of ['/platform', ORGANISATION, END]) {
        const { status, text } = await get(path);
        assert.equal(status, 403, path);
        assert.doesNotMatch(text, /Example Works|Marc Dubois/);
      }
      assert.deepEqual(asked, []);
    }
  });

  test('say how many requests for access wait on the platform, and know none that did not come to it', async () => {
    const { get, post } = open();
    assert.match((await get('/platform')).text, /href="\/platform\/requests">2 requests wait on you/);
    const request = '/platform/requests/11111111-0000-4000-8000-000000000009';
    for (const path of [request, `${request}/approve`, '/platform/requests/9'])
      assert.equal((await get(path)).status, 404, path);
    for (const act of ['approve', 'refuse', 'ask'])
      assert.equal((await post(`${request}/${act}`, { reason: 'A letter of today' })).status, 404, act);
  });

  test('say who decides for an organisation, what happened to it, by whom and why', async () => {
    const { text } = await open().get(ORGANISATION);
    assert.match(text, /Marc Dubois[\s\S]*Legal representative/);
    assert.match(text, /Added: Example Works[\s\S]*Marc Dubois[\s\S]*They asked for it in a letter\./);
    const empty = open({
      viewOrganisation: async () => ({
        kind: 'found',
        shown: shownOrganisation({ people: [], changes: [] }),
      }),
    });
    assert.match((await empty.get(ORGANISATION)).text, /Nobody represents this organisation/);
  });

  test('lead to the organisation that is here already, and to the one that was added', async () => {
    const typed = {
      targetGroup: 'EA',
      code: '0403.170.701',
      name: 'Example',
      parent: '',
      reason: 'A letter of today',
    };
    const { post, asked } = open();
    assert.equal((await post('/platform/organisations/new', typed)).location, `${ORGANISATION}?done=added`);
    const { reason, ...rest } = typed;
    assert.deepEqual(asked.at(-1), ['addOrganisation', reason, rest]);
    const known = open({ addOrganisation: async () => ({ kind: 'known', id: works.id }) });
    const answer = await known.post('/platform/organisations/new', typed);
    assert.equal(answer.location, `${ORGANISATION}?done=known`);
    assert.match((await known.get(`${ORGANISATION}?done=known`)).text, /was here already/);
  });

  test('show a form that is not taken again, with what was typed and what is wrong', async () => {
    const errors = [
      { field: 'code', code: 'not-right' } as const,
      { field: 'reason', code: 'empty' } as const,
    ];
    const { post } = open({ addOrganisation: async () => ({ kind: 'wrong', errors }) });
    const { text } = await post('/platform/organisations/new', {
      targetGroup: 'EA',
      code: '12',
      name: 'Typed',
    });
    assert.match(text, /value="Typed"/);
    assert.match(text, /Enter the code as organisations of this target group write it/);
    assert.match(text, /Say why you do this/);
  });

  test('ask for a fresh login before a dangerous step, and keep what was typed', async () => {
    const tired = staffMember({ rights: ['platform-administrator'], authenticatedAt: later(NOW, -HOUR) });
    const { get, post, asked } = open({}, tired);
    for (const path of [`${ORGANISATION}/end`, '/platform/staff/invite', END]) {
      assert.match((await get(path)).location ?? '', /^\/staff\/again/, path);
      assert.match(
        (await post(path, { reason: 'A good reason' })).location ?? '',
        /^\/staff\/again.*again%3D/,
        path,
      );
    }
    assert.deepEqual(asked, []);
  });

  test('read an invitation of staff before they ask for it', async () => {
    const { post, asked } = open();
    const wrong = await post('/platform/staff/invite', { email: 'nobody', organisation: '?' });
    for (const said of ['Enter an email address', 'Choose what they may do', 'Enter the code as'])
      assert.match(wrong.text, new RegExp(said));
    assert.deepEqual(asked, []);
    const typed = { email: 'new@example.org', right: 'case-lead', organisation: 'ovo002949', language: 'fr' };
    assert.equal(
      (await post('/platform/staff/invite', { ...typed, reason: 'Joins the team' })).location,
      '/platform/staff?done=invited',
    );
    const [name, reason, member] = (asked as [string, string, Record<string, unknown>][])[0] ?? [];
    assert.deepEqual([name, reason], ['inviteStaffMember', 'Joins the team']);
    assert.deepEqual(member?.organisation, { targetGroup: 'GID', code: 'OVO002949' });
    assert.equal(member?.language, 'fr');
  });

  test('say where no mail is sent who can invite then', async () => {
    const { post } = open({ inviteStaffMember: async () => ({ kind: 'no-mail' }) });
    const typed = { email: 'new@example.org', right: 'case-lead', reason: 'Joins the team' };
    assert.match((await post('/platform/staff/invite', typed)).text, /bin\/sluis staff invite/);
  });

  test('search staff by a name that stands in no address', async () => {
    const { post, get, asked } = open();
    const { location } = await post('/platform/staff', { search: 'Dubois' });
    assert.match(location ?? '', /^\/platform\/staff\?search=[\w-]+$/);
    assert.doesNotMatch(location ?? '', /dubois/i);
    assert.match((await get(location ?? '')).text, /value="Dubois"/);
    assert.deepEqual(asked.at(-1), ['listStaffMembers', null, { words: 'Dubois', after: null }]);
  });

  test('do not lead to the end of one’s own right', async () => {
    const own = { ...staffColleague, person: administrator.person, name: 'Sara Wouters' };
    const { get } = open({
      listStaffMembers: async () => ({ kind: 'listed', items: [own], hasMore: false, invitations: [] }),
    });
    assert.match((await get('/platform/staff')).text, /This is you/);
    const { status, text } = await get(`/platform/staff/${administrator.person}/end`);
    assert.equal(status, 403);
    assert.match(text, /You cannot do this to yourself/);
  });

  test('answer what is no id, and what is not there, with the page that says so', async () => {
    const { get } = open({
      viewOrganisation: async () => ({ kind: 'unknown' }),
      viewStaffMember: async () => ({ kind: 'unknown' }),
      viewApplication: async () => ({ kind: 'unknown' }),
    });
    for (const path of [
      ORGANISATION,
      '/platform/organisations/x',
      END,
      '/platform/staff/x/end',
      '/platform/applications/x',
    ])
      assert.equal((await get(path)).status, 404, path);
  });
});
