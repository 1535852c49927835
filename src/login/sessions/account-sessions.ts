import { afterOthers } from '../../base/changed-meanwhile.ts';
import type { SpokenLanguage } from '../../base/language.ts';
import { type Clock, later } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import {
  type AccountOwner,
  type AccountPath,
  accountApplication,
  accountApplicationId,
  type Device,
  parseAccountPath,
} from '../../domain/account/index.ts';
import type { AuditEvent, AuditTrail } from '../../domain/audit/index.ts';
import type { Attempt, AttemptId, BrowserBinding } from '../attempt.ts';
import { foundationOf } from '../foundation-of.ts';
import type { Login } from '../login.ts';
import { leadTo, type WaitingProtocol } from '../waiting-protocol.ts';
import { beginOwnLogin } from './begin-own-login.ts';
import {
  type ElsewhereEntry,
  type EntryStores,
  enterOnce,
  findGranted,
  type GrantedLogin,
} from './granted-login.ts';
import { type WebSessionStore, webSessionLives } from './web-session.ts';

/** The sessions of people in their own account, and the login that leads there. */
export type AccountSessions = {
  /** Begins a login that leads to a page of the account. */
  begin(start: {
    readonly browser: BrowserBinding;
    readonly device: Device;
    readonly language: SpokenLanguage;
    readonly to: AccountPath;
  }): Promise<AttemptId>;
  /** Waits for the end of a login that was begun here, and says where the browser goes on. */
  readonly waiting: WaitingProtocol;
  /** Opens the session of a finished login, once, in the browser that began it; `former` is the session that it replaces. */
  enter(id: AttemptId, browser: BrowserBinding, former: string | null): Promise<AccountEntry>;
  /** `null` when it is over. */
  find(secret: string): Promise<AccountOwner | null>;
  end(secret: string): Promise<void>;
};

export type AccountEntry =
  | { readonly kind: 'entered'; readonly secret: string; readonly to: AccountPath }
  /** This login opened its session before. */
  | { readonly kind: 'used'; readonly to: AccountPath }
  | ElsewhereEntry;

export type AccountSessionStores = EntryStores & { readonly audit: AuditTrail };

export function openAccountSessions(ports: {
  readonly login: Pick<Login, 'begin' | 'show'>;
  readonly clock: Clock;
  readonly webSessions: Pick<WebSessionStore, 'find'>;
  readonly inTransaction: UnitOfWork<AccountSessionStores>;
}): AccountSessions {
  const { login, clock, webSessions, inTransaction } = ports;
  return {
    begin: (start) => beginOwnLogin(login, { ...start, application: accountApplication }),
    waiting: async ({ attempt: { id, request }, outcome }) =>
      leadTo(
        outcome.kind === 'granted'
          ? `/account/enter/${id}`
          : `/account/stopped?to=${encodeURIComponent(pathOf(request))}`,
      ),
    async enter(id, browser, former) {
      const granted = await findGranted(login, accountApplicationId, id, browser);
      if (granted.kind !== 'granted') return granted;
      return afterOthers(() =>
        inTransaction(['webSessions', 'authnRequests', 'audit'], (stores) =>
          openSession(stores, { ...granted, former, at: clock() }),
        ),
      );
    },
    find: (secret) => webSessions.find('account', secret, clock()),
    end: (secret) =>
      inTransaction(['webSessions', 'audit'], async (stores) => {
        const owner = await stores.webSessions.find('account', secret, clock());
        await stores.webSessions.end(secret);
        if (owner) await stores.audit.record(eventOf('account.left', owner));
      }),
  };
}

/** Where a login to an account leads: it was parsed when the login began, and is parsed again rather than believed. */
function pathOf(request: Attempt['request']): AccountPath {
  const path = parseAccountPath(request.interaction ?? '');
  if (!path) throw new Error('a login to an account leads to no page of it');
  return path;
}

/** One login opens one session, and the same again when the answer was lost; it ends two hours after the proof, not after the last page. */
async function openSession(
  stores: AccountSessionStores,
  opening: Omit<GrantedLogin, 'kind'> & { readonly former: string | null; readonly at: Date },
): Promise<AccountEntry> {
  const { attempt, outcome, former, at } = opening;
  const to = pathOf(attempt.request);
  const entry = await enterOnce(stores, 'account', attempt, at);
  if (entry.kind === 'again')
    return entry.secret === null ? { kind: 'used', to } : { kind: 'entered', secret: entry.secret, to };
  if (former !== null) await stores.webSessions.end(former);
  const { person, authentication } = outcome;
  const { correlation } = attempt;
  const owner: AccountOwner = { person, authentication, correlation };
  const secret = await stores.webSessions.open(
    'account',
    owner,
    later(authentication.at, webSessionLives.account.most),
    { foundation: foundationOf(outcome), login: attempt.id },
  );
  await stores.audit.record(eventOf('account.entered', owner));
  return { kind: 'entered', secret, to };
}

function eventOf(kind: 'account.entered' | 'account.left', owner: AccountOwner): AuditEvent {
  const { person: id, authentication, correlation } = owner;
  return {
    kind,
    actor: { kind: 'person', id },
    subject: { kind: 'person', id },
    purpose: 'account',
    details: { means: authentication.means },
    correlation,
  };
}
