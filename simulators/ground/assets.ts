import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Env, Hono } from 'hono';

const styleSheet = readFileSync(new URL('./simulators.css', import.meta.url), 'utf8');
const submitScript = readFileSync(new URL('./submit.js', import.meta.url), 'utf8');
const fontFile = /^source-sans-3-(latin|latin-ext|greek|cyrillic)-wght-normal\.woff2$/;
const flagFile = /^([A-Z]{2})\.svg$/;
const yearLong = 'public, max-age=31536000, immutable';

/** Style sheet, fonts, flags and the one script of all simulators, under `/assets`. */
export function addAssets<Own extends Env>(app: Hono<Own>): void {
  app.get('/assets/simulators.css', (context) => {
    context.header('Content-Type', 'text/css; charset=utf-8');
    return context.body(styleSheet);
  });
  app.get('/assets/submit.js', (context) => {
    context.header('Content-Type', 'text/javascript; charset=utf-8');
    return context.body(submitScript);
  });
  app.get('/assets/fonts/:file', async (context) => {
    const file = context.req.param('file');
    if (!fontFile.test(file)) return context.notFound();
    context.header('Content-Type', 'font/woff2');
    context.header('Cache-Control', yearLong);
    return context.body(await packageFile(`@fontsource-variable/source-sans-3/files/${file}`));
  });
  app.get('/assets/flags/:file', async (context) => {
    const file = context.req.param('file');
    if (!flagFile.test(file)) return context.notFound();
    context.header('Content-Type', 'image/svg+xml');
    context.header('Cache-Control', yearLong);
    return context.body(await packageFile(`country-flag-icons/3x2/${file}`));
  });
  app.get('/favicon.ico', (context) => context.body(null, 204));
}

// Not by `import.meta.resolve`: the packages do not export these files.
const packages = new URL('../../node_modules/', import.meta.url);

async function packageFile(path: string): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(new URL(path, packages))).buffer;
}
