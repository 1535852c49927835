import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import { parseAttemptId } from '../../src/login/index.ts';
import { linkTo, numberOf, personWith } from '../support/open-test-store.ts';
import { openPlainBrowser } from '../support/plain-browser.ts';
import { openTwoPlatforms, type TwoPlatforms } from '../support/two-platforms.ts';

describe('the answer of a member state that comes once more', () => {
  let platforms: TwoPlatforms;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    platforms = await openTwoPlatforms({ after: (work) => void endings.push(work) });
    await platforms.store.inTransaction(['persons', 'links'], async ({ persons, links }) => {
      const known = await persons.add(personWith({ number: numberOf('85073003328') }));
      await links.add({ ...linkTo(known.id, 'DE/BE/known'), country: 'DE' as never });
    });
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  /** A browser at its country, with the request that was sent there. */
  const atCountry = async () => {
    const browser = openPlainBrowser(platforms);
    const { id: client, redirectUris } = platforms.applications.klip;
    const asked = {
      client_id: client,
      redirect_uri: redirectUris[0] ?? '',
      response_type: 'code',
      scope: 'openid vo',
    };
    const page = await browser.go(0, { url: `/op/v1/auth?${new URLSearchParams(asked)}` });
    const id = parseAttemptId(page.url.split('/').at(-1) ?? '');
    assert.ok(id);
    await browser.go(1, { url: `/login/${id}/country/DE` });
    const state = (await platforms.store.attempts.find(id))?.state;
    assert.ok(state?.kind === 'waiting');
    return { browser, request: String(state.kept.requestId) };
  };
  const refusals = async () =>
    (await platforms.store.audit.list()).filter(({ kind }) => kind === 'eidas.answer-refused').length;

  test('comes to the same place, also as another answer to the same request, and is no attack', async () => {
    const { browser, request } = await atCountry();
    const message = platforms.answer(request, { kind: 'person', identifier: 'known' });
    const first = await browser.bring(0, message);
    const second = await browser.bring(1, message);
    assert.ok(first.away?.searchParams.get('code'));
    assert.equal(second.away?.href, first.away?.href);
    // Back at the country, the person agrees once more.
    const again = await browser.bring(0, platforms.answer(request, { kind: 'person', identifier: 'known' }));
    assert.equal(again.away?.href, first.away?.href);
    assert.equal(await refusals(), 0);
  });

  test('comes to the question that it led to, and takes no other person', async () => {
    const { browser, request } = await atCountry();
    const first = await browser.bring(
      1,
      platforms.answer(request, { kind: 'person', identifier: 'stranger' }),
    );
    assert.match(first.text, /name="knows"/);
    const other = await browser.bring(0, platforms.answer(request, { kind: 'person', identifier: 'known' }));
    assert.match(first.url, /\/eidas\/return\//);
    assert.match(other.url, /\/login\//);
    assert.match(other.text, /name="knows"/);
    const elsewhere = await openPlainBrowser(platforms).bring(
      0,
      platforms.answer(request, { kind: 'person', identifier: 'stranger' }),
    );
    assert.equal(elsewhere.status, 403, 'and in another browser to nothing');
    assert.equal(await refusals(), 0);
  });

  test('or comes too late, leads back to the choice of country and says why', async () => {
    const { browser, request } = await atCountry();
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 31 * 60_000 });
    try {
      const message = platforms.answer(request, { kind: 'person', identifier: 'known' });
      for (const process of [0, 1]) {
        const late = await browser.bring(process, message);
        assert.equal(late.status, 200);
        assert.match(late.text, /The login in .* took too long/);
        assert.match(late.text, /class="countries"/);
      }
    } finally {
      mock.timers.reset();
    }
    assert.equal(await refusals(), 0);
  });
});
