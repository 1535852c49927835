import type { Context } from 'hono';
import type { Clock } from '../../src/base/time.ts';
import type { StateKeys } from './keys.ts';
import type { ConnectorReading } from './node/connector.ts';
import type { SignIns } from './sign-ins.ts';
import { findState, type MemberState } from './states.ts';

/** What all routes of simulated Europe share. */
export type EuropeWorld = {
  readonly clock: Clock;
  readonly origin: string;
  readonly keys: Readonly<Record<string, StateKeys>>;
  connector(): Promise<ConnectorReading>;
  readonly signIns: SignIns;
};

type Answer = Response | Promise<Response>;

/** A handler for the state that the path names; 404 when there is none. */
export function forState(
  world: EuropeWorld,
  work: (context: Context, state: MemberState, keys: StateKeys) => Answer,
): (context: Context) => Answer {
  return (context) => {
    const state = findState(context.req.param('country') ?? '');
    const own = state ? world.keys[state.code] : undefined;
    return state && own ? work(context, state, own) : context.notFound();
  };
}
