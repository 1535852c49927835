import { correlationCode } from '../base/correlation.ts';
import type { SpokenLanguage } from '../base/language.ts';
import { later } from '../base/time.ts';
import type { Device } from '../domain/account/index.ts';
import type { ApplicationId } from '../domain/application/index.ts';
import type { AuditEvent } from '../domain/audit/index.ts';
import type { PersonAhead } from './ahead/person-ahead.ts';
import { answeringAbout } from './ahead/read-ahead.ts';
import {
  type Attempt,
  type AttemptId,
  type AuthorizationRequest,
  type BrowserBinding,
  keptLanguage,
  type LoginOutcome,
  type ProtocolHalf,
} from './attempt.ts';
import { firstQuestion } from './first-question.ts';
import type { LastUsedStore, LoginStores } from './ports.ts';
import { contextOf, inState, type PageContext } from './step.ts';
import { recognisedAs, recognisingNeeds } from './steps/6-capacity.ts';
import { outcomeOf } from './steps/7-token.ts';

/** A protocol hands over a login that it accepted. */
export type BeginLogin = {
  readonly browser: BrowserBinding;
  readonly device?: Device | null;
  readonly application: ApplicationId;
  readonly request: AuthorizationRequest;
  readonly language: SpokenLanguage;
  readonly half?: ProtocolHalf;
};

/** A login that is worked out and not kept yet: who began it keeps it, with what else they change. */
export type BegunLogin = {
  readonly attempt: Attempt;
  /** What it came to, where there was nothing to ask (known person, one capacity). */
  readonly outcome: LoginOutcome | null;
  readonly events: readonly AuditEvent[];
  /** The capacity that the person will have used last. */
  readonly used: Parameters<LastUsedStore['rememberCapacity']> | null;
};

export const beginNeeds = ['applications', ...recognisingNeeds] as const;
export const keepingNeeds = ['attempts', 'audit', 'lastUsed'] as const;

type Holding<Needs extends readonly (keyof LoginStores)[]> = Pick<LoginStores, Needs[number]>;

/** Works out how a login begins. It reads, and keeps nothing. `ahead`: what was read of the person who is known. */
export async function prepareLogin(
  world: PageContext['world'],
  asked: Holding<typeof beginNeeds>,
  start: BeginLogin,
  ahead: PersonAhead | null = null,
): Promise<BegunLogin> {
  const stores = ahead ? answeringAbout(asked, ahead, start.application) : asked;
  const application = await stores.applications.find(start.application);
  if (!application) throw new Error('a protocol began a login for an application that does not exist');
  const now = world.clock();
  const { half, ...said } = start;
  const attempt: Attempt = {
    id: world.randomness.token() as AttemptId,
    correlation: correlationCode(world.randomness.bytes(8)),
    ...said,
    ...keptLanguage(start.language),
    ...(half && { half }),
    state: { kind: 'choosing-means', notice: null },
    version: 1,
    startedAt: now,
    expiresAt: later(now, world.settings.attemptMilliseconds),
  };
  const tiles = await world.tiles(now);
  const events: AuditEvent[] = [];
  let used: BegunLogin['used'] = null;
  const lastUsed: LastUsedStore = {
    ...stores.lastUsed,
    async rememberCapacity(...said) {
      used = said;
    },
  };
  const context = {
    ...contextOf({ world, stores: { ...stores, lastUsed }, application, tiles }, attempt),
    async record(event: Omit<AuditEvent, 'correlation'>) {
      events.push({ ...event, correlation: attempt.correlation });
    },
  };
  await context.record({
    kind: 'login.started',
    actor: { kind: 'application', id: application.id },
    subject: { kind: 'attempt', id: attempt.correlation },
    purpose: 'login',
    details: { scopes: start.request.scopes, sso: start.request.known !== null },
  });
  const { known } = start.request;
  const state = known ? await recognisedAs(context, known, false) : firstQuestion(context);
  const finished = inState({ ...context, state }, 'finished');
  const outcome = finished && (await outcomeOf(finished));
  return { attempt: { ...attempt, state }, outcome, events, used };
}

/** Keeps a login that was begun. */
export async function keepLogin(stores: Holding<typeof keepingNeeds>, begun: BegunLogin): Promise<void> {
  await stores.attempts.add(begun.attempt);
  await tellLogin(stores, begun);
}

/** Keeps what a login did as it began. */
export async function tellLogin(
  stores: Omit<Holding<typeof keepingNeeds>, 'attempts'>,
  { events, used }: BegunLogin,
): Promise<void> {
  if (used !== null) await stores.lastUsed.rememberCapacity(...used);
  await stores.audit.record(...events);
}
