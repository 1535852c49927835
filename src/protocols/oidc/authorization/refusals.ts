import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { parseApplicationId } from '../../../domain/application/index.ts';
import type { AuditEvent, AuditEventKind } from '../../../domain/audit/index.ts';
import type { ProtocolProblem } from '../../../login/index.ts';
import { brokenBy } from '../http.ts';
import { applicationOf } from '../provider/application-of.ts';
import type { OidcWorld } from '../world.ts';
import { requestLanguage } from './request-language.ts';

/** The endpoints that machines call: their errors are JSON, whatever the request accepts. */
const machineRoutes = ['token', 'introspection', 'userinfo'];

/** What the audit trail says of a refusal: a code, never what was sent. */
export function refusal(
  world: OidcWorld,
  context: object,
  kind: AuditEventKind,
  reason: string,
  clientId: unknown,
): AuditEvent {
  const application = typeof clientId === 'string' ? parseApplicationId(clientId) : null;
  return {
    kind,
    actor: application ? { kind: 'application', id: application } : { kind: 'unknown' },
    subject: application ? { kind: 'application', id: application } : null,
    purpose: 'protection',
    details: { reason },
    correlation: world.memories.of(context).correlation,
  };
}

/** Notes a refused request; it is recorded when the request is over. Only an application that exists is named. */
export function noteRefusal(
  world: OidcWorld,
  kind: AuditEventKind,
): (context: KoaContextWithOIDC, error: errors.OIDCProviderError) => void {
  return (context, error) => {
    const reason = typeof error.error === 'string' ? error.error : 'server_error';
    const { refusals } = world.memories.of(context);
    refusals.push(refusal(world, context, kind, reason, context.oidc.client?.clientId));
  };
}

/** Shows an error that cannot go to the application: JSON to machines, a page to people. Nothing of the request is repeated. */
export async function renderError(
  world: OidcWorld,
  context: KoaContextWithOIDC,
  response: Readonly<Record<string, unknown>>,
  error: unknown,
): Promise<void> {
  if (machineRoutes.includes(context.oidc.route)) {
    context.body = response;
    return;
  }
  if (problemOf(error) === 'server-error') {
    const broken = brokenBy(error);
    context.status = broken.status;
    context.set({ ...broken.headers });
  }
  // Where the person came from, when that is sure: its own page is registered. Away with the database, it is not known.
  const application = await applicationOf(world, context.oidc.client?.clientId).catch(() => null);
  context.type = 'html';
  context.set(world.pages.headers(null));
  context.body = world.pages.protocolProblem({
    problem: problemOf(error),
    language: requestLanguage(world.languages, context.query.ui_locales, context.headers['accept-language']),
    correlation: world.memories.of(context).correlation,
    application,
  });
}

/** Tells a machine what broke: the library asks `renderError` only for those that take HTML. */
export function tellMachine(context: KoaContextWithOIDC, error: unknown): void {
  if (!machineRoutes.includes(context.oidc.route)) return;
  const { status, code, headers } = brokenBy(error);
  context.status = status;
  context.set({ ...headers });
  context.body = { ...(context.body as object), error: code };
}

type FailingContext = {
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: { readonly 'accept-language'?: string | undefined };
  status: number;
  type: string;
  body: unknown;
  set(headers: Record<string, string>): void;
  remove(name: string): void;
};

/** Something broke around the library: logged, and told as `renderError` would. */
export function tellFailure(world: OidcWorld, context: FailingContext, error: unknown): void {
  const { correlation } = world.memories.of(context);
  world.logFailure(correlation, error);
  context.remove('Set-Cookie');
  context.remove('Location');
  const { status, code, headers } = brokenBy(error);
  context.status = status;
  context.set({ ...headers });
  if (/^\/v1\/(token|introspect|userinfo)\b/.test(context.path)) {
    context.body = { error: code, error_description: 'something went wrong' };
    return;
  }
  context.type = 'html';
  context.set({ ...world.pages.headers(null) });
  context.body = world.pages.protocolProblem({
    problem: 'server-error',
    language: requestLanguage(world.languages, context.query.ui_locales, context.headers['accept-language']),
    correlation,
  });
}

function problemOf(error: unknown): ProtocolProblem {
  if (!(error instanceof errors.OIDCProviderError) || !error.expose) return 'server-error';
  if (error instanceof errors.SessionNotFound) return 'login-expired';
  if (error instanceof errors.InvalidRedirectUri) return 'redirect-address-refused';
  return error instanceof errors.InvalidClient ? 'unknown-application' : 'request-refused';
}
