import { afterOthers } from '../../base/changed-meanwhile.ts';
import type { SpokenLanguage } from '../../base/language.ts';
import { type Clock, later } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { AccountOwner, Device } from '../../domain/account/index.ts';
import type { OwnApplication } from '../../domain/application/index.ts';
import type { AuditEvent, AuditEventKind, AuditTrail } from '../../domain/audit/index.ts';
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
import { type PersonSessionKind, type WebSessionStore, webSessionLives } from './web-session.ts';

/** The sessions of people on pages that anybody opens by proving who they are, and the login that leads there. */
export type PersonSessions<Path extends string> = {
  /** Begins a login that leads to one of the pages. */
  begin(start: {
    readonly browser: BrowserBinding;
    readonly device: Device;
    readonly language: SpokenLanguage;
    readonly to: Path;
  }): Promise<AttemptId>;
  /** Waits for the end of a login that was begun here, and says where the browser goes on. */
  readonly waiting: WaitingProtocol;
  /** Opens the session of a finished login, once, in the browser that began it; `former` is the session that it replaces. */
  enter(id: AttemptId, browser: BrowserBinding, former: string | null): Promise<PersonEntry<Path>>;
  /** `null` when it is over. */
  find(secret: string): Promise<AccountOwner | null>;
  end(secret: string): Promise<void>;
};

export type PersonEntry<Path extends string> =
  | { readonly kind: 'entered'; readonly secret: string; readonly to: Path }
  /** This login opened its session before. */
  | { readonly kind: 'used'; readonly to: Path }
  | ElsewhereEntry;

export type PersonSessionStores = EntryStores & { readonly audit: AuditTrail };

export type PersonSessionPorts = {
  readonly login: Pick<Login, 'begin' | 'show'>;
  readonly clock: Clock;
  readonly webSessions: Pick<WebSessionStore, 'find'>;
  readonly inTransaction: UnitOfWork<PersonSessionStores>;
};

/** What differs between the pages that people open so. */
export type PersonPlace<Path extends string> = {
  readonly kind: PersonSessionKind;
  readonly application: OwnApplication;
  readonly parse: (text: string) => Path | null;
  readonly events: Readonly<Record<'entered' | 'left', AuditEventKind>>;
};

/** Opens the sessions of one such place. */
export function openPersonSessions<Path extends string>(
  { login, clock, webSessions, inTransaction }: PersonSessionPorts,
  place: PersonPlace<Path>,
): PersonSessions<Path> {
  const { kind, application } = place;
  return {
    begin: (start) => beginOwnLogin(login, { ...start, application }),
    waiting: async ({ attempt: { id, request }, outcome }) =>
      leadTo(
        outcome.kind === 'granted'
          ? `${application.homeUri}/enter/${id}`
          : `${application.homeUri}/stopped?to=${encodeURIComponent(pathOf(place, request))}`,
      ),
    async enter(id, browser, former) {
      const granted = await findGranted(login, application.id, id, browser);
      if (granted.kind !== 'granted') return granted;
      return afterOthers(() =>
        inTransaction(['webSessions', 'authnRequests', 'audit'], (stores) =>
          openSession(stores, place, { ...granted, former, at: clock() }),
        ),
      );
    },
    find: (secret) => webSessions.find(kind, secret, clock()),
    end: (secret) =>
      inTransaction(['webSessions', 'audit'], async (stores) => {
        const owner = await stores.webSessions.find(kind, secret, clock());
        await stores.webSessions.end(secret);
        if (owner) await stores.audit.record(eventOf(place, 'left', owner));
      }),
  };
}

/** Where a login leads: it was parsed when the login began, and is parsed again rather than believed. */
function pathOf<Path extends string>(
  { parse, application }: PersonPlace<Path>,
  request: Attempt['request'],
): Path {
  const path = parse(request.interaction ?? '');
  if (!path) throw new Error(`a login to ${application.id} leads to no page of it`);
  return path;
}

/** One login opens one session, and the same again when the answer was lost; it ends two hours after the proof, not after the last page. */
async function openSession<Path extends string>(
  stores: PersonSessionStores,
  place: PersonPlace<Path>,
  opening: Omit<GrantedLogin, 'kind'> & { readonly former: string | null; readonly at: Date },
): Promise<PersonEntry<Path>> {
  const { attempt, outcome, former, at } = opening;
  const to = pathOf(place, attempt.request);
  const entry = await enterOnce(stores, place.kind, attempt, at);
  if (entry.kind === 'again')
    return entry.secret === null ? { kind: 'used', to } : { kind: 'entered', secret: entry.secret, to };
  if (former !== null) await stores.webSessions.end(former);
  const { person, authentication } = outcome;
  const { correlation } = attempt;
  const owner: AccountOwner = { person, authentication, correlation };
  const secret = await stores.webSessions.open(
    place.kind,
    owner,
    later(authentication.at, webSessionLives[place.kind].most),
    { foundation: foundationOf(outcome), login: attempt.id },
  );
  await stores.audit.record(eventOf(place, 'entered', owner));
  return { kind: 'entered', secret, to };
}

function eventOf<Path extends string>(
  { kind: purpose, events }: PersonPlace<Path>,
  what: 'entered' | 'left',
  { person: id, authentication, correlation }: AccountOwner,
): AuditEvent {
  return {
    kind: events[what],
    actor: { kind: 'person', id },
    subject: { kind: 'person', id },
    purpose,
    details: { means: authentication.means },
    correlation,
  };
}
