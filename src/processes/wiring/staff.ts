import type { Clock } from '../../base/time.ts';
import { later } from '../../base/time.ts';
import { capacitiesOf } from '../../domain/capacity/index.ts';
import { sufficientMeans, tileOf } from '../../domain/login-means/index.ts';
import {
  caseworkApplication,
  caseworkApplicationId,
  parseStaffPath,
  type StaffDirectory,
  type StaffPath,
  staffRightsFrom,
} from '../../domain/staff/index.ts';
import {
  type Attempt,
  foundationOf,
  type Login,
  type LoginOutcome,
  webSessionLives,
} from '../../login/index.ts';
import type { Store, StoresInTransaction } from '../../store/index.ts';
import type { StaffEntry, StaffWorld } from '../../web/index.ts';

export type StaffOptions = { readonly store: Store; readonly login: Login; readonly clock: Clock };

/** The pages for staff as an application of ourselves: its half of a login, its sessions, and who may be there. */
export type Staff = StaffWorld & {
  readonly directory: StaffDirectory;
  /** Takes the end of a login that was begun here, and says where the browser goes on. Repeatable. */
  complete(attempt: Attempt, outcome: LoginOutcome): { readonly location: string };
};

export function openStaff({ store, login, clock }: StaffOptions): Staff {
  const directory = staffDirectory(store);
  return {
    directory,
    async begin({ browser, language, to, by = null }) {
      const attempt = await login.begin({
        browser,
        application: caseworkApplicationId,
        language,
        request: {
          interaction: to,
          protocol: 'own',
          scopes: [],
          means: sufficientMeans(caseworkApplication),
          acrAsked: false,
          wish: null,
          // Staff prove who they are for these pages themselves: a login elsewhere does not open them.
          known: null,
        },
      });
      // The person chose it on the page before; what is not on offer any more leaves them with all means.
      if (by !== null) await login.answer(attempt.id, browser, { kind: 'choose-means', tile: by.tile });
      return attempt.id;
    },
    complete: ({ id, request }, outcome) => ({
      location:
        outcome.kind === 'granted'
          ? `/staff/enter/${id}`
          : `/staff/stopped?to=${encodeURIComponent(pathOf(request))}`,
    }),
    async enter(id, browser, former) {
      const view = await login.show(id, browser);
      if (view.kind === 'problem') return { kind: 'problem', view };
      const { attempt, page } = view;
      // The pages of applicants are our own application too: their logins open nothing here.
      if (attempt.application !== caseworkApplicationId) return { kind: 'unknown' };
      const to = pathOf(attempt.request);
      if (page.kind !== 'finished' || page.outcome.kind !== 'granted') return { kind: 'not-finished', to };
      const { outcome } = page;
      return store.inTransaction((stores) =>
        openSession(stores, { attempt, outcome, to, former, at: clock() }),
      );
    },
    async find(secret) {
      const at = clock();
      const standing = await store.webSessions.find('staff', secret, at);
      return standing && directory.find(standing, at);
    },
    offices: () => store.inTransaction((stores) => stores.staff.offices(clock())),
    end: (secret) =>
      store.inTransaction(async (stores) => {
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
  const path = parseStaffPath(request.interaction);
  if (!path) throw new Error('a login of our own leads to no page of staff');
  return path;
}

type Opening = {
  readonly attempt: Attempt;
  readonly outcome: Extract<LoginOutcome, { kind: 'granted' }>;
  readonly to: StaffPath;
  readonly former: string | null;
  readonly at: Date;
};

/** One login opens one session, and the same again when the answer was lost; a session that the browser had before ends, so that every login has a secret of its own. */
async function openSession(stores: StoresInTransaction, opening: Opening): Promise<StaffEntry> {
  const { attempt, outcome, to, former, at } = opening;
  const { capacity, person } = outcome;
  if (capacity.kind !== 'organisation') throw new Error('staff act for an organisation');
  const isFirst = await stores.requests.rememberMessages([`staff entry ${attempt.id}`], attempt.expiresAt);
  if (!isFirst) {
    const opened = await stores.webSessions.openedBy('staff', attempt.id, at);
    return opened === null ? { kind: 'used', to } : { kind: 'entered', secret: opened, to };
  }
  if (former !== null) await stores.webSessions.end(former);
  const standing = {
    person,
    organisation: capacity.organisation.id,
    authenticatedAt: outcome.authentication.at,
    loggedInBy: { tile: tileOf(outcome.authentication.means), country: outcome.authentication.country },
    correlation: attempt.correlation,
  };
  const expiresAt = later(at, webSessionLives.staff.most);
  const secret = await stores.webSessions.open('staff', standing, expiresAt, {
    foundation: foundationOf(outcome),
    login: attempt.id,
  });
  await stores.audit.record({
    kind: 'staff.entered',
    actor: { kind: 'person', id: person },
    subject: { kind: 'organisation', id: standing.organisation },
    purpose: 'casework',
    details: { means: outcome.authentication.means, rights: staffRightsFrom(capacity.rights) },
    correlation: attempt.correlation,
  });
  return { kind: 'entered', secret, to };
}

/** Who may do what, read anew each time: a right that ended a second ago does not count. */
export function staffDirectory(store: Pick<Store, 'inTransaction'>): StaffDirectory {
  return {
    find: ({ person, organisation, authenticatedAt, loggedInBy }, at) =>
      store.inTransaction(async (stores) => {
        const [application, known, ties] = await Promise.all([
          stores.applications.find(caseworkApplicationId),
          stores.persons.find(person),
          stores.rights.tiesOf(person, caseworkApplicationId),
        ]);
        if (!application || !known) return null;
        for (const capacity of capacitiesOf({ person, ties, application, at }).usable) {
          if (capacity.kind !== 'organisation' || capacity.organisation.id !== organisation) continue;
          const rights = staffRightsFrom(capacity.rights);
          const name = `${known.givenNames} ${known.familyName}`.trim();
          const organisationName = capacity.organisation.name;
          return rights.length > 0
            ? {
                ...{ person, name, organisation, organisationName, rights, authenticatedAt },
                ...(loggedInBy && { loggedInBy }),
              }
            : null;
        }
        return null;
      }),
    colleaguesOf: (organisation, at) =>
      store.inTransaction((stores) => stores.staff.colleaguesOf(organisation, at)),
  };
}
