import { type AccountPath, accountApplication, parseAccountPath } from '../../domain/account/index.ts';
import { openPersonSessions, type PersonSessionPorts, type PersonSessions } from './person-sessions.ts';

/** The sessions of people in their own account, and the login that leads there. */
export type AccountSessions = PersonSessions<AccountPath>;

export function openAccountSessions(ports: PersonSessionPorts): AccountSessions {
  return openPersonSessions(ports, {
    kind: 'account',
    application: accountApplication,
    parse: parseAccountPath,
    events: { entered: 'account.entered', left: 'account.left' },
  });
}
