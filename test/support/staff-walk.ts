import { randomBytes, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { openLanguages } from '../../src/base/language.ts';
import { MINUTE } from '../../src/base/time.ts';
import type { Organisation } from '../../src/domain/organisation/index.ts';
import { parseNationalNumber } from '../../src/domain/person/index.ts';
import { requestApplication } from '../../src/domain/registration/index.ts';
import { byImport } from '../../src/domain/rights/index.ts';
import {
  caseworkApplication,
  openStaffDirectory,
  type StaffRight,
  staffRightCodes,
} from '../../src/domain/staff/index.ts';
import { type BrowserBinding, type Login, openLogin, openStaffSessions } from '../../src/login/index.ts';
import { openAssets } from '../../src/web/http/assets/assets.ts';
import { openFrames } from '../../src/web/http/frames.ts';
import {
  readStaffForm,
  requireFresh,
  requireStaff,
  staffFrame,
  staffOf,
} from '../../src/web/http/session/web-session.ts';
import type { Web, WebEnv } from '../../src/web/http/web-context.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { openLoginRoutes } from '../../src/web/login/routes.ts';
import { requestHandOver } from '../../src/web/request/hand-over/hand-over.ts';
import { application } from './application-example.ts';
import { fakeDevices } from './fake-devices.ts';
import { fakeOwnPages, formKey } from './fake-web.ts';
import { backFromProvider, openMadeUpProvider } from './made-up-provider.ts';
import {
  enterprise,
  NOON,
  openTestStore,
  personWith,
  type TestContext,
  type TestStore,
} from './open-test-store.ts';
import { tileOf } from './tile-examples.ts';

/** Numbers that pass their checks and are nobody's, one per right. */
const numbers: Readonly<Record<StaffRight, string>> = {
  'case-agent': '91020399465',
  'case-lead': '76072299686',
  'registration-officer': '88041199467',
  'platform-administrator': '85073003328',
};

/** A browser with its cookies. */
export type StaffBrowser = {
  readonly cookies: Map<string, string>;
  get(path: string): Promise<Response>;
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** Follows redirects on this site, and the page in between, to where they end. */
  follow(response: Response): Promise<{ readonly path: string; readonly response: Response }>;
  /** From `path` through the whole login as the person with this right; the address just before the session is opened. */
  logIn(path: string, as: StaffRight): Promise<string>;
  /** The same, and into the page. */
  enter(path: string, as: StaffRight): Promise<{ readonly path: string; readonly response: Response }>;
};

export type StaffWalk = {
  readonly test: TestStore;
  readonly login: Login;
  readonly organisation: Organisation;
  /** What reached the route behind the form. */
  readonly done: string[];
  browser(): StaffBrowser;
  endRight(of: StaffRight): Promise<void>;
  /** Begins a login to an ordinary application, or to the pages of applicants, in this browser; its address. */
  beginElsewhere(browser: StaffBrowser, where?: 'application' | 'requests'): Promise<string>;
};

/** Three members of staff of one organisation, each with one right, and a few pages behind the checks. */
export async function openStaffWalk(context: TestContext): Promise<StaffWalk> {
  const test = await openTestStore(context);
  const organisation = enterprise('OVO999002', { targetGroup: 'GID' });
  const rights = new Map<StaffRight, string>();
  const other = application('klip', {
    openTo: [{ targetGroup: 'GID', level: 'organisation' }],
    rights: [],
    rightRequired: false,
  });
  await test.store.inTransaction(['applications', 'organisations', 'persons', 'rights'], async (stores) => {
    await stores.applications.put(caseworkApplication);
    await stores.applications.put(other);
    await stores.applications.put(requestApplication);
    await stores.organisations.put(organisation);
    for (const right of Object.keys(numbers) as StaffRight[]) {
      const read = parseNationalNumber(numbers[right], NOON);
      if (read.kind === 'refused') throw new Error(`${right} has no number`);
      const person = await stores.persons.add(
        personWith({ number: read.number, givenNames: right, familyName: 'Example' }),
      );
      const validity = { from: new Date('2020-01-01T00:00:00Z'), until: null };
      const relation = await stores.organisations.addWorkRelation({
        id: randomUUID(),
        person: person.id,
        organisation: organisation.id,
        userType: 'civil-servant',
        email: null,
        validity,
      });
      const id = randomUUID();
      rights.set(right, id);
      await stores.rights.add({
        id,
        workRelation: relation.id,
        organisation: organisation.id,
        application: caseworkApplication.id,
        right: staffRightCodes[right],
        contexts: [],
        validity,
        given: byImport,
      });
    }
  });
  const login = openLogin({
    clock: test.now,
    randomness: {
      token: (bits = 256) => randomBytes(bits / 8).toString('base64url'),
      bytes: (count) => randomBytes(count),
      uuid: () => randomUUID(),
    },
    eidas: { request: async () => ({ kind: 'unavailable' }) },
    tiles: async () => [tileOf('eid'), tileOf('itsme')],
    inTransaction: test.store.inTransaction,
    settings: {
      attemptMilliseconds: 60 * MINUTE,
      longestAttemptMilliseconds: 180 * MINUTE,
      proofMilliseconds: 120 * 60_000,
      suspicion: { newDeviceBelow: null },
      matchingBounds: {
        perIdentifier: 5,
        perAddress: 30,
        windowMilliseconds: 24 * 60 * MINUTE,
        restMilliseconds: 900_000,
      },
      testCountries: false,
    },
  });
  const done: string[] = [];
  const app = openPagesBehind(test, login, done);
  const browser = () => openBrowser(app);
  return {
    test,
    login,
    organisation,
    done,
    browser,
    async endRight(of) {
      const id = rights.get(of);
      if (id) await test.store.inTransaction(['rights'], (stores) => stores.rights.end(id, test.now()));
    },
    async beginElsewhere(own, where = 'application') {
      const secret = own.cookies.get('sluis_browser') ?? '';
      const { id } = await login.begin({
        browser: `bound:${secret}` as BrowserBinding,
        application: where === 'application' ? other.id : requestApplication.id,
        language: 'en',
        request: {
          interaction: where === 'application' ? '/cases' : '/request',
          protocol: where === 'application' ? 'oidc' : 'own',
          scopes: where === 'application' ? ['openid'] : [],
          means: ['eid', 'itsme'],
          acrAsked: false,
          wish: null,
          known: null,
        },
      });
      return `/login/${id}`;
    },
  };
}

function openPagesBehind(test: TestStore, login: Login, done: string[]): Hono<WebEnv> {
  const { inTransaction } = test.store;
  const staff = openStaffSessions({
    ...{ login, clock: test.now, inTransaction },
    webSessions: test.store.webSessions,
    directory: openStaffDirectory(inTransaction),
  });
  const world: WebWorld = {
    ...fakeOwnPages(),
    login,
    giveMoreTime: login.giveMoreTime,
    bindBrowser: (secret) => `bound:${secret}` as BrowserBinding,
    devices: fakeDevices,
    waitingFor: () => staff.waiting,
    eidas: {
      metadata: async () => '',
      refuse: async () => 'nobody',
      receive: async () => ({ kind: 'refused', isLate: false, correlation: 'K7PX-2M9D' }),
    },
    openId: openMadeUpProvider(login, test.now),
    certificates: { origin: null, find: async () => null },
    staff,
    demo: { places: [], stories: async () => [] },
    isReady: async () => true,
    clock: test.now,
    log: { info: () => {}, error: () => {} },
    refusedUploads: { look: () => ({ kind: 'open' }), count: () => {} },
    settings: {
      origin: 'http://localhost:4000',
      formKey,
      trustedProxies: 0,
      securityContact: 'mailto:security@example.org',
      contact: { telephone: '0' },
    },
  };
  const web: Web = {
    world,
    secure: false,
    languages: openLanguages(),
    frames: openFrames(openAssets(), true),
    pageOf: (path) => path,
    registered: requestHandOver,
  };
  const app = new Hono<WebEnv>();
  app.route('/', openLoginRoutes(web));
  const show = (what: string) => (context: Parameters<typeof staffOf>[0]) =>
    context.html(
      `<p>${what} ${staffOf(context).name}</p><input name="csrf" value="${staffFrame(web, context).formToken}">`,
    );
  app.use('/cases/*', requireStaff(web, 'cases'));
  app.get('/cases', show('the cases'));
  app.get('/cases/danger', requireFresh(web), show('the danger'));
  app.post('/cases/do', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    done.push(form.fields.get('what') ?? '');
    return context.redirect('/cases', 303);
  });
  app.use('/cases/lead/*', requireStaff(web, 'case-lead'));
  app.get('/cases/lead', show('the secret of leads'));
  app.use('/office/*', requireStaff(web, 'office'));
  app.get('/office', show('the office'));
  return app;
}

