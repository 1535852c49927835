import { afterOthers } from '../../base/changed-meanwhile.ts';
import { correlationCode } from '../../base/correlation.ts';
import type { SpokenLanguage } from '../../base/language.ts';
import type { World } from '../../base/unit-of-work.ts';
import type { Device } from '../../domain/account/index.ts';
import type { PasskeyRefusal, PasskeyWish } from '../../domain/account-keys/index.ts';
import {
  type AcceptedInvitation,
  type AcceptInvitation,
  acceptInvitation,
  giveInvitedRight,
  givingNeeds,
  type Invitation,
  type InvitationId,
  type InvitationSecret,
  type InvitationSettings,
  type InvitationStanding,
  type InvitationStores,
  type InvitationView,
  invitationApplication,
  invitationApplicationId,
  PasskeyTaken,
  standingOf,
  viewInvitation,
  wishForInvited,
} from '../../domain/invitation/index.ts';
import type { Authentication } from '../../domain/login-means/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { beginningOf, type StaffPath } from '../../domain/staff/index.ts';
import type { Attempt, AttemptId, BrowserBinding } from '../attempt.ts';
import type { Login } from '../login.ts';
import { leadTo, type WaitingProtocol } from '../waiting-protocol.ts';
import { beginOwnLogin } from './begin-own-login.ts';
import { type ElsewhereEntry, findGranted, type GrantedLogin } from './granted-login.ts';
import { openStaffSession } from './open-staff-session.ts';
import type { WebSessionStore } from './web-session.ts';

/** Coming to work with Sluis by an invitation: with a new passkey, or by a login of somebody who is known here. */
export type InvitedStaffSessions = {
  /** Looks at an invitation, and changes nothing; `null` when there is none. */
  view(asked: { readonly secret: InvitationSecret }): Promise<InvitationView | null>;
  /** What a device needs to make the passkey that accepts it. */
  wish(asked: { readonly secret: InvitationSecret }): Promise<PasskeyWish | null>;
  /** Accepts with a verified passkey, and opens the session of staff in the same unit of work. */
  accept(asked: AcceptInvitation & InBrowser): Promise<InvitedEntry>;
  /** The secret of the session that this browser opened with this invitation, if it lives. */
  openedIn(secret: InvitationSecret, browser: BrowserBinding): Promise<string | null>;
  /** Begins the login of somebody who is known here; `null` when the invitation is not open. */
  begin(start: {
    readonly secret: InvitationSecret;
    readonly browser: BrowserBinding;
    readonly device: Device;
    readonly language: SpokenLanguage;
  }): Promise<AttemptId | null>;
  readonly waiting: WaitingProtocol;
  /** A finished login accepts the invitation that it was begun for, once, in the browser that began it. */
  enter(id: AttemptId, browser: BrowserBinding, former: string | null): Promise<InvitedLoginEntry>;
};

/** The same, as pages use it: what goes to the browser and what comes back are JSON. */
export type Invitations = Pick<InvitedStaffSessions, 'view' | 'openedIn' | 'begin' | 'enter'> & {
  /** What a browser needs to make the passkey; `null` when there is no such invitation. */
  options(asked: { readonly secret: InvitationSecret }): Promise<Readonly<Record<string, unknown>> | null>;
  /** `response`: what the browser made, as it was sent. */
  accept(
    asked: Omit<AcceptInvitation, 'credential' | 'facts'> & InBrowser & { readonly response: string },
  ): Promise<InvitedEntry | { readonly kind: 'refused'; readonly code: PasskeyRefusal }>;
};

type InBrowser = { readonly browser: BrowserBinding; readonly former: string | null };
type Entered = { readonly kind: 'entered'; readonly secret: string; readonly to: StaffPath };

export type InvitedEntry =
  | Entered
  /** Another passkey of this device leads to somebody already. */
  | { readonly kind: 'taken' }
  | Exclude<AcceptedInvitation, { kind: 'accepted' }>;

export type InvitedLoginEntry =
  | Entered
  | { readonly kind: 'closed'; readonly standing: Exclude<InvitationStanding, 'open'> }
  | ElsewhereEntry;

export type InvitedStores = InvitationStores & {
  readonly webSessions: WebSessionStore;
};

type Ports = {
  readonly login: Pick<Login, 'begin' | 'show'>;
  readonly webSessions: Pick<WebSessionStore, 'openedBy'>;
  readonly world: World<InvitedStores, InvitationSettings>;
};

