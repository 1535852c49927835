import { randomBytes } from 'node:crypto';
import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { ChangedMeanwhile } from '../../../base/changed-meanwhile.ts';
import type { CorrelationCode } from '../../../base/correlation.ts';
import { SECOND } from '../../../base/time.ts';
import { parseApplicationId } from '../../../domain/application/index.ts';
import { acrOf } from '../../../domain/login-means/index.ts';
import type { Attempt, LoginOutcome } from '../../../login/index.ts';
import type { OidcWorld } from '../world.ts';
import { type GivenLogin, grantModel, newLoginGrant } from './grant-login.ts';
import { keepInSession } from './known-person.ts';
import { loginOf } from './login-of.ts';
import { type Asked, type Came, halfOf, wayBackOf } from './protocol-half.ts';

/** Where the browser goes on; `isOver` when the application waits no longer, so that there is only a page to go to. */
export type Completion = { readonly location: string; readonly isOver?: boolean };

/**
 * Takes the end of a login and says where the browser goes on. The first end counts, and is kept with what it gives; a reload, a double
 * click or a second tab is led to the same place. A login whose application waits no longer leads to the page that says so.
 */
export async function finishLogin(
  world: OidcWorld,
  attempt: Attempt,
  outcome: LoginOutcome,
): Promise<Completion> {
  const half = halfOf(world, attempt);
  if (half === null) return { location: `${world.issuer}/v1/auth/ended`, isOver: true };
  if (half.came === undefined) {
    const { came, given } = await endOf(world, half.asked, outcome, attempt.correlation);
    const next = { ...attempt, version: attempt.version + 1, half: { ...half, came } };
    try {
      await world.ports.inTransaction(['attempts', 'oidc', 'audit'], async ({ attempts, oidc, audit }) => {
        if ((await attempts.save(next)).kind === 'changed') throw new ChangedMeanwhile();
        if (given === null) return;
        await oidc.keep([{ kind: 'grant', grant: given.login }]);
        await audit.record(given.event);
      });
    } catch (error) {
      // Another request finished it first.
      if (!(error instanceof ChangedMeanwhile)) throw error;
    }
  }
  return { location: wayBackOf(world, attempt.id) };
}

/** The end of a login in the words of the library, and what it gives the application. */
export async function endOf(
  world: OidcWorld,
  asked: Asked,
  outcome: LoginOutcome,
  correlation: CorrelationCode,
): Promise<{ readonly came: Came; readonly given: GivenLogin | null }> {
  if (outcome.kind === 'denied')
    return {
      came: { result: { error: outcome.error, error_description: outcome.description } },
      given: null,
    };
  const application = parseApplicationId(String(asked.params.client_id));
  if (!application) throw new Error('an interaction is without application');
  const person = await world.ports.persons.find(outcome.person);
  // Whoever logs in anew as the same person goes on in their session; another person never enters it.
  const { accountId, uid } = asked.session ?? {};
  const continues = person?.subject === accountId && typeof uid === 'string';
  const given = await newLoginGrant(world, {
    outcome,
    application,
    params: asked.params,
    session: continues ? uid : randomBytes(32).toString('base64url'),
    correlation,
    person,
  });
  const { authentication } = outcome;
  const result = {
    login: {
      accountId: given.login.person.subject,
      ts: Math.floor(authentication.at.getTime() / SECOND),
      acr: acrOf(authentication.means),
      // The cookie ends with the browser; the session itself after two hours.
      remember: false,
      grantId: given.login.id,
    },
    select_account: {},
  };
  return { came: { result }, given };
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