function openBrowser(app: Hono<WebEnv>): StaffBrowser {
  const cookies = new Map<string, string>();
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (response: Response): Response => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const get = async (path: string) => keep(await app.request(path, { headers: { cookie: header() } }));
  const post: StaffBrowser['post'] = async (path, fields, headers = {}) =>
    keep(
      await app.request(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { cookie: header(), ...headers },
      }),
    );
  const follow: StaffBrowser['follow'] = async (first) => {
    let response = first;
    let path = '';
    for (let hops = 0; hops < 10; hops += 1) {
      const location = response.headers.get('location');
      if (location === null) return { path, response };
      path = location;
      response = await get(path);
    }
    throw new Error('it goes round in circles');
  };
  const logIn: StaffBrowser['logIn'] = async (wanted, as) => {
    const { path, response } = await follow(await get(wanted));
    if (path.startsWith('/staff/again')) return logIn(loginIn(await response.text()), as);
    if (!path.startsWith('/login/')) throw new Error(`no login but ${path}`);
    const location = (await get(backFromProvider(path, numbers[as]))).headers.get('location');
    if (!location || location.startsWith('/login/')) throw new Error('the login did not end');
    return location;
  };
  return {
    cookies,
    get,
    post,
    follow,
    logIn,
    async enter(wanted, as) {
      return follow(await get(await logIn(wanted, as)));
    },
  };
}

/** The first way to a login on the page that says why another one is asked; without the means of the last one. */
function loginIn(body: string): string {
  const found = /href="(\/staff\/login\?[^"]+)"/.exec(body)?.[1] ?? '';
  return found.replaceAll('&amp;', '&').replace('&by=same', '');
}

/** The token of the forms on a page. */
export function tokenOf(body: string): string {
  return /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
}
