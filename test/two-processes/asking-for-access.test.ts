import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { dayOf, yearOf } from '../../src/base/calendar.ts';
import type { Organisation } from '../../src/domain/organisation/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import { parseAttemptId } from '../../src/login/index.ts';
import { enterprise, linkTo, numberOf, personWith } from '../support/open-test-store.ts';
import {
  type FormOfPage,
  formsOf,
  type Landing,
  linksOf,
  openPlainBrowser,
  type PlainBrowser,
} from '../support/plain-browser.ts';
import { openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

const SINCE = { from: new Date('2026-01-01'), until: null };

describe('somebody who is known and may act for nobody', () => {
  let platforms: TwoPlatforms;
  let organisation: Organisation;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    platforms = await openTwoPlatforms({ after: (work) => void endings.push(work) });
    organisation = enterprise('0403019261', { name: 'Example Works NV' });
    await platforms.store.inTransaction(
      ['persons', 'links', 'organisations', 'applications'],
      async ({ persons, links, organisations, applications }) => {
        await applications.put({
          ...platforms.applications.klip,
          openTo: [{ targetGroup: 'EA', level: 'organisation' }],
          rightRequired: true,
          rights: [
            {
              code: 'KLIPgebruiker',
              name: { en: 'KLIP user' },
              description: null,
              contexts: ['Planaanvrager', 'Raadpleger'],
              contextRequired: true,
            },
          ],
        });
        // Open to organisations alone, and asks for no right.
        await applications.put({
          ...platforms.applications.gipod,
          openTo: [{ targetGroup: 'EA', level: 'organisation' }],
        });
        await organisations.put(organisation);
        const known = async (givenNames: string, identifier: string, number: string): Promise<PersonId> => {
          const { id } = await persons.add(personWith({ givenNames, number: numberOf(number) }));
          await links.add({ ...linkTo(id, `DE/BE/${identifier}`), country: 'DE' as never });
          return id;
        };
        await known('Felix', 'felix', '79520299793');
        const pia = await known('Pia', 'pia', '85073003427');
        await organisations.addWorkRelation({
          ...{ id: randomUUID(), person: pia, organisation: organisation.id, validity: SINCE },
          ...{ userType: 'permanent', email: 'pia@example.org' },
        });
        await organisations.addAdministration({
          ...{ organisation: organisation.id, person: pia, validity: SINCE },
          kind: 'local-administrator',
        });
      },
    );
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  const logIn = (browser: PlainBrowser, name: 'klip' | 'gipod' = 'klip') => {
    const { id, redirectUris } = platforms.applications[name];
    const asked = {
      client_id: id,
      redirect_uri: redirectUris[0] ?? '',
      response_type: 'code',
      scope: 'openid vo',
    };
    return browser.go(0, { url: `/op/v1/auth?${new URLSearchParams(asked)}` });
  };
  const proveAs = async (browser: PlainBrowser, page: Landing, identifier: string): Promise<Landing> => {
    const id = parseAttemptId(new URL(page.url).pathname.split('/')[2] ?? '');
    assert.ok(id, page.text.slice(0, 500));
    await browser.go(0, { url: `/login/${id}/country/DE` });
    const state = (await platforms.store.attempts.find(id))?.state;
    assert.ok(state?.kind === 'waiting');
    return browser.bring(1, platforms.answer(String(state.kept.requestId), { kind: 'person', identifier }));
  };
  /** By the Belgian eID: nobody of Sluis knows this person before. */
  const proveAsJan = async (browser: PlainBrowser, page: Landing): Promise<Landing> => {
    const away = (await browser.go(0, { url: `${new URL(page.url).pathname}/means/eid` })).away;
    assert.ok(away);
    assert.ok(away.href.startsWith(platforms.federal.issuer), away.href);
    return browser.go(1, { url: `/means/fas/callback?${platforms.federal.logIn(away.href)}` });
  };
  const formTo = (page: Landing, end: string): FormOfPage =>
    formsOf(page).find(({ action }) => action.endsWith(end)) ?? assert.fail(`${end} in ${page.text}`);
  const send = (browser: PlainBrowser, process: number, form: FormOfPage, more: Record<string, string>) =>
    browser.go(process, { method: 'POST', url: form.action, fields: { ...form.fields, ...more } });
  const year = String(yearOf(dayOf(new Date())) + 1);

  test('asks where they are refused; the administrator approves in another process; and they are in without logging in again', async () => {
    const felix = openPlainBrowser(platforms);
    const refused = await proveAs(felix, await logIn(felix), 'felix');
    assert.match(refused.text, /You are logged in, but you cannot use/);
    const login = new URL(formsOf(refused)[0]?.action ?? '').pathname;

    const found = await felix.go(1, { url: `${login}?find=${encodeURIComponent('0403.019.261')}` });
    const choice = linksOf(found).find((each) => each.includes(`organisation=${organisation.id}`));
    assert.ok(choice, 'by its number, as people write it');
    const byName = await felix.go(0, { url: `${login}?find=example+wo` });
    assert.ok(byName.text.includes('Example Works NV'), 'and by the beginning of its name');

    const empty = await felix.go(0, { url: choice });
    assert.match(empty.text, /One administrator of this organisation decides/);
    assert.ok(!empty.text.includes('Pia'), 'names nobody');
    const wrong = await send(felix, 1, formTo(empty, '/ask'), { reason: 'please', contexts: '' });
    assert.match(wrong.text, /Write at least 10 characters/);
    assert.match(wrong.text, />please<\/textarea>/, 'what was typed stands there');

    const typed = {
      right: 'KLIPgebruiker',
      contexts: 'KLIPgebruiker Planaanvrager',
      reason: 'I make the plan requests for our sites.',
    };
    const waits = await send(felix, 0, formTo(wrong, '/ask'), typed);
    assert.match(waits.text, /You already asked Example Works NV for this on/);
    assert.match(waits.text, /http-equiv="refresh" content="30;url=\/login\//, 'and looks again by itself');
    const again = await send(felix, 1, formTo(wrong, '/ask'), typed);
    assert.match(again.text, /You already asked/, 'twice is once');

    const pia = openPlainBrowser(platforms);
    const list = `/organisation/${organisation.id}/requests`;
    const listed = await proveAs(pia, await pia.go(0, { url: list }), 'pia');
    assert.equal(new URL(listed.url).pathname, list);
    const request = linksOf(listed).find((each) => each.includes(`${list}/`));
    assert.ok(request, 'one request waits');
    const review = await pia.go(1, { url: request });
    assert.match(review.text, /I make the plan requests for our sites/);
    const approved = await send(pia, 1, formTo(review, '/approve'), {
      right: 'KLIPgebruiker',
      contexts: 'KLIPgebruiker Planaanvrager',
      ...{ 'until-day': '31', 'until-month': '12', 'until-year': year },
      ...{ type: 'permanent', email: 'felix@example.org', note: 'Welcome.' },
    });
    assert.match(approved.text, /Approved/, approved.text);
    const late = await send(pia, 0, formTo(review, '/refuse'), {
      reason: 'I thought better of it.',
      remedy: '',
    });
    assert.match(late.text, /Already decided by Pia/);

    const gone = await felix.go(0, { url: login });
    assert.ok(gone.away?.searchParams.get('code'), gone.text.slice(0, 2000));
    assert.deepEqual(platforms.failures, []);
  });

  test('who was added by number before their first login meets the invitation there, accepts, and is in without logging in again', async () => {
    const pia = openPlainBrowser(platforms);
    const add = `/organisation/${organisation.id}/people/add`;
    const page = await proveAs(pia, await pia.go(0, { url: add }), 'pia');
    const invite = async (number: string, givenNames: string, familyName: string) => {
      const typed = { way: 'number', number, givenNames, familyName, email: 'jan@example.org' };
      const noted = await send(pia, 1, formTo(page, '/people/add'), {
        ...typed,
        ...{ language: 'en', type: 'permanent' },
      });
      assert.match(noted.url, /done=noted/, noted.text);
    };
    await invite('85.07.30-033.28', 'Jan', 'Peeters');
    await invite('85.07.30-035.26', 'Jan', 'Peeters');

    const jan = openPlainBrowser(platforms);
    const met = await proveAsJan(jan, await logIn(jan, 'gipod'));
    assert.match(met.text, /Example Works NV invited you to work for them/, met.text);
    const answers = formsOf(met).filter(({ action }) => action.endsWith('/invitation'));
    assert.deepEqual(
      answers.map(({ fields }) => fields.answer),
      ['accept', 'refuse'],
      'one invitation, theirs',
    );
    const accept = answers[0] ?? assert.fail();
    const gone = await send(jan, 1, accept, {});
    assert.ok(gone.away?.searchParams.get('code'), gone.text.slice(0, 2000));
    const late = await send(jan, 0, accept, {});
    assert.doesNotMatch(late.text, /invited you to work/, 'once');
    assert.deepEqual(platforms.failures, []);
  });

  test('sees in their account what they have and why, gives it up, and asks again by a prepared link', async () => {
    const felix = openPlainBrowser(platforms);
    const access = await proveAs(felix, await felix.go(0, { url: '/account/access' }), 'felix');
    assert.match(access.text, /KLIP user \(Planaanvrager\)/);
    assert.match(access.text, /gave you this on .*, because you work for Example Works NV/);
    const asking = linksOf(access).find((each) => each.includes('/give-up/'));
    const given = await send(felix, 1, formTo(await felix.go(1, { url: asking ?? '' }), asking ?? ''), {});
    assert.match(given.text, /You gave up this right/);
    assert.match(given.text, /Rights that ended/);

    for (const [query, says] of [
      ['an=klip', /“dg” must be a target group/],
      ['dg=EA', /Exactly one of/],
      ['dg=EA&an=klip&ec=KLIPgebruiker', /Exactly one of/],
      ['dg=LB&an=klip', /not open to this target group/],
      ['dg=EA&ec=Nothing', /no right with the code/],
      ['dg=EA&an=klip&ctx=Nothing', /does not know the context/],
      ['dg=EA&an=klip&oc=1', /not the code of an organisation/],
    ] as const) {
      const wrong = await felix.go(0, { url: `/aanvraag?${query}` });
      assert.equal(wrong.status, 400, query);
      assert.match(wrong.text, says);
    }
    const link = '/aanvraag?dg=EA&ec=KLIPgebruiker&ctx=Raadpleger&oc=0403019261';
    const form = await felix.go(1, { url: link });
    const choice = linksOf(form).find((each) => each.includes(`organisation=${organisation.id}`));
    const filled = choice === undefined ? form : await felix.go(0, { url: choice });
    assert.match(filled.text, /value="KLIPgebruiker Raadpleger" checked/);
    const { fields, action } = formTo(
      filled,
      `/ask?${new URL(filled.url).search.slice(1).replace(/&organisation=.*$/, '')}`,
    );
    const sent = await felix.go(1, {
      method: 'POST',
      url: action,
      fields: { ...fields, contexts: 'KLIPgebruiker Raadpleger', reason: 'I look at the plans of others.' },
    });
    assert.match(sent.text, /Your request was sent/);
    const taken = await send(felix, 0, formTo(sent, '/withdraw'), {});
    assert.match(taken.text, /Your request was withdrawn/);
    const relation = await felix.go(0, { url: '/aanvraag_werkrelatie?dg=EA&oc=0403019261' });
    assert.match(relation.text, /Ask to be registered/);
    assert.deepEqual(platforms.failures, []);
  });
});
