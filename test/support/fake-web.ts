import { randomBytes } from 'node:crypto';
import type { Language } from '../../src/base/language.ts';
import { nearestLanguage } from '../../src/base/language.ts';
import { later, MINUTE } from '../../src/base/time.ts';
import type { CountryCode } from '../../src/domain/eidas-country/index.ts';
import type { StaffMember } from '../../src/domain/staff/index.ts';
import type { Answer, BrowserBinding, Reply, View } from '../../src/login/index.ts';
import { ANSWERED_BY_PAGE } from '../../src/web/http/answers-of-forms.ts';
import { formToken } from '../../src/web/http/form-token.ts';
import { openWeb, type WebWorld } from '../../src/web/index.ts';
import { fakeAccessOverview } from './fake-access-overview.ts';
import { fakeAccessRequests } from './fake-access-requests.ts';
import { fakeAccount, fakeAccountKeys, fakeAccounts, fakePasskeys } from './fake-account.ts';
import { openFakeCounter } from './fake-counter.ts';
import { openFakeDesk } from './fake-desk.ts';
import { fakeDevices } from './fake-devices.ts';
import { fakeInvitations } from './fake-invitations.ts';
import { fakeJoinDesk } from './fake-join-desk.ts';
import { openFakeKeptForms } from './fake-kept-forms.ts';
import { fakeKeyResets } from './fake-key-resets.ts';
import { caseworkSettings, openFakeMailDesk, openFakeTemplateDesk } from './fake-mail-desks.ts';
import { fakeAppointments, fakeOrganisationDesk, fakeOrganisationSessions } from './fake-organisation.ts';
import { fakePeople, fakeWorkInvitations } from './fake-people.ts';
import { fakePlatform } from './fake-platform.ts';
import { fakeDocumentReader, openFakeRequests, requestSecret } from './fake-requests.ts';
import { fakeUserRights } from './fake-user-rights.ts';
import { formKey } from './form-key.ts';
import { lindeberg } from './offices.ts';
import { reportExample } from './report-example.ts';
import { ATTEMPT_ID, NOW, pages, pageView } from './web-fixtures.ts';

/** The pages on a login that says what the test wants. */
export type FakeLogin = {
  show: (language: Language) => View;
  answer: (answer: Answer) => Reply;
  moreTime: (language: Language) => View;
  language: Language;
  /** Whether the answer of the member state was fetched before. */
  isFetched: boolean;
  /** What reached the login, in order. */
  readonly answers: Answer[];
  readonly bindings: string[];
};

export { formKey };
export const browserSecret = randomBytes(32).toString('base64url');
export const browserCookieHeader = `sluis_browser=${browserSecret}`;
export const token = formToken(formKey, browserSecret);

/** No OpenID provider is there. */
const fakeOpenId: WebWorld['openId'] = {
  leave: async () => ({ kind: 'unknown-organisation' }),
  wayThere: async () => null,
  comeBack: async () => ({ kind: 'unknown' }),
};

export const fakeSettings: WebWorld['settings'] = {
  origin: 'http://localhost:4000',
  formKey,
  trustedProxies: 0,
  securityContact: 'mailto:security@example.org',
  contact: { telephone: '+32 2 553 17 00' },
};

/** No means has pages of its own here. */
const unknownLogin: Extract<View, { kind: 'problem' }> = {
  kind: 'problem',
  problem: { kind: 'unknown-attempt' },
  application: null,
  correlation: null,
};

