import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  documentExample,
  requestCookieHeader,
  requestSecret,
  requestView,
} from '../../../../test/support/fake-requests.ts';
import { openRequestPages } from '../../../../test/support/request-pages.ts';
import { sentRequests } from '../../../../test/support/sent-requests.ts';

const STATUS = '/request/status';
const NUMBER = '95.50.17-001.49';

describe('the status of a request', () => {
  test('tells each step in words, when and by whom, and how long it usually takes', async () => {
    const { get } = openRequestPages(sentRequests['in-progress']);
    const page = await (await get(STATUS)).text();
    assert.match(
      page,
      /<b>Request received<\/b><small><strong>Done<\/strong> · you · <time datetime="2026-11-20/,
    );
    assert.match(
      page,
      /<b>Details checked<\/b><small><strong>In progress<\/strong> · an agent of the Federal/,
    );
    assert.match(page, /Usually within 4 working days/);
    assert.doesNotMatch(page, /working days.*0000/);
  });

  test('shows the question of the agent with its due date and takes the answer', async () => {
    const { fake, get, post } = openRequestPages(sentRequests['action-needed']);
    const page = await (await get(STATUS)).text();
    assert.match(page, /We need an answer from you/);
    assert.match(page, /The rest must be here on <strong>5 December 2026<\/strong> at the latest/);
    assert.match(page, /<li class="done"><b>Identity card, front<\/b><small>Received on 22 November 2026/);
    assert.match(
      page,
      /<b>Identity card, back<\/b><small>Not received yet<\/small><a href="\/request\/documents\?kind=identity-back">/,
    );
    assert.match(page, /We received 1 of 2/);
    assert.match(page, /href="\/request\/documents"/);
    const answer = await post('/request/reply', { text: 'Here they are' });
    assert.equal(answer.headers.get('location'), `${STATUS}?done=replied`);
    assert.deepEqual(fake.calls, [['replyToAgent', { typed: { text: 'Here they are' } }]]);
    assert.match(await (await get(`${STATUS}?done=replied`)).text(), /Your message is sent/);
  });

  test('leads from an answer that could not be taken to the same page in another language', async () => {
    const { fake, get, post, shown } = openRequestPages(sentRequests['action-needed']);
    fake.kept = { kind: 'wrong', errors: [{ field: 'text', code: 'too-long' }] };
    const page = await shown(await post('/request/reply', { text: 'my long story' }));
    const link = /href="([^"]+)" lang="nl"/.exec(page)?.[1] ?? '';
    const there = (await get(link.replaceAll('&amp;', '&'))).headers.get('location') ?? '';
    assert.match(
      await (await get(there, { cookie: `${requestCookieHeader}; sluis_language=nl` })).text(),
      /lang="nl"[\s\S]*my long story<\/textarea>/,
    );
  });

  test('keeps what was typed when an answer cannot be taken', async () => {
    const { fake, post, shown } = openRequestPages(sentRequests['action-needed']);
    fake.kept = { kind: 'wrong', errors: [{ field: 'text', code: 'too-long' }] };
    const answer = await post('/request/reply', { text: '\nmy long story' });
    const page = await shown(answer);
    assert.match(page, /<a href="#text">Your message must be shorter<\/a>/);
    assert.match(page, />\n\nmy long story<\/textarea>/);
  });

  test('shows the number to the eID alone, masked until it is asked for', async () => {
    const { fake, get } = openRequestPages(sentRequests['number-assigned']);
    const page = await (await get(STATUS)).text();
    assert.match(page, /95\.50\.17-•••\.••/);
    assert.match(page, /<details><summary>Show the number<\/summary>[\s\S]*95\.50\.17-001\.49/);
    fake.sessions.set(requestSecret, { case: requestView().case, provenBy: 'link' });
    const byLink = await (await get(STATUS)).text();
    assert.ok(!byLink.includes(NUMBER) && !byLink.includes('95501700149'));
    assert.match(byLink, /To see the number here, <a href="\/request\/login">log in with your eID<\/a>/);
  });

  test('leads on to the application and to the access of the organisation once there is a number', async () => {
    const { get } = openRequestPages(sentRequests.linked);
    const page = await (await get(STATUS)).text();
    assert.match(page, /href="http:\/\/localhost:4001\/"[^>]*>Continue to KLIP</);
    assert.match(page, /href="\/help\/foreign-company"/);
    assert.match(page, /kept for 6 to 12 months/);
  });

  test('of a refused request gives the reason, the words of the agent and the legal remedy', async () => {
    const { get } = openRequestPages(sentRequests.refused);
    const page = await (await get(STATUS)).text();
    assert.match(page, /We could not be sure who you are/);
    assert.match(page, /You can appeal to the Council of State within 60 days/);
    assert.doesNotMatch(page, /href="\/request\/withdraw"/);
  });

  test('says nothing but known words for what was done', async () => {
    const { get } = openRequestPages(sentRequests['in-progress']);
    assert.doesNotMatch(await (await get(`${STATUS}?done=%3Cb%3Ehacked`)).text(), /hacked/);
  });
});

