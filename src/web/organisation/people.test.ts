import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  organisationCookieHeader,
  organisationToken,
  ourOrganisation,
} from '../../../test/support/fake-organisation.ts';
import {
  fakePeople,
  fakeWorkInvitations,
  janAtWork,
  janInList,
  listedInvitation,
} from '../../../test/support/fake-people.ts';
import { browserCookieHeader, openFakeWeb } from '../../../test/support/fake-web.ts';
import { languages } from '../../base/language.ts';
import type { WebWorld } from '../index.ts';

const cookie = `${browserCookieHeader}; ${organisationCookieHeader}`;
const inEnglish = { cookie, 'accept-language': 'en' };
const people = `/organisation/${ourOrganisation.id}/people`;
const person = `${people}/${janAtWork.relation}`;

function openPages(over: Partial<WebWorld> = {}) {
  const { app } = openFakeWeb(over);
  const get = async (path: string) => (await app.request(path, { headers: inEnglish })).text();
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    app.request(path, {
      method: 'POST',
      headers: { ...inEnglish, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrf: organisationToken, ...fields }),
    });
  const shown = async (answer: Response) => get(answer.headers.get('location') ?? '');
  return { app, get, post, shown };
}

describe('the people of an organisation', () => {
  test('are listed by name with their work, their rights and the way to each, in every language', async () => {
    const { app } = openFakeWeb();
    for (const language of languages) {
      const answer = await app.request(people, { headers: { cookie, 'accept-language': language } });
      const page = await answer.text();
      assert.equal(answer.status, 200);
      assert.match(page, new RegExp(`<html lang="${language}">`));
      assert.match(page, new RegExp(`href="${person}" translate="no">Peeters, Jan</a>`));
    }
  });

  test('are searched without a name in the address, and the filters stay', async () => {
    const asked: unknown[] = [];
    const { post, get } = openPages({
      people: fakePeople({
        async list({ filter }) {
          asked.push([filter.search, filter.standing, filter.type]);
          return { kind: 'people', people: [], next: null };
        },
      }),
    });
    const sent = await post(people, { search: 'Peeters', standing: 'ended', type: 'external' });
    const to = sent.headers.get('location') ?? '';
    assert.equal(sent.status, 303);
    assert.doesNotMatch(to, /Peeters/);
    assert.match(await get(to), /Nobody fits[\s\S]*Show everybody/);
    assert.deepEqual(asked, [['Peeters', 'ended', 'external']]);
  });

  test('say what to do first where there is nobody', async () => {
    const { get } = openPages({
      people: fakePeople({ list: async () => ({ kind: 'people', people: [], next: null }) }),
    });
    assert.match(await get(people), /Nobody is here yet[\s\S]*Add your first colleague/);
  });

  test('go into a file without a number, which names nobody in its address', async () => {
    const { app } = openPages();
    const file = await app.request(`${people}/export`, { headers: inEnglish });
    assert.equal(file.status, 200);
    assert.match(file.headers.get('content-type') ?? '', /^text\/csv/);
    const text = await file.text();
    assert.match(text, /family_name[\s\S]*Peeters/);
    assert.doesNotMatch(text, /\d{11}/);
  });

  test('lead on page by page, and back to the first', async () => {
    const list = async () => ({ kind: 'people', people: [janInList], next: janAtWork.relation }) as const;
    const { get } = openPages({ people: fakePeople({ list }) });
    const next = `${people}?after=${janAtWork.relation}`;
    assert.ok((await get(people)).includes(`href="${next}"`));
    assert.match(await get(next), /First page/);
  });
});