/** Opens the pages with a fake login behind them; `over` replaces parts of the world. */
export function openFakeWeb(over: Partial<WebWorld> = {}) {
  const fake: FakeLogin = {
    show: (language) => pageView(pages.means as NonNullable<(typeof pages)['means']>, language),
    answer: () => ({
      kind: 'moved',
      attempt: pageView(pages.linked as NonNullable<(typeof pages)['linked']>, fake.language).attempt,
    }),
    moreTime: (language) => fake.show(language),
    language: 'en',
    isFetched: false,
    answers: [],
    bindings: [],
  };
  const logged: unknown[] = [];
  const app = openWeb({
    login: {
      async show(_id, binding) {
        fake.bindings.push(binding);
        return fake.show(fake.language);
      },
      async answer(_id, _binding, answer) {
        fake.answers.push(answer);
        return fake.answer(answer);
      },
      async receive(_handle, binding) {
        fake.bindings.push(binding);
        const view = fake.show(fake.language);
        if (view.kind === 'problem') return { kind: 'problem', view };
        if (fake.isFetched) return { kind: 'moved', attempt: view.attempt };
        fake.isFetched = true;
        return { kind: 'shown', view };
      },
      async standing() {
        return { kind: 'problem', view: unknownLogin };
      },
      async leave() {
        return { kind: 'problem', view: unknownLogin };
      },
      async prove() {
        return { kind: 'problem', view: unknownLogin };
      },
      async fail() {
        return { kind: 'problem', view: unknownLogin };
      },
      async beginAgain() {
        const view = fake.show(fake.language);
        return view.kind === 'problem' ? { kind: 'problem', view } : { kind: 'moved', attempt: view.attempt };
      },
      async changeLanguage(_id, _binding, language) {
        fake.language = nearestLanguage(language);
      },
    },
    openId: fakeOpenId,
    giveMoreTime: async (_id, binding) => {
      fake.bindings.push(binding);
      return fake.moreTime(fake.language);
    },
    bindBrowser: (secret) => `bound:${secret}` as BrowserBinding,
    devices: fakeDevices,
    waitingFor: () => async () => {
      throw new Error('the login of this test ends without asking');
    },
    eidas: {
      metadata: async () => '<metadata/>',
      receive: async () => ({ kind: 'accepted', handle: 'h'.repeat(43) }),
      refuse: async () => 'K7PX-2M9D',
    },
    certificates: { origin: null, find: async () => null },
    ...fakeOwnPages(),
    demo: {
      places: [{ kind: 'klip', url: 'http://localhost:4001' }],
      stories: async () => [
        {
          at: 'klip',
          name: 'Anna Müller',
          country: 'DE' as CountryCode,
          number: '95.50.17-998.61',
          happens: { en: 'Comes in.', nl: 'Komt binnen.', fr: 'Entre.', de: 'Kommt hinein.' },
        },
      ],
    },
    isReady: async () => true,
    clock: () => NOW,
    log: {
      info: (fields, message) => logged.push([message, fields]),
      error(fields, message) {
        logged.push([message, fields]);
        if (message === ANSWERED_BY_PAGE) throw new Error(`${message}: ${fields.route}`);
      },
    },
    settings: fakeSettings,
    ...over,
  });
  return { app, fake, logged };
}

/** What stands behind the pages of our own: those of staff and of applicants. */
export function fakeOwnPages() {
  const { requests, applicants } = openFakeRequests();
  return {
    keptForms: openFakeKeptForms(),
    countries: { list: async () => [] },
    staff: fakeStaff(),
    offices: async () => [lindeberg],
    desk: openFakeDesk().desk,
    counter: openFakeCounter().counter,
    matchingLog: { exportLog: async () => ({ kind: 'exported', entries: [] }) },
    joins: fakeJoinDesk(),
    reports: { of: async () => reportExample, backlog: async () => reportExample },
    templates: openFakeTemplateDesk(),
    platform: fakePlatform(),
    mailDesk: openFakeMailDesk(),
    casework: caseworkSettings,
    requests,
    applicants,
    invitations: fakeInvitations(),
    keyResets: fakeKeyResets(),
    account: fakeAccount(),
    accountKeys: fakeAccountKeys(),
    passkeys: fakePasskeys(),
    accounts: fakeAccounts(),
    organisationDesk: fakeOrganisationDesk(),
    appointments: fakeAppointments(),
    accessOverview: fakeAccessOverview(),
    accessRequests: fakeAccessRequests(),
    organisationSearches: { take: () => ({ kind: 'open' }) },
    userRights: fakeUserRights(),
    organisationSessions: fakeOrganisationSessions(),
    people: fakePeople(),
    workInvitations: fakeWorkInvitations(),
    applications: async () => [],
    documents: fakeDocumentReader,
    refusedUploads: { look: () => ({ kind: 'open' }), count: () => {} },
  } satisfies Partial<WebWorld>;
}

/** The token in the forms of the session that `openFakeRequests` knows. */
export const requestToken = formToken(formKey, requestSecret);

/** The pages for staff with one member at work, under the secret `staffSecret`. */
export const staffSecret = randomBytes(32).toString('base64url');
export const staffCookieHeader = `sluis_staff=${staffSecret}`;
export const staffToken = formToken(formKey, staffSecret);

/** Somebody at work, logged in five minutes ago; `over` replaces what a test cares about. */
export function staffMember(over: Partial<StaffMember> = {}): StaffMember {
  return {
    person: '00000000-0000-4000-8000-000000000001' as StaffMember['person'],
    name: 'Sara Wouters',
    organisation: '00000000-0000-4000-8000-000000000002' as StaffMember['organisation'],
    organisationName: 'Federale Dienst Identificatie',
    rights: ['case-agent'],
    authenticatedAt: later(NOW, -5 * MINUTE),
    ...over,
  };
}

/** Sessions of staff that know one secret. */
export function fakeStaff(member: StaffMember = staffMember()): WebWorld['staff'] {
  return {
    begin: async () => ATTEMPT_ID,
    enter: async (_id, _browser, _former) => ({ kind: 'unknown' }),
    find: async (secret) => (secret === staffSecret ? member : null),
    end: async () => {},
  };
}
