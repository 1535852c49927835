import type { KoaContextWithOIDC } from 'oidc-provider';
import { SECOND } from '../../../base/time.ts';
import type { OidcApplication } from '../../../domain/application/index.ts';
import { assuranceLevels } from '../../../domain/assurance/index.ts';
import {
  type Authentication,
  isEnough,
  type LoginMeansCode,
  parseLoginMeans,
  parseTileCode,
} from '../../../domain/login-means/index.ts';
import { parseOrganisationId } from '../../../domain/organisation/index.ts';
import { type PersonId, parsePersonId } from '../../../domain/person/index.ts';
import { foundationOf } from '../../../login/index.ts';
import type { OidcWorld } from '../world.ts';
import type { Known } from './request-memory.ts';

/** How a login is written in a session. */
export type KeptAuthentication = Omit<Authentication, 'at'> & { readonly at: number };

/** The session with what `bendProvider` lets it keep. */
type Session = NonNullable<KoaContextWithOIDC['oidc']['session']> & {
  person?: unknown;
  authentication?: unknown;
  restsOn?: unknown;
  restsSince?: unknown;
};

/** Writes into the session who logged in, and by what. */
export function keepInSession(session: Session, person: PersonId, authentication: Authentication): void {
  const { on, since } = foundationOf({ person, authentication });
  session.restsOn = on;
  session.restsSince = since.getTime();
  session.person = person;
  session.authentication = {
    ...authentication,
    at: authentication.at.getTime(),
  } satisfies KeptAuthentication;
}

/** Who is logged in in this browser: so that nothing is asked, or so that a stronger login is. */
export type Standing = { readonly known: Known | null; readonly stepUp: Known | null };

const nobody: Standing = { known: null, stepUp: null };

/**
 * Who is logged in in this browser, if that login is young enough (2 hours from the login itself, ACM "SSO"; `max_age`) and
 * strong enough for this application and these means; one that is too weak is stepped up, and every other asks for a login.
 */
export function knownPerson(
  world: OidcWorld,
  context: KoaContextWithOIDC,
  application: OidcApplication,
  means: readonly LoginMeansCode[],
): Standing {
  const session = context.oidc.session as Session | undefined;
  const params = context.oidc.params ?? {};
  const known = session?.accountId ? readKnown(session) : null;
  if (!known || !session) return nobody;
  if (params.id_token_hint !== undefined && params.id_token_hint !== session.accountId) return nobody;
  const age = (world.ports.clock().getTime() - known.authentication.at.getTime()) / SECOND;
  if (age >= world.sessionSeconds) return nobody;
  if (!isEnough(known.authentication, means, application.assurance)) return { known: null, stepUp: known };
  const longest = params.max_age === undefined ? world.sessionSeconds : Number(params.max_age);
  // 0 asks for a login whatever the clock says (OpenID Connect Core 3.1.2.1).
  return age > longest || longest === 0 ? nobody : { known, stepUp: null };
}

/** Seconds. A way back that is gone through at once is never too late, however small `max_age` is. */
const GRACE = 60;

/** Whether a login that was finished is too long ago by the time its browser comes back from it. */
export function isTooLongAgo(world: OidcWorld, loggedInAt: unknown, maxAge: unknown): boolean {
  const age = world.ports.clock().getTime() / SECOND - Number(loggedInAt);
  const allowed = maxAge === undefined ? Number.POSITIVE_INFINITY : Number(maxAge) + GRACE;
  return age > Math.min(allowed, world.sessionSeconds);
}

function readKnown({ person, authentication }: Session): Known | null {
  const id = typeof person === 'string' ? parsePersonId(person) : null;
  if (!id || typeof authentication !== 'object' || authentication === null) return null;
  const { means, assurance, at, country, tile, link, key, device, organisation } = authentication as Record<
    string,
    unknown
  >;
  const code = typeof means === 'string' ? parseLoginMeans(means) : null;
  const level = assuranceLevels.find((each) => each === assurance);
  if (!code || !level || typeof at !== 'number') return null;
  const only = typeof organisation === 'string' ? parseOrganisationId(organisation) : null;
  // What counts for one organisation never counts for all because it cannot be read.
  if (typeof organisation === 'string' && only === null) return null;
  return {
    person: id,
    authentication: {
      means: code,
      assurance: level,
      at: new Date(at),
      country: typeof country === 'string' ? country : null,
      tile: typeof tile === 'string' ? parseTileCode(tile) : null,
      link: typeof link === 'string' ? link : null,
      key: typeof key === 'string' ? key : null,
      device: typeof device === 'string' ? device : null,
      organisation: only,
    },
  };
}
