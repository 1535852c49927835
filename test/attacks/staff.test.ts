import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { later, MINUTE } from '../../src/base/time.ts';
import { backFromProvider } from '../support/made-up-provider.ts';
import { openStaffWalk, tokenOf } from '../support/staff-walk.ts';

describe('a page for staff', () => {
  test('opens for staff with the right, after a login of their own', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    const { path, response } = await browser.enter('/cases', 'case-agent');
    assert.equal(path, '/cases');
    assert.match(await response.text(), /the cases case-agent Example/);
  });

  test('without a session shows a login and nothing of itself', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    const response = await browser.get('/cases/lead?page=2');
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/staff/login?to=%2Fcases%2Flead%3Fpage%3D2');
    assert.equal(await response.text(), '');
    browser.cookies.set('sluis_staff', 'x'.repeat(43));
    assert.equal((await browser.get('/cases')).status, 303);
  });

  test('without the right says so, and nothing of what is in it', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    await browser.enter('/cases', 'case-agent');
    for (const path of ['/cases/lead', '/office']) {
      const response = await browser.get(`${path}`);
      const body = await response.text();
      assert.equal(response.status, 403, path);
      assert.doesNotMatch(body, /the secret of leads|the office case-agent/);
    }
    const officer = walk.browser();
    const entered = await officer.enter('/office', 'registration-officer');
    assert.equal(entered.response.status, 200);
    assert.equal((await officer.get('/cases')).status, 403);
  });

  test('closes at once when the right ends, in the middle of a session', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    await browser.enter('/cases', 'case-agent');
    walk.test.moveTo(later(walk.test.now(), MINUTE));
    assert.equal((await browser.get('/cases')).status, 200);
    await walk.endRight('case-agent');
    const response = await browser.get('/cases');
    assert.equal(response.status, 303);
    assert.match(response.headers.get('location') ?? '', /^\/staff\/again/);
  });

  test('asks for a fresh login before a dangerous step, and leads back to it', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    await browser.enter('/cases', 'case-agent');
    assert.equal((await browser.get('/cases/danger')).status, 200);
    walk.test.moveTo(later(walk.test.now(), 16 * MINUTE));
    assert.equal((await browser.get('/cases')).status, 200);
    const response = await browser.get('/cases/danger');
    assert.equal(response.headers.get('location'), '/staff/again?to=%2Fcases%2Fdanger');
    const again = await browser.enter('/cases/danger', 'case-agent');
    assert.equal(again.path, '/cases/danger');
    assert.equal(again.response.status, 200);
  });
});

