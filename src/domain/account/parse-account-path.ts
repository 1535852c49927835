import type { Brand } from '../../base/brand.ts';
import { ownPathParser } from '../../base/typed/own-path.ts';

/** An address of the pages of one's own account, where a login may lead: `/account…`, never another site. */
export type AccountPath = Brand<string, 'AccountPath'>;

export const accountHome = '/account' as AccountPath;

/** Reads where somebody wants to go after logging in; `null` for whatever is no page of an account. */
export const parseAccountPath = ownPathParser<AccountPath>('account');
