import { randomBytes } from 'node:crypto';
import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { CorrelationCode } from '../../base/correlation.ts';
import { SECOND } from '../../base/time.ts';
import { parseApplicationId } from '../../domain/application/index.ts';
import { acrOf } from '../../domain/login-means/index.ts';
import type { LoginOutcome } from '../../login/index.ts';
import { grantModel, newLoginGrant } from './grant-login.ts';
import { keepInSession } from './known-person.ts';
import { loginOf } from './login-of.ts';
import type { StatePayload } from './ports.ts';
import type { OidcWorld } from './world.ts';

/**
 * Takes the end of a login and says where the browser goes on. The first end counts: a reload, a double click or a second tab
 * is led to the same place. An interaction that is over leads to the page that says so.
 */
export async function finishInteraction(
  world: OidcWorld,
  interaction: string,
  outcome: LoginOutcome,
  correlation: CorrelationCode,
): Promise<{ readonly location: string }> {
  const state = await world.ports.states.findByUid('Interaction', interaction);
  if (!state || typeof state.jti !== 'string' || typeof state.returnTo !== 'string') {
    return { location: `${world.issuer}/v1/auth/ended` };
  }
  const location = state.returnTo;
  if (state.result !== undefined) return { location };
  const finished =
    outcome.kind === 'granted'
      ? await grantedState(world, state, outcome, correlation)
      : { ...state, result: { error: outcome.error, error_description: outcome.description } };
  await world.ports.states.upsert('Interaction', state.jti, finished, new Date(Number(state.exp) * SECOND));
  return { location };
}

async function grantedState(
  world: OidcWorld,
  state: StatePayload,
  outcome: Extract<LoginOutcome, { kind: 'granted' }>,
  correlation: CorrelationCode,
): Promise<StatePayload> {
  const params = recordOf(state.params);
  const application = parseApplicationId(String(params.client_id));
  if (!application) throw new Error('an interaction is without application');
  const { session, ...withoutSession } = state;
  const { accountId, uid } = recordOf(session);
  const person = await world.ports.persons.find(outcome.person);
  // Whoever logs in anew as the same person goes on in their session; another person never enters it.
  const continues = person?.subject === accountId && typeof uid === 'string';
  const login = await newLoginGrant(world, {
    outcome,
    application,
    params,
    session: continues ? uid : randomBytes(32).toString('base64url'),
    correlation,
    person,
  });
  const { authentication } = outcome;
  return {
    ...(continues ? state : withoutSession),
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
  if ('new' in session) session.uid = login.session;
  keepInSession(session, login.person.id, login.authentication);
  return grantModel(oidc.provider, login);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
