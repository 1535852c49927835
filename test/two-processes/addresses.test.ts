import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import { HOUR, MINUTE } from '../../src/base/time.ts';
import { parseAttemptId } from '../../src/login/index.ts';
import { type AddressAnswer, addressKinds, type Situation } from '../../src/web/index.ts';
import { linkTo, numberOf, personWith } from '../support/open-test-store.ts';
import { formsOf, openPlainBrowser, type PlainBrowser } from '../support/plain-browser.ts';
import { openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';
import { waysOnIn } from '../support/ways-on.ts';

type Kind = keyof typeof addressKinds;
type Address = {
  readonly kind: Kind;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly fields?: Readonly<Record<string, string>>;
};

/** Every address that a login has, whichever way it is come back to. */
type Walked = {
  readonly browser: PlainBrowser;
  readonly id: string;
  readonly csrf: string;
  readonly addresses: readonly Address[];
};

describe('every address of a login, come back to', () => {
  const endings: (() => Promise<void>)[] = [];
  let platforms: TwoPlatforms;
  before(async () => {
    platforms = await openTwoPlatforms({ after: (work) => void endings.push(work) });
    await platforms.store.inTransaction(['persons', 'links'], async ({ persons, links }) => {
      const known = await persons.add(personWith({ number: numberOf('85073003328') }));
      await links.add({ ...linkTo(known.id, 'DE/BE/known'), country: 'DE' as never });
    });
  });
  after(async () => {
    mock.timers.reset();
    for (const end of endings.reverse()) await end();
  });

  /** A login up to its member state, with the answer that would end it. */
  const walk = async (
    browser = openPlainBrowser(platforms),
  ): Promise<Walked & { readonly message: string }> => {
    const { id: client, redirectUris } = platforms.applications.klip;
    const asked = {
      client_id: client,
      redirect_uri: redirectUris[0] ?? '',
      response_type: 'code',
      scope: 'openid vo',
      prompt: 'login',
    };
    const authorization = `/op/v1/auth?${new URLSearchParams(asked)}`;
    const page = await browser.go(0, { url: authorization });
    const id = parseAttemptId(new URL(page.url).pathname.split('/').at(-1) ?? '');
    assert.ok(id, page.text);
    const csrf = formsOf(page)[0]?.fields.csrf ?? '';
    await browser.send(1, { url: `/login/${id}/country/DE` });
    const state = (await platforms.store.attempts.find(id))?.state;
    assert.ok(state?.kind === 'waiting');
    const message = platforms.answer(String(state.kept.requestId), { kind: 'person', identifier: 'known' });
    const form = { csrf, answer: 'go-back' };
    const addresses: readonly Address[] = [
      { kind: 'login', method: 'GET', url: `/login/${id}` },
      { kind: 'login-view', method: 'GET', url: `/login/${id}/country` },
      { kind: 'tile', method: 'GET', url: `/login/${id}/means/eid` },
      { kind: 'country', method: 'GET', url: `/login/${id}/country/DE` },
      { kind: 'login-place', method: 'GET', url: `/login/${id}/more-time` },
      { kind: 'login-place', method: 'GET', url: `/login/${id}/again` },
      { kind: 'login-place', method: 'GET', url: `/login/${id}/request` },
      { kind: 'login-form', method: 'POST', url: `/login/${id}/more-time`, fields: form },
      { kind: 'login-form', method: 'POST', url: `/login/${id}/request`, fields: form },
      { kind: 'authorization', method: 'GET', url: authorization },
      { kind: 'resume', method: 'GET', url: `/op/v1/auth/${id}` },
      { kind: 'answer-place', method: 'GET', url: '/eidas/acs' },
    ];
    return { browser, id, csrf, addresses, message };
  };

  /** What is wrong with what these addresses answer, in words. */
  const look = async (browser: PlainBrowser, addresses: readonly Address[], situation: Situation) => {
    const wrong: string[] = [];
    for (const { kind, method, url, fields } of addresses) {
      const expected: AddressAnswer = addressKinds[kind].answers[situation];
      const at = `${situation}: ${method} ${url.slice(0, 60)}`;
      const answer = await browser.send(wrong.length, { method, url, ...(fields && { fields }) });
      const location = answer.headers.get('location')?.replace(platforms.origin, '');
      if (!expected.statuses.includes(answer.status)) wrong.push(`${at}: ${answer.status}`);
      else if (location && expected.to && !location.startsWith(expected.to))
        wrong.push(`${at}: leads to ${location}`);
      else if (!location)
        wrong.push(
          ...(await waysOnIn(answer.text, async (path) => (await browser.send(0, { url: path })).status, at)),
        );
    }
    return wrong;
  };

  /** The answer of the member state, posted as its page does, and the address that it led to. */
  const post = async (message: string): Promise<readonly Address[]> => {
    const answer = {
      kind: 'answer',
      method: 'POST',
      url: '/eidas/acs',
      fields: { SAMLResponse: message },
    } as const;
    const posted = await platforms.send(0, answer);
    assert.equal(posted.status, 303, posted.text);
    return [answer, { kind: 'arrival', method: 'GET', url: posted.headers.get('location') ?? '' }];
  };

  test('while it lives, in its own browser, in a second tab, and in another browser', async () => {
    const { browser, addresses, message } = await walk();
    assert.deepEqual(await look(browser, addresses, 'again'), []);
    const other = openPlainBrowser(platforms);
    assert.deepEqual(await look(other, addresses, 'browser'), []);
    const tab = await walk(browser);
    assert.deepEqual(await look(browser, tab.addresses, 'tab'), []);
    // Each of the two tabs comes through.
    for (const each of [tab.message, message]) {
      const landed = await browser.bring(0, each);
      assert.ok(landed.away?.searchParams.get('code'), landed.text);
    }
  });

  test('after it was finished leads to the application', async () => {
    const { browser, addresses, message, id, csrf } = await walk();
    const answers = await post(message);
    const landed = await browser.bring(0, message);
    assert.ok(landed.away?.searchParams.get('code'), landed.text);
    const again: Address = {
      kind: 'login-form',
      method: 'POST',
      url: `/login/${id}/again`,
      fields: { csrf },
    };
    const all = [...addresses, ...answers, again];
    assert.deepEqual(await look(browser, all, 'ended'), []);
    assert.deepEqual(await look(openPlainBrowser(platforms), all, 'browser'), []);
    const back = await browser.go(0, { url: `/login/${id}` });
    assert.ok(back.away !== null || back.text.includes('https://klip.example/'), back.text);
  });

  test('after it ended by itself begins once more, and comes through', async () => {
    const { browser, addresses, message, id, csrf } = await walk();
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 61 * MINUTE });
    try {
      const before = (await platforms.store.audit.list({ kind: 'eidas.answer-refused' })).length;
      const answers = await post(message);
      assert.deepEqual(await look(browser, [...addresses, ...answers], 'ended'), []);
      const told = await platforms.store.audit.list({ kind: 'eidas.answer-refused' });
      assert.equal(told.length, before, 'late is no event of security');
      const page = await browser.go(0, { url: `/login/${id}` });
      const [again] = formsOf(page).filter(({ action }) => action.endsWith('/again'));
      assert.ok(again, page.text);
      const begun = await browser.go(0, { method: 'POST', url: again.action, fields: again.fields });
      const next = parseAttemptId(new URL(begun.url).pathname.split('/').at(-1) ?? '');
      assert.ok(next && next !== id && begun.status === 200, begun.text);
      await browser.send(0, { url: `/login/${next}/country/DE` });
      const state = (await platforms.store.attempts.find(next))?.state;
      assert.ok(state?.kind === 'waiting');
      const came = platforms.answer(String(state.kept.requestId), { kind: 'person', identifier: 'known' });
      const landed = await browser.bring(0, came);
      assert.ok(landed.away?.searchParams.get('code'), 'the application gets its answer');
      assert.ok(csrf);
    } finally {
      mock.timers.reset();
    }
  });

  test('after a day says so, and leads on', async () => {
    const unfinished = await walk();
    const finished = await walk();
    const answers = await post(finished.message);
    await finished.browser.bring(0, finished.message);
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 25 * HOUR });
    try {
      for (const { browser, addresses } of [unfinished, finished]) {
        const own = addresses.filter(({ kind }) => kind !== 'authorization');
        assert.deepEqual(await look(browser, own, 'day'), []);
      }
      assert.deepEqual(await look(finished.browser, answers, 'day'), []);
      await platforms.store.upkeep.run(new Date());
      assert.deepEqual(
        await look(finished.browser, answers, 'day'),
        [],
        'and after what is over was removed',
      );
    } finally {
      mock.timers.reset();
    }
  });
});
