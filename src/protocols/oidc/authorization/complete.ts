import { randomBytes } from 'node:crypto';
import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { CorrelationCode } from '../../../base/correlation.ts';
import { SECOND } from '../../../base/time.ts';
import { parseApplicationId } from '../../../domain/application/index.ts';
import { acrOf } from '../../../domain/login-means/index.ts';
import type { PersonStore } from '../../../domain/person/index.ts';
import type { LoginOutcome } from '../../../login/index.ts';
import type { OidcWorld } from '../world.ts';
import { type GivenLogin, grantModel, moveGrant, newLoginGrant } from './grant-login.ts';
import { keepInSession } from './known-person.ts';
import { loginOf } from './login-of.ts';
import type { Asked, Came } from './protocol-half.ts';

/** The end of a login in the words of the library, and what it gives the application. */
export async function endOf(
  world: OidcWorld,
  { persons }: { readonly persons: Pick<PersonStore, 'find'> },
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
  const person = await persons.find(outcome.person);
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
  else if (session.uid !== login.session) moveGrant(memory, login, session.uid);
  keepInSession(session, login.person.id, login.authentication);
  return grantModel(oidc.provider, login);
}
