import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { candidates, keptDocument } from '../../../../test/support/candidate-examples.ts';
import { assigned, HOME, openCasePages as open } from '../../../../test/support/case-pages.ts';
import { chosen, scenes } from '../../../../test/support/case-scenes.ts';
import { caseEvent, caseId, caseOf, dubois, noor } from '../../../../test/support/casework-fixtures.ts';
import { openFakeWeb } from '../../../../test/support/fake-web.ts';
import { NOW } from '../../../../test/support/web-fixtures.ts';

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
    const { get } = open({ viewCase: async () => ({ kind: 'unknown-case' }) });
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
    assert.deepEqual(fake.asked('findCandidates'), []);
    assert.match(page, /Only the agent who works on this case can search/);
    assert.match(page, /Take over this case/);
  });

  test('searches by hand with a reason, by POST, and says what is missing', async () => {
    const { post, fake } = open({ searchByHand: async () => ({ kind: 'found', candidates: [] }) });
    const nothing = await post(`${HOME}/search`, { familyName: 'M', reason: 'Looked for the maiden name.' });
    assert.equal(nothing.status, 303);
    assert.match(await nothing.text(), /at least 2 letters/);
    const found = await post(`${HOME}/search`, {
      familyName: ' Müller ',
      'birthDate-day': '7',
      'birthDate-month': '1',
      'birthDate-year': '1995',
      reason: 'Looked for the maiden name.',
    });
    assert.equal(found.status, 303);
    assert.deepEqual(fake.asked('searchByHand'), [
      {
        case: caseId(1),
        search: { familyName: 'Müller', givenNames: '', birthDate: '1995-01-07' },
        reason: 'Looked for the maiden name.',
      },
    ]);
  });

  test('searches by a birth date as documents write it, and asks again for what is no whole date', async () => {
    const { post, fake } = open({ searchByHand: async () => ({ kind: 'found', candidates: [] }) });
    const search = (day: string, month = '', year = '') =>
      post(`${HOME}/search`, {
        'birthDate-day': day,
        'birthDate-month': month,
        'birthDate-year': year,
        reason: 'Looked by the date in the passport.',
      });
    for (const [day, month, year] of [
      ['17.10.1995'],
      ['1995-10-17'],
      ['17', 'oktober', '1995'],
      ['17', 'OCT/OCT', '95'],
    ] as const)
      await search(day, month, year);
    const dates = fake.asked('searchByHand').map(({ search }) => (search as { birthDate: string }).birthDate);
    assert.deepEqual(dates, Array(4).fill('1995-10-17'));
    const half = await search('', '10', '1995');
    assert.match(await half.text(), /Enter a date that exists, with the day first/);
    assert.equal(fake.asked('searchByHand').length, 4);
  });

  test('shows a document without an end date and a nationality that is none in words', async () => {
    const { document, ...rest } = caseOf(assigned).answers;
    const answers = {
      ...rest,
      nationalities: ['QS'],
      document: document && { ...document, expiresOn: null },
    };
    const { get } = open({}, noor, { case: caseOf(assigned, { answers }) });
    const page = await (await get(HOME)).text();
    assert.match(page, /no end date on it/);
    assert.match(page, /Stateless/);
    assert.doesNotMatch(page, /9999/);
  });

  test('leads from somebody found by hand to linking, by the same search', async () => {
    const { get, post, fake } = open({
      findCandidates: async () => ({ kind: 'found', candidates: [] }),
      searchByHand: async () => ({ kind: 'found', candidates: candidates.slice(0, 1) }),
    });
    const page = await (
      await post(`${HOME}/search`, { familyName: 'Müller', reason: 'Looked for the maiden name.' })
    ).text();
    const path = /href="(\/cases\/[^"]+\/link\/[^"]+)"/.exec(page)?.[1] ?? '';
    assert.equal((await get(path)).status, 200);
    assert.deepEqual(fake.asked('searchByHand')[1]?.search, {
      familyName: 'Müller',
      givenNames: '',
      birthDate: '',
    });
  });

  test('shows a number in full once a reason was given, and only then', async () => {
    const { get, post, fake } = open();
    assert.doesNotMatch(await (await get(`${HOME}/number/${chosen()}`)).text(), /998\.61/);
    const shown = await post(`${HOME}/number/${chosen()}`, { reason: 'The applicant called about it.' });
    assert.match(await shown.text(), /95\.50\.17-998\.61/);
    assert.equal(fake.asked('revealNumber')[0]?.reason, 'The applicant called about it.');
    const { post: again } = open({
      revealNumber: async () => ({ kind: 'wrong', errors: [{ field: 'reason', code: 'too-short' }] }),
    });
    const refused = await again(`${HOME}/number/${chosen()}`, { reason: 'why' });
    assert.equal(refused.status, 303);
    assert.doesNotMatch(await refused.text(), /998\.61/);
  });

  test('never takes the choice of another case, nor one that was made up', async () => {
    const { get } = open({}, noor, { case: caseOf(assigned, { id: caseId(2) }) });
    assert.equal((await get(`/cases/${caseId(2)}/number/${chosen()}`)).status, 404);
    assert.equal((await get(`${HOME}/link/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`)).status, 404);
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
    assert.deepEqual(fake.asked('viewDocumentPage'), [{ case: caseId(1), document: one.id, page: 1 }]);
  });

  test('are never sent as anything but a picture', async () => {
    const { get } = open({
      viewDocumentPage: async () => ({ kind: 'page', type: 'text/html', bytes: new Uint8Array(3) }),
    });
    assert.equal((await get(`${HOME}/documents/${one.id}/1`)).status, 404);
  });

  test('are not looked at by opening the list', async () => {
    const { get, fake } = open({}, noor, { documents });
    assert.doesNotMatch(await (await get(`${HOME}/documents`)).text(), new RegExp(`src="${HOME}/documents`));
    assert.deepEqual(fake.asked('viewDocumentPage'), []);
  });

  test('are rejected with a reason that stays when it is too short', async () => {
    const { post } = open(
      { rejectDocument: async () => ({ kind: 'wrong', errors: [{ field: 'reason', code: 'too-short' }] }) },
      noor,
      { documents },
    );
    const answer = await post(`${HOME}/documents/${one.id}/reject`, { reason: 'unsharp' });
    assert.equal(answer.status, 303);
    assert.match(await answer.text(), /unsharp<\/textarea>/);
  });
});

