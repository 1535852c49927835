import type { Settings } from '../../config/settings.ts';
import type { DatabaseOwner } from '../../store/index.ts';
import { type Finding, fail, ok, warn } from './check.ts';

const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Whether browsers of other machines can mean this origin. */
function isLoopback(origin: string): boolean {
  return LOOPBACK.test(origin);
}

/** Whether the demo means of login are on, and only where nobody else comes. */
export function checkDemo(settings: Settings): Finding {
  if (!settings.isDemo) return ok('demo', 'off');
  if (isLoopback(settings.origin)) return ok('demo', 'on');
  return fail(
    'demo',
    `SLUIS_DEMO is on, so that anybody can log in as anybody, and ${settings.origin} is not this machine.`,
    'Unset SLUIS_DEMO before real people come; a demo has its origin on localhost.',
  );
}

/** Whether this is the right database for a demo, or for real people; `owner` says who made it. */
export function checkDemoDatabase(settings: Settings, owner: DatabaseOwner): Finding {
  if (owner === 'nobody' || settings.isDemo === (owner === 'demo'))
    return ok('demo database', owner === 'demo' ? 'made by the demo' : 'not of the demo');
  if (settings.isDemo) {
    return fail(
      'demo database',
      'SLUIS_DEMO is on, and the demo did not make this database: real people may be in it.',
      'Unset SLUIS_DEMO, or give the demo an empty database of its own.',
    );
  }
  const what = 'The demo made this database: made-up people, and countries whose keys anybody can have.';
  const next = 'Give real people a database of their own (SLUIS_DATABASE_URL, bin/sluis migrate).';
  return isLoopback(settings.origin) ? warn('demo database', what, next) : fail('demo database', what, next);
}

/** Whether a server keeps what people entrust to an origin that others can mean: the embedded database is for one laptop. */
export function checkEmbedded({ origin, databaseUrl }: Settings): Finding {
  if (databaseUrl !== null || !origin.startsWith('https:')) return ok('database', 'may be this one');
  return fail(
    'database',
    `SLUIS_DATABASE_URL is not set, and ${origin} wants a PostgreSQL server: the embedded one is for the demo and for tests.`,
    'Set SLUIS_DATABASE_URL: docs/how-to/run-on-a-postgresql-server.md.',
  );
}

/** Whether it is said how the address of a browser is found. */
export function checkProxies({ origin, trustedProxies }: Settings): Finding {
  if (trustedProxies !== null || !origin.startsWith('https:'))
    return ok('proxies', `${trustedProxies ?? 0} trusted`);
  return fail(
    'proxies',
    'It is not said how many reverse proxies stand before Sluis: behind one, all people would share one address and its bounds.',
    'Set SLUIS_TRUSTED_PROXIES; 0 if browsers connect without a proxy.',
  );
}
