import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayOf } from '../../src/base/calendar.ts';
import { DAY, later } from '../../src/base/time.ts';
import { type Case, type CaseState, runningStates } from '../../src/domain/casework/index.ts';
import type { NationalNumberDigits, PersonId } from '../../src/domain/person/index.ts';
import { openCaseworkWalk } from '../support/casework-walk.ts';
import { openDeskWeb } from '../support/desk-web.ts';
import { agentAt, storedCase } from '../support/stored-case.ts';

const number = '95501799861' as NationalNumberDigits;

/** Every state, of this agent or of a colleague. */
function stateOf(kind: CaseState['kind'], agent: PersonId, at: Date): CaseState {
  switch (kind) {
    case 'assigned':
      return { kind, agent };
    case 'waiting':
      return { kind, agent, question: 'q', askedAt: at, dueOn: addDays(dayOf(at), 14), remindedAt: null };
    case 'answered':
      return { kind, agent, answeredAt: at };
    case 'to-confirm':
      return { kind, agent, proposal: { kind: 'new-number', because: 'nobody fits' }, proposedAt: at };
    case 'decided':
      return { kind, outcome: { kind: 'linked', number, person: agent }, by: agent, confirmedBy: null, at };
    case 'reopened':
      return { kind, by: agent, at };
    case 'handed-over':
      return { kind, office: 'Lindeberg', by: agent, at };
    case 'draft':
    case 'new':
      return { kind };
    default:
      return { kind, at };
  }
}

const anyCase = fc.record({
  kind: fc.constantFrom<CaseState['kind']>(
    ...runningStates,
    ...(['draft', 'waiting', 'waiting', 'decided', 'decided', 'withdrawn', 'expired'] as const),
  ),
  mine: fc.boolean(),
  country: fc.constantFrom('DE', 'FR'),
  sentHoursAgo: fc.integer({ min: 1, max: 40 * 24 }),
  changedHoursAgo: fc.integer({ min: 0, max: 24 * 12 }),
  targetInHours: fc.integer({ min: -200, max: 200 }),
});

/** Every number on a page that is a link to a list, with that list. */
function countsIn(html: string): readonly (readonly [count: number, path: string])[] {
  const links = html.matchAll(/<a href="(\/cases\/list\?[^"]*)"[^>]*>([\s\S]*?)<\/a>/g);
  return [...links].flatMap(([, path = '', inside = '']) => {
    const count = /^(?:<b>)?([\d,]+)(?:<\/b>|$)|class="count">(\d+)</.exec(inside);
    const digits = (count?.[1] ?? count?.[2])?.replaceAll(',', '');
    return digits === undefined ? [] : [[Number(digits), path.replaceAll('&amp;', '&')] as const];
  });
}

describe('every count that agents see', () => {
  test('leads to a list of exactly that many cases; none that waits for the applicant is late', async (t) => {
    const walk = await openCaseworkWalk(t);
    const agent = await walk.member('Noor', 'case-agent', 'case-lead');
    const now = walk.now();
    const cases = fc.sample(anyCase, { numRuns: 120, seed: 8 }).map((each): Case => {
      const at = later(now, (-each.changedHoursAgo * DAY) / 24);
      const one = storedCase({
        state: stateOf(each.kind, each.mine ? agent.person : agentAt(2), at),
        submittedAt: each.kind === 'draft' ? null : later(now, (-each.sentHoursAgo * DAY) / 24),
        targetAt: later(now, (each.targetInHours * DAY) / 24),
      });
      return { ...one, applicant: { ...one.applicant, country: each.country } };
    });
    await walk.inTransaction(['cases'], async ({ cases: kept }) => {
      for (const one of cases) await kept.add(one);
    });
    const { desk, store } = walk;
    const web = openDeskWeb({ desk, reports: store.caseReports, clock: () => walk.now() }, agent);
    const wrong: string[] = [];
    let checked = 0;
    for (const page of ['/cases', '/cases/list?list=all', '/cases/reports?period=90d']) {
      for (const [count, path] of countsIn((await web.get(page)).text)) {
        const { text } = await web.get(path);
        const total = Number(/ of (\d+)<\/p>/.exec(text)?.[1] ?? 0);
        if (total !== count) wrong.push(`${page}: ${count} leads to ${total} at ${path}`);
        checked += 1;
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(checked > 20, `only ${checked} counts were found`);

    const { text: late } = await web.get('/cases/list?list=all&status=open&late=yes');
    assert.match(late, /days? late/);
    assert.doesNotMatch(late, /Waiting for applicant<\/span>/);
    for (const [row] of late.matchAll(/<tr><td class="pick">[\s\S]*?<\/tr>/g))
      assert.match(row, /\d days? late/);
  });
});
