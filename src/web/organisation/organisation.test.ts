import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accountOwner } from '../../../test/support/fake-account.ts';
import {
  ADMINISTRATION,
  administratorWith,
  colleague,
  fakeAppointments,
  fakeOrganisationDesk,
  fakeOrganisationSessions,
  organisationCookieHeader,
  organisationToken,
  ourOrganisation,
} from '../../../test/support/fake-organisation.ts';
import { browserCookieHeader, openFakeWeb } from '../../../test/support/fake-web.ts';
import { NOW } from '../../../test/support/web-fixtures.ts';
import { languages } from '../../base/language.ts';
import { later, MINUTE } from '../../base/time.ts';
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

describe('the administrators of an organisation', () => {
  const page = (path: string) => `${home}/administrators${path}`;
  const post = (
    app: ReturnType<typeof openFakeWeb>['app'],
    path: string,
    fields: Readonly<Record<string, string>>,
  ) =>
    app.request(page(path), {
      method: 'POST',
      headers: { ...inEnglish, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrf: organisationToken, ...fields }),
    });

  test('are listed with what they decide about, until when and by whom they were appointed, in every language', async () => {
    const { app } = openFakeWeb();
    for (const language of languages) {
      const answer = await app.request(page(''), { headers: { cookie, 'accept-language': language } });
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /Piet Janssens[\s\S]*Anna Müller/);
    }
    const body = await (await app.request(page(''), { headers: inEnglish })).text();
    assert.match(body, /The whole organisation: klip/);
    assert.match(body, new RegExp(`href="${page(`/${ADMINISTRATION}/take-over`)}"`));
    assert.doesNotMatch(body, /You are the only administrator/);
  });

  test('are warned when there is one alone, with the button to appoint a second', async () => {
    const view = await fakeAppointments().viewAdministrators({} as never);
    assert.ok(view);
    const appointments = fakeAppointments({ viewAdministrators: async () => ({ ...view, isOnlyOne: true }) });
    const { app } = openFakeWeb({ appointments });
    const body = await (await app.request(page(''), { headers: inEnglish })).text();
    assert.match(body, /You are the only administrator[\s\S]*Appoint a second administrator/);
  });

  test('are appointed with a reason; what was typed comes back with what is wrong', async () => {
    const asked: unknown[] = [];
    const appointments = fakeAppointments({
      appoint: async (appoint) => {
        asked.push(appoint.wished, appoint.by.reason);
        return { kind: 'appointed', administration: ADMINISTRATION, person: appoint.by.person };
      },
    });
    const { app } = openFakeWeb({ appointments });
    const path = `/appoint?colleague=${colleague.relation}`;
    const sent = {
      kind: 'local-administrator',
      'until-day': '31',
      'until-month': '12',
      'until-year': '2027',
    };
    const again = await post(app, path, { ...sent, reason: '' });
    assert.equal(again.status, 303);
    const to = again.headers.get('location') ?? '';
    const form = await (await app.request(to, { headers: inEnglish })).text();
    assert.match(form, /Enter a reason[\s\S]*Lien Claes[\s\S]*value="2027"/);
    assert.deepEqual(asked, []);
    const done = await post(app, path, { ...sent, reason: 'Second administrator' });
    assert.equal(done.headers.get('location'), page('?done=appointed'));
    assert.deepEqual(asked, [
      {
        ...{
          kind: 'local-administrator',
          isDeputy: false,
          mayAppoint: false,
          from: null,
          until: '2027-12-31',
        },
        scope: { units: 'all', applications: 'all' },
      },
      'Second administrator',
    ]);
  });

  test('are ended, handed over and taken over only after a login that is fresh; what was typed is kept', async () => {
    const old = accountOwner({
      authentication: { ...accountOwner().authentication, at: later(NOW, -20 * MINUTE) },
    });
    const { app } = openFakeWeb({ organisationSessions: fakeOrganisationSessions(old) });
    for (const path of [`/${ADMINISTRATION}/end`, `/${ADMINISTRATION}/take-over`, '/appoint']) {
      const answer = await app.request(page(path), { headers: inEnglish });
      assert.match(answer.headers.get('location') ?? '', /^\/organisation\/again\?to=/, path);
    }
    const sent = await post(app, `/${ADMINISTRATION}/end`, { reason: 'Left us' });
    const to = sent.headers.get('location') ?? '';
    const why = await (await app.request(to, { headers: inEnglish })).text();
    assert.match(why, /What you entered is kept/);
  });
});

