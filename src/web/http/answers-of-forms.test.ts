import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { answeredByPage, isAnsweredByPage } from './answers-of-forms.ts';
import type { WebEnv } from './web-context.ts';

test('a form is answered by leading on, or by a page that says why nothing of it was taken', async () => {
  const found: boolean[] = [];
  const app = new Hono<WebEnv>();
  app.use(async (context, next) => {
    await next();
    found.push(isAnsweredByPage(context));
  });
  app.post('/leads-on', (context) => context.redirect('/', 303));
  app.post('/problem', (context) => {
    context.set('correlation', 'K7PX-2M9D');
    return context.html('<h1>Too large</h1>', 413);
  });
  app.post('/ended', (context) => context.html('<h1>Ended</h1>', 403));
  app.post('/export', (context) => context.body('a;b', 200, { 'content-type': 'text/csv' }));
  app.post('/mistake', (context) => context.html('<h1>Error</h1>', 422));
  app.post('/preview', (context) => context.html('<h1>Look</h1>'));
  app.get('/page', (context) => context.html('<h1>Page</h1>'));
  for (const path of ['/leads-on', '/problem', '/ended', '/export', '/mistake', '/preview'])
    await app.request(path, { method: 'POST' });
  await app.request('/page');
  assert.deepEqual(found, [false, false, false, false, true, true, false]);
});

test('every form that is answered with a page has its reason', () => {
  for (const [route, reason] of Object.entries(answeredByPage)) assert.notEqual(reason.trim(), '', route);
});
