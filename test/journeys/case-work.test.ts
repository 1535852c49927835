import '../support/in-turn.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, dayOf } from '../../src/base/calendar.ts';
import { DAY, MINUTE } from '../../src/base/time.ts';
import { parseNationalNumber, type RegisteredPerson } from '../../src/domain/person/index.ts';
import type { StaffMember } from '../../src/domain/staff/index.ts';
import { openWords } from '../../src/web/ui/words.ts';
import { type CaseworkWalk, openCaseworkWalk } from '../support/casework-walk.ts';
import { openDeskWeb } from '../support/desk-web.ts';
import { lindeberg } from '../support/offices.ts';

/** The pages of the desk for one agent, on a real store. */
function sit(walk: CaseworkWalk, member: StaffMember) {
  const fresh = { ...member, authenticatedAt: walk.now() };
  const web = openDeskWeb({ desk: walk.desk, clock: walk.now }, fresh);
  return {
    ...web,
    /** Opens a page, and sends its form with the version that the page showed. */
    async submit(path: string, fields: Readonly<Record<string, string | readonly string[]>>, to = path) {
      const page = await web.get(path);
      assert.equal(page.status, 200, `${path} answers ${page.status}`);
      const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '';
      return web.post(to, { version, ...fields });
    },
  };
}

/** Somebody of the register whom the candidates do not show, because the name is another one. */
const married: RegisteredPerson = {
  number: numberOf('95501799861'),
  familyName: 'Vandenberghe',
  givenNames: 'Anna Maria',
  birthDate: { year: 1995, month: 10, day: 17 },
  birthPlace: 'Köln',
  sex: 'female',
  nationality: 'DE',
  address: { street: 'Kerkstraat 1', postcode: '9300', municipality: 'Aalst', country: 'BE' },
};

function numberOf(digits: string): RegisteredPerson['number'] {
  const parsed = parseNationalNumber(digits, new Date('2026-11-22'));
  if (parsed.kind !== 'parsed') throw new Error('the number of the example does not parse');
  return parsed.number;
}

