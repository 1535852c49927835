import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caseId } from '../../../../test/support/casework-fixtures.ts';
import { openDeskWeb } from '../../../../test/support/desk-web.ts';
import { openFakeMailDesk } from '../../../../test/support/fake-mail-desks.ts';

describe('mail that does not arrive', () => {
  test('is listed with its case, its tries and what the mail server said', async () => {
    const { text } = await openDeskWeb().get('/cases/mail');
    assert.match(text, /1,204[\s\S]*Sent/);
    assert.match(text, /We have a question[\s\S]*SLU-2M9D-K7PX[\s\S]*Refused for good[\s\S]*550/);
    assert.match(text, /Other email[\s\S]*No case[\s\S]*Stuck[\s\S]*9[\s\S]*ECONNREFUSED/);
    assert.ok(text.includes(`href="/cases/${caseId(1)}"`));
  });

  test('can be sent again, and tells when it left meanwhile', async () => {
    const mailDesk = openFakeMailDesk();
    const web = openDeskWeb({ mailDesk });
    const again = await web.post('/cases/mail/retry', { id: '2' });
    assert.match((await web.get(again.location ?? '')).text, /We are sending this email again/);
    const gone = await web.post('/cases/mail/retry', { id: '77' });
    assert.match((await web.get(gone.location ?? '')).text, /This email has been sent in the meantime/);
    assert.deepEqual(mailDesk.retried, ['2', '77']);
  });

  test('is none most of the time, and the page says so', async () => {
    const { text } = await openDeskWeb({ mailDesk: openFakeMailDesk([]) }).get('/cases/mail');
    assert.match(text, /All emails arrive/);
  });
});

describe('reasons and target dates', () => {
  test('say what counts now and where it is set', async () => {
    const { text } = await openDeskWeb().get('/cases/settings');
    assert.match(
      text,
      /5 working days[\s\S]*SLUIS_CASE_TARGET_WORKING_DAYS[\s\S]*3 days[\s\S]*30 days[\s\S]*90 days[\s\S]*SLUIS_NUMBER_IN_MAIL/,
    );
    assert.match(text, /The applicant did not answer[\s\S]*A clearer photo/);
  });
});
