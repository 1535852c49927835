import type { MeansKind } from '../../domain/login-means/index.ts';
import type { LoginStores } from '../ports.ts';
import type { Move, PageContext, StepContext } from '../step.ts';
import type { Answer, LastUsed, Page } from '../view.ts';

/**
 * One kind of login means that asks something within the login itself: which pages it has there, and what an answer to them changes. A kind
 * that needs no more than `ByMeans` has none.
 */
export type Adapter<
  Shown extends keyof LoginStores = keyof LoginStores,
  Answered extends keyof LoginStores = keyof LoginStores,
> = {
  readonly kind: MeansKind;
  /** The answers that are for it, wherever they are given. They come by links, before anybody proved anything, and may come twice. */
  readonly hears: readonly Answer['kind'][];
  readonly needs: { readonly page: readonly Shown[]; readonly answer: readonly Answered[] };
  /** The page of its tile, or of where it waits. */
  page(context: PageContext<readonly Shown[]>): Promise<Page>;
  answer(context: StepContext<readonly Answered[]>, answer: Answer): Promise<Move>;
  /** How what the browser remembers stands now; `null` when it cannot be offered. */
  lastUsed(context: PageContext<readonly Shown[]>): Promise<LastUsed | null>;
};

/** Declares an adapter with what it needs: the compiler lets it use no more. */
export function adapter<Shown extends keyof LoginStores, Answered extends keyof LoginStores>(
  declared: Adapter<Shown, Answered>,
): Adapter<Shown, Answered> {
  return declared;
}
