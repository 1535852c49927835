import { type HttpBindings, serve } from '@hono/node-server';

/** A simulator that listens: its origin without a trailing slash, and how to stop it. */
export type Site = { readonly url: string; close(): Promise<void> };

/** What answers the requests of a site. */
type App = { fetch(request: Request, env: HttpBindings): Response | Promise<Response> };

/** Where a simulator listens: port 0 takes any free one. */
export type SiteAddress = { readonly port: number };

/**
 * Listens on this machine only. The origin is known before the first request is answered, so an app that
 * writes its own address (metadata, redirect URIs) is made by `make(origin)`.
 */
export async function openSite(address: SiteAddress, make: (origin: string) => App): Promise<Site> {
  let app: App | null = null;
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const started = serve(
      {
        fetch: (request, env) =>
          app?.fetch(request, env as HttpBindings) ?? new Response('Starting', { status: 503 }),
        port: address.port,
        hostname: '127.0.0.1',
      },
      () => resolve(started),
    );
    started.once('error', reject);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : address.port;
  const url = `http://localhost:${port}`;
  app = make(url);
  return { url, close: () => closeServer(server) };
}

function closeServer(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