describe('contact and withdrawing', () => {
  test('a new e-mail address leads to its code, another telephone number back to the request', async () => {
    const { fake, get, post } = openRequestPages(sentRequests['in-progress']);
    const typed = { email: 'anna@example.eu', telephone: '+32 2 553 00 00', language: 'nl' };
    assert.equal((await post('/request/contact', typed)).headers.get('location'), `${STATUS}?done=contact`);
    assert.deepEqual(fake.calls, [['changeContact', { typed, proof: 'eid' }]]);
    const answers = { ...sentRequests['in-progress'].answers, pendingEmail: 'new@example.eu' };
    fake.view = { ...sentRequests['in-progress'], answers, emailToConfirm: true };
    assert.equal((await post('/request/contact', typed)).headers.get('location'), '/request/email');
    assert.match(await (await get('/request/email')).text(), /<strong>new@example\.eu<\/strong>/);
    assert.match(await (await get(STATUS)).text(), /once you <a href="\/request\/email">/);
  });

  test('somebody who came by a link is told to use the eID for another address', async () => {
    const { fake, post, shown } = openRequestPages(sentRequests['in-progress']);
    fake.kept = { kind: 'wrong', errors: [{ field: 'email', code: 'needs-eid' }] };
    assert.match(
      await shown(await post('/request/contact', {})),
      /Log in with your eID to change your email address/,
    );
  });

  test('withdrawing is asked again before it is done', async () => {
    const { fake, get, post } = openRequestPages(sentRequests['in-progress']);
    assert.match(
      await (await get('/request/withdraw')).text(),
      /We delete your documents 90 days after today/,
    );
    assert.deepEqual(fake.calls, []);
    assert.equal((await post('/request/withdraw')).headers.get('location'), `${STATUS}?done=withdrawn`);
    fake.view = sentRequests.linked;
    assert.equal((await get('/request/withdraw')).headers.get('location'), `${STATUS}?done=not-now`);
  });
});

describe('documents of a request', () => {
  const DOCUMENTS = '/request/documents';

  test('are sent one at a time and listed with name, size and type', async () => {
    const { fake, get, upload } = openRequestPages(sentRequests['action-needed']);
    const answer = await upload({ kind: 'identity-front' }, new Blob(['pixels']), 'front.jpg');
    assert.equal(answer.headers.get('location'), `${DOCUMENTS}?done=added`);
    assert.deepEqual(fake.calls, [['addDocument', { document: 'front.jpg', kind: 'identity-front' }]]);
    const page = await (await get(`${DOCUMENTS}?done=added`)).text();
    assert.match(page, /Your document is added/);
    assert.match(page, /JPEG, 2\.4 MB, sent on 22 November 2026/);
    assert.match(page, /The agent cannot use this document: We cannot read the number\./);
  });

  test('say what is missing', async () => {
    const { upload, shown } = openRequestPages(sentRequests['action-needed']);
    const answer = await upload({}, null);
    const page = await shown(answer);
    assert.match(page, /<a href="#kind">Choose what it is<\/a>/);
    assert.match(page, /<a href="#file">Choose a file<\/a>/);
  });

  test('that cannot be taken say why in words', async () => {
    const { upload, shown } = openRequestPages(sentRequests['action-needed'], {
      documents: { prepare: async () => ({ kind: 'refused', reason: 'harmful' }) },
    });
    const answer = await upload({ kind: 'passport' }, new Blob(['x']));
    const page = await shown(answer);
    assert.match(page, /We could not accept this file because it may be harmful/);
    assert.match(page, /value="passport" checked/);
  });

  test('are taken back by their own button', async () => {
    const { fake, post } = openRequestPages(sentRequests['action-needed']);
    const { id } = documentExample();
    assert.equal(
      (await post(`${DOCUMENTS}/remove`, { document: id })).headers.get('location'),
      `${DOCUMENTS}?done=gone`,
    );
    assert.equal(
      (await post(`${DOCUMENTS}/remove`, { document: '../1' })).headers.get('location'),
      `${STATUS}?done=not-now`,
    );
    assert.deepEqual(fake.calls, [['removeDocument', { document: id }]]);
  });
});

describe('a request that an office goes on with', () => {
  const place = {
    street: 'Grote Markt 1',
    postcode: '9999',
    municipality: 'Lindeberg',
    telephone: '+32 9 000 00 00',
    website: null,
    hours: { en: 'Monday to Friday, 9 to 12', nl: 'Maandag tot vrijdag, 9 tot 12' },
    byAppointment: true,
  } as const;
  const { asked } = sentRequests['action-needed'];
  const atOffice = {
    ...sentRequests['handed-over'],
    asked,
    documents: [documentExample()],
    stage: { kind: 'handed-over', office: 'Stad Lindeberg', place },
  } as const;

  test('says where to bring documents and when, takes words, and offers to send no file', async () => {
    const { get } = openRequestPages(atOffice);
    for (const path of [STATUS, '/request/documents']) {
      const page = await (await get(path)).text();
      for (const word of [
        'Stad Lindeberg',
        'Grote Markt 1',
        'Monday to Friday',
        'Bring your documents there',
      ])
        assert.ok(page.includes(word), `${path} ${word}`);
      assert.match(page, /<b>Identity card, back<\/b><small>Bring it to the office</);
      assert.doesNotMatch(
        page,
        /type="file"|kind=identity-back|I cannot send a file|cannot send documents now/,
      );
    }
    assert.match(await (await get(STATUS)).text(), /action="\/request\/reply"/);
  });

  test('leads whoever still had the page for sending open to the office, without taking the file', async () => {
    const { fake, get, upload } = openRequestPages(atOffice);
    const answer = await upload({ kind: 'passport' }, new Blob(['pixels']));
    assert.equal(answer.headers.get('location'), `${STATUS}?done=not-now`);
    assert.deepEqual(fake.calls, []);
    assert.match(await (await get(`${STATUS}?done=not-now`)).text(), /Grote Markt 1/);
  });
});
