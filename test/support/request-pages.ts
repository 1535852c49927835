import assert from 'node:assert/strict';
import type { RequestView } from '../../src/domain/casework/index.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { openFakeRequests, requestCookieHeader } from './fake-requests.ts';
import { openFakeWeb, requestToken } from './fake-web.ts';

/** The pages of one request with a session open, on a fake that says what the test wants. */
export function openRequestPages(view?: RequestView, over: Partial<WebWorld> = {}) {
  const { fake, requests, applicants } = openFakeRequests(view);
  const { app, fake: login, logged } = openFakeWeb({ requests, applicants, ...over });
  const headers = { cookie: `${requestCookieHeader}; sluis_language=en` };
  return {
    app,
    fake,
    login,
    logged,
    /** The page to which a form leads back that was not taken; what it shows survives a reload. */
    async shown(answer: Response): Promise<string> {
      const to = answer.headers.get('location') ?? '';
      assert.equal(answer.status, 303);
      assert.match(to, /[?&]again=/, 'a form that was not taken is shown again');
      const page = await (await app.request(to, { headers })).text();
      assert.equal(await (await app.request(to, { headers })).text(), page);
      return page;
    },
    get: (path: string, more: Record<string, string> = {}) =>
      app.request(path, { headers: { ...headers, ...more } }),
    post: (path: string, fields: Record<string, string> = {}, more: Record<string, string> = {}) =>
      app.request(path, {
        method: 'POST',
        body: new URLSearchParams({ csrf: requestToken, ...fields }),
        headers: { ...headers, ...more },
      }),
    /** Sends a form with one file, as a browser does. */
    upload(fields: Record<string, string>, file: Blob | null, name = 'card.jpg') {
      const body = new FormData();
      for (const [field, value] of Object.entries({ csrf: requestToken, ...fields }))
        body.append(field, value);
      if (file) body.append('file', file, name);
      return app.request('/request/documents', { method: 'POST', body, headers });
    },
  };
}
