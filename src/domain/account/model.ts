import type { CorrelationCode } from '../../base/correlation.ts';
import { later, MINUTE } from '../../base/time.ts';
import type { Authentication } from '../login-means/index.ts';
import type { PersonId } from '../person/index.ts';

/** Somebody on pages of their own, their account or the organisations that they administer: who, and by what they proved it. */
export type AccountOwner = {
  readonly person: PersonId;
  readonly authentication: Authentication;
  /** Of the login that opened the session: ties what is done in it to that login. */
  readonly correlation: CorrelationCode;
};

/** How long a login counts as fresh: asked again before what could shut somebody out of their account, or let somebody else in. */
const FRESH = 15 * MINUTE;

/** Whether somebody logged in so short ago that a dangerous step needs no new login. */
export function isFreshOwner({ authentication }: Pick<AccountOwner, 'authentication'>, now: Date): boolean {
  return later(authentication.at, FRESH) > now;
}
