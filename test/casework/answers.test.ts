import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf, endOfDay } from '../../src/base/calendar.ts';
import { DAY, HOUR, later, MINUTE } from '../../src/base/time.ts';
import { withReason } from '../../src/domain/acting/index.ts';
import { type Case, runCaseDuties } from '../../src/domain/casework/index.ts';
import type { DocumentKind } from '../../src/domain/documents/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import { type CaseworkWalk, openCaseworkWalk } from '../support/casework-walk.ts';
import { preparedImage } from '../support/prepared-document.ts';
import type { TestMember } from '../support/test-member.ts';
import { tries } from '../support/tries.ts';

type Asking = { readonly documents?: readonly DocumentKind[]; readonly template?: string };

/** A case that waits for an answer of its applicant. */
async function ask(
  walk: CaseworkWalk,
  { documents = ['identity-front', 'identity-back'], template = 'ask-document-both-sides' }: Asking = {},
  identifier = 'DE/BE/anna',
): Promise<{ readonly one: Case; readonly agent: TestMember; readonly dueOn: ReturnType<typeof dayOf> }> {
  const { id } = await walk.send({ identifier: identifier as PersonIdentifier });
  const agent = await walk.member('Noor');
  // What an earlier story left open comes first.
  let taken = await walk.desk.takeNextCase({ by: agent });
  while (taken.kind === 'taken' && taken.case.id !== id) taken = await walk.desk.takeNextCase({ by: agent });
  assert.ok(taken.kind === 'taken');
  const dueOn = addDays(dayOf(walk.now()), 14);
  const asked = await walk.desk.askQuestion({
    by: agent,
    case: id,
    version: taken.case.version,
    template,
    text: 'We need something of you.',
    documents,
    dueOn,
  });
  assert.ok(asked.kind === 'done', JSON.stringify(asked));
  await walk.deliver();
  walk.pass(HOUR);
  return { one: asked.case, agent, dueOn };
}

const stateOf = async (walk: CaseworkWalk, one: Pick<Case, 'id'>) => (await walk.find(one)).state.kind;
let count = 0;
/** A picture that was never sent before. */
function another(): string {
  count += 1;
  return `picture ${count}`;
}
const upload = (walk: CaseworkWalk, one: Case, kind: DocumentKind, text = another()) =>
  walk.requests.addDocument({ case: one.id, document: preparedImage(text), kind });

describe('what an agent asks for', () => {
  test('is ticked off as it comes, and the last of it is the answer', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one, agent } = await ask(walk);
    assert.equal((await upload(walk, one, 'identity-front')).kind, 'added');
    const half = await walk.requests.viewRequest({ case: one.id, proof: 'link' });
    assert.equal(half?.stage.kind, 'action-needed');
    assert.deepEqual(
      half?.asked?.things.map(({ arrivedAt }) => arrivedAt !== null),
      [true, false],
    );
    walk.pass(MINUTE);
    assert.equal((await upload(walk, one, 'identity-back')).kind, 'added');
    const whole = await walk.requests.viewRequest({ case: one.id, proof: 'link' });
    assert.equal(whole?.stage.kind, 'answered');
    assert.ok(whole.mayUpload, 'one may still add something');
    assert.deepEqual(
      (await walk.mails()).map(({ template }) => template),
      ['answer-received'],
    );
    const seen = await walk.desk.viewCase({ by: agent, case: one.id });
    assert.ok(seen.kind === 'view' && seen.view.mine && seen.view.documents.length === 2);
    const refusal = { reason: 'other', text: 'We cannot help you.' } as const;
    const { version } = await walk.find(one);
    assert.equal(
      (await walk.desk.refuseRequest({ by: agent, case: one.id, version, ...refusal })).kind,
      'done',
      'it can be decided',
    );
  });

  test('comes together from two windows at once', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one } = await ask(walk);
    await Promise.all([upload(walk, one, 'identity-front'), upload(walk, one, 'identity-back')]);
    assert.equal(await stateOf(walk, one), 'answered');
  });

  test('in words besides documents is not there before both are', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one } = await ask(walk, { documents: ['other'], template: 'ask-address' });
    await upload(walk, one, 'other');
    assert.equal(await stateOf(walk, one), 'waiting');
    const said = { text: 'Musterweg 2, Köln', step: 'message' };
    assert.equal((await walk.requests.replyToAgent({ case: one.id, typed: said })).kind, 'kept');
    assert.equal(await stateOf(walk, one), 'answered');
  });

  test('without naming a document is answered by whatever comes', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one } = await ask(walk, { documents: [], template: 'ask-other' });
    await upload(walk, one, 'birth-certificate');
    assert.equal(await stateOf(walk, one), 'answered');
  });

  test('is answered by saying that there is no more, and not by a message that the rest follows', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one } = await ask(walk);
    const text = 'My card is at the consulate.';
    assert.equal(
      (await walk.requests.replyToAgent({ case: one.id, typed: { text, step: 'message' } })).kind,
      'kept',
    );
    assert.equal(await stateOf(walk, one), 'waiting');
    assert.equal(
      (await walk.requests.replyToAgent({ case: one.id, typed: { text, step: 'answer' } })).kind,
      'kept',
    );
    assert.equal(await stateOf(walk, one), 'answered');
    const messages = await walk.inTransaction(['caseMessages'], ({ caseMessages }) =>
      caseMessages.of(one.id),
    );
    assert.equal(messages.filter((each) => each.text === text).length, 1);
  });

  test('may be added to afterwards, and an agent who had looked before sees that something came', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one, agent } = await ask(walk, { documents: ['passport'] });
    await upload(walk, one, 'passport');
    const { version } = await walk.find(one);
    assert.equal((await upload(walk, one, 'other')).kind, 'added');
    assert.equal(
      (await walk.requests.replyToAgent({ case: one.id, typed: { text: 'One more page.' } })).kind,
      'kept',
    );
    const refusal = { reason: 'other', text: 'We cannot help you.' } as const;
    const answer = await walk.desk.refuseRequest({ by: agent, case: one.id, version, ...refusal });
    assert.ok(answer.kind === 'changed');
    assert.deepEqual(
      answer.since.map(({ kind }) => kind),
      ['document-added', 'message-sent'],
    );
  });
});