describe('agents at work on a real store', () => {
  test('take a case, ask, get the answer, propose a number, and a second one gives it', async (context) => {
    const walk = await openCaseworkWalk(context);
    const one = await walk.send();
    const noor = await walk.member('Noor', 'case-agent');
    const mathieu = await walk.member('Mathieu', 'case-agent');
    const home = `/cases/${one.id}`;
    const first = sit(walk, noor);

    const fresh = await first.get(home);
    assert.match(fresh.text, /Take this case/);
    assert.doesNotMatch(fresh.text, /Candidate A/);
    assert.equal((await walk.desk.takeNextCase({ by: noor })).kind, 'taken');
    assert.match((await first.get(home)).text, /Compare with the register/);

    walk.pass(MINUTE);
    const dueOn = addDays(dayOf(walk.now()), 14);
    const [year, month, day] = dueOn.split('-');
    const question = {
      template: 'ask-birth-place',
      dueOn,
      text: 'Where were you born?',
      documents: ['passport'],
    };
    const about = `${home}/ask?template=ask-birth-place&dueOn-day=${day}&dueOn-month=${month}&dueOn-year=${year}`;
    const preview = await first.submit(about, { ...question, step: 'go' }, `${home}/ask`);
    assert.match(preview.text, /This is what the applicant gets/);
    const sent = await first.submit(about, { ...question, step: 'send' }, `${home}/ask`);
    assert.equal(sent.location, `${home}?done=asked`);
    assert.ok(
      (await walk.mails()).some(
        ({ template, text }) => template === 'question-asked' && text.includes('Where were you born?'),
      ),
    );

    walk.pass(DAY);
    assert.equal(
      (await walk.requests.replyToAgent({ case: one.id, typed: { text: 'In Cologne, in 1995.' } })).kind,
      'kept',
    );
    const again = sit(walk, noor);
    assert.match((await again.get(`${home}/messages`)).text, /In Cologne, in 1995\./);
    const proposed = await again.submit(`${home}/new-number`, {
      checked: ['identity', 'duplicates', 'data'],
      because: 'The register has nobody like her.',
      step: 'go',
    });
    assert.equal(proposed.location, `${home}?done=proposed`);

    walk.pass(MINUTE);
    const own = await sit(walk, noor)
      .submit(`${home}/confirm`, { step: 'agree' })
      .catch(() => null);
    assert.notEqual(own?.location, `${home}?done=confirmed`);
    const second = sit(walk, mathieu);
    const agreed = await second.submit(`${home}/confirm`, { step: 'agree' });
    assert.equal(agreed.location, `${home}?done=confirmed`);
    assert.ok(
      (await walk.mails()).some(
        ({ template }) => template === 'number-assigned-in-mail' || template === 'number-assigned',
      ),
    );

    const history = (await second.get(`${home}/history`)).text;
    for (const words of [
      'Request sent',
      'Case assigned: to Noor',
      'Candidates of the register looked at',
      `Question asked: Place of birth, answer on ${openWords('en').date(dueOn)} at the latest`,
      'Question answered',
      'Decision proposed to a second agent',
      'Proposal confirmed by the second agent',
      'New national number assigned',
    ])
      assert.ok(history.includes(words), words);
    const found = await second.get(`${home}/links`);
    assert.match(found.text, /The eID from Germany/);
  });

  test('find somebody of another name by hand, and link only when a second one agrees', async (context) => {
    const walk = await openCaseworkWalk(context);
    const one = await walk.send();
    const noor = await walk.member('Noor', 'case-agent');
    await walk.inTransaction(['register'], ({ register }) => register.addPerson(married));
    const home = `/cases/${one.id}`;
    await walk.desk.takeNextCase({ by: noor });
    const agent = sit(walk, noor);
    const search = { familyName: 'Vandenberghe', reason: 'She married in Belgium in 2020.' };
    const found = await agent.submit(home, search, `${home}/search`);
    assert.match(found.text, /Found by your search/);
    assert.match(found.text, /Vandenberghe/);
    const link = /href="(\/cases\/[^"]+\/link\/[^"]+)"/.exec(found.text)?.[1] ?? '';
    const number = link.replace('/link/', '/number/');
    const shown = await agent.submit(number, { reason: 'The applicant called about it.' });
    assert.match(shown.text, /95\.50\.17-998\.61/);
    const asked = (await agent.get(link)).text;
    assert.match(asked, /A second agent has to agree/);
    assert.match(asked, /are not the same in the register/);
    const unsaid = await agent.submit(link, { comment: '', step: 'go' });
    assert.equal(unsaid.status, 303);
    const comment = 'Same birth name on the certificate.';
    const done = await agent.submit(link, { comment, step: 'go' });
    assert.equal(done.location, `${home}?done=proposed`);
    const own = await agent.get(`${home}/confirm`);
    assert.match(own.text, /You cannot confirm your own decision/);
    const forged = await agent.submit(home, { step: 'agree' }, `${home}/confirm`).catch(() => null);
    assert.notEqual(forged?.location, `${home}?done=confirmed`);
    assert.equal((await walk.find(one)).state.kind, 'to-confirm');

    walk.pass(3 * MINUTE);
    const mathieu = sit(walk, await walk.member('Mathieu', 'case-agent'));
    const shownToSecond = (await mathieu.get(`${home}/confirm`)).text;
    for (const words of ['The person proposed', 'Vandenberghe', comment, 'Why a second agent is needed'])
      assert.ok(shownToSecond.includes(words), words);
    const agreed = await mathieu.submit(`${home}/confirm`, { step: 'agree' });
    assert.equal(agreed.location, `${home}?done=confirmed`);
    const page = (await mathieu.get(`${home}?done=confirmed`)).text;
    assert.match(page, /You confirmed the proposal/);
    assert.doesNotMatch(page, /998\.?61/);
    const history = (await mathieu.get(`${home}/history`)).text;
    for (const words of [
      'She married in Belgium in 2020.',
      'National number of a candidate shown',
      'eID linked to a person',
    ])
      assert.ok(history.includes(words), words);
  });

  test('are told that a case changed, with what happened, and keep their text', async (context) => {
    const walk = await openCaseworkWalk(context);
    const one = await walk.send();
    const noor = await walk.member('Noor', 'case-agent');
    const home = `/cases/${one.id}`;
    const first = sit(walk, noor);
    await walk.desk.takeNextCase({ by: noor });
    const page = await first.get(`${home}/hand-over`);
    const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '';
    walk.pass(MINUTE);
    await first.submit(`${home}/messages`, { text: 'We look at it today.', step: 'go' });
    const late = await first.post(`${home}/hand-over`, {
      version,
      office: lindeberg.organisation,
      reason: 'The photo must be seen.',
      step: 'go',
    });
    assert.equal(late.status, 303);
    assert.match(late.text, /This case has changed since you opened it/);
    assert.match(late.text, /Message sent/);
    assert.match(late.text, /The photo must be seen\.<\/textarea>/);
    const now = /name="version" value="(\d+)"/.exec(late.text)?.[1] ?? '';
    const done = await first.post(`${home}/hand-over`, {
      version: now,
      office: lindeberg.organisation,
      reason: 'The photo must be seen.',
      step: 'go',
    });
    assert.equal(done.location, `${home}?done=handed-over`);
  });

  test('do not work on one case together: the second reads, and takes over with a reason', async (context) => {
    const walk = await openCaseworkWalk(context);
    const one = await walk.send();
    const noor = await walk.member('Noor', 'case-agent');
    const mathieu = await walk.member('Mathieu', 'case-agent');
    const home = `/cases/${one.id}`;
    await walk.desk.takeNextCase({ by: noor });
    await sit(walk, noor).get(home);
    walk.pass(2 * MINUTE);
    const second = sit(walk, mathieu);
    const page = (await second.get(home)).text;
    assert.match(page, /Noor[^<]* is working on this case \(2 minutes ago\)/);
    assert.doesNotMatch(page, /\/decide"/);
    const short = await second.submit(`${home}/take-over`, { reason: 'ill' });
    assert.equal(short.status, 303);
    const taken = await second.submit(`${home}/take-over`, { reason: 'Noor is ill this week.' });
    assert.equal(taken.location, `${home}?done=taken-over`);
    assert.match((await second.get(`${home}/history`)).text, /Case taken over: from Noor/);
  });
});
