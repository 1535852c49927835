import type { Application } from '../domain/application/index.ts';
import type { AuditEvent } from '../domain/audit/index.ts';
import type { EidasCountry } from '../domain/eidas-country/index.ts';
import type { LastMeans } from '../domain/login-means/index.ts';
import type { Attempt, AttemptState, StateOf } from './attempt.ts';
import type { Departure, LoginStores, LoginWorld } from './ports.ts';
import type { Answer, InputError, Page } from './view.ts';

/** What every step works with: one attempt, its application, one moment, one transaction. */
export type StepContext<State extends AttemptState = AttemptState> = {
  readonly attempt: Attempt;
  readonly state: State;
  readonly application: Application;
  readonly stores: LoginStores;
  readonly world: LoginWorld;
  readonly now: Date;
  /** What the browser remembers of an earlier login. */
  readonly last?: LastMeans | null;
  /** Writes an audit event in this transaction, under the correlation code of the attempt. */
  record(event: Omit<AuditEvent, 'correlation'>): Promise<void>;
};

/** The context of an attempt that is known to be in this state. */
export type ContextIn<Kind extends AttemptState['kind']> = StepContext<StateOf<Kind>>;

/** What an answer leads to. */
export type Move =
  | { readonly kind: 'go'; readonly state: AttemptState }
  | { readonly kind: 'invalid'; readonly errors: readonly InputError[] }
  | {
      readonly kind: 'leave';
      readonly state: AttemptState;
      readonly country: EidasCountry;
      readonly departure: Departure;
    }
  /** The answer does not belong to this page (an old tab, the back button): show where the login stands. */
  | { readonly kind: 'stay' };

/** One step of the path: when it applies, what it asks, what an answer changes. The knowledge itself is in `domain/`. */
export type Step = {
  readonly name: string;
  readonly asks: string;
  readonly states: readonly AttemptState['kind'][];
  page(context: StepContext): Promise<Page>;
  answer(context: StepContext, answer: Answer): Promise<Move>;
};

/** A change of state. */
export function go(state: AttemptState): Move {
  return { kind: 'go', state };
}

/** Narrows a context to one state; a step calls it after looking at `state.kind`. */
export function inState<Kind extends AttemptState['kind']>(
  context: StepContext,
  kind: Kind,
): ContextIn<Kind> | null {
  return context.state.kind === kind ? { ...context, state: context.state as StateOf<Kind> } : null;
}
