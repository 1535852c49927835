import type { CaseState, CaseView, Desk, Office } from '../../src/domain/casework/index.ts';
import type { StaffMember } from '../../src/domain/staff/index.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { candidates } from './candidate-examples.ts';
import { caseId, caseOf, caseView, noor } from './casework-fixtures.ts';
import { openFakeDesk } from './fake-desk.ts';
import { fakeStaff, openFakeWeb, staffCookieHeader, staffToken } from './fake-web.ts';
import { followAgain } from './follow-again.ts';
import { lindeberg } from './offices.ts';

/** The address of the case of the fixtures. */
export const HOME = `/cases/${caseId(1)}`;
export const assigned: CaseState = { kind: 'assigned', agent: noor.person };
type Answers = Partial<Desk>;

/** The pages of a case with a desk that says this, and somebody at work. */
export function openCasePages(
  answers: Answers = {},
  member: StaffMember = noor,
  over: Partial<CaseView> = {},
  { offices = [lindeberg] }: { readonly offices?: readonly Office[] } = {},
  world: Partial<WebWorld> = {},
) {
  const fake = openFakeDesk({
    viewCase: async () => ({ kind: 'view', view: caseView(over.case ?? caseOf(assigned), over) }),
    findCandidates: async () => ({ kind: 'found', candidates }),
    ...answers,
  });
  const places = { offices: async () => offices };
  const { app, logged } = openFakeWeb({ desk: fake.desk, staff: fakeStaff(member), ...places, ...world });
  const headers = { cookie: `${staffCookieHeader}; sluis_language=en` };
  return {
    fake,
    logged,
    get: (path: string) => app.request(path, { headers }),
    /** Sends a form; fields that come more than once are given as pairs. A form that is shown again comes with the text of that page. */
    post: async (path: string, fields: Readonly<Record<string, string>> | Pairs, csrf = staffToken) =>
      followAgain(
        await app.request(path, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
          body: bodyOf([['csrf', csrf], ['version', '4'], ...pairsOf(fields)]),
        }),
        (page) => app.request(page, { headers }),
      ),
  };
}

type Pairs = readonly (readonly [string, string])[];

function pairsOf(fields: Readonly<Record<string, string>> | Pairs): Pairs {
  return isPairs(fields) ? fields : Object.entries(fields);
}

function isPairs(fields: Readonly<Record<string, string>> | Pairs): fields is Pairs {
  return Array.isArray(fields);
}

function bodyOf(pairs: Pairs): string {
  return new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();
}
