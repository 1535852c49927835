import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { candidates, chosen, keptDocument, scenes } from '../../../../test/support/case-scenes.ts';
import {
  caseEvent,
  caseId,
  caseOf,
  caseView,
  dubois,
  inDays,
  noor,
} from '../../../../test/support/casework-fixtures.ts';
import { openFakeDesk } from '../../../../test/support/fake-desk.ts';
import { fakeStaff, openFakeWeb, staffCookieHeader, staffToken } from '../../../../test/support/fake-web.ts';
import { NOW } from '../../../../test/support/web-fixtures.ts';
import type { CaseState, CaseView, Desk } from '../../../domain/casework/index.ts';
import type { StaffMember } from '../../../domain/staff/index.ts';

const HOME = `/cases/${caseId(1)}`;
const assigned: CaseState = { kind: 'assigned', agent: noor.person };
type Answers = Partial<Omit<Desk, 'views'>>;

/** The pages of a case with a desk that says this, and somebody at work. */
function open(answers: Answers = {}, member: StaffMember = noor, over: Partial<CaseView> = {}) {
  const fake = openFakeDesk({
    view: async () => ({ kind: 'view', view: caseView(over.case ?? caseOf(assigned), over) }),
    candidates: async () => ({ kind: 'found', candidates }),
    ...answers,
  });
  const { app, logged } = openFakeWeb({ desk: fake.desk, staff: fakeStaff(member) });
  const headers = { cookie: `${staffCookieHeader}; sluis_language=en` };
  return {
    fake,
    logged,
    get: (path: string) => app.request(path, { headers }),
    post: (
      path: string,
      fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
      csrf = staffToken,
    ) =>
      app.request(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams([
          ['csrf', csrf],
          ['version', '4'],
          ...(Array.isArray(fields) ? fields : Object.entries(fields)),
        ] as string[][]).toString(),
      }),
  };
}

describe('every page of a case', () => {
  for (const scene of scenes)
    test(`answers with one heading and no number in full: ${scene.name}`, async () => {
      const { get } = open(scene.answers, scene.member);
      const answer = await get(scene.path());
      const page = await answer.text();
      assert.ok([200, 404, 422].includes(answer.status), `${answer.status}`);
      assert.equal(page.match(/<h1/g)?.length, 1);
      assert.doesNotMatch(page, /95501799861|88430599732|95\.50\.17-998/);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    });

  test('is for staff alone: without a session one is led to a login', async () => {
    const { app } = openFakeWeb();
    for (const part of ['', '/decide', '/history', '/documents', '/ask', '/links']) {
      const answer = await app.request(`${HOME}${part}`);
      assert.equal(answer.status, 303, part);
      assert.match(answer.headers.get('location') ?? '', /^\/staff\/login\?/);
    }
  });

  test('takes no form of another site', async () => {
    const { post, fake } = open();
    for (const part of [
      'take',
      'release',
      'take-over',
      'decide',
      'ask',
      'refuse',
      'notes',
      'messages',
      'confirm',
      'reopen',
      'hand-over',
      'new-number',
      'search',
    ]) {
      const answer = await post(
        `${HOME}/${part}`,
        { text: 'Hello there, agent', step: 'send' },
        'x'.repeat(43),
      );
      assert.equal(answer.status, 403, part);
    }
    assert.deepEqual(fake.calls, []);
  });

  test('shows names and texts as they are written, and runs nothing of them', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const one = caseOf(assigned, {
      applicant: { ...caseOf(assigned).applicant, familyName: { latin: evil, original: evil } },
      answers: { ...caseOf(assigned).answers, remark: evil, previousNames: [evil], email: `${evil}@x.eu` },
    });
    const over = {
      case: one,
      notes: [{ id: 'n', by: dubois.person, at: NOW, text: evil }],
      events: [caseEvent(1, 'note-added', { text: evil })],
      messages: [
        {
          id: 'm',
          case: caseId(1),
          from: { kind: 'applicant' as const },
          text: evil,
          at: NOW,
          question: null,
        },
      ],
    };
    const { get } = open({}, noor, over);
    for (const part of ['', '/notes', '/history', '/messages']) {
      const page = await (await get(`${HOME}${part}`)).text();
      assert.doesNotMatch(page, /<img src=x/, part);
      assert.match(page, /&lt;img src=x/, part);
    }
  });

  test('is not found where there is no case of that kind', async () => {
    const { get } = open({ view: async () => ({ kind: 'unknown-case' }) });
    assert.equal((await get(HOME)).status, 404);
    assert.equal((await get('/cases/not-a-case')).status, 404);
  });
});

