import { afterOthers } from '../../base/changed-meanwhile.ts';
import type { SpokenLanguage } from '../../base/language.ts';
import type { Clock } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { Device } from '../../domain/account/index.ts';
import type { AuditTrail } from '../../domain/audit/index.ts';
import {
  caseworkApplication,
  caseworkApplicationId,
  parseStaffPath,
  type StaffDirectory,
  type StaffMember,
  type StaffPath,
  staffRightsFrom,
} from '../../domain/staff/index.ts';
import type { Attempt, AttemptId, BrowserBinding } from '../attempt.ts';
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
import { openStaffSession } from './open-staff-session.ts';
import type { WebSessionStore } from './web-session.ts';

/** The pages for staff, as an application of ourselves: logins to it, sessions in it. */
export type StaffSessions = {
  /** Begins a login that leads to a page for staff. */
  begin(start: {
    readonly browser: BrowserBinding;
    readonly device: Device;
    readonly language: SpokenLanguage;
    readonly to: StaffPath;
  }): Promise<AttemptId>;
  /** Waits for the end of a login that was begun here, and says where the browser goes on. */
  readonly waiting: WaitingProtocol;
  /** Opens the session of a finished login, once, in the browser that began it; `former` is the session that it replaces. */
  enter(id: AttemptId, browser: BrowserBinding, former: string | null): Promise<StaffEntry>;
  /** Who this session is of, with the rights of this moment; `null` when it is over or nothing is left of the rights. */
  find(secret: string): Promise<StaffMember | null>;
  end(secret: string): Promise<void>;
};

export type StaffEntry =
  | { readonly kind: 'entered'; readonly secret: string; readonly to: StaffPath }
  /** This login opened its session before. */
  | { readonly kind: 'used'; readonly to: StaffPath }
  | ElsewhereEntry;

export type StaffSessionStores = EntryStores & { readonly audit: AuditTrail };

export function openStaffSessions(ports: {
  readonly login: Pick<Login, 'begin' | 'show'>;
  readonly clock: Clock;
  readonly directory: StaffDirectory;
  readonly webSessions: Pick<WebSessionStore, 'find'>;
  readonly inTransaction: UnitOfWork<StaffSessionStores>;
}): StaffSessions {
  const { login, clock, directory, webSessions, inTransaction } = ports;
  return {
    begin: (start) => beginOwnLogin(login, { ...start, application: caseworkApplication }),
    waiting: async ({ attempt: { id, request }, outcome }) =>
      leadTo(
        outcome.kind === 'granted'
          ? `/staff/enter/${id}`
          : `/staff/stopped?to=${encodeURIComponent(pathOf(request))}`,
      ),
    async enter(id, browser, former) {
      const granted = await findGranted(login, caseworkApplicationId, id, browser);
      if (granted.kind !== 'granted') return granted;
      return afterOthers(() =>
        inTransaction(['webSessions', 'authnRequests', 'audit'], (stores) =>
          openSession(stores, { ...granted, former, at: clock() }),
        ),
      );
    },
    async find(secret) {
      const at = clock();
      const standing = await webSessions.find('staff', secret, at);
      return standing && directory.find(standing, at);
    },
    end: (secret) =>
      inTransaction(['webSessions', 'audit'], async (stores) => {
        const standing = await stores.webSessions.find('staff', secret, clock());
        await stores.webSessions.end(secret);
        if (!standing) return;
        await stores.audit.record({
          kind: 'staff.left',
          actor: { kind: 'person', id: standing.person },
          subject: { kind: 'organisation', id: standing.organisation },
          purpose: 'casework',
          details: {},
          correlation: standing.correlation,
        });
      }),
  };
}

/** Where a login of our own leads: it was parsed when the login began, and is parsed again rather than believed. */
function pathOf(request: Attempt['request']): StaffPath {
  const path = parseStaffPath(request.interaction ?? '');
  if (!path) throw new Error('a login of our own leads to no page of staff');
  return path;
}

/** One login opens one session, and the same again when the answer was lost; a session that the browser had before ends, so that every login has a secret of its own. */
async function openSession(
  stores: StaffSessionStores,
  opening: Omit<GrantedLogin, 'kind'> & { readonly former: string | null; readonly at: Date },
): Promise<StaffEntry> {
  const { attempt, outcome, former, at } = opening;
  const { capacity, person } = outcome;
  if (capacity.kind !== 'organisation') throw new Error('staff act for an organisation');
  const to = pathOf(attempt.request);
  const entry = await enterOnce(stores, 'staff', attempt, at);
  if (entry.kind === 'again')
    return entry.secret === null ? { kind: 'used', to } : { kind: 'entered', secret: entry.secret, to };
  const secret = await openStaffSession(stores, {
    person,
    authentication: outcome.authentication,
    organisation: capacity.organisation.id,
    rights: staffRightsFrom(capacity.rights),
    correlation: attempt.correlation,
    login: attempt.id,
    former,
    at,
  });
  return { kind: 'entered', secret, to };
}
