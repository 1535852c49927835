import { afterOthers } from '../../base/changed-meanwhile.ts';
import type { SpokenLanguage } from '../../base/language.ts';
import { type Clock, later } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { Device } from '../../domain/account/index.ts';
import type { Case, CaseStore } from '../../domain/casework/index.ts';
import type { EidasLinkStore } from '../../domain/identity-matching/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { requestApplication, requestApplicationId } from '../../domain/registration/index.ts';
import type { AttemptId, BrowserBinding } from '../attempt.ts';
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
import { type WebSessionContents, type WebSessionStore, webSessionLives } from './web-session.ts';

type Session = WebSessionContents['applicant'];

/** The sessions of people who follow their own request, and the login that leads back to it. */
export type ApplicantSessions = {
  /** Begins a login with an eID of eIDAS that leads back to the request of that eID. */
  begin(start: {
    readonly browser: BrowserBinding;
    readonly device: Device;
    readonly language: SpokenLanguage;
  }): Promise<AttemptId>;
  /** Waits for the end of a login that was begun here, and says where the browser goes on. */
  readonly waiting: WaitingProtocol;
  /** Opens the session of a finished login, once, in the browser that began it. */
  enter(id: AttemptId, browser: BrowserBinding, former: string | null): Promise<ApplicantEntry>;
  /** Opens a session and answers its secret; `former` is the session that it replaces, `key` what finds it again. */
  open(session: Session, former: string | null, key?: string): Promise<string>;
  /** The secret of the session that was opened with this key and lives still; `null` when there is none. */
  openedWith(key: string): Promise<string | null>;
  /** `null` when it is over. */
  find(secret: string): Promise<Session | null>;
  end(secret: string): Promise<void>;
};

export type ApplicantEntry =
  | { readonly kind: 'entered'; readonly secret: string }
  /** This eID never asked for a number here. */
  | { readonly kind: 'no-request' }
  /** This login opened its session before. */
  | { readonly kind: 'used' }
  | ElsewhereEntry;

export type ApplicantSessionStores = EntryStores & {
  readonly links: Pick<EidasLinkStore, 'liveOf'>;
  readonly cases: Pick<CaseStore, 'findLastOf'>;
};

export function openApplicantSessions(ports: {
  readonly login: Pick<Login, 'begin' | 'show'>;
  readonly clock: Clock;
  readonly webSessions: Pick<WebSessionStore, 'find' | 'openedBy' | 'end'>;
  readonly inTransaction: UnitOfWork<ApplicantSessionStores>;
}): ApplicantSessions {
  const { login, clock, webSessions, inTransaction } = ports;
  return {
    begin: (start) => beginOwnLogin(login, { ...start, application: requestApplication, to: '/request' }),
    waiting: async ({ attempt: { id }, outcome }) =>
      leadTo(outcome.kind === 'granted' ? `/request/enter/${id}` : '/request/stopped'),
    async enter(id, browser, former) {
      const granted = await findGranted(login, requestApplicationId, id, browser);
      if (granted.kind !== 'granted') return granted;
      return afterOthers(() =>
        inTransaction(['webSessions', 'authnRequests', 'links', 'cases'], (stores) =>
          openSession(stores, { ...granted, former, at: clock() }),
        ),
      );
    },
    open: (session, former, key) =>
      inTransaction(['webSessions'], async (stores) => {
        if (former !== null) await stores.webSessions.end(former);
        const now = clock();
        const expiresAt = later(now, webSessionLives.applicant.most);
        const foundation = { on: [session.case], since: now };
        return stores.webSessions.open('applicant', session, expiresAt, {
          foundation,
          ...(key === undefined ? {} : { login: key }),
        });
      }),
    openedWith: (key) => webSessions.openedBy('applicant', key, clock()),
    find: (secret) => webSessions.find('applicant', secret, clock()),
    end: (secret) => webSessions.end(secret),
  };
}

/** One login opens one session: of the newest request that an eID of this person made. */
async function openSession(
  stores: ApplicantSessionStores,
  opening: Omit<GrantedLogin, 'kind'> & { readonly former: string | null; readonly at: Date },
): Promise<ApplicantEntry> {
  const { attempt, outcome, former, at } = opening;
  const entry = await enterOnce(stores, 'applicant', attempt, at);
  if (entry.kind === 'again')
    return entry.secret === null ? { kind: 'used' } : { kind: 'entered', secret: entry.secret };
  const one = await newestOf(stores, outcome.person);
  if (one === null) return { kind: 'no-request' };
  if (former !== null) await stores.webSessions.end(former);
  const expiresAt = later(at, webSessionLives.applicant.most);
  const { on, since } = foundationOf(outcome);
  const secret = await stores.webSessions.open('applicant', { case: one.id, provenBy: 'eid' }, expiresAt, {
    foundation: { on: [...on, one.id], since },
    login: attempt.id,
  });
  return { kind: 'entered', secret };
}

async function newestOf(stores: ApplicantSessionStores, person: PersonId): Promise<Case | null> {
  let newest: Case | null = null;
  for (const link of await stores.links.liveOf(person)) {
    const one = await stores.cases.findLastOf(link.identifier.reveal());
    if (one && (newest === null || one.openedAt > newest.openedAt)) newest = one;
  }
  return newest;
}
