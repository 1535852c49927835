import { randomBytes } from 'node:crypto';
import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { CorrelationCode } from '../../../base/correlation.ts';
import { SECOND } from '../../../base/time.ts';
import { parseApplicationId } from '../../../domain/application/index.ts';
import { acrOf } from '../../../domain/login-means/index.ts';
import type { LoginOutcome, StateChange, StatePayload } from '../../../login/index.ts';
import type { OidcWorld } from '../world.ts';
import { grantModel, newLoginGrant } from './grant-login.ts';
import { keepInSession } from './known-person.ts';
import { loginOf } from './login-of.ts';

/** Where the browser goes on; `isOver` when the application waits no longer, so that there is only a page to go to. */
export type Completion = { readonly location: string; readonly isOver?: boolean };

/**
 * Takes the end of a login and says where the browser goes on. The first end counts, and is kept with what it gives; a reload, a double
 * click or a second tab is led to the same place. An interaction that is over leads to the page that says so.
 */
export async function finishInteraction(
  world: OidcWorld,
  interaction: string,
  outcome: LoginOutcome,
  correlation: CorrelationCode,
): Promise<Completion> {
  const { states } = world.ports;
  const state = await states.findByUid('Interaction', interaction);
  if (!state || typeof state.jti !== 'string' || typeof state.returnTo !== 'string') {
    return { location: `${world.issuer}/v1/auth/ended`, isOver: true };
  }
  if (state.result === undefined) {
    const { payload, grant } = await finishedState(world, state, outcome, correlation);
    const expiresAt = new Date(Number(state.exp) * SECOND);
    const put = { kind: 'put', model: 'Interaction', id: state.jti, payload, expiresAt } as const;
    await states.commit([
      { ...put, ...(state.version === undefined ? {} : { was: state.version }) },
      ...grant,
    ]);
  }
  return { location: state.returnTo };
}

/** The same within the request that began the interaction, which is not kept yet. */
export async function finishAtOnce(
  world: OidcWorld,
  context: object,
  id: string,
  outcome: LoginOutcome,
  correlation: CorrelationCode,
): Promise<void> {
  const memory = world.memories.of(context);
  const begun = memory.changes.find(
    (each) => each.kind === 'put' && each.model === 'Interaction' && each.id === id,
  );
  if (begun?.kind !== 'put') throw new Error('a login was finished for an interaction that was not begun');
  const { payload, grant } = await finishedState(world, begun.payload, outcome, correlation);
  memory.changes = [...memory.changes.filter((each) => each !== begun), { ...begun, payload }, ...grant];
}

async function finishedState(
  world: OidcWorld,
  state: StatePayload,
  outcome: LoginOutcome,
  correlation: CorrelationCode,
): Promise<{ readonly payload: StatePayload; readonly grant: readonly StateChange[] }> {
  if (outcome.kind === 'granted') return grantedState(world, state, outcome, correlation);
  const result = { error: outcome.error, error_description: outcome.description };
  return { payload: { ...state, result }, grant: [] };
}

async function grantedState(
  world: OidcWorld,
  state: StatePayload,
  outcome: Extract<LoginOutcome, { kind: 'granted' }>,
  correlation: CorrelationCode,
): Promise<{ readonly payload: StatePayload; readonly grant: readonly StateChange[] }> {
  const params = recordOf(state.params);
  const application = parseApplicationId(String(params.client_id));
  if (!application) throw new Error('an interaction is without application');
  const { accountId, uid } = recordOf(state.session);
  const person = await world.ports.persons.find(outcome.person);
  // Whoever logs in anew as the same person goes on in their session; another person never enters it.
  const continues = person?.subject === accountId && typeof uid === 'string';
  const { login, change } = await newLoginGrant(world, {
    outcome,
    application,
    params,
    session: continues ? uid : randomBytes(32).toString('base64url'),
    correlation,
    person,
  });
  const { authentication } = outcome;
  const payload: StatePayload = {
    ...state,
    result: {
      login: {
        accountId: login.person.subject,
        ts: Math.floor(authentication.at.getTime() / SECOND),
        acr: acrOf(authentication.means),
        // The cookie ends with the browser; the session itself after two hours.
        remember: false,
        grantId: login.id,
      },
      select_account: {},
    },
  };
  return { payload, grant: [change] };
}

/** On the way back from a finished login: the session takes in who logged in, and the grant is the one of that login. */
export async function adoptLogin(
  world: OidcWorld,
  context: KoaContextWithOIDC,
): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { oidc } = context;
  const grantId = oidc.result?.login?.grantId;
  const { session } = oidc;
  if (typeof grantId !== 'string' || !session) return undefined;
  const login = await loginOf(world, context, grantId);
  if (!login) return undefined;
  const memory = world.memories.of(context);
  // In the session that this browser has by now, of the same person; or else in the one that was meant for it.
  if (!memory.resumed?.isLoggedIn) session.uid = login.session;
  else if (session.uid !== login.session) {
    memory.changes.push({ kind: 'move-grant', id: login.id, session: session.uid });
  }
  keepInSession(session, login.person.id, login.authentication);
  return grantModel(oidc.provider, login);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
