/** How somebody may come back to an address: a reload, Back or a bookmark; and when, and where. */
export const situations = ['again', 'ended', 'tab', 'browser', 'day'] as const;
export type Situation = (typeof situations)[number];

/** What an address answers: with which status, where a redirect leads, and what that means. */
export type AddressAnswer = {
  readonly statuses: readonly number[];
  /** How the address begins that a redirect leads to. */
  readonly to?: string;
  readonly says: string;
};

export type Kind = { readonly what: string; readonly answers: Readonly<Record<Situation, AddressAnswer>> };

export const same: AddressAnswer = { statuses: [200], says: 'the same' };
export const onward: AddressAnswer = { statuses: [303], to: '/login/', says: 'on to the login' };
export const stranger: AddressAnswer = {
  statuses: [403],
  says: 'began in another browser: the home page; nothing is told of the login',
};
export const over: AddressAnswer = {
  statuses: [200, 409, 410],
  says: 'finished: on to the application, or a page that leads to it; ended by itself: "Log in again" for the same application',
};
export const gone: AddressAnswer = {
  statuses: [404, 409, 410],
  says: 'ended: its application where that is still known, else the home page',
};
export const noForm: AddressAnswer = {
  statuses: [403],
  says: 'nothing is taken; the page that the form stood on',
};
export const toRequest: AddressAnswer = {
  statuses: [303],
  to: '/request',
  says: 'on to the start: by eID, or by a link',
};
export const endedRequest: AddressAnswer = {
  statuses: [303, 403],
  to: '/request',
  says: 'ended: how to come back, by eID or by a link',
};
export const toStaffLogin: AddressAnswer = {
  statuses: [303],
  to: '/staff/',
  says: 'a login, and back to this page',
};
export const toAccountLogin: AddressAnswer = {
  statuses: [303],
  to: '/account/',
  says: 'a login, and back to this page',
};
export const toOrganisationLogin: AddressAnswer = {
  statuses: [303],
  to: '/organisation/',
  says: 'a login, and back to this page',
};
export const posted: AddressAnswer = {
  statuses: [303, 400, 403, 404, 409],
  says: 'on to the page that the form stands on or that comes next; what was taken before is not done twice',
};
/** Where somebody is logged in, an answer; in every other situation the way to a login. */
export const behindLogin = (what: string, toLogin: AddressAnswer, answer: AddressAnswer) => ({
  what,
  answers: { again: answer, ended: toLogin, tab: answer, browser: toLogin, day: toLogin },
});
export const always = (answer: AddressAnswer) => ({
  again: answer,
  ended: answer,
  tab: answer,
  browser: answer,
  day: answer,
});
