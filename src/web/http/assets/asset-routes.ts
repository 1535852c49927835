import { Hono } from 'hono';
import type { WebEnv } from '../web-context.ts';
import type { Assets } from './assets.ts';

/** Static files by content hash: kept by browsers for as long as they like. */
export function assetRoutes(assets: Assets): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/assets/:hash/*', (context) => {
    const asset = assets.find(context.req.path);
    if (!asset) return context.notFound();
    const gzip = asset.gzipped !== null && /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
    const headers = {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cross-origin-resource-policy': 'same-origin',
      ...(asset.gzipped ? { vary: 'accept-encoding' } : {}),
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    };
    return context.body(new Uint8Array(gzip && asset.gzipped ? asset.gzipped : asset.body), 200, headers);
  });
  return routes;
}