/** Opens the ways in by an invitation. */
export function openInvitedStaff({ login, webSessions, world }: Ports): InvitedStaffSessions {
  const { inTransaction, clock } = world;
  const look = (secret: InvitationSecret) =>
    inTransaction(viewInvitation.needs, (stores) =>
      viewInvitation({ stores, world, now: clock() }, { secret }),
    );
  return {
    view: ({ secret }) => look(secret),
    wish: (asked) =>
      inTransaction(wishForInvited.needs, (stores) => wishForInvited({ stores, world, now: clock() }, asked)),
    accept: (asked) => afterOthers(() => acceptOnce(world, asked)),
    openedIn: (secret, browser) => webSessions.openedBy('staff', keyOf(secret, browser), clock()),
    async begin({ secret, browser, device, language }) {
      const view = await look(secret);
      if (view?.standing !== 'open') return null;
      const { id } = view.invitation;
      return beginOwnLogin(login, { browser, device, language, application: invitationApplication, to: id });
    },
    waiting: async ({ attempt: { id }, outcome }) =>
      leadTo(outcome.kind === 'granted' ? `/invitation/enter/${id}` : '/invitation/stopped'),
    async enter(id, browser, former) {
      const granted = await findGranted(login, invitationApplicationId, id, browser);
      if (granted.kind !== 'granted') return granted;
      return afterOthers(() => acceptByLogin(world, granted, former));
    },
  };
}

async function acceptOnce(
  world: Ports['world'],
  { browser, former, ...asked }: AcceptInvitation & InBrowser,
): Promise<InvitedEntry> {
  const needs = [...acceptInvitation.needs, 'webSessions'] as const;
  try {
    return await world.inTransaction(needs, async (stores): Promise<InvitedEntry> => {
      const now = world.clock();
      const accepted = await acceptInvitation({ stores, world, now }, asked);
      if (accepted.kind !== 'accepted') return accepted;
      const { invitation, person, authentication } = accepted;
      return entered(stores, {
        ...{ invitation, person: person.id, authentication, former, now },
        correlation: correlationCode(world.randomness.bytes(8)),
        login: keyOf(asked.secret, browser),
      });
    });
  } catch (error) {
    if (error instanceof PasskeyTaken) return { kind: 'taken' };
    throw error;
  }
}

/** The login was the yes: whoever finished it works there from now on. The same again when the answer was lost. */
function acceptByLogin(
  world: Ports['world'],
  { attempt, outcome: { person, authentication } }: GrantedLogin,
  former: string | null,
): Promise<InvitedLoginEntry> {
  const needs = [...givingNeeds, 'webSessions'] as const;
  return world.inTransaction(needs, async (stores): Promise<InvitedLoginEntry> => {
    const now = world.clock();
    const { correlation, id: login } = attempt;
    const invitation = await stores.invitations.find((attempt.request.interaction ?? '') as InvitationId);
    if (invitation === null) throw new Error('a login to an invitation leads to none');
    const standing = standingOf(invitation, now);
    const opened = standing === 'accepted' ? await stores.webSessions.openedBy('staff', login, now) : null;
    if (opened !== null)
      return { kind: 'entered', secret: opened, to: beginningOf({ rights: [invitation.right] }) };
    if (standing !== 'open') return { kind: 'closed', standing };
    await giveInvitedRight({ stores, world, now }, invitation, {
      person,
      by: authentication.means,
      correlation,
    });
    return entered(stores, { invitation, person, authentication, former, now, correlation, login });
  });
}

async function entered(
  stores: Pick<InvitedStores, 'webSessions' | 'audit'>,
  opening: {
    readonly invitation: Invitation;
    readonly person: PersonId;
    readonly authentication: Authentication;
    readonly former: string | null;
    readonly now: Date;
    readonly correlation: Attempt['correlation'];
    readonly login: string;
  },
): Promise<Entered> {
  const { invitation, now, ...rest } = opening;
  const { organisation, right } = invitation;
  const rights = [right];
  const secret = await openStaffSession(stores, { ...rest, organisation, rights, at: now });
  return { kind: 'entered', secret, to: beginningOf({ rights }) };
}

/** Of an invitation in a browser: neither of both opens anything alone. */
function keyOf(secret: InvitationSecret, browser: BrowserBinding): string {
  return `invitation ${secret} ${browser}`;
}
