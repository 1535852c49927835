import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { applicationOf } from './application-of.ts';
import { requestLanguage } from './request-language.ts';
import type { OidcWorld } from './world.ts';

const responseModes = ['query', 'fragment', 'form_post'] as const;
export type ResponseMode = (typeof responseModes)[number];

/** Whether this is a response mode that applications may ask for. */
export function isResponseMode(value: unknown): value is ResponseMode {
  return responseModes.some((mode) => mode === value);
}

/** The name under which the library knows our own way of sending a response: its own always sends `iss`, and inline script. */
export function ownResponseMode(mode: ResponseMode): string {
  return `sluis.${mode}`;
}

/** Teaches the library our ways of sending the authorization response, success and error alike. */
export function registerResponseModes(world: OidcWorld, provider: Provider): void {
  for (const mode of responseModes) {
    provider.registerResponseMode(ownResponseMode(mode), async (context, redirectUri, response) => {
      const application = await applicationOf(world, context.oidc.client?.clientId);
      const fields = fieldsOf(response);
      // RFC 9207 only where agreed: clients in use refuse a parameter that they do not know.
      if (!application?.compatibility.issParameter) delete fields.iss;
      if (mode !== 'form_post') return redirect(context, locationOf(redirectUri, fields, mode));
      const language = requestLanguage(context.oidc.params?.ui_locales, context.headers['accept-language']);
      context.status = 200;
      context.type = 'html';
      context.set(world.pages.headers(new URL(redirectUri).origin));
      context.body = world.pages.submitForm({ language, application, action: redirectUri, fields });
    });
  }
}

function fieldsOf(response: Readonly<Record<string, unknown>>): Record<string, string> {
  const present = Object.entries(response).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
}

/** The registered address with the response added; its own query stays (RFC 6749 3.1.2). */
export function locationOf(
  uri: string,
  fields: Readonly<Record<string, string>>,
  mode: 'query' | 'fragment',
): string {
  const url = new URL(uri);
  if (mode === 'fragment') {
    url.hash = new URLSearchParams(fields).toString();
  } else {
    for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  }
  return url.href;
}

function redirect(context: KoaContextWithOIDC, location: string): void {
  context.status = 303;
  context.set('Location', location);
  context.body = '';
}
