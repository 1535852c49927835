import type Provider from 'oidc-provider';
import type { OidcApplication } from '../../../domain/application/index.ts';
import { applicationOf } from '../provider/application-of.ts';
import type { OidcWorld } from '../world.ts';
import type { KeptResponse } from './kept-response.ts';
import { requestLanguage } from './request-language.ts';

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
      const language = requestLanguage(
        world.languages,
        context.oidc.params?.ui_locales,
        context.headers['accept-language'],
      );
      const sent: KeptResponse = {
        redirectUri,
        mode,
        fields,
        application: application?.id ?? null,
        language,
      };
      world.memories.of(context).response = sent;
      sendResponse(world, context, sent, application);
    });
  }
}

export type Sending = {
  status: number;
  type: string;
  body: unknown;
  set(headers: Record<string, string>): void;
};

/** Sends a response to the application through the browser. */
export function sendResponse(
  world: OidcWorld,
  context: Sending,
  { redirectUri, mode, fields, language }: KeptResponse,
  application: OidcApplication | null,
): void {
  if (mode !== 'form_post') {
    redirect(context, locationOf(redirectUri, fields, mode));
    return;
  }
  context.status = 200;
  context.type = 'html';
  context.set({ ...world.pages.headers(new URL(redirectUri).origin) });
  context.body = world.pages.submitForm({ language, application, action: redirectUri, fields });
}

function fieldsOf(response: Readonly<Record<string, unknown>>): Record<string, string> {
  const present = Object.entries(response).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
}

/** What stands in a header as it is. An address with anything else is written as the standard for addresses has it. */
const PRINTABLE = /^[\x21-\x7e]+$/;

/** The registered address, byte for byte, with the response added: its own query stays as it is (RFC 6749 3.1.2). */
export function locationOf(
  uri: string,
  fields: Readonly<Record<string, string>>,
  mode: 'query' | 'fragment',
): string {
  const written = PRINTABLE.test(uri) ? uri : new URL(uri).href;
  const added = new URLSearchParams(fields).toString();
  if (mode === 'fragment') return `${written}#${added}`;
  if (added === '') return written;
  if (!written.includes('?')) return `${written}?${added}`;
  return /[?&]$/.test(written) ? written + added : `${written}&${added}`;
}

/** Sends the browser on, by GET. */
export function redirect(context: Sending, location: string): void {
  context.status = 303;
  context.set({ Location: location });
  context.body = '';
}
