import type { AttemptId, Visit, WaitingProtocol, WayOn } from '../../../login/index.ts';
import { type Answered, askLibrary, type Library, requestFor } from '../provider/ask-library.ts';
import type { OidcWorld } from '../world.ts';
import { endOf } from './complete.ts';
import { give } from './grant-login.ts';
import { isTooLongAgo } from './known-person.ts';
import { type Came, halfOf, type OidcHalf, wayBackOf } from './protocol-half.ts';

/**
 * Makes of the end of a login what goes back to the application: the library answers a request to the way back that no browser sent, and
 * what it changes is kept with the end. The first end counts; asked again, the way back comes to the same.
 */
export function openWaitingProtocol(world: OidcWorld, library: Library): (visit: Visit) => WaitingProtocol {
  const { pathname: prefix } = new URL(world.issuer);
  return (visit) =>
    async ({ attempt, outcome }, stores) => {
      const known = halfOf(world, attempt);
      // A login that the program before began has no half, so nobody can be told of its end.
      if (known === null) return { wayOn: { kind: 'over', told: attempt.half?.came !== undefined } };
      const { asked, came: before } = known;
      const request = requestFor(wayBackOf({ issuer: '' }, attempt.id), prefix, visit);
      const memory = world.memories.of(request);
      const end = before ? null : await endOf(world, stores, asked, outcome, attempt.correlation);
      if (end?.given) give(memory, end.given);
      const half: OidcHalf = end ? { asked, came: end.came } : known;
      memory.end = { attempt: { ...attempt, half }, stores, half: end && half, failure: null };
      // Another login must begin then, in a request of its own.
      const isLate = isLateEnd(world, half);
      const answered = isLate ? null : await askLibrary(library, request);
      if (memory.end.failure) throw memory.end.failure.error;
      await stores.oidc.keep(memory.changes);
      await stores.audit.record(...memory.events, ...memory.refusals);
      const kept = memory.end.half;
      return { wayOn: wayOnBy(world, attempt.id, answered), ...(kept && { half: kept }) };
    };
}

function isLateEnd(world: OidcWorld, { asked, came }: OidcHalf): boolean {
  const result: Came['result'] | undefined = came?.result;
  return (
    result !== undefined && 'login' in result && isTooLongAgo(world, result.login.ts, asked.params.max_age)
  );
}

/** How a browser goes on. To what is no web address, which no page may lead to, it goes by the way back, that redirects. */
function wayOnBy(world: OidcWorld, id: AttemptId, answered: Answered | null): WayOn {
  const { location = null, cookies = [] } = answered ?? {};
  if (answered !== null && location === null) {
    const { status, headers, body } = answered;
    return { kind: 'page', status, headers, body, cookies };
  }
  const url = location !== null && /^https?:/i.test(location) ? location : wayBackOf(world, id);
  return { kind: 'address', url, cookies };
}
