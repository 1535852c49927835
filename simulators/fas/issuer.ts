import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, { type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { alterAnswer, alterWayBack } from './alter-answers.ts';
import { makeSigningKey, type PrivateJwk, type ProviderKeys, publicHalf } from './keys.ts';
import { openMemory } from './memory.ts';
import type { DigitalKey, ProviderPerson } from './people.ts';
import type { Trouble } from './trouble.ts';

/** What one simulated provider is: where, whose, and how it answers Sluis. */
export type IssuerSetting = {
  /** The path under the simulator's origin, by which Sluis names it too. */
  readonly code: string;
  readonly name: string;
  readonly tagline: string;
  readonly algorithm: 'RS256' | 'ES256';
  readonly people: readonly ProviderPerson[];
  readonly digitalKeys: readonly DigitalKey[];
  /** Whether answers are encrypted to Sluis. */
  readonly encrypts: boolean;
  readonly keys: ProviderKeys;
  readonly client: { readonly id: string; readonly redirectUri: string };
  /** The name of the claim that tells the national number, where this provider knows numbers. */
  readonly numberClaim: string | null;
};

/** A provider that runs, and can take a new key at any time. */
export type Issuer = {
  readonly setting: IssuerSetting;
  readonly url: string;
  provider(): Provider;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** From now on a new key signs, and the one before is forgotten. */
  rotate(): Promise<unknown>;
};

/** Opens a provider under `<origin>/<code>`. */
export function openIssuer(setting: IssuerSetting, origin: string): Issuer {
  const url = `${origin}/${setting.code}`;
  const memory = openMemory();
  const troubles = new Map<string, Trouble>();
  let key = setting.keys.own;
  const make = () => makeProvider(url, { ...setting, key, memory, troubles, rotate });
  const rotate = async () => {
    key = await makeSigningKey(setting.algorithm);
    provider = make();
    return key;
  };
  let provider = make();
  return {
    setting,
    url,
    provider: () => provider,
    async answer(request, response) {
      below(setting.code, request);
      await provider.callback()(request, response);
    },
    rotate,
  };
}

/** Makes the library see its own part of the path, and no session: here everybody is asked each time. */
function below(code: string, request: IncomingMessage): void {
  const path = request.url ?? '/';
  Object.assign(request, { originalUrl: path, url: path.slice(code.length + 1) || '/' });
  const cookies = (request.headers.cookie ?? '').split(/; */);
  request.headers.cookie = cookies.filter((each) => !each.startsWith(`${code}_session`)).join('; ');
}

type Making = IssuerSetting & {
  readonly key: PrivateJwk;
  readonly memory: ReturnType<typeof openMemory>;
  /** By grant: what goes wrong at the endpoints that no person sees. */
  readonly troubles: Map<string, Trouble>;
  rotate(): Promise<PrivateJwk>;
};

function makeProvider(url: string, making: Making): Provider {
  const provider = new Provider(url, configurationOf(making));
  provider.use(async (context, next) => {
    await next();
    const { oidc } = context as KoaContextWithOIDC;
    if (oidc?.route === 'resume') alterWayBack(context.response, troubleOf(oidc));
    const grant = oidc?.entities.Grant?.jti ?? oidc?.entities.AccessToken?.grantId;
    const trouble = making.troubles.get(grant ?? '') ?? 'none';
    if (oidc?.route !== 'token' && oidc?.route !== 'userinfo') return;
    const isNewKey = oidc.route === 'token' && trouble === 'key-rotated';
    const key = isNewKey ? await making.rotate() : making.key;
    await alterAnswer(context, { trouble, key, at: new Date() });
  });
  return provider;
}

function troubleOf({ result }: KoaContextWithOIDC['oidc']): Trouble {
  return (result?.trouble as Trouble | undefined) ?? 'none';
}

function configurationOf(making: Making): Configuration {
  const { code, client, keys, key, digitalKeys, algorithm, numberClaim, encrypts } = making;
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const claims = ['given_name', 'family_name', 'email', 'email_verified'];
  return {
    adapter: making.memory,
    jwks: { keys: [key] },
    clients: [
      {
        client_id: client.id,
        redirect_uris: [client.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: keys.client.map(publicHalf) },
        id_token_signed_response_alg: algorithm,
        ...(encrypts
          ? { id_token_encrypted_response_alg: 'ECDH-ES', id_token_encrypted_response_enc: 'A256GCM' }
          : { userinfo_signed_response_alg: algorithm }),
      },
    ],
    cookies: {
      names: {
        session: `${code}_session`,
        interaction: `${code}_sign_in`,
        resume: `${code}_resume`,
      },
      keys: [key.kid],
    },
    acrValues: digitalKeys.flatMap(({ acr, alsoAsked }) => [acr, ...alsoAsked]),
    claims: {
      openid: ['sub', 'acr', 'amr'],
      auth_time: null,
      profile: [...claims, ...(numberClaim ? [numberClaim] : [])],
    },
    scopes: ['openid', 'profile'],
    pkce: { required: () => true },
    responseTypes: ['code'],
    enabledJWA: {
      idTokenSigningAlgValues: [algorithm],
      userinfoSigningAlgValues: [algorithm],
      clientAuthSigningAlgValues: ['ES256'],
      idTokenEncryptionAlgValues: ['ECDH-ES'],
      idTokenEncryptionEncValues: ['A256GCM'],
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      encryption: { enabled: encrypts },
      jwtUserinfo: { enabled: !encrypts },
    },
    interactions: { policy, url: (_context, { uid }) => `/${code}/sign-in/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => claimsOf(making, id),
    }),
    async loadExistingGrant({ oidc }) {
      const { client, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      making.troubles.set(grant.jti, troubleOf(oidc));
      return grant;
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 600,
      Interaction: 3600,
      Session: 3600,
    },
  };
}

function claimsOf({ people, numberClaim }: Making, id: string) {
  // `who.trouble` where what is told of somebody is part of what goes wrong.
  const [who = '', trouble = ''] = id.split('.');
  const person = people.find((each) => each.id === who);
  if (!person) return { sub: id };
  const told = numberClaim !== null && person.number !== null && trouble !== 'no-number';
  const email = trouble === 'other-domain' ? `${who}@elsewhere.example` : person.email;
  return {
    sub: id,
    given_name: person.givenNames,
    family_name: person.familyName,
    ...(email === null ? {} : { email, email_verified: trouble !== 'unverified-email' }),
    ...(told ? { [numberClaim]: person.number } : {}),
  };
}
