import assert from 'node:assert/strict';
import pg from 'pg';
import type { Case, CaseEvent, CaseId } from '../../src/domain/casework/index.ts';
import { parseNationalNumber } from '../../src/domain/person/index.ts';
import type { Store } from '../../src/store/index.ts';

/** Which mail each happening causes. */
const MAIL_OF = {
  submitted: 'request-received',
  asked: 'question-asked',
  answered: 'answer-received',
  linked: 'number-linked-in-mail',
  'number-assigned': 'number-assigned-in-mail',
  refused: 'request-refused',
  withdrawn: 'request-withdrawn',
} as const;

/** What the last happening of a case in this state may be. */
const LAST_OF: Readonly<Record<string, readonly CaseEvent['kind'][]>> = {
  draft: ['opened', 'contact-changed'],
  new: ['submitted'],
  assigned: ['assigned', 'sent-back'],
  waiting: ['asked'],
  answered: ['answered'],
  'to-confirm': ['proposed'],
  decided: ['linked', 'number-assigned', 'refused'],
  withdrawn: ['withdrawn'],
};

type Columns = {
  readonly id: CaseId;
  readonly version: number;
  readonly state: string;
  readonly outcome: string | null;
  readonly agent: string | null;
  readonly decided_at: Date | null;
};

/** How many cases stand where: by outcome when decided, else by state. */
export type CheckedCases = ReadonlyMap<string, number>;

/**
 * What must hold of a database at rest, whatever was cut off before: each case agrees with its columns, its timeline, its
 * mails, its link and its number; and no number, link or mail is there without its case.
 */
export async function checkCases(store: Store, url: string): Promise<CheckedCases> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Columns>(
      'select id, version, state, outcome, agent, decided_at from cases',
    );
    const mails = await countsBy(
      client,
      'select about as id, template as kind from outbox where about is not null',
    );
    const trail = await countsBy(
      client,
      `select subject_id as id, kind from audit_events where subject_kind = 'case'`,
    );
    const assigned = await countsBy(client, `select case_id as id, 'number' as kind from assigned_numbers`);
    const states = new Map<string, number>();
    let given = 0;
    let isNew = 0;
    for (const columns of rows) {
      const { one, events } = await store.inTransaction(
        ['cases', 'caseEvents'],
        async ({ cases, caseEvents }) => ({
          one: await cases.find(columns.id),
          events: await caseEvents.of(columns.id),
        }),
      );
      assert.ok(one);
      checkColumns(one, columns);
      checkTimeline(one, events);
      for (const kind of new Set(events.map((each) => each.kind)))
        assert.equal(
          trail.get(`${one.id} case.${kind}`),
          countOf(events, kind),
          `the trail tells of ${kind}`,
        );
      for (const [kind, template] of Object.entries(MAIL_OF))
        assert.equal(
          mails.get(`${one.id} ${template}`) ?? 0,
          countOf(events, kind),
          `${one.id}: ${template}`,
        );
      const numbers = assigned.get(`${one.id} number`) ?? 0;
      const outcome = one.state.kind === 'decided' ? one.state.outcome.kind : null;
      assert.equal(numbers, outcome === 'new-number' ? 1 : 0, `${one.id} has ${numbers} new numbers`);
      if (outcome === 'new-number') isNew += 1;
      if (outcome === 'new-number' || outcome === 'linked') given += 1;
      await checkGiven(store, one);
      const place = outcome ?? one.state.kind;
      states.set(place, (states.get(place) ?? 0) + 1);
    }
    await checkTotals(client, store, { given, isNew });
    return states;
  } finally {
    await client.end();
  }
}

async function countsBy(client: pg.Client, rows: string): Promise<ReadonlyMap<string, number>> {
  const counted = await client.query<{ id: string; kind: string; count: number }>(
    `select id, kind, count(*)::int as count from (${rows}) as each group by id, kind`,
  );
  return new Map(counted.rows.map(({ id, kind, count }) => [`${id} ${kind}`, count]));
}

function countOf(events: readonly CaseEvent[], kind: string): number {
  return events.filter((each) => each.kind === kind).length;
}

function checkColumns({ id, state, version }: Case, columns: Columns): void {
  const decided = state.kind === 'decided' ? state : null;
  const agent = 'agent' in state ? state.agent : (decided?.by ?? null);
  assert.deepEqual(columns, {
    id,
    version,
    state: state.kind,
    outcome: decided?.outcome.kind ?? null,
    agent,
    decided_at: decided?.at ?? null,
  });
}

/** Answers of a draft are no happenings; every later version has its own. */
function checkTimeline(one: Case, events: readonly CaseEvent[]): void {
  const last = events.at(-1);
  assert.ok(last, 'a case has at least its opening in the timeline');
  assert.ok(LAST_OF[one.state.kind]?.includes(last.kind), `${one.state.kind} after ${last.kind}`);
  if (one.state.kind === 'draft') return;
  assert.equal(countOf(events, 'submitted'), 1, 'sent once');
  assert.equal(last.details.version, one.version, 'the last happening led to this version');
  const sent = events.findIndex(({ kind }) => kind === 'submitted');
  const versions = events.slice(sent).map(({ details }) => Number(details.version));
  const first = versions[0] ?? 0;
  const expected = Array.from({ length: one.version - first + 1 }, (_, index) => first + index);
  assert.deepEqual([...new Set(versions)], expected, 'each version has its happening');
}

async function checkGiven(store: Store, { id, state, applicant }: Case): Promise<void> {
  const { identity } = applicant;
  assert.ok(identity);
  const link = await store.inTransaction(['links'], ({ links }) =>
    links.findLive(identity.country, identity.identifier),
  );
  if (state.kind !== 'decided' || state.outcome.kind === 'refused')
    return assert.equal(link, null, `${id} has a link, and no decision that gave it`);
  const { outcome, at } = state;
  assert.equal(link?.person, outcome.person, 'the link leads to whom was decided');
  const parsed = parseNationalNumber(outcome.number, at);
  assert.ok(parsed.kind === 'parsed');
  const found = await store.inTransaction(['persons', 'register'], async ({ persons, register }) => ({
    person: await persons.findByNumber(parsed.number),
    registered: await register.findByNumber(parsed.number),
  }));
  assert.equal(found.person?.id, outcome.person, 'the number is that person’s');
  assert.ok(found.registered, 'the number is in the register');
}

async function checkTotals(
  client: pg.Client,
  store: Store,
  { given, isNew }: { readonly given: number; readonly isNew: number },
): Promise<void> {
  const { rows } = await client.query<Readonly<Record<string, number>>>(`select
    (select count(*)::int from eidas_links) as links,
    (select count(distinct person)::int from eidas_links) as persons,
    (select count(*)::int from person_numbers) as numbers,
    (select count(*)::int from assigned_numbers) as assigned,
    (select count(*)::int from register_persons where given_names <> 'Known') as registered`);
  assert.deepEqual(rows[0], {
    links: given,
    persons: given,
    numbers: given,
    assigned: isNew,
    registered: isNew,
  });
  const explained = await store.inTransaction(['numbers'], ({ numbers }) => numbers.explain());
  assert.deepEqual([explained.assigned, explained.holes, explained.beyond], [isNew, 0, 0]);
}
