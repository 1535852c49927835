import { randomBytes } from 'node:crypto';
import { errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import {
  browserCookie,
  deviceCookie,
  readBrowserSecret,
  serializeBrowserCookie,
  serializeCookie,
} from '../../../base/browser-cookie.ts';
import type { Device } from '../../../domain/account/index.ts';
import type { OidcApplication } from '../../../domain/application/index.ts';
import { type CapacityWish, wishOf } from '../../../domain/capacity/index.ts';
import { narrowMeans } from '../../../domain/login-means/index.ts';
import type { BeginLogin, BegunLogin, BrowserBinding, PersonAhead } from '../../../login/index.ts';
import { applicationOf } from '../provider/application-of.ts';
import type { OidcWorld } from '../world.ts';
import { endOf } from './complete.ts';
import { give, grantModel, newLoginGrant } from './grant-login.ts';
import { isTooLongAgo, knownPerson } from './known-person.ts';
import { askedOf, attemptIdOf, type Interaction } from './protocol-half.ts';
import { requestLanguage } from './request-language.ts';
import type { Known } from './request-memory.ts';

const { Prompt, Check } = interactionPolicy;

/**
 * When a person has to do something: to log in, or to say for whom they act. Both are asked by the login path, which may also
 * find that there is nothing to ask; then the response follows without a page.
 */
export function loginPolicy(world: OidcWorld): InstanceType<typeof Prompt>[] {
  return [
    new Prompt(
      { name: 'login', requestable: true },
      new Check('login_needed', 'a login is needed', 'login_required', (context) =>
        needsLogin(world, context),
      ),
    ),
    new Prompt(
      { name: 'select_account', requestable: true },
      new Check(
        'capacity_open',
        'the person must choose for whom to act',
        'interaction_required',
        (context) => isCapacityOpen(world, context),
      ),
    ),
  ];
}

/**
 * Where the person goes: to the page of the login, or straight on when it turned out to be finished. The login takes the id of the
 * interaction that the library made for it, and keeps it as its half.
 */
export async function interactionUrl(
  world: OidcWorld,
  context: KoaContextWithOIDC,
  interaction: Interaction,
): Promise<string> {
  const memory = world.memories.of(context);
  const begun = memory.begun ?? (await begin(world, context, memory.known, memory.wish));
  const asked = askedOf(interaction);
  const { outcome, attempt } = begun;
  const end = outcome && (await endOf(world, world.ports, asked, outcome, attempt.correlation));
  const half = { asked, ...(end && { came: end.came }) };
  memory.begun = { ...begun, attempt: { ...attempt, id: attemptIdOf(interaction), half } };
  if (end?.given) give(memory, end.given);
  return end ? interaction.returnTo : new URL(`/login/${interaction.jti}`, world.issuer).href;
}

async function needsLogin(world: OidcWorld, context: KoaContextWithOIDC): Promise<boolean> {
  const { oidc } = context;
  const hinted = oidc.params?.id_token_hint;
  if (oidc.result?.login) {
    if (isTooLongAgo(world, oidc.result.login.ts, oidc.params?.max_age)) {
      world.memories.of(context).known = null;
      return true;
    }
    if (hinted === undefined || hinted === oidc.result.login.accountId) return false;
    throw new errors.LoginRequired('another person logged in than the one that was asked for');
  }
  const { application, means } = await requestOf(world, context);
  const memory = world.memories.of(context);
  // Who is asked to log in anew may be anybody.
  if (!oidc.prompts.has('login')) Object.assign(memory, knownPerson(world, context, application, means));
  return memory.known === null;
}

/**
 * With a login that is enough, the path is walked at once: the capacity that was used before in this session is wished for
 * again, so that it is settled anew by the rights of now and yet not asked again until the person switches.
 */
async function isCapacityOpen(world: OidcWorld, context: KoaContextWithOIDC): Promise<boolean> {
  const { oidc } = context;
  const memory = world.memories.of(context);
  const { session } = oidc;
  if (oidc.result?.login || oidc.prompts.has('select_account') || !memory.known || !session) return false;
  const { application } = await requestOf(world, context);
  const { before, person: ahead } = await world.ports.grants.findStanding(
    session.uid,
    application.id,
    memory.known.person,
  );
  const wish = memory.wish ?? (before && wishOf(before.capacity));
  const begun = await begin(world, context, memory.known, wish, ahead);
  memory.begun = begun;
  if (begun.outcome?.kind !== 'granted') return true;
  const given = await newLoginGrant(world, {
    outcome: begun.outcome,
    application: application.id,
    params: oidc.params ?? {},
    session: session.uid,
    correlation: begun.attempt.correlation,
    person: ahead?.person ?? null,
  });
  give(memory, given);
  const { login } = given;
  session.ensureClientContainer(application.id);
  session.grantIdFor(application.id, login.id);
  oidc.entity('Grant', grantModel(oidc.provider, login));
  return false;
}

async function begin(
  world: OidcWorld,
  context: KoaContextWithOIDC,
  known: Known | null,
  wish: CapacityWish | null,
  ahead: PersonAhead | null = null,
): Promise<BegunLogin> {
  const { application, means, acrAsked } = await requestOf(world, context);
  const params = context.oidc.params ?? {};
  const start: BeginLogin = {
    browser: browserOf(world, context),
    // Single sign-on rests on the device of its own login.
    device: known === null ? deviceOf(world, context) : null,
    application: application.id,
    language: requestLanguage(world.languages, params.ui_locales, context.headers['accept-language']),
    request: {
      protocol: 'oidc',
      scopes: String(params.scope ?? '')
        .split(' ')
        .filter(Boolean),
      means,
      acrAsked,
      wish,
      maxAgeSeconds: params.max_age === undefined ? null : Number(params.max_age),
      ...(context.oidc.prompts.has('login') && { isForced: true }),
      known,
      stepUp: known === null ? world.memories.of(context).stepUp : null,
    },
  };
  return world.login.prepare(start, ahead);
}

async function requestOf(
  world: OidcWorld,
  { oidc }: KoaContextWithOIDC,
): Promise<{
  readonly application: OidcApplication;
  readonly means: ReturnType<typeof narrowMeans>;
  readonly acrAsked: boolean;
}> {
  const application = await applicationOf(world, oidc.client?.clientId);
  if (!application) throw new errors.InvalidClient('client is invalid', 'client not found');
  const acrValues = oidc.params?.acr_values;
  const values = typeof acrValues === 'string' ? acrValues.split(' ').filter(Boolean) : [];
  return { application, means: narrowMeans(application, values), acrAsked: values.length > 0 };
}

/** By which this browser is known again; its cookie is kept for another year. */
function deviceOf(world: OidcWorld, context: KoaContextWithOIDC): Device {
  const { name, secure, seconds } = deviceCookie(world.secure);
  const sent = readBrowserSecret({ name }, context.headers.cookie);
  const { device, cookie } = world.ports.devices.deviceOf(sent, context.headers['user-agent']);
  context.append('Set-Cookie', serializeCookie({ name, value: cookie, secure, seconds }));
  return device;
}

/** The browser that this login will answer to; one that comes for the first time gets its cookie. */
function browserOf(world: OidcWorld, context: KoaContextWithOIDC): BrowserBinding {
  const cookie = browserCookie(world.secure);
  const present = readBrowserSecret(cookie, context.headers.cookie);
  if (present !== null) return world.ports.bindBrowser(present);
  const secret = randomBytes(32).toString('base64url');
  context.append('Set-Cookie', serializeBrowserCookie(cookie, secret));
  return world.ports.bindBrowser(secret);
}
