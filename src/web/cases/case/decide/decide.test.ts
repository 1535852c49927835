import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assigned, HOME, openCasePages as open } from '../../../../../test/support/case-pages.ts';
import { chosen } from '../../../../../test/support/case-scenes.ts';
import {
  candidate,
  caseEvent,
  caseId,
  caseOf,
  dubois,
  inDays,
  noor,
} from '../../../../../test/support/casework-fixtures.ts';
import { lindeberg } from '../../../../../test/support/offices.ts';
import { NOW } from '../../../../../test/support/web-fixtures.ts';
import { later, MINUTE } from '../../../../base/time.ts';
import type { CaseState } from '../../../../domain/casework/index.ts';

describe('deciding', () => {
  test('asks for a choice, and leads to the page of each', async () => {
    const { post } = open();
    const none = await post(`${HOME}/decide`, {});
    assert.equal(none.status, 303);
    assert.match(await none.text(), /Choose what you want to do/);
    for (const way of ['new-number', 'ask', 'hand-over', 'refuse', `link/${chosen()}`])
      assert.equal(
        (await post(`${HOME}/decide`, { decision: way })).headers.get('location'),
        `${HOME}/${way}`,
      );
    assert.equal(
      (await post(`${HOME}/decide`, { decision: '//evil.example' })).headers.get('location')?.split('?')[0],
      `${HOME}/decide`,
    );
  });

  test('links with what the agent saw, and says so', async () => {
    const { get, post, fake } = open();
    const page = await (await get(`${HOME}/link/${chosen()}`)).text();
    assert.match(page, /The applicant gets an email in German/);
    const answer = await post(`${HOME}/link/${chosen()}`, { comment: 'Same previous name.', step: 'go' });
    assert.equal(answer.headers.get('location'), `${HOME}?done=linked`);
    const { case: id, version, comment } = fake.asked('linkToPerson')[0] ?? {};
    assert.equal(id, caseId(1));
    assert.equal(version, 4);
    assert.equal(comment, 'Same previous name.');
  });

  test('says why one agent is not enough, and proposes instead', async () => {
    const waiting = caseOf({
      kind: 'to-confirm',
      agent: noor.person,
      proposal: { kind: 'new-number', because: '' },
      proposedAt: NOW,
    });
    const { get, post, fake } = open({
      findCandidates: async () => ({ kind: 'found', candidates: [candidate({ needs: ['staff'] })] }),
      linkToPerson: async () => ({ kind: 'done', case: waiting }),
    });
    const page = await (await get(`${HOME}/link/${chosen()}`)).text();
    assert.match(page, /A second agent has to agree/);
    assert.match(page, /works with Sluis or manages who works for an organisation/);
    assert.match(page, /Propose this link/);
    assert.doesNotMatch(page, /Link now/);
    const comment = 'I know them from before.';
    const answer = await post(`${HOME}/link/${chosen()}`, { comment, step: 'go' });
    assert.equal(answer.headers.get('location'), `${HOME}?done=proposed`);
    assert.equal(fake.asked('linkToPerson').length, 1);
  });

  test('has a way back where there is no office to hand over to', async () => {
    const { get } = open({}, noor, {}, { offices: [] });
    const page = await (await get(`${HOME}/hand-over`)).text();
    assert.match(page, /There is no registration office yet/);
    assert.match(page, new RegExp(`<a class="btn" href="${HOME}">`));
  });

  test('keeps what was typed when the case changed meanwhile, and shows the changes', async () => {
    const since = [caseEvent(8, 'document-added', { by: { kind: 'applicant' }, details: { version: 5 } })];
    const refusal = { kind: 'changed', case: caseOf(assigned), since } as const;
    const { post } = open({ linkToPerson: async () => refusal }, noor, { events: since });
    const answer = await post(`${HOME}/link/${chosen()}`, { comment: 'Same previous name.', step: 'go' });
    const page = await answer.text();
    assert.equal(answer.status, 303);
    assert.match(page, /This case has changed since you opened it\. Look at the changes/);
    assert.match(page, /Document sent/);
    assert.match(page, /Same previous name\.<\/textarea>/);
  });

  test('asks for a fresh login before linking and refusing, says why, and keeps all that was typed over it', async () => {
    const stale = { ...noor, authenticatedAt: later(NOW, -17 * MINUTE) };
    const { get, post, fake } = open({}, stale);
    for (const part of [`link/${chosen()}`, 'refuse', 'confirm', 'links'])
      assert.match(
        (await get(`${HOME}/${part}`)).headers.get('location') ?? '',
        /^\/staff\/again\?to=/,
        part,
      );
    const answer = await post(`${HOME}/refuse`, {
      reason: 'false-data',
      text: 'The card is not real.',
      step: 'send',
    });
    const why = answer.headers.get('location') ?? '';
    const page = await (await get(why)).text();
    assert.match(page, /your login is 17 minutes old/);
    assert.match(page, /What you entered is kept/);
    assert.deepEqual(fake.asked('refuseRequest'), []);
  });

  test('offers a text that was saved for later', async () => {
    const drafts = [{ kind: 'refuse', text: 'The card is not real.', at: inDays(-0.5) }] as const;
    const { get } = open({}, noor, { drafts });
    assert.match(await (await get(`${HOME}/refuse?reason=false-data`)).text(), /The card is not real\./);
    assert.match(await (await get(HOME)).text(), /You saved a text that is not sent yet/);
    assert.doesNotMatch(await (await open().get(HOME)).text(), /You saved a text/);
  });

  test('saves a text for later without sending anything', async () => {
    const { post, fake } = open();
    const fields = {
      template: 'ask-birth-place',
      dueOn: '2026-12-06',
      text: 'Wo sind Sie geboren?',
      step: 'save',
    };
    assert.equal((await post(`${HOME}/ask`, fields)).headers.get('location'), `${HOME}?done=saved`);
    assert.deepEqual(fake.asked('askQuestion'), []);
    assert.deepEqual(fake.asked('keepDraft'), [
      { case: caseId(1), kind: 'ask', text: 'Wo sind Sie geboren?' },
    ]);
  });

  test('proposes a new number only when all is checked and the reason is given', async () => {
    const { post, fake } = open();
    const bare = await post(`${HOME}/new-number`, { step: 'go' });
    assert.equal(bare.status, 303);
    const page = await bare.text();
    assert.match(page, /Confirm that you did all checks/);
    assert.match(page, /Explain why none of the candidates is this person/);
    const checked = ['identity', 'duplicates', 'data'].map((check) => ['checked', check] as const);
    const because = 'Other parents, other place of birth.';
    const answer = await post(`${HOME}/new-number`, [...checked, ['because', because], ['step', 'go']]);
    assert.equal(answer.headers.get('location'), `${HOME}?done=proposed`);
    assert.deepEqual(fake.asked('proposeNumber'), [
      { case: caseId(1), version: 4, because, checked: ['identity', 'duplicates', 'data'] },
    ]);
  });

  test('names the details that a number still needs', async () => {
    const { post } = open({
      proposeNumber: async () => ({ kind: 'data-missing', missing: ['birth-place', 'sex'] }),
    });
    const checked = ['identity', 'duplicates', 'data'].map((check) => ['checked', check] as const);
    const answer = await post(`${HOME}/new-number`, [
      ...checked,
      ['because', 'Other parents.'],
      ['step', 'go'],
    ]);
    assert.equal(answer.status, 303);
    assert.match(await answer.text(), /Still needed: the place of birth and the sex\./);
  });

  test('shows a question as the applicant gets it before it is sent', async () => {
    const { get, post, fake } = open();
    const path = `${HOME}/ask?template=ask-birth-place&dueOn-day=6&dueOn-month=12&dueOn-year=2026`;
    assert.match(await (await get(path)).text(), /<textarea id="text"[^>]*lang="de"/);
    const fields = [
      ['template', 'ask-birth-place'],
      ['dueOn', '2026-12-06'],
      ['text', 'Wo?\n\nDanke'],
      ['documents', 'passport'],
    ] as const;
    const preview = await post(`${HOME}/ask`, [...fields, ['step', 'go']]);
    assert.match(await preview.text(), /This is what the applicant gets/);
    assert.deepEqual(fake.asked('askQuestion'), []);
    const sent = await post(`${HOME}/ask`, [...fields, ['step', 'send']]);
    assert.equal(sent.headers.get('location'), `${HOME}?done=asked`);
    assert.deepEqual(fake.asked('askQuestion')[0], {
      case: caseId(1),
      version: 4,
      template: 'ask-birth-place',
      dueOn: '2026-12-06',
      text: 'Wo?\n\nDanke',
      documents: ['passport'],
    });
  });

  test('has the documents ticked that the text asks for, and may have others ticked instead', async () => {
    const { get, post } = open();
    const path = (template: string) =>
      `${HOME}/ask?template=${template}&dueOn-day=6&dueOn-month=12&dueOn-year=2026`;
    const ticked = (page: string) =>
      [...page.matchAll(/name="documents" value="([\w-]+)" checked/g)].map(([, kind]) => kind);
    const ofTemplate = async (template: string) => ticked(await (await get(path(template))).text());
    assert.deepEqual(await ofTemplate('ask-document-both-sides'), ['identity-front', 'identity-back']);
    assert.deepEqual(await ofTemplate('ask-proof-of-name-change'), ['name-change']);
    assert.deepEqual(await ofTemplate('ask-birth-place'), []);
    const fields = [
      ['template', 'ask-document-both-sides'],
      ['dueOn', '2026-12-06'],
      ['text', ''],
      ['documents', 'passport'],
      ['step', 'go'],
    ] as const;
    const again = await post(`${HOME}/ask`, fields);
    assert.deepEqual(ticked(await again.text()), ['passport'], 'as the agent left it');
  });

  test('takes the due day as people write dates', async () => {
    const { get } = open();
    for (const [day, month, year] of [
      ['6', 'december', '2026'],
      ['06', 'déc.', '26'],
      ['6.12.2026', '', ''],
      ['2026-12-06', '', ''],
      ['6 Dezember 2026', '', ''],
    ] as const) {
      const query = new URLSearchParams({
        template: 'ask-birth-place',
        'dueOn-day': day,
        'dueOn-month': month,
        'dueOn-year': year,
      });
      const answer = await get(`${HOME}/ask?${query}`);
      assert.equal(answer.status, 200, day);
      assert.match(await answer.text(), /name="dueOn" value="2026-12-06"/, day);
    }
  });

  test('refuses only after a look at the text, and warns of candidates', async () => {
    const { get, post, fake } = open();
    assert.match(await (await get(`${HOME}/refuse`)).text(), /The register has 3 candidates/);
    assert.match(await (await get(`${HOME}/refuse?reason=`)).text(), /Choose a reason/);
    const empty = await post(`${HOME}/refuse`, { reason: 'other', text: ' ', step: 'go' });
    assert.match(await empty.text(), /Write a message to the applicant/);
    await post(`${HOME}/refuse`, { reason: 'other', text: 'Because.', step: 'go' });
    assert.deepEqual(fake.asked('refuseRequest'), []);
    const done = await post(`${HOME}/refuse`, { reason: 'other', text: 'Because.', step: 'send' });
    assert.equal(done.headers.get('location'), `${HOME}?done=refused`);
  });

  test('hands over to an office that works with Sluis, which is chosen from a list', async () => {
    const { get, post, fake } = open();
    const { organisation, name } = lindeberg;
    const page = await (await get(`${HOME}/hand-over`)).text();
    assert.match(page, new RegExp(`<option value="${organisation}">${name}`));
    const reason = 'The photo must be seen.';
    await post(`${HOME}/hand-over`, { office: organisation, reason, step: 'go' });
    assert.deepEqual(fake.asked('handOverToOffice'), [
      { case: caseId(1), version: 4, office: organisation, reason },
    ]);
    const errors = [{ field: 'office', code: 'choose' }] as const;
    const refusing = open({ handOverToOffice: async () => ({ kind: 'wrong', errors }) });
    const none = await refusing.post(`${HOME}/hand-over`, { office: 'Elsewhere', reason, step: 'go' });
    assert.equal(none.status, 303);
    const again = await none.text();
    assert.match(again, /Enter the registration office/);
    assert.match(again, /The photo must be seen\.<\/textarea>/);
  });

  test('lets nobody confirm their own proposal', async () => {
    const state: CaseState = {
      kind: 'to-confirm',
      agent: noor.person,
      proposal: { kind: 'new-number', because: 'Nobody else.' },
      proposedAt: NOW,
    };
    const own = open({ confirmProposal: async () => ({ kind: 'own-decision' }) }, noor, {
      case: caseOf(state),
    });
    const page = await (await own.get(`${HOME}/confirm`)).text();
    assert.match(page, /You cannot confirm your own decision/);
    assert.doesNotMatch(page, /value="agree"/);
    assert.equal((await own.post(`${HOME}/confirm`, { step: 'agree' })).status, 403);
    const second = open({}, dubois, { case: caseOf(state) });
    assert.match(await (await second.get(`${HOME}/confirm`)).text(), /value="agree"/);
    const answer = await second.post(`${HOME}/confirm`, { step: 'agree' });
    assert.equal(answer.headers.get('location'), `${HOME}?done=confirmed`);
  });
});