describe('adding a person', () => {
  const typed = { givenNames: 'Piet', familyName: 'Claes', type: 'permanent', email: 'piet@acme.example' };

  test('shows what was typed again with what is wrong, and nothing else', async () => {
    const { post, shown } = openPages({
      workInvitations: fakeWorkInvitations({
        inviteByMail: async () => ({
          kind: 'wrong',
          faults: [{ field: 'until', code: 'too-long', most: '2027-11-21' }],
        }),
      }),
    });
    const page = await shown(
      await post(`${people}/add`, {
        ...typed,
        way: 'mail',
        'until-day': '1',
        'until-month': '1',
        'until-year': '2030',
      }),
    );
    assert.match(page, /Enter a last day on 21 November 2027 at the latest/);
    assert.match(page, /value="Piet"/);
    const wrong = await shown(await post(`${people}/add`, { ...typed, way: 'mail', email: 'piet' }));
    assert.match(wrong, /Enter an email address such as/);
  });

  test('by number says the same whatever the number, which stands in no address', async () => {
    const { post, shown } = openPages();
    const noted = await post(`${people}/add`, { ...typed, way: 'number', number: '85.07.30-033.28' });
    assert.equal(noted.headers.get('location'), `${people}/invitations?done=noted`);
    assert.match(await shown(noted), /Noted\. It works from this person’s first login/);
    const wrong = await post(`${people}/add`, { ...typed, way: 'number', number: '12345678901' });
    assert.doesNotMatch(wrong.headers.get('location') ?? '', /12345678901/);
    assert.match(await shown(wrong), /Check the number/);
  });

  test('says when the next invitation is taken', async () => {
    const until = new Date('2026-11-23T12:00:00Z');
    const { post, shown } = openPages({
      workInvitations: fakeWorkInvitations({ inviteByMail: async () => ({ kind: 'too-many', until }) }),
    });
    const page = await shown(await post(`${people}/add`, { ...typed, way: 'mail' }));
    assert.match(page, /next invitation is possible from 23 November 2026/);
  });
});

describe('a person at work', () => {
  test('is shown with their relation, rights and history; one of another organisation is not there', async () => {
    const { get, app } = openPages();
    const page = await get(person);
    assert.match(
      page,
      /Jan Peeters[\s\S]*Surveyor[\s\S]*KLIP gebruiker[\s\S]*Planaanvrager[\s\S]*added[\s\S]*Anna Müller/,
    );
    const other = await app.request(`${people}/${'0'.repeat(8)}-0000-4000-8000-${'9'.repeat(12)}`, {
      headers: inEnglish,
    });
    assert.equal(other.status, 404);
    assert.match(await other.text(), /We cannot show you this page/);
  });

  test('is changed as they were shown: who comes second sees what it is by now', async () => {
    const { post, shown, get } = openPages({
      people: fakePeople({ change: async () => ({ kind: 'changed-meanwhile', now: janAtWork }) }),
    });
    assert.match(await get(`${person}/change`), /name="version" value="1"/);
    const page = await shown(
      await post(`${person}/change`, { type: 'permanent', jobTitle: 'Mine', version: '1' }),
    );
    assert.match(page, /Somebody else changed this meanwhile/);
    assert.match(page, /value="Surveyor"/);
  });

  test('is ended after all that ends with it was shown, with a reason', async () => {
    const { get, post, shown } = openPages();
    assert.match(await get(`${person}/end`), /These rights end too[\s\S]*KLIP gebruiker/);
    assert.match(await shown(await post(`${person}/end`, { reason: '' })), /Enter a reason of at least 10/);
    const ended = await post(`${person}/end`, { reason: 'Left for another town' });
    assert.equal(ended.headers.get('location'), `${people}?done=ended`);
  });
});

describe('the invitations of an organisation', () => {
  test('show by name who accepted under another name than was typed, and ask whether that is who was meant', async () => {
    const accepted = { givenNames: 'Max', familyName: 'Manager' };
    const { get, post } = openPages({
      workInvitations: fakeWorkInvitations({ list: async () => [listedInvitation({ accepted })] }),
    });
    const page = await get(`${people}/invitations`);
    assert.match(page, /To confirm[\s\S]*You invited Piet Claes\. Max Manager accepted/);
    const { id } = listedInvitation().invitation;
    const no = await post(`${people}/invitations/decide`, { invitation: id, isMeant: 'no' });
    assert.equal(no.headers.get('location'), `${people}/invitations?done=rejected`);
  });

  test('are sent again and withdrawn, and say what could not be done', async () => {
    const { get, post } = openPages({
      workInvitations: fakeWorkInvitations({ withdraw: async () => ({ kind: 'not-open' }) }),
    });
    const { id } = listedInvitation().invitation;
    const again = await post(`${people}/invitations/again`, { invitation: id });
    assert.equal(again.headers.get('location'), `${people}/invitations?done=sent`);
    const late = await post(`${people}/invitations/withdraw`, { invitation: id });
    assert.match(await get(late.headers.get('location') ?? ''), /answered, withdrawn or decided meanwhile/);
  });
});
