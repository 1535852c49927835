import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { requestView } from '../../../test/support/fake-requests.ts';
import { openRequestPages } from '../../../test/support/request-pages.ts';
import { sentRequests } from '../../../test/support/sent-requests.ts';

const unproven = requestView({
  emailToConfirm: true,
  answers: { ...requestView().answers, emailConfirmedAt: null },
});

describe('the code for the e-mail address', () => {
  test('is sent when the address was given, and asked for before the check', async () => {
    const { fake, post, get } = openRequestPages(unproven);
    const answer = await post('/request/questions/contact', { email: 'anna@example.eu', version: '1' });
    assert.equal(answer.headers.get('location'), '/request/email');
    assert.deepEqual(
      fake.calls.map(([name]) => name),
      ['answerPage', 'sendCode'],
    );
    assert.match(await (await get('/request/email')).text(), /autocomplete="one-time-code"/);
    assert.equal((await get('/request/check')).headers.get('location'), '/request/email');
  });

  test('says how many tries are left, and asks for a new one when there are none', async () => {
    const { fake, post, shown } = openRequestPages(unproven);
    const errors = [{ field: 'code', code: 'not-right' }] as const;
    fake.confirmed = { kind: 'wrong', errors, triesLeft: 2 };
    const wrong = await post('/request/email', { code: '123456' });
    assert.match(await shown(wrong), /You have 2 tries left/);
    fake.confirmed = { kind: 'wrong', errors, triesLeft: 0 };
    assert.match(await shown(await post('/request/email', { code: '1' })), /Ask for a new one/);
  });

  test('can be sent again, and says when that is too soon', async () => {
    const { fake, post, get } = openRequestPages(unproven);
    const sent = await post('/request/email/again');
    assert.equal(sent.headers.get('location'), '/request/email?code=sent');
    fake.code = { kind: 'too-soon' };
    const soon = (await post('/request/email/again')).headers.get('location') ?? '';
    assert.match(await (await get(soon)).text(), /Wait a minute/);
  });

  test('that came back says so, and leads to where the address can be changed', async () => {
    const { fake, get } = openRequestPages(unproven);
    assert.doesNotMatch(await (await get('/request/email')).text(), /came back/);
    fake.view = { ...unproven, codeCameBack: true };
    const page = await (await get('/request/email')).text();
    assert.match(page, /Our email to this address came back.*href="\/request\/questions\/contact"/s);
  });

  test('leads on once it is right', async () => {
    const { fake, post } = openRequestPages(unproven);
    fake.view = requestView();
    const answer = await post('/request/email', { code: '123 456' });
    assert.equal(answer.headers.get('location'), '/request/check');
    assert.deepEqual(fake.calls, [['confirmEmail', { code: '123 456' }]]);
  });
});

describe('sending a request', () => {
  test('shows every answer with a way to change it, and says how long things are kept', async () => {
    const { get } = openRequestPages();
    const page = await (await get('/request/check')).text();
    for (const part of ['names', 'birth', 'sex', 'nationality', 'address', 'document', 'contact'])
      assert.match(page, new RegExp(`href="/request/questions/${part}">Change<span class="vh">: `));
    assert.match(page, /Documents are deleted 90 days after the decision/);
  });

  test('asks for the statement of truth', async () => {
    const { fake, post, shown } = openRequestPages();
    fake.sent = { kind: 'wrong', errors: [{ field: 'agree', code: 'agree' }] };
    const answer = await post('/request/check', { version: '1' });
    assert.match(
      await shown(answer),
      /<a href="#agree">Tick the box to say that your answers are true and complete</,
    );
  });

  test('leads to the confirmation, which may be looked at again', async () => {
    const { fake, post, get } = openRequestPages();
    const answer = await post('/request/check', { version: '1', agree: 'yes' });
    assert.equal(answer.headers.get('location'), '/request/sent');
    fake.view = sentRequests['in-progress'];
    const page = await (await get('/request/sent')).text();
    assert.match(page, /We have received your request/);
    assert.match(page, /This usually takes 4 working days/);
  });

  test('twice says that it was sent already, with the reference', async () => {
    const { fake, post, get } = openRequestPages();
    fake.sent = { kind: 'already-sent' };
    const answer = await post('/request/check', { version: '1', agree: 'yes' });
    fake.view = sentRequests['in-progress'];
    assert.equal(answer.headers.get('location'), '/request/check');
    assert.match(
      await (await get('/request/check')).text(),
      /You have already sent this[\s\S]*SLU-2M9D-K7PX/,
    );
  });

  test('of answers that changed in another window asks to check them again', async () => {
    const { fake, post, shown } = openRequestPages();
    fake.sent = { kind: 'changed' };
    const answer = await post('/request/check', { version: '1', agree: 'yes' });
    assert.match(await shown(answer), /changed in another window/);
  });
});
