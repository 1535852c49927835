import { Agent, request } from 'node:http';

/** What came back: status, where to go, and the page as text. */
export type Answer = { readonly status: number; readonly location: string | null; readonly body: string };

/** A browser as cheap as can be: cookies by path, connections kept open, no redirect followed. */
export type Browser = {
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  post(url: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
};

type Cookie = { readonly name: string; readonly value: string; readonly path: string };

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** A browser without any cookie. */
export function openBrowser(): Browser {
  let cookies: readonly Cookie[] = [];
  const keep = (lines: readonly string[]) => {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(name.length + 1);
      const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
      cookies = cookies.filter((each) => each.name !== name || each.path !== path);
      if (value !== '' && !/expires=Thu, 01 Jan 1970/i.test(line))
        cookies = [...cookies, { name, value, path }];
    }
  };
  const send = async (url: string, method: string, headers: Record<string, string>, body?: string) => {
    const { pathname } = new URL(url);
    const fitting = cookies.filter(({ path }) => pathname.startsWith(path));
    const cookie = fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
    const { answer, setCookie } = await exchange(
      url,
      method,
      cookie ? { ...headers, cookie } : headers,
      body,
    );
    keep(setCookie);
    return answer;
  };
  return {
    get: (url, headers = {}) => send(url, 'GET', headers),
    post: (url, fields, headers = {}) =>
      send(
        url,
        'POST',
        { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        String(new URLSearchParams(fields)),
      ),
  };
}

function exchange(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: string,
): Promise<{ readonly answer: Answer; readonly setCookie: readonly string[] }> {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const leaving = request(url, { method, headers: { ...headers, ...length }, agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          answer: {
            status: answer.statusCode ?? 0,
            location: answer.headers.location ?? null,
            body: Buffer.concat(chunks).toString(),
          },
          setCookie: answer.headers['set-cookie'] ?? [],
        }),
      );
    });
    leaving.on('error', (error: NodeJS.ErrnoException) => {
      // The server may close a connection that was kept open at the very moment it is used again.
      if (leaving.reusedSocket && error.code === 'ECONNRESET') resolve(exchange(url, method, headers, body));
      else reject(error);
    });
    leaving.end(body);
  });
}
