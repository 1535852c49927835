import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fakeWorkInvitations, listedInvitation } from '../../../../test/support/fake-people.ts';
import { browserCookieHeader, openFakeWeb, token } from '../../../../test/support/fake-web.ts';
import { ATTEMPT_ID, attempt, pages, pageView } from '../../../../test/support/web-fixtures.ts';
import { openLanguages } from '../../../base/language.ts';
import type { WebWorld } from '../../index.ts';
import { pathLanguagesIn } from '../../texts/path-languages.ts';

const path = `/login/${ATTEMPT_ID}`;
const cookie = browserCookieHeader;
const { id } = listedInvitation().invitation;

/** The login of somebody who proved who they are, by this much, and may act for nobody. */
function openWithout(
  over: Partial<WebWorld['workInvitations']> = {},
  authentication: Readonly<Record<string, unknown>> = { assurance: 'high' },
) {
  const others = pathLanguagesIn().map(({ language }) => language);
  const languages = openLanguages(others);
  const { app, fake } = openFakeWeb({ languages, workInvitations: fakeWorkInvitations(over) });
  const page = pages['no-capacity-at-all'] ?? assert.fail();
  const person = '00000000-0000-4000-8000-0000000000a1';
  const state = { kind: 'without-capacity', person, authentication, justLinked: false } as never;
  fake.show = (language) => ({ ...pageView(page, language), attempt: attempt(language, { state }) });
  return {
    fake,
    show: async (query = '', language = 'en') =>
      (await app.request(`${path}${query}`, { headers: { cookie, 'accept-language': language } })).text(),
    answer: (fields: Readonly<Record<string, string>>) =>
      app.request(`${path}/invitation`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ csrf: token, ...fields }),
      }),
  };
}

describe('an invitation that waits for somebody who may act for nobody', () => {
  test('is said before anything else on the page, with its two answers', async () => {
    const body = await openWithout().show();
    const text = body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    assert.match(text, /Acme Waterdal invited you to work for them.*Invited by Anna Müller/);
    assert.ok(body.indexOf('invited you') < body.indexOf('class="lede"'));
    assert.deepEqual(
      [...body.matchAll(/name="answer" value="(accept|refuse)"/g)].map(([, kind]) => kind),
      ['accept', 'refuse'],
    );
  });

  test('is answered as whoever proved who they are in this login, by what they proved', async () => {
    const asked: unknown[] = [];
    const { answer } = openWithout({
      async accept(each) {
        asked.push(each);
        return { kind: 'too-weak' };
      },
    });
    const person = '00000000-0000-4000-8000-0000000000a1';
    const answered = await answer({ invitation: id, answer: 'accept', person: 'x', assurance: 'high' });
    assert.deepEqual(asked, [{ person, assurance: 'high', invitation: id }]);
    assert.equal(answered.headers.get('location'), `${path}?answered=too-weak`);
    assert.equal((await answer({ csrf: '', invitation: id, answer: 'accept' })).status, 403);
    for (const wrong of [{ invitation: id }, { invitation: 'x', answer: 'accept' }])
      assert.equal((await answer(wrong)).headers.get('location'), path);
    assert.equal(asked.length, 1);
  });

  test('is told how its answer ended, with the way on, and is not told what the address makes up', async () => {
    const { show } = openWithout();
    assert.match(await show('?answered=refused'), /You refused/);
    assert.match(await show('?answered=too-weak'), /not strong enough[\s\S]*href="\/account\/invitations"/);
    assert.match(await show('?answered=not-taken'), /Your answer was not taken/);
    assert.doesNotMatch(await show('?answered=anything'), /class="banner/);
  });

  test('neither shows nor is answered by an account that counts for one organisation alone, or on another page of a login', async () => {
    const accept = async () => assert.fail('it was answered');
    const account = openWithout({ accept }, { assurance: 'substantial', organisation: 'o' });
    assert.doesNotMatch(await account.show(), /invited you/);
    assert.equal((await account.answer({ invitation: id, answer: 'accept' })).headers.get('location'), path);
    const elsewhere = openWithout({ accept });
    elsewhere.fake.show = (language) => pageView(pages.means ?? assert.fail(), language);
    const posted = await elsewhere.answer({ invitation: id, answer: 'accept' });
    assert.equal(posted.headers.get('location'), path);
  });

  test('is said in Polish too where that is offered', async () => {
    const { fake, show } = openWithout();
    const shown = fake.show;
    fake.show = () => shown('pl' as never);
    assert.match(await show(), /Acme Waterdal zaprasza[\s\S]*Przyjmuję/);
  });
});
