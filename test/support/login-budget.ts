import type { Traffic } from './counting-proxy.ts';

/**
 * What a walk costs: requests that a browser or an application sends to us; statements without `begin` and `commit`; packets in which they
 * reach the database; commits that wait until they are on disk. Each is the same on every machine, and time is not.
 */
export type Spent = {
  readonly requests: number;
  readonly statements: number;
  readonly packets: number;
  readonly waits: number;
};

/** What may be spent, at most. */
export const loginBudget = {
  /** From the authorization request to userinfo, by somebody whose link is known; what the member state asks is not counted. */
  login: { requests: 8, statements: 12, packets: 12, waits: 3 },
  loginWithChoice: { requests: 9, statements: 14, packets: 14, waits: 4 },
  /** Into a second application, with the session of the first: from the authorization request to userinfo. */
  singleSignOn: { requests: 3, statements: 6, packets: 6, waits: 2 },
  token: { requests: 1, statements: 2, packets: 2, waits: 1 },
  introspection: { requests: 1, statements: 1, packets: 1, waits: 0 },
  userinfo: { requests: 1, statements: 1, packets: 1, waits: 0 },
} as const satisfies Readonly<Record<string, Spent>>;

/** What was spent, by what each request asked of the database. */
export function spentOn(requests: readonly Traffic[]): Spent {
  const sum = (of: (traffic: Traffic) => number) => requests.reduce((all, each) => all + of(each), 0);
  return {
    requests: requests.length,
    statements: sum(({ statements }) => statements.length),
    packets: sum(({ packets }) => packets),
    waits: sum(({ waited }) => waited),
  };
}