describe('links of a person', () => {
  test('are found by a number that stands in no address, and comes back in its own field alone', async () => {
    const { post, fake } = open();
    const wrong = await post('/cases/links', { number: '95501799862', reason: 'The person called us.' });
    assert.equal(wrong.status, 303);
    assert.match(await wrong.text(), /name="number" value="95501799862"/);
    assert.doesNotMatch(wrong.headers.get('location') ?? '', /95501799862/);
    const found = await post('/cases/links', { number: '95.50.17-998.61', reason: 'The person called us.' });
    const page = await found.text();
    assert.equal(found.status, 303);
    assert.match(page, /The eID from Germany/);
    assert.doesNotMatch(page, /998\.?61/);
    assert.equal(fake.asked('listLinks').length, 1);
  });

  test('end by a proposal with a reason; what was typed stays', async () => {
    const { get, post, fake } = open({
      proposeLinkRemoval: async () => ({ kind: 'wrong', errors: [{ field: 'reason', code: 'too-short' }] }),
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
    assert.deepEqual(fake.asked('proposeLinkRemoval'), []);
    const short = await post('/cases/links/remove', { ...fields, link: field('shown').split(' ')[0] ?? '' });
    assert.equal(short.status, 303);
    assert.match(await short.text(), /wrong<\/textarea>/);
  });
});

test('logs tell the pattern of the address and nothing of the case', async () => {
  const { get, logged } = open();
  await get(`${HOME}/number/${chosen()}`);
  assert.doesNotMatch(JSON.stringify(logged), new RegExp(`${caseId(1)}|${chosen().slice(0, 12)}`));
});
