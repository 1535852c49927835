import {
  always,
  behindLogin,
  endedRequest,
  gone,
  type Kind,
  noForm,
  onward,
  over,
  posted,
  same,
  stranger,
  toAccountLogin,
  toOrganisationLogin,
  toRequest,
  toStaffLogin,
} from './address-answers.ts';

export { type AddressAnswer, type Situation, situations } from './address-answers.ts';

/** The page that says why another login is asked. */
const asksAgain = (what: string) => ({
  what,
  answers: always({ statuses: [200, 303], says: 'the same; somebody who logged in meanwhile goes on' }),
});

/** Logging out of pages of one’s own. */
const logsOut = (what: string) => ({
  what,
  answers: always({ statuses: [303, 403], says: 'on to the page that says that one is logged out' }),
});

/** Every kind of address of the platform. What an address of a kind does is walked by tests. */
export const addressKinds = {
  page: { what: 'a page or document that is the same for everybody', answers: always(same) },
  file: {
    what: 'a static file, by its content hash',
    answers: always({ statuses: [200, 404], says: 'the same, for as long as the version runs that has it' }),
  },
  begin: {
    what: 'begins a login to pages of our own',
    answers: always({ statuses: [303], says: 'a login begins; somebody at work goes on to their page' }),
  },
  login: {
    what: 'the one address of a login',
    answers: {
      again: { statuses: [200], says: 'where the login stands' },
      ended: over,
      tab: { statuses: [200], says: 'where the login stands; each tab may go on' },
      browser: stranger,
      day: gone,
    },
  },
  'login-view': {
    what: 'a page that a tile of a login leads to, or the look whether access is there by now; without that it changes nothing',
    answers: {
      again: {
        statuses: [200, 303],
        to: '/login/',
        says: 'the same; where the login is past it, on to the login',
      },
      ended: { statuses: [303], to: '/login/', says: 'on to the login' },
      tab: { statuses: [200, 303], to: '/login/', says: 'the same, or on to the login' },
      browser: {
        statuses: [303],
        to: '/login/',
        says: 'began in another browser: on to the login, which says so',
      },
      day: { statuses: [303], to: '/login/', says: 'on to the login, which says that it ended' },
    },
  },
  tile: {
    what: 'the page of a tile, which changes nothing, or the way to its provider',
    answers: {
      again: {
        statuses: [200, 303],
        says: 'the same page; to the provider, within a minute with the same request; where the login is past it, on to the login',
      },
      ended: { statuses: [303], to: '/login/', says: 'on to the login' },
      tab: { statuses: [200, 303], says: 'likewise' },
      browser: {
        statuses: [303],
        to: '/login/',
        says: 'began in another browser: on to the login, which says so',
      },
      day: { statuses: [303], to: '/login/', says: 'on to the login, which says that it ended' },
    },
  },
  country: {
    what: 'the page in between that leads to a member state',
    answers: {
      again: {
        statuses: [200, 303],
        to: '/login/',
        says: 'leads there, at once with the same request, after a while with a fresh one; where no country is asked, to the login',
      },
      ended: { statuses: [303], to: '/login/', says: 'on to the login' },
      tab: { statuses: [200, 303], to: '/login/', says: 'likewise' },
      browser: { statuses: [303, 403], to: '/login/', says: 'began in another browser: the home page' },
      day: { statuses: [303], to: '/login/', says: 'on to the login, which says that it ended' },
    },
  },
  'login-form': {
    what: 'a form of a login',
    answers: { again: onward, ended: onward, tab: onward, browser: noForm, day: onward },
  },
  'login-place': {
    what: 'the address of a form of a login, opened by itself',
    answers: always({ statuses: [303], to: '/login/', says: 'on to the login' }),
  },
  arrival: {
    what: 'where the browser fetches the answer of its member state',
    answers: {
      again: { statuses: [200, 303], to: '/login/', says: 'on to the login, or by it to the application' },
      ended: {
        statuses: [200, 303, 409],
        to: '/login/',
        says: 'on to the login, which leads to the application',
      },
      tab: { statuses: [200, 303, 409], to: '/login/', says: 'on to where the login stands' },
      browser: { statuses: [403], says: 'began in another browser: the home page; the trail is told' },
      day: { statuses: [303, 404], to: '/login/', says: 'on to the login, or the home page' },
    },
  },
  answer: {
    what: 'takes the answer of a member state',
    answers: {
      again: { statuses: [303], to: '/eidas/return/', says: 'on to where the first one led' },
      ended: {
        statuses: [303],
        to: '/eidas/return/',
        says: 'on to where the first one led; late is no event of security',
      },
      tab: { statuses: [303], to: '/eidas/return/', says: 'on to where the first one led' },
      browser: {
        statuses: [303],
        to: '/eidas/return/',
        says: 'on, to the page that says that it began elsewhere',
      },
      day: {
        statuses: [303, 400, 404],
        to: '/eidas/return/',
        says: 'the login is not found any more: the home page',
      },
    },
  },
  'answer-place': {
    what: 'the same address, opened by itself, or by another method',
    answers: always({ statuses: [405], says: 'nothing to see: the home page' }),
  },
  enter: {
    what: 'opens a session on pages of our own, from a finished login',
    answers: {
      again: { statuses: [303], says: 'the same session' },
      ended: { statuses: [303], says: 'a login, and on' },
      tab: { statuses: [303], says: 'the same session' },
      browser: stranger,
      day: { statuses: [404, 409, 410], says: 'ended: "Log in again", or the home page' },
    },
  },
  'request-start': {
    what: 'the start of the pages about a request',
    answers: always({
      statuses: [200, 303],
      to: '/request',
      says: 'how to come to a request; in a session, where it stands',
    }),
  },
  request: {
    what: 'a page of a request, in its session',
    answers: {
      again: { statuses: [200, 303, 404], to: '/request', says: 'the same, or where the request stands' },
      ended: endedRequest,
      tab: { statuses: [200, 303, 404], to: '/request', says: 'the same' },
      browser: toRequest,
      day: endedRequest,
    },
  },
  'request-form': {
    what: 'a form of a request',
    answers: { again: posted, ended: endedRequest, tab: posted, browser: endedRequest, day: endedRequest },
  },
  'request-link': {
    what: 'a link of a mail to a request',
    answers: always({
      statuses: [200, 410],
      says: 'a button that opens it; after its time or use a page that asks for another link',
    }),
  },
  'request-link-form': {
    what: 'opens a request by its link, or asks for a link',
    answers: {
      again: {
        statuses: [303, 403, 410],
        to: '/request',
        says: 'on to the request; after its time or use the page that asks for another link',
      },
      ended: { statuses: [303, 403, 410], to: '/request', says: 'likewise' },
      tab: { statuses: [303, 403, 410], to: '/request', says: 'likewise' },
      browser: noForm,
      day: { statuses: [303, 403, 410], to: '/request', says: 'likewise' },
    },
  },
  staff: behindLogin('a page for staff', toStaffLogin, {
    statuses: [200, 303, 403, 404],
    says: 'the same, as things stand now',
  }),
  'staff-again': asksAgain('says why another login is asked, and leads to it and back'),
  'staff-form': behindLogin('a form of staff', toStaffLogin, posted),
  'staff-leave': {
    what: 'ends the session of staff, or lengthens it',
    answers: always({
      statuses: [303, 403],
      says: 'on; without a session the page for a new login, or the home page',
    }),
  },
  account: behindLogin('a page of one’s own account', toAccountLogin, {
    statuses: [200, 303, 404],
    says: 'the same, as things stand now',
  }),
  'prepared-link': {
    what: 'a prepared link that asks for access',
    answers: always({ statuses: [303, 400], to: '/account/', says: 'on to the form, or what is amiss' }),
  },
  'account-again': asksAgain(
    'says why another login to one’s own account is asked, and leads to it and back',
  ),
  'account-form': behindLogin('a form of one’s own account', toAccountLogin, posted),
  'account-leave': logsOut('ends the session of one’s own account'),
  organisation: behindLogin('a page of an organisation, for whoever administers it', toOrganisationLogin, {
    statuses: [200, 303, 404],
    says: 'the same, as things stand now; to everybody who does not administer it one and the same page',
  }),
  'organisation-again': asksAgain(
    'says why another login is asked of an administrator, and leads to it and back',
  ),
  'organisation-form': behindLogin('a form of an organisation', toOrganisationLogin, posted),
  'organisation-leave': logsOut('ends the session of an administrator'),
  invitation: {
    what: 'the link of an invitation of staff; to look at it changes nothing',
    answers: always({
      statuses: [200, 303, 404, 410],
      says: 'the invitation; once it was used, whoever used it here goes on to their work, and everybody else gets a page that says so, or that it is too old or was taken back',
    }),
  },
  'invitation-form': {
    what: 'accepts an invitation of staff, or begins the login that does',
    answers: {
      again: { statuses: [303, 403], says: 'on to the work; nothing is done twice' },
      ended: { statuses: [303, 403], says: 'on to the page that says that it is too old, or was used' },
      tab: { statuses: [303, 403], says: 'on to the work; nothing is done twice' },
      browser: noForm,
      day: { statuses: [303, 403], says: 'on to the page that says that it is too old, or was used' },
    },
  },
  'reset-link': {
    what: 'the link of a mail about a reset of keys; to look at it changes nothing',
    answers: always({
      statuses: [200, 404, 410],
      says: 'the page with its button; after its time, its use or its end a page that says so',
    }),
  },
  'reset-form': {
    what: 'says that every key is lost, binds a new one by a link, or stops a reset by one',
    answers: {
      again: { statuses: [303, 403], says: 'on to the page that the form stands on, as things stand now' },
      ended: { statuses: [303, 403], says: 'likewise' },
      tab: { statuses: [303, 403], says: 'likewise' },
      browser: noForm,
      day: { statuses: [303, 403], says: 'likewise' },
    },
  },
  'enter-invitation': {
    what: 'accepts an invitation of staff, from a finished login',
    answers: {
      again: { statuses: [303], says: 'the same session' },
      ended: { statuses: [303, 410], says: 'the page that says that it was used' },
      tab: { statuses: [303], says: 'the same session' },
      browser: stranger,
      day: { statuses: [404, 409, 410], says: 'ended: "Log in again", or the home page' },
    },
  },
  authorization: {
    what: 'where an application begins a login',
    answers: always({
      statuses: [303],
      says: 'a login begins, or single sign-on answers at once; a request that cannot be answered gets a page',
    }),
  },
  resume: {
    what: 'the way back to the application',
    answers: {
      again: {
        statuses: [303],
        says: 'the same answer to the application, for 30 seconds; before the end, on to the login',
      },
      ended: {
        statuses: [303, 409],
        says: 'the same answer; once the application fetched it, a page that leads to the application',
      },
      tab: { statuses: [303, 409], says: 'likewise' },
      browser: { statuses: [400], says: 'no answer is given: the home page' },
      day: { statuses: [400], says: 'the login has ended: the home page' },
    },
  },
  logout: {
    what: 'where an application sends somebody to log out',
    answers: always({
      statuses: [200, 303],
      says: 'logged out: back to the application, or a page that says so',
    }),
  },
  machine: {
    what: 'for the programs of applications',
    answers: always({ statuses: [400, 401], says: 'JSON; a code and an assertion count once' }),
  },
} as const satisfies Readonly<Record<string, Kind>>;
export type AddressKind = keyof typeof addressKinds;

/** Which addresses are of a kind: by the method, and the pattern in the router. */
export type AddressRule = readonly [method: 'GET' | 'POST' | 'any', pattern: RegExp, kind: AddressKind];