describe('comparing', () => {
  test('says of every field whether it is the same, in words, and why each candidate was found', async () => {
    const page = await (await open().get(HOME)).text();
    for (const word of [
      'Same',
      'Different',
      'Missing',
      'Strong',
      'Possible',
      'Weak',
      'The date of birth is the same.',
    ])
      assert.ok(page.includes(word), word);
    assert.match(page, /95\.50\.17-•••\.••/);
    assert.match(page, /linked already: to an eID from Austria/);
  });

  test('asks the register only for the agent who works on the case', async () => {
    const { get, fake } = open({}, noor, {
      mine: false,
      case: caseOf({ kind: 'assigned', agent: dubois.person }),
    });
    const page = await (await get(HOME)).text();
    assert.deepEqual(fake.asked('candidates'), []);
    assert.match(page, /The register is searched only for the agent/);
    assert.match(page, /Take over this case/);
  });

  test('searches by hand with a reason, by POST, and says what is missing', async () => {
    const { post, fake } = open({ search: async () => ({ kind: 'found', candidates: [] }) });
    const nothing = await post(`${HOME}/search`, { familyName: 'M', reason: 'Looked for the maiden name.' });
    assert.equal(nothing.status, 422);
    assert.match(await nothing.text(), /at least 2 letters/);
    const found = await post(`${HOME}/search`, {
      familyName: ' Müller ',
      'birthDate-day': '7',
      'birthDate-month': '1',
      'birthDate-year': '1995',
      reason: 'Looked for the maiden name.',
    });
    assert.equal(found.status, 200);
    assert.deepEqual(fake.asked('search'), [
      [
        caseId(1),
        { familyName: 'Müller', givenNames: '', birthDate: '1995-01-07' },
        'Looked for the maiden name.',
      ],
    ]);
  });

  test('leads from somebody found by hand to linking, by the same search', async () => {
    const { get, post, fake } = open({
      candidates: async () => ({ kind: 'found', candidates: [] }),
      search: async () => ({ kind: 'found', candidates: candidates.slice(0, 1) }),
    });
    const page = await (
      await post(`${HOME}/search`, { familyName: 'Müller', reason: 'Looked for the maiden name.' })
    ).text();
    const path = /href="(\/cases\/[^"]+\/link\/[^"]+)"/.exec(page)?.[1] ?? '';
    assert.equal((await get(path)).status, 200);
    assert.deepEqual(fake.asked('search')[1]?.[1], { familyName: 'Müller', givenNames: '', birthDate: '' });
  });

  test('shows a number in full once a reason was given, and only then', async () => {
    const { get, post, fake } = open();
    assert.doesNotMatch(await (await get(`${HOME}/number/${chosen()}`)).text(), /998\.61/);
    const shown = await post(`${HOME}/number/${chosen()}`, { reason: 'The applicant called about it.' });
    assert.match(await shown.text(), /95\.50\.17-998\.61/);
    assert.equal(fake.asked('revealNumber')[0]?.[2], 'The applicant called about it.');
    const { post: again } = open({
      revealNumber: async () => ({ kind: 'wrong', errors: [{ field: 'reason', code: 'too-short' }] }),
    });
    const refused = await again(`${HOME}/number/${chosen()}`, { reason: 'why' });
    assert.equal(refused.status, 422);
    assert.doesNotMatch(await refused.text(), /998\.61/);
  });

  test('never takes the choice of another case, nor one that was made up', async () => {
    const { get } = open({}, noor, { case: caseOf(assigned, { id: caseId(2) }) });
    assert.equal((await get(`/cases/${caseId(2)}/number/${chosen()}`)).status, 404);
    assert.equal((await get(`${HOME}/link/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`)).status, 404);
  });
});