describe('the same thing sent twice', () => {
  test('is one document, one message and one note, side by side and one after the other', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one, agent } = await ask(walk, { documents: ['passport'] });
    const [first, second] = await Promise.all([1, 2].map(() => upload(walk, one, 'passport', 'my passport')));
    assert.ok(first?.kind === 'added' && second?.kind === 'added');
    assert.equal(first.document.id, second.document.id);
    await upload(walk, one, 'passport', 'my passport');
    await Promise.all(
      [1, 2].map(() => walk.requests.replyToAgent({ case: one.id, typed: { text: 'It is the new one.' } })),
    );
    await Promise.all(
      [1, 2].map(() => walk.desk.addNote({ by: agent, case: one.id, text: 'Looks new to me.' })),
    );
    const kept = await walk.inTransaction(['documents', 'caseMessages', 'caseNotes'], async (stores) => [
      (await stores.documents.list(one.id)).length,
      (await stores.caseMessages.of(one.id)).filter(({ from }) => from.kind === 'applicant').length,
      (await stores.caseNotes.of(one.id)).length,
    ]);
    assert.deepEqual(kept, [1, 1, 1]);
    await upload(walk, one, 'other', 'my passport');
    const documents = await walk.inTransaction(['documents'], (stores) => stores.documents.list(one.id));
    assert.equal(documents.length, 2, 'the same picture may stand for two things');
  });

  test('pressing the button of an answer twice asks for nothing', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one } = await ask(walk);
    await upload(walk, one, 'identity-front');
    const press = () => walk.requests.replyToAgent({ case: one.id, typed: { text: '', step: 'answer' } });
    assert.deepEqual([(await press()).kind, (await press()).kind], ['kept', 'kept']);
    assert.equal((await walk.requests.replyToAgent({ case: one.id, typed: { text: '' } })).kind, 'kept');
    assert.equal(await stateOf(walk, one), 'answered');
  });
});

describe('the end of the time to answer', () => {
  /** Past the reminder, delivered, to a moment before or after the end. */
  async function goToEnd(walk: CaseworkWalk, dueOn: ReturnType<typeof dayOf>, beyond: number) {
    const goTo = (moment: Date) => walk.pass(moment.getTime() - walk.now().getTime());
    goTo(later(endOfDay(dueOn), -2 * DAY));
    await runCaseDuties(walk.world);
    const reminder = (await walk.deliver()).find(({ template }) => template === 'answer-reminder');
    goTo(later(endOfDay(dueOn), beyond));
    return reminder;
  }

  test('brings what did come to the agent, and ends nothing as "no answer"', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one, agent, dueOn } = await ask(walk);
    await upload(walk, one, 'identity-front');
    const reminder = await goToEnd(walk, dueOn, 0);
    assert.match(reminder?.text ?? '', /Identity card, back/);
    assert.doesNotMatch(
      reminder?.text ?? '',
      /Identity card, front/,
      'the reminder names what is missing alone',
    );
    assert.deepEqual(await runCaseDuties(walk.world), { reminded: 0, expired: 0, failed: [] });
    const { state } = await walk.find(one);
    assert.ok(state.kind === 'answered' && state.agent === agent.person);
  });

  test('counts a file that came before it, however long it is looked at', async (context) => {
    const walk = await openCaseworkWalk(context);
    const { one, dueOn } = await ask(walk, { documents: ['passport'] });
    await goToEnd(walk, dueOn, -MINUTE);
    const arrival = await walk.requests.beginUpload({ case: one.id });
    assert.equal((await walk.requests.viewRequest({ case: one.id, proof: 'link' }))?.arriving, 1);
    walk.pass(3 * MINUTE);
    assert.equal((await runCaseDuties(walk.world)).expired, 0);
    assert.equal(await stateOf(walk, one), 'waiting');
    const added = await walk.requests.addDocument({
      case: one.id,
      document: preparedImage('late'),
      kind: 'passport',
      arrival,
    });
    assert.equal(added.kind, 'added');
    assert.equal(await stateOf(walk, one), 'answered');
  });

  test('ends a request whose only file could not be taken, but not one whose file we could not look at', async (context) => {
    const walk = await openCaseworkWalk(context);
    for (const [reason, end] of [
      ['harmful', 'expired'],
      ['not-now', 'answered'],
    ] as const) {
      const { one, dueOn } = await ask(walk, { documents: ['passport'] }, `DE/BE/${reason}`);
      await goToEnd(walk, dueOn, -MINUTE);
      await walk.requests.refuseDocument({
        case: one.id,
        reason,
        arrival: await walk.requests.beginUpload({ case: one.id }),
      });
      walk.pass(HOUR);
      await runCaseDuties(walk.world);
      assert.equal(await stateOf(walk, one), end, reason);
    }
  });

  test('does not come for somebody who sent something, whatever happens in whatever order', async (context) => {
    const walk = await openCaseworkWalk(context);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 25 }), async (steps) => {
        const asked = await ask(walk, {}, `DE/BE/${another()}`);
        const story: Story = { walk, ...asked, sentAt: null, arrivals: [] };
        for (const { kind, what, days } of steps) {
          walk.pass(MINUTE);
          await acts[kind]?.(story, { what, days });
          await checkEnd(story);
        }
      }),
      { numRuns: tries(12), endOnFailure: true },
    );
  });
});

