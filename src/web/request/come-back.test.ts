import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LINK_TOKEN, requestSecret, requestView } from '../../../test/support/fake-requests.ts';
import { browserCookieHeader, token } from '../../../test/support/fake-web.ts';
import { openRequestPages } from '../../../test/support/request-pages.ts';
import { sentRequests } from '../../../test/support/sent-requests.ts';
import type { CaseId } from '../../domain/casework/index.ts';

const typed = 'My card is at the consulate.';

/** A browser with a page of the request open, whose session ends before its form is sent. */
function openBrowser() {
  const shown = openRequestPages(sentRequests['action-needed']);
  let cookies = `${browserCookieHeader}; sluis_request=${requestSecret}; sluis_language=en`;
  const visit = async (path: string, fields?: Record<string, string>, site = 'same-origin') => {
    const answer = await shown.app.request(path, {
      headers: { cookie: cookies, 'sec-fetch-site': site },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const name = pair.slice(0, pair.indexOf('=') + 1);
      const others = cookies.split('; ').filter((each) => !each.startsWith(name));
      cookies = [...others, ...(set.includes('Max-Age=0') ? [] : [pair])].join('; ');
    }
    return answer;
  };
  return {
    ...shown,
    visit,
    page: async (path: string) => (await visit(path)).text(),
    async csrf() {
      const page = await (await visit('/request/status')).text();
      return /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    },
    comeBack: () => visit(`/request/open/${LINK_TOKEN}`, { csrf: token }),
  };
}

describe('a session of a request that ends', () => {
  test('says so, keeps what was typed, and shows it to who comes back in this browser', async () => {
    const { fake, visit, page, csrf, comeBack } = openBrowser();
    const before = await csrf();
    fake.sessions.clear();
    const answer = await visit('/request/reply', { csrf: before, text: typed, step: 'answer' });
    assert.equal(answer.headers.get('location'), '/request/ended');
    assert.match(await page('/request/ended'), /What you just entered is kept too/);
    assert.deepEqual(fake.calls, [], 'nothing is sent without a session');
    const back = (await comeBack()).headers.get('location') ?? '';
    assert.match(back, /^\/request\/status\?again=[\w-]{22}$/);
    const shown = await page(back);
    assert.match(shown, />My card is at the consulate\.<\/textarea>/);
    assert.match(shown, /This is what you entered before you were logged out/);
    assert.doesNotMatch(await page('/request/ended'), /is kept too/, 'once');
    const fresh = /name="csrf" value="([^"]+)"/.exec(shown)?.[1] ?? '';
    await visit('/request/reply', { csrf: fresh, text: typed, step: 'answer' });
    assert.deepEqual(fake.calls.at(-1), ['replyToAgent', { typed: { text: typed, step: 'answer' } }]);
  });

  test('shows what was typed to nobody who opens another request, and keeps nothing that another site sends', async () => {
    const { fake, visit, page, csrf, comeBack } = openBrowser();
    const before = await csrf();
    fake.sessions.clear();
    await visit('/request/reply', { csrf: before, text: typed }, 'cross-site');
    assert.doesNotMatch(await page('/request/ended'), /is kept too/);
    await visit('/request/reply', { csrf: before, text: typed });
    fake.view = requestView({
      ...sentRequests['action-needed'],
      case: '0b9d2c6e-1f57-4c39-9d53-8f1f3a8f0c99' as CaseId,
    });
    const back = (await comeBack()).headers.get('location') ?? '';
    assert.doesNotMatch(await page(back), /consulate/);
  });

  test('that was followed by another one of the same request shows the form again instead of refusing it', async () => {
    const { fake, visit, page, csrf, comeBack } = openBrowser();
    const before = await csrf();
    await comeBack();
    const answer = await visit('/request/reply', { csrf: before, text: typed });
    assert.equal(fake.calls.filter(([name]) => name === 'replyToAgent').length, 0);
    assert.match(await page(answer.headers.get('location') ?? ''), /consulate\.<\/textarea>/);
    const stranger = await visit('/request/reply', {
      csrf: `${'x'.repeat(43)}.${'y'.repeat(22)}`,
      text: typed,
    });
    assert.equal(stranger.status, 403);
  });

  test('at its end keeps what stands in the form, does nothing with it, and says beforehand that it will', async () => {
    const { fake, visit, page, csrf, comeBack } = openBrowser();
    const before = await csrf();
    const dialog = /<dialog id="timeout"[\s\S]*?<\/dialog>/.exec(await page('/request/status'))?.[0] ?? '';
    assert.match(dialog, / data-keeps/);
    assert.match(dialog, /We keep what you entered on this page for 2 hours/);
    const answer = await visit('/request/reply?ended=yes', { csrf: before, text: typed });
    assert.equal(answer.headers.get('location'), '/request/ended');
    assert.deepEqual(fake.calls, [], 'nothing is sent, though the session was there for a moment more');
    assert.match(await page('/request/ended'), /What you just entered is kept too/);
    assert.match(await page((await comeBack()).headers.get('location') ?? ''), /consulate\.<\/textarea>/);
  });

  test('says that a file did not arrive', async () => {
    const { app } = openRequestPages(sentRequests['action-needed']);
    const body = new FormData();
    body.append('file', new Blob(['pixels']), 'card.jpg');
    const headers = { cookie: 'sluis_language=en' };
    const answer = await app.request('/request/documents', { method: 'POST', body, headers });
    assert.equal(answer.status, 303);
    const page = await (await app.request(answer.headers.get('location') ?? '', { headers })).text();
    assert.match(page, /The file that you sent did not arrive/);
  });
});
