import { type Clock, later } from '../../base/time.ts';
import type { Case } from '../../domain/casework/index.ts';
import { sufficientMeans } from '../../domain/login-means/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { requestApplication, requestApplicationId } from '../../domain/registration/index.ts';
import {
  type Attempt,
  foundationOf,
  type Login,
  type LoginOutcome,
  webSessionLives,
} from '../../login/index.ts';
import type { Store, StoresInTransaction } from '../../store/index.ts';
import type { ApplicantEntry, ApplicantWorld } from '../../web/index.ts';

export type Applicants = ApplicantWorld & {
  /** Takes the end of a login that was begun here, and says where the browser goes on. Repeatable. */
  complete(attempt: Attempt, outcome: LoginOutcome): { readonly location: string };
};

/** The sessions of people who follow their own request, and the login with the eID that leads back to it. */
export function openApplicants({
  store,
  login,
  clock,
}: {
  readonly store: Store;
  readonly login: Login;
  readonly clock: Clock;
}): Applicants {
  return {
    async begin({ browser, language }) {
      const attempt = await login.begin({
        browser,
        application: requestApplicationId,
        language,
        request: {
          interaction: '/request',
          protocol: 'own',
          scopes: [],
          means: sufficientMeans(requestApplication),
          acrAsked: false,
          wish: null,
          // The number shows to the eID alone: a login elsewhere does not open it.
          known: null,
        },
      });
      return attempt.id;
    },
    complete: ({ id }, outcome) => ({
      location: outcome.kind === 'granted' ? `/request/enter/${id}` : '/request/stopped',
    }),
    async enter(id, browser, former) {
      const view = await login.show(id, browser);
      if (view.kind === 'problem') return { kind: 'problem', view };
      const { attempt, page } = view;
      if (attempt.application !== requestApplicationId) return { kind: 'unknown' };
      if (page.kind !== 'finished' || page.outcome.kind !== 'granted') return { kind: 'not-finished' };
      const { outcome } = page;
      return store.inTransaction((stores) => openSession(stores, { attempt, outcome, former, at: clock() }));
    },
    open: (session, former, key) =>
      store.inTransaction(async (stores) => {
        if (former !== null) await stores.webSessions.end(former);
        const now = clock();
        const expiresAt = later(now, webSessionLives.applicant.most);
        const foundation = { on: [session.case], since: now };
        return stores.webSessions.open('applicant', session, expiresAt, {
          foundation,
          ...(key === undefined ? {} : { login: key }),
        });
      }),
    openedWith: (key) => store.webSessions.openedBy('applicant', key, clock()),
    find: (secret) => store.webSessions.find('applicant', secret, clock()),
    end: (secret) => store.webSessions.end(secret),
  };
}

/** One login opens one session: of the newest request that an eID of this person made. */
async function openSession(
  stores: StoresInTransaction,
  opening: {
    readonly attempt: Attempt;
    readonly outcome: Extract<LoginOutcome, { kind: 'granted' }>;
    readonly former: string | null;
    readonly at: Date;
  },
): Promise<ApplicantEntry> {
  const { attempt, outcome, former, at } = opening;
  const isFirst = await stores.requests.rememberMessages(
    [`applicant entry ${attempt.id}`],
    attempt.expiresAt,
  );
  if (!isFirst) {
    const opened = await stores.webSessions.openedBy('applicant', attempt.id, at);
    return opened === null ? { kind: 'used' } : { kind: 'entered', secret: opened };
  }
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

async function newestOf(stores: StoresInTransaction, person: PersonId): Promise<Case | null> {
  let newest: Case | null = null;
  for (const link of await stores.links.liveOf(person)) {
    const one = await stores.cases.findLastOf(link.identifier.reveal());
    if (one && (newest === null || one.openedAt > newest.openedAt)) newest = one;
  }
  return newest;
}