/** One request that waits, with when its applicant last sent something that was not taken back. */
type Story = {
  readonly walk: CaseworkWalk;
  readonly one: Case;
  readonly agent: TestMember;
  sentAt: Date | null;
  readonly arrivals: Awaited<ReturnType<CaseworkWalk['requests']['beginUpload']>>[];
};
type Chosen = { readonly what: DocumentKind; readonly days: number };

async function work({ walk }: Story): Promise<void> {
  await runCaseDuties(walk.world);
  await walk.deliver();
}

const lastDocument = ({ walk, one }: Story) =>
  walk.inTransaction(['documents'], async (stores) => (await stores.documents.list(one.id)).at(-1));

const acts: Readonly<Record<string, (story: Story, chosen: Chosen) => Promise<unknown>>> = {
  async upload(story, { what }) {
    const added = await upload(story.walk, story.one, what);
    if (added.kind === 'added') story.sentAt = story.walk.now();
  },
  async begin({ walk, one, arrivals }) {
    arrivals.push(await walk.requests.beginUpload({ case: one.id }));
  },
  async finish(story) {
    const arrival = story.arrivals.pop();
    if (!arrival) return;
    const image = preparedImage(another());
    const added = await story.walk.requests.addDocument({
      case: story.one.id,
      document: image,
      kind: 'identity-back',
      arrival,
    });
    if (added.kind === 'added') story.sentAt = story.walk.now();
  },
  lose: async ({ arrivals }) => arrivals.pop(),
  view: ({ walk, agent, one }) => walk.desk.viewCase({ by: agent, case: one.id }),
  async reject(story) {
    const last = await lastDocument(story);
    const { walk, agent, one } = story;
    if (last)
      await walk.desk.rejectDocument({
        by: withReason(agent, 'It is not sharp enough.'),
        case: one.id,
        document: last.id,
      });
  },
  async takeBack(story) {
    const last = await lastDocument(story);
    if (!last) return;
    const { kind } = await story.walk.requests.removeDocument({ case: story.one.id, document: last.id });
    if (kind === 'removed') story.sentAt = null;
  },
  async write(story) {
    const typed = { text: `Soon: ${another()}.`, step: 'message' };
    const { kind } = await story.walk.requests.replyToAgent({ case: story.one.id, typed });
    if (kind === 'kept') story.sentAt = story.walk.now();
  },
  async pass(story, { days }) {
    for (let day = 0; day < days; day += 1) {
      story.walk.pass(DAY);
      await work(story);
    }
  },
  async ask(story) {
    const { walk, agent, one } = story;
    const { version } = await walk.find(one);
    const dueOn = addDays(dayOf(walk.now()), 5);
    const question = {
      template: 'ask-other',
      text: 'And more.',
      documents: ['identity-front', 'other'],
      dueOn,
    };
    if ((await walk.desk.askQuestion({ by: agent, case: one.id, version, ...question })).kind === 'done')
      story.sentAt = null;
    await walk.deliver();
  },
  work,
};
const step = fc.record({
  kind: fc.constantFrom(...Object.keys(acts)),
  what: fc.constantFrom<DocumentKind>('identity-front', 'identity-back', 'other'),
  days: fc.nat({ max: 8 }),
});

async function checkEnd({ walk, one, sentAt }: Story): Promise<void> {
  const events = await walk.inTransaction(['caseEvents'], (stores) => stores.caseEvents.of(one.id));
  const ended = events.find(({ kind, details }) => kind === 'expired' && details.because === 'no-answer');
  if (ended && sentAt !== null && sentAt < ended.at)
    assert.fail(`ended at ${ended.at.toISOString()}, though something came at ${sentAt.toISOString()}`);
}
