import type { StaffRight } from '../../src/domain/staff/index.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { caseOf } from './casework-fixtures.ts';
import { waitingRequest } from './fake-access-requests.ts';
import { accountCookieHeader, OTHER_LINK, PASSKEY } from './fake-account.ts';
import { invitationSecret } from './fake-invitations.ts';
import { ADMINISTRATION, organisationCookieHeader, ourOrganisation } from './fake-organisation.ts';
import { janAtWork } from './fake-people.ts';
import { LINK_TOKEN, openFakeRequests, requestCookieHeader } from './fake-requests.ts';
import {
  browserCookieHeader,
  fakeOwnPages,
  fakeStaff,
  openFakeWeb,
  staffCookieHeader,
  staffMember,
} from './fake-web.ts';
import { ATTEMPT_ID } from './web-fixtures.ts';

/** One address of ours as the router knows it, with a value in the place of each part that varies. */
export type OwnRoute = { readonly method: 'GET' | 'POST'; readonly pattern: string; readonly path: string };

/** Everything that a browser may send to prove who it is. */
export const cookies = {
  browser: browserCookieHeader,
  staff: staffCookieHeader,
  applicant: requestCookieHeader,
  account: accountCookieHeader,
  organisation: organisationCookieHeader,
} as const;

const values: Readonly<Record<string, string>> = {
  ':right': '00000000-0000-4000-8000-0000000000d1',
  ':choice': 'c'.repeat(60),
  ':document': '00000000-0000-4000-8000-0000000000d1',
  ':page': '1',
  ':key': 'request-received',
  ':language': 'en',
  ':token': LINK_TOKEN,
  ':handle': 'h'.repeat(43),
  ':hash': '0'.repeat(8),
  ':country': 'de',
  ':tile': 'eid',
  ':provider': 'fas',
  ':held': PASSKEY,
  ':linked': OTHER_LINK,
  ':means': 'csamsms',
  ':secret': invitationSecret,
  ':organisation': ourOrganisation.id,
  ':invitation': '00000000-0000-4000-8000-0000000000b2',
  ':person': '00000000-0000-4000-8000-0000000000b3',
  ':application': 'sluis-casework',
  ':relation': janAtWork.relation,
  ':step': 'again',
  ':administration': ADMINISTRATION,
  ':request': waitingRequest.id,
};
const caseId = caseOf({ kind: 'new' }).id;
/** What may be asked of the world before it is known who asks. */
const asking = [
  'staff.find',
  'applicants.find',
  'accounts.find',
  'organisationSessions.find',
  'account.viewAccount',
  'requests.viewRequest',
  'login.show',
  'invitations.view',
  'workInvitations.view',
  'invitations.options',
  'keyResets.view',
  'keyResets.options',
];

/**
 * The pages with somebody at work and somebody with a request, and every call that went further than who they are; `over` replaces what is behind
 * the pages.
 */
export function openOwnRoutes(right: StaffRight = 'case-lead', over: Partial<WebWorld> = {}) {
  const calls: string[] = [];
  const watch = <Part extends object>(name: string, part: Part): Part =>
    new Proxy(part, {
      get(target, key, receiver) {
        const value: unknown = Reflect.get(target, key, receiver);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          const call = `${name}.${String(key)}`;
          if (!asking.includes(call)) calls.push(call);
          return Reflect.apply(value, target, given);
        };
      },
    });
  const own = {
    ...fakeOwnPages(),
    ...openFakeRequests(),
    staff: fakeStaff(staffMember({ rights: [right] })),
    ...over,
  };
  const { desk, counter, matchingLog, joins, reports, templates, mailDesk, staff, requests, applicants } =
    own;
  const { account, accountKeys, accounts, invitations, organisationDesk, organisationSessions } = own;
  const { appointments, keyResets, platform } = own;
  const { people, workInvitations, accessRequests, accessOverview, userRights } = own;
  const parts = {
    desk,
    counter,
    matchingLog,
    joins,
    reports,
    templates,
    mailDesk,
    staff,
    requests,
    applicants,
    account,
    accountKeys,
    accounts,
    invitations,
    organisationDesk,
    organisationSessions,
    platform,
    keyResets,
    people,
    workInvitations,
    appointments,
    accessRequests,
    accessOverview,
    userRights,
  };
  const watched = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, watch(name, part)]),
  ) as Partial<WebWorld>;
  const { app, fake, logged } = openFakeWeb(watched);
  const seen = new Map<string, OwnRoute>();
  for (const { method, path: pattern } of app.routes)
    if (method === 'GET' || method === 'POST')
      seen.set(`${method} ${pattern}`, { method, pattern, path: pathOf(pattern) });
  return { app, calls, logins: fake.answers, logged, routes: [...seen.values()] };
}

function pathOf(pattern: string): string {
  return pattern
    .split(/\/(?![^{]*\})/)
    .map((part) => {
      const [name = ''] = part.split('{');
      if (name === ':id') return pattern.startsWith('/login') ? ATTEMPT_ID : caseId;
      if (name === ':page' && pattern.startsWith('/request')) return 'names';
      const value = values[name];
      if (name.startsWith(':') && value === undefined) throw new Error(`what stands for ${name}?`);
      return value ?? part.replace('*', 'x');
    })
    .join('/');
}
