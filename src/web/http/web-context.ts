import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { browserCookie, readBrowserSecret } from '../../base/browser-cookie.ts';
import type { SpokenLanguages } from '../../base/language.ts';
import { clientNetwork } from '../../base/network-address.ts';
import type { StaffMember } from '../../domain/staff/index.ts';
import type { Page, View } from '../../login/index.ts';
import { formToken, isFormToken } from './form-token.ts';
import type { Frames } from './frames.ts';
import type { WebWorld } from './web-world.ts';

/** What routes share with each other through the framework's context. */
export type WebEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** Set by a page whose form goes to another origin. */
    formTargets?: readonly string[];
    /** Set by an answer that is no page: its own content security policy. */
    contentPolicy?: string;
    /** Correlation code of the problem page that was shown, for the log. */
    correlation?: string;
    /** Who is at work, set by `requireStaff`. */
    staff?: StaffContext;
  };
};

export type WebContext = Context<WebEnv>;

/** Somebody at work, and the secret of the session in their cookie. */
export type StaffContext = { readonly member: StaffMember; readonly secret: string };

/** What every route works with. */
export type Web = {
  readonly world: WebWorld;
  readonly frames: Frames;
  readonly secure: boolean;
  /** The languages that the path of a login is offered in. */
  readonly languages: SpokenLanguages;
  /** The page that an address belongs to: itself, or the nearest above it that answers to GET. */
  pageOf(path: string): string;
  /** What the area of requests does with a login that waits for one. */
  readonly registered: RegisteredLogins;
};

/** The browser that asks: its secret, what is kept of it, and the token of its forms. `secret` is `null` without our cookie. */
export type Browser = { readonly secret: string | null; readonly formToken: string };

/** Reads which browser this is. */
export function readBrowser({ world, secure }: Web, context: WebContext): Browser {
  const secret = readBrowserSecret(browserCookie(secure), context.req.header('cookie'));
  return {
    secret,
    // Made where it is asked for: many answers hold no form.
    get formToken() {
      return secret === null ? '' : formToken(world.settings.formKey, secret);
    },
  };
}

/** Whether a form was sent by a page of ours in this browser: fetch metadata where the browser tells them, and always the token. */
export function isOwnForm({ world }: Web, context: WebContext, { secret }: Browser, token: string): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  // Forms of staff carry behind it whose they are.
  return secret !== null && isFormToken(world.settings.formKey, secret, token.split('.', 1)[0] ?? '');
}

/** The network of the browser, for the bound on tries: from the connection, or from the proxies that are trusted. */
export function clientAddress({ world }: Web, context: WebContext): string {
  return clientNetwork(
    world.settings.trustedProxies,
    context.req.header('x-forwarded-for'),
    context.env?.incoming?.socket?.remoteAddress,
  );
}

/** A login that waits for a request for a number. */
export type RegisteredView = Extract<View, { readonly kind: 'page' }> & {
  readonly page: Extract<Page, { readonly kind: 'registered' }>;
};

/** Where a login goes on that waits for a request. */
export type RegisteredLogins = {
  /** Shows where the request stands. */
  show(web: Web, context: WebContext, browser: Browser, view: RegisteredView): Promise<Response>;
  /** Opens a session for the request, and leads to it. */
  open(web: Web, context: WebContext, view: RegisteredView): Promise<Response>;
};
