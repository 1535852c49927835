import type { Application } from '../domain/application/index.ts';
import type { AuditEvent } from '../domain/audit/index.ts';
import type { LastMeans, Tile, TileCode } from '../domain/login-means/index.ts';
import type { Attempt, AttemptState, StateOf } from './attempt.ts';
import type { WayThere } from './means/eidas/said.ts';
import type { LoginStores, LoginWorld } from './ports.ts';
import type { Answer, InputError, Page } from './view.ts';
import type { WaitingProtocol } from './waiting-protocol.ts';

/** One attempt, its application and one moment, in one transaction with these stores. */
export type AttemptContext<Stores, State extends AttemptState = AttemptState> = {
  readonly attempt: Attempt;
  readonly state: State;
  readonly application: Application;
  readonly stores: Stores;
  /** Transactions are begun around a step, never in it. */
  readonly world: Omit<LoginWorld, 'inTransaction'>;
  readonly now: Date;
  /** What this installation has to log in with, at this moment. */
  readonly tiles: readonly Tile[];
  /** What the browser remembers of an earlier login. */
  readonly last?: LastMeans | null;
  /** The tile whose page is looked at, ahead of where the login stands. */
  readonly tile?: TileCode | null;
  /** Who makes something of the end of the login. */
  readonly waiting?: WaitingProtocol | null;
  /** The page of it, where that was worked out. */
  readonly page?: Page;
};

/** An attempt as it stands now. */
export function contextOf<Stores>(
  around: Pick<AttemptContext<Stores>, 'world' | 'stores' | 'application' | 'tiles'>,
  attempt: Attempt,
): AttemptContext<Stores> {
  const { world, stores, application, tiles } = around;
  return { attempt, state: attempt.state, application, stores, world, tiles, now: world.clock() };
}

/** Writes an audit event in this transaction, under the correlation code of the attempt. */
export type Recording = { record(event: Omit<AuditEvent, 'correlation'>): Promise<void> };

type Needs = readonly (keyof LoginStores)[];

/** What showing a page works with: of the stores those that it names. */
export type PageContext<Named extends Needs = readonly []> = AttemptContext<Pick<LoginStores, Named[number]>>;

/** What an answer works with: of the stores those that it names, and the trail. */
export type StepContext<
  Named extends Needs = readonly [],
  State extends AttemptState = AttemptState,
> = AttemptContext<Pick<LoginStores, Named[number]>, State> & Recording;

/** The context of an attempt that is known to be in this state. */
export type ContextIn<Kind extends AttemptState['kind'], Named extends Needs = readonly []> = StepContext<
  Named,
  StateOf<Kind>
>;

/** What an answer leads to. */
export type Move =
  | { readonly kind: 'go'; readonly state: AttemptState }
  /** `tile`: the one whose page the answer was given on. */
  | { readonly kind: 'invalid'; readonly errors: readonly InputError[]; readonly tile?: TileCode }
  | { readonly kind: 'leave'; readonly state: AttemptState; readonly way: WayThere }
  /** There once more as before: nothing changes. */
  | { readonly kind: 'leave-again'; readonly way: WayThere }
  /** The answer does not belong to this page (an old tab, the back button): show where the login stands. */
  | { readonly kind: 'stay' };

/** One step of the path: when it applies, what it asks, what an answer changes. The knowledge itself is in `domain/`. */
export type Step<
  Shown extends keyof LoginStores = keyof LoginStores,
  Answered extends keyof LoginStores = keyof LoginStores,
> = {
  readonly name: string;
  readonly asks: string;
  readonly states: readonly AttemptState['kind'][];
  /** The stores that its pages read, and those that its answers read and change. */
  readonly needs: { readonly page: readonly Shown[]; readonly answer: readonly Answered[] };
  page(context: PageContext<readonly Shown[]>): Promise<Page>;
  answer(context: StepContext<readonly Answered[]>, answer: Answer): Promise<Move>;
};

/** Declares a step with what it needs: the compiler lets it use no more. */
export function step<Shown extends keyof LoginStores, Answered extends keyof LoginStores>(
  declared: Step<Shown, Answered>,
): Step<Shown, Answered> {
  return declared;
}

/** A change of state. */
export function go(state: AttemptState): Move {
  return { kind: 'go', state };
}

/** Narrows a context to one state; a step calls it after looking at `state.kind`. */
export function inState<Context extends { readonly state: AttemptState }, Kind extends AttemptState['kind']>(
  context: Context,
  kind: Kind,
): (Context & { readonly state: StateOf<Kind> }) | null {
  return context.state.kind === kind ? { ...context, state: context.state as StateOf<Kind> } : null;
}