describe('deciding', () => {
  test('asks for a choice, and leads to the page of each', async () => {
    const { post } = open();
    const none = await post(`${HOME}/decide`, {});
    assert.equal(none.status, 422);
    assert.match(await none.text(), /Choose what you want to do/);
    for (const way of ['new-number', 'ask', 'hand-over', 'refuse', `link/${chosen()}`])
      assert.equal(
        (await post(`${HOME}/decide`, { decision: way })).headers.get('location'),
        `${HOME}/${way}`,
      );
    assert.equal((await post(`${HOME}/decide`, { decision: '//evil.example' })).status, 422);
  });

  test('links with what the agent saw, and says so', async () => {
    const { get, post, fake } = open();
    const page = await (await get(`${HOME}/link/${chosen()}`)).text();
    assert.match(page, /The applicant gets an email in German/);
    const answer = await post(`${HOME}/link/${chosen()}`, { comment: 'Same previous name.', step: 'go' });
    assert.equal(answer.headers.get('location'), `${HOME}?done=linked`);
    const [id, version, decision] = fake.asked('link')[0] ?? [];
    assert.equal(id, caseId(1));
    assert.equal(version, 4);
    assert.equal((decision as { comment: string }).comment, 'Same previous name.');
  });

  test('keeps what was typed when the case changed meanwhile, and shows the changes', async () => {
    const since = [caseEvent(8, 'document-added', { by: { kind: 'applicant' } })];
    const { post } = open({ link: async () => ({ kind: 'changed', case: caseOf(assigned), since }) });
    const answer = await post(`${HOME}/link/${chosen()}`, { comment: 'Same previous name.', step: 'go' });
    const page = await answer.text();
    assert.equal(answer.status, 409);
    assert.match(page, /This case changed since you opened it\. Look at the changes/);
    assert.match(page, /Document sent/);
    assert.match(page, /Same previous name\.<\/textarea>/);
  });

  test('asks for a fresh login before linking and refusing, and keeps the text over it', async () => {
    const stale = { ...noor, authenticatedAt: inDays(-0.05) };
    const { get, post, fake } = open({}, stale);
    for (const part of [`link/${chosen()}`, 'refuse', 'confirm', 'links'])
      assert.match(
        (await get(`${HOME}/${part}`)).headers.get('location') ?? '',
        /^\/staff\/login\?fresh=1/,
        part,
      );
    const answer = await post(`${HOME}/refuse`, {
      reason: 'false-data',
      text: 'The card is not real.',
      step: 'send',
    });
    assert.match(answer.headers.get('location') ?? '', /^\/staff\/login\?fresh=1/);
    assert.deepEqual(fake.asked('addNote'), [[caseId(1), '[draft: refuse]\nThe card is not real.']]);
    assert.deepEqual(fake.asked('refuse'), []);
  });

  test('offers a text that was saved for later, until it was used', async () => {
    const notes = [
      { id: 'n', by: noor.person, at: inDays(-0.5), text: '[draft: refuse]\nThe card is not real.' },
    ];
    const { get } = open({}, noor, { notes });
    assert.match(await (await get(`${HOME}/refuse?reason=false-data`)).text(), /The card is not real\./);
    assert.match(await (await get(HOME)).text(), /You saved a text that is not sent yet/);
    const events = [caseEvent(1, 'reopened', { at: inDays(-0.4) })];
    const later = open({}, noor, { notes, events });
    assert.doesNotMatch(await (await later.get(HOME)).text(), /You saved a text/);
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
    assert.deepEqual(fake.asked('ask'), []);
    assert.deepEqual(fake.asked('addNote'), [[caseId(1), '[draft: ask]\nWo sind Sie geboren?']]);
  });

  test('proposes a new number only when all is checked and the reason is given', async () => {
    const { post, fake } = open();
    const bare = await post(`${HOME}/new-number`, { step: 'go' });
    assert.equal(bare.status, 422);
    const page = await bare.text();
    assert.match(page, /Confirm that you did all checks/);
    assert.match(page, /Write why none of the candidates is this person/);
    const checked = ['identity', 'duplicates', 'data'].map((check) => ['checked', check] as const);
    const because = 'Other parents, other place of birth.';
    const answer = await post(`${HOME}/new-number`, [...checked, ['because', because], ['step', 'go']]);
    assert.equal(answer.headers.get('location'), `${HOME}?done=proposed`);
    assert.deepEqual(fake.asked('proposeNumber'), [
      [caseId(1), 4, { because, checked: ['identity', 'duplicates', 'data'] }],
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
    assert.equal(answer.status, 409);
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
    assert.deepEqual(fake.asked('ask'), []);
    const sent = await post(`${HOME}/ask`, [...fields, ['step', 'send']]);
    assert.equal(sent.headers.get('location'), `${HOME}?done=asked`);
    assert.deepEqual(fake.asked('ask')[0]?.[2], {
      template: 'ask-birth-place',
      dueOn: '2026-12-06',
      text: 'Wo?\n\nDanke',
      documents: ['passport'],
    });
  });

  test('refuses only after a look at the text, and warns of candidates', async () => {
    const { get, post, fake } = open();
    assert.match(await (await get(`${HOME}/refuse`)).text(), /The register has 3 candidates/);
    assert.match(await (await get(`${HOME}/refuse?reason=`)).text(), /Choose a reason/);
    const empty = await post(`${HOME}/refuse`, { reason: 'other', text: ' ', step: 'go' });
    assert.match(await empty.text(), /Write a message to the applicant/);
    await post(`${HOME}/refuse`, { reason: 'other', text: 'Because.', step: 'go' });
    assert.deepEqual(fake.asked('refuse'), []);
    const done = await post(`${HOME}/refuse`, { reason: 'other', text: 'Because.', step: 'send' });
    assert.equal(done.headers.get('location'), `${HOME}?done=refused`);
  });

  test('lets nobody confirm their own proposal', async () => {
    const state: CaseState = {
      kind: 'to-confirm',
      agent: noor.person,
      proposal: { kind: 'new-number', because: 'Nobody else.' },
      proposedAt: NOW,
    };
    const own = open({ confirm: async () => ({ kind: 'own-decision' }) }, noor, { case: caseOf(state) });
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

describe('documents', () => {
  const one = keptDocument();
  const documents = [one];

  test('are pictures that can do nothing, each look counted by the desk', async () => {
    const { get, fake } = open({}, noor, { documents });
    const answer = await get(`${HOME}/documents/${one.id}/1`);
    assert.equal(answer.headers.get('content-type'), 'image/png');
    assert.equal(answer.headers.get('content-disposition'), 'inline');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'/);
    assert.deepEqual(fake.asked('viewDocument'), [[caseId(1), one.id, 1]]);
  });

  test('are never sent as anything but a picture', async () => {
    const { get } = open({
      viewDocument: async () => ({ kind: 'page', type: 'text/html', bytes: new Uint8Array(3) }),
    });
    assert.equal((await get(`${HOME}/documents/${one.id}/1`)).status, 404);
  });

  test('are not looked at by opening the list', async () => {
    const { get, fake } = open({}, noor, { documents });
    assert.doesNotMatch(await (await get(`${HOME}/documents`)).text(), new RegExp(`src="${HOME}/documents`));
    assert.deepEqual(fake.asked('viewDocument'), []);
  });

  test('are rejected with a reason that stays when it is too short', async () => {
    const { post } = open(
      { rejectDocument: async () => ({ kind: 'wrong', errors: [{ field: 'reason', code: 'too-short' }] }) },
      noor,
      { documents },
    );
    const answer = await post(`${HOME}/documents/${one.id}/reject`, { reason: 'unsharp' });
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /unsharp<\/textarea>/);
  });
});

describe('links of a person', () => {
  test('are found by a number that never comes back in a page or an address', async () => {
    const { post, fake } = open();
    const wrong = await post('/cases/links', { number: '95501799862', reason: 'The person called us.' });
    assert.equal(wrong.status, 422);
    assert.doesNotMatch(await wrong.text(), /95501799862/);
    const found = await post('/cases/links', { number: '95.50.17-998.61', reason: 'The person called us.' });
    const page = await found.text();
    assert.equal(found.status, 200);
    assert.match(page, /The eID from Germany/);
    assert.doesNotMatch(page, /998\.?61/);
    assert.equal(fake.asked('linksOf').length, 1);
  });

  test('end by a proposal with a reason; what was typed stays', async () => {
    const { get, post, fake } = open({
      proposeRemoval: async () => ({ kind: 'wrong', errors: [{ field: 'reason', code: 'too-short' }] }),
    });
    const page = await (await get(`${HOME}/links`)).text();
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
    const fields = {
      person: field('person'),
      case: field('case'),
      name: 'Anna',
      shown: field('shown'),
      reason: 'wrong',
    };
    const none = await post('/cases/links/remove', fields);
    assert.match(await none.text(), /Choose the link that must end/);
    assert.deepEqual(fake.asked('proposeRemoval'), []);
    const short = await post('/cases/links/remove', { ...fields, link: field('shown').split(' ')[0] ?? '' });
    assert.equal(short.status, 422);
    assert.match(await short.text(), /wrong<\/textarea>/);
  });
});

test('logs tell the pattern of the address and nothing of the case', async () => {
  const { get, logged } = open();
  await get(`${HOME}/number/${chosen()}`);
  assert.doesNotMatch(JSON.stringify(logged), new RegExp(`${caseId(1)}|${chosen().slice(0, 12)}`));
});
