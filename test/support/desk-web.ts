import type { StaffMember } from '../../src/domain/staff/index.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { noor } from './casework-fixtures.ts';
import { fakeStaff, openFakeWeb, staffCookieHeader, staffToken } from './fake-web.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The pages with somebody at work in the browser; answers come with their text read. */
export function openDeskWeb(over: Partial<WebWorld> = {}, member: StaffMember = noor) {
  const { app, logged } = openFakeWeb({ staff: fakeStaff(member), ...over });

  async function send(
    path: string,
    init: RequestInit = {},
    cookie = `${staffCookieHeader}; sluis_language=en`,
  ) {
    const response = await app.request(path, { ...init, headers: { ...init.headers, cookie } });
    return {
      response,
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
    };
  }
  return {
    app,
    logged,
    get: (path: string) => send(path),
    /** Posts a form of this session; `csrf` replaces its token. A form that is shown again comes with the text of that page. */
    post: async (path: string, fields: Fields = {}, csrf = staffToken) => {
      const pairs = Object.entries(fields).flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : value.map((each) => [name, each]),
      );
      const answer = await send(path, {
        method: 'POST',
        body: new URLSearchParams([['csrf', csrf], ...pairs]),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      const { location } = answer;
      return location !== null && /[?&]again=/.test(location)
        ? { ...answer, text: (await send(location)).text }
        : answer;
    },
    /** A browser without a session. */
    stranger: (path: string) => send(path, {}, ''),
  };
}