describe('what is to be known of an organisation', () => {
  const bodyOf = async (app: ReturnType<typeof openFakeWeb>['app'], path: string) =>
    (await app.request(`${home}${path}`, { headers: inEnglish })).text();

  test('begins with what there is to do; where nobody works yet, with adding a colleague', async () => {
    const { app } = openFakeWeb();
    const body = await bodyOf(app, '');
    assert.match(body, /<b>2<\/b>requests to decide/);
    assert.match(body, /Right: given, <span translate="no">Piet Janssens<\/span>/);
    const view = await fakeOrganisationDesk().viewHome({} as never);
    assert.ok(view);
    const viewHome = async () => ({ ...view, isOnlyOne: true, counts: { ...view.counts, people: 0 } });
    const first = await bodyOf(openFakeWeb({ organisationDesk: fakeOrganisationDesk({ viewHome }) }).app, '');
    assert.match(first, /You are the only administrator[\s\S]*Add your first colleague/);
  });

  test('holds its activity, by kind, person and period, a page at a time and as a file', async () => {
    const asked: unknown[] = [];
    const view = await fakeOrganisationDesk().viewActivity({} as never);
    const organisationDesk = fakeOrganisationDesk({
      viewActivity: async ({ filter, whole }) => {
        asked.push({ ...filter, whole });
        return view;
      },
    });
    const { app } = openFakeWeb({ organisationDesk });
    const body = await bodyOf(app, '/activity?subject=right&from=2026-11-01&before=9&person=nobody');
    assert.match(body, /Right: given[\s\S]*Piet Janssens[\s\S]*He plans our works\./);
    assert.match(body, /before=6/);
    const file = await app.request(`${home}/activity/export?subject=right`, { headers: inEnglish });
    assert.match(file.headers.get('content-type') ?? '', /^text\/csv/);
    assert.match(await file.text(), /Right: given,Piet Janssens,Anna Müller,He plans our works\./);
    const none = { person: null, by: null, until: null };
    assert.deepEqual(asked, [
      { ...none, subject: 'right', from: new Date('2026-10-31T23:00:00Z'), before: '9', whole: false },
      { ...none, subject: 'right', from: null, before: null, whole: true },
    ]);
  });

  test('holds its details, its units, and an address that administrators change', async () => {
    const typed: string[] = [];
    const organisationDesk = fakeOrganisationDesk({
      changeEmail: async (asked) => {
        typed.push(asked.typed);
        return { kind: asked.typed === 'info@acme.example' ? 'changed' : 'not-an-address' };
      },
    });
    const { app } = openFakeWeb({ organisationDesk });
    assert.match(
      await bodyOf(app, '/details'),
      /0403\.019\.261[\s\S]*Enterprises[\s\S]*Roads[\s\S]*We stopped, or were taken over/,
    );
    const send = (email: string) =>
      app.request(`${home}/details`, {
        method: 'POST',
        headers: { ...inEnglish, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ csrf: organisationToken, email }),
      });
    const wrong = await send('info');
    const again = await app.request(wrong.headers.get('location') ?? '', { headers: inEnglish });
    assert.match(await again.text(), /Enter an email address[\s\S]*value="info"/);
    assert.equal((await send('info@acme.example')).headers.get('location'), `${home}/details?done=changed`);
    assert.deepEqual(typed, ['info', 'info@acme.example']);
  });
});
