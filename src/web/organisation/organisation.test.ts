import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  administratorWith,
  fakeOrganisationDesk,
  organisationCookieHeader,
  organisationToken,
  ourOrganisation,
} from '../../../test/support/fake-organisation.ts';
import { browserCookieHeader, openFakeWeb } from '../../../test/support/fake-web.ts';
import { languages } from '../../base/language.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';

const cookie = `${browserCookieHeader}; ${organisationCookieHeader}`;
const inEnglish = { cookie, 'accept-language': 'en' };
const home = `/organisation/${ourOrganisation.id}`;

describe('the pages of an organisation', () => {
  test('say for whom one acts, lead to another organisation and to the way out, in every language', async () => {
    const { app } = openFakeWeb();
    for (const language of languages) {
      const answer = await app.request(home, { headers: { cookie, 'accept-language': language } });
      const body = await answer.text();
      assert.equal(answer.status, 200);
      assert.match(body, new RegExp(`<html lang="${language}">`));
      assert.match(body, /Anna Müller<\/strong> <span>[^<]*Acme Waterdal/);
      assert.match(body, /href="\/organisation\/choose"/);
      assert.match(body, /action="\/organisation\/leave"/);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    }
  });

  test('lead to a login and back without a session, and say why where there was one', async () => {
    const { app } = openFakeWeb();
    const first = await app.request(home, { headers: { cookie: browserCookieHeader } });
    assert.equal(first.headers.get('location'), `/organisation/login?to=${encodeURIComponent(home)}`);
    const ended = `${browserCookieHeader}; sluis_organisation=${'x'.repeat(43)}`;
    const over = await app.request(home, { headers: { cookie: ended } });
    const why = await (
      await app.request(over.headers.get('location') ?? '', { headers: { ...inEnglish, cookie: ended } })
    ).text();
    assert.match(why, /You are no longer logged in/);
  });

  test('go straight to the only organisation that one administers, and ask for which one where there are more', async () => {
    const one = administratorWith();
    const other = {
      ...one,
      organisation: { ...ourOrganisation, id: 'f'.repeat(36) as OrganisationId, name: 'Beta' },
    };
    const where = async (administered: readonly (typeof one)[]) => {
      const organisationDesk = fakeOrganisationDesk({ listAdministered: async () => administered });
      const { app } = openFakeWeb({ organisationDesk });
      const to = (await app.request('/organisation', { headers: inEnglish })).headers.get('location') ?? '';
      return { to, page: await (await app.request(to, { headers: inEnglish })).text() };
    };
    assert.equal((await where([one])).to, home);
    const choice = await where([one, other]);
    assert.equal(choice.to, '/organisation/choose');
    assert.match(choice.page, /Acme Waterdal[\s\S]*Legal representative[\s\S]*Beta/);
  });

  test('tell who administers nothing how one becomes an administrator, and whom to ask', async () => {
    const organisationDesk = fakeOrganisationDesk({ listAdministered: async () => [] });
    const { app } = openFakeWeb({ organisationDesk });
    const to = await app.request('/organisation', { headers: inEnglish });
    assert.equal(to.headers.get('location'), '/organisation/choose');
    const page = await (await app.request('/organisation/choose', { headers: inEnglish })).text();
    assert.match(page, /You do not administer an organisation yet/);
    assert.match(page, /legal representative[\s\S]*appoints you[\s\S]*Service Desk/);
    assert.match(page, /href="\/account"/);
  });

  test('of an organisation that is not there, is another’s or is no id are one and the same page', async () => {
    const { app } = openFakeWeb();
    const bodies = await Promise.all(
      [
        '00000000-0000-4000-8000-0000000000e2',
        'e'.repeat(36),
        '00000000-0000-4000-8000-0000000000e3?lang=xx',
      ].map(async (id) => {
        const answer = await app.request(`/organisation/${id}`, { headers: inEnglish });
        assert.equal(answer.status, 404);
        return answer.text();
      }),
    );
    assert.equal(new Set(bodies).size, 1);
    assert.match(bodies[0] ?? '', /We cannot show you this page/);
  });

  test('end with a form of their own, and of no other site', async () => {
    const { app } = openFakeWeb();
    const leave = (csrf: string) =>
      app.request('/organisation/leave', {
        method: 'POST',
        headers: { ...inEnglish, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ csrf }),
      });
    assert.equal((await leave(organisationToken)).headers.get('location'), '/organisation/left');
    assert.equal((await leave('x'.repeat(43))).status, 403);
  });
});