describe('a session of staff', () => {
  test('is opened by one login once, and is the same when the answer to it was lost', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    const location = await browser.logIn('/cases', 'case-agent');
    await browser.get(location);
    const first = browser.cookies.get('sluis_staff');
    assert.ok(first);
    browser.cookies.delete('sluis_staff');
    assert.equal((await browser.get(location)).status, 303);
    assert.equal(browser.cookies.get('sluis_staff'), first);
    const csrf = tokenOf(await (await browser.get('/cases')).text());
    assert.equal((await browser.post('/staff/logout', { csrf })).status, 303);
    browser.cookies.delete('sluis_staff');
    const again = await browser.get(location);
    assert.equal(again.status, 303);
    assert.equal(
      browser.cookies.has('sluis_staff'),
      false,
      'going back in history after logging out opens nothing',
    );
  });

  test('is not opened in another browser, whoever sends the address', async (t) => {
    const walk = await openStaffWalk(t);
    const attacker = walk.browser();
    const location = await attacker.logIn('/cases', 'case-agent');
    const victim = walk.browser();
    await victim.get('/staff/login?to=/cases');
    const response = await victim.get(location);
    assert.equal(response.status, 403);
    assert.equal(victim.cookies.has('sluis_staff'), false);
    assert.equal(
      (await attacker.get(location)).headers.get('location'),
      '/cases',
      'it still waits for its own',
    );
  });

  test('is one, and no second one, for requests at once', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    const location = await browser.logIn('/cases', 'case-agent');
    const answers = await Promise.all([1, 2, 3, 4].map(() => browser.get(location)));
    const secrets = answers.flatMap(({ headers }) =>
      headers.getSetCookie().map((each) => each.split(';', 1)[0]),
    );
    assert.equal(new Set(secrets).size, 1);
    assert.ok(secrets[0]?.startsWith('sluis_staff='));
  });

  test('is not opened by a login to something else', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    await browser.get('/staff/login?to=/cases');
    const elsewhere = await walk.beginElsewhere(browser);
    await browser.get(backFromProvider(elsewhere, '91020399465'));
    const response = await browser.get(elsewhere.replace('/login/', '/staff/enter/'));
    assert.equal(response.status, 404);
    assert.equal(browser.cookies.has('sluis_staff'), false);
  });

  test('is not opened by a login to the pages of applicants', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    await browser.get('/staff/login?to=/cases');
    const path = await walk.beginElsewhere(browser, 'requests');
    const response = await browser.get(path.replace('/login/', '/staff/enter/'));
    assert.equal(response.status, 404);
    assert.equal(browser.cookies.has('sluis_staff'), false);
  });

  test('is not opened by a login that is not finished', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    const { path } = await browser.follow(await browser.get('/cases'));
    const response = await browser.get(path.replace('/login/', '/staff/enter/'));
    assert.equal(response.headers.get('location'), path);
    assert.equal(browser.cookies.has('sluis_staff'), false);
  });

  test('has a secret of its own after every login, and the one before is over', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    browser.cookies.set('sluis_staff', 'f'.repeat(43));
    await browser.enter('/cases', 'case-agent');
    const first = browser.cookies.get('sluis_staff') ?? '';
    assert.notEqual(first, 'f'.repeat(43), 'a secret that was planted is never taken over');
    await browser.follow(
      await browser.get(await browser.logIn('/staff/login?fresh=1&to=/cases', 'case-lead')),
    );
    const second = browser.cookies.get('sluis_staff') ?? '';
    assert.notEqual(second, first);
    const old = walk.browser();
    old.cookies.set('sluis_staff', first);
    assert.equal((await old.get('/cases')).status, 303);
  });

  test('ends after half an hour without use, and after two hours in any case', async (t) => {
    const walk = await openStaffWalk(t);
    const idle = walk.browser();
    const busy = walk.browser();
    await idle.enter('/cases', 'case-agent');
    await busy.enter('/cases', 'case-lead');
    const begin = walk.test.now();
    for (let minutes = 20; minutes < 120; minutes += 20) {
      walk.test.moveTo(later(begin, minutes * MINUTE));
      assert.equal((await busy.get('/cases')).status, 200, `${minutes}`);
    }
    assert.equal((await idle.get('/cases')).status, 303);
    walk.test.moveTo(later(begin, 120 * MINUTE));
    assert.equal((await busy.get('/cases')).status, 303);
  });

  test('lives on for who asks for more time, and for nobody else', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    const { response } = await browser.enter('/cases', 'case-agent');
    const csrf = tokenOf(await response.text());
    const begin = walk.test.now();
    walk.test.moveTo(later(begin, 25 * MINUTE));
    assert.equal((await browser.post('/staff/more-time', {})).status, 403);
    assert.equal((await browser.post('/staff/more-time', { csrf })).headers.get('location'), '/cases');
    walk.test.moveTo(later(begin, 50 * MINUTE));
    assert.equal((await browser.get('/cases')).status, 200);
    walk.test.moveTo(later(begin, 85 * MINUTE));
    const over = await browser.post('/staff/more-time', { csrf });
    assert.equal(over.status, 403, 'a login page would look like more time to the script');
  });

  test('ends when staff log out, by a form of ours alone', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    const { response } = await browser.enter('/cases', 'case-agent');
    const csrf = tokenOf(await response.text());
    const secret = browser.cookies.get('sluis_staff') ?? '';
    assert.equal((await browser.post('/staff/logout', {})).status, 403);
    assert.equal((await browser.get('/cases')).status, 200);
    assert.equal((await browser.post('/staff/logout', { csrf })).headers.get('location'), '/staff/left');
    assert.equal(browser.cookies.has('sluis_staff'), false);
    browser.cookies.set('sluis_staff', secret);
    assert.equal((await browser.get('/cases')).status, 303, 'the secret is worth nothing any more');
    const kinds = (await walk.test.store.audit.list({ limit: 100 })).map(({ kind }) => kind);
    assert.equal(kinds.filter((kind) => kind === 'staff.entered').length, 1);
    assert.equal(kinds.filter((kind) => kind === 'staff.left').length, 1);
  });
});

describe('a form of staff', () => {
  const send = async (
    walk: Awaited<ReturnType<typeof openStaffWalk>>,
    csrf: (own: string) => string,
    headers: Record<string, string> = {},
  ) => {
    const browser = walk.browser();
    const { response } = await browser.enter('/cases', 'case-agent');
    return browser.post('/cases/do', { csrf: csrf(tokenOf(await response.text())), what: 'it' }, headers);
  };

  test('is taken from our own page in the same session', async (t) => {
    const walk = await openStaffWalk(t);
    assert.equal((await send(walk, (own) => own)).status, 303);
    assert.deepEqual(walk.done, ['it']);
  });

  test('is refused without the token, with that of another session, and from another site', async (t) => {
    const walk = await openStaffWalk(t);
    const other = await walk.browser().enter('/cases', 'case-lead');
    const foreign = tokenOf(await other.response.text());
    assert.equal((await send(walk, () => '')).status, 403);
    assert.equal((await send(walk, () => foreign)).status, 403);
    assert.equal((await send(walk, (own) => own, { 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await send(walk, (own) => own, { 'sec-fetch-site': 'same-site' })).status, 403);
    assert.deepEqual(walk.done, []);
  });

  test('without a session does nothing, and leads to a login', async (t) => {
    const walk = await openStaffWalk(t);
    const response = await walk.browser().post('/cases/do', { what: 'it' });
    assert.equal(response.headers.get('location'), '/staff/login?to=%2Fcases%2Fdo');
    assert.deepEqual(walk.done, []);
  });
});

describe('a login of staff', () => {
  test('leads to no other site, whatever the address asks', async (t) => {
    const walk = await openStaffWalk(t);
    for (const to of [
      'https://evil.example/cases',
      '//evil.example',
      '/\\evil.example',
      '/casesevil',
      'javascript:alert(1)',
    ]) {
      const browser = walk.browser();
      const { path } = await browser.enter(`/staff/login?to=${encodeURIComponent(to)}`, 'case-agent');
      assert.equal(path, '/cases', to);
    }
  });

  test('that is stopped leads to a page that says so, with a way back', async (t) => {
    const walk = await openStaffWalk(t);
    const browser = walk.browser();
    const { path } = await browser.follow(await browser.get('/cases'));
    const csrf = tokenOf(await (await browser.get(path)).text());
    const ended = await browser.follow(await browser.post(path, { csrf, answer: 'give-up' }));
    assert.match(await ended.response.text(), /href="\/staff\/login\?to=%2Fcases"/);
  });
});
