import type { TileCode } from '../../domain/login-means/index.ts';
import type { PageContext } from '../step.ts';
import type { Answer } from '../view.ts';
import type { Adapter } from './adapter.ts';
import { eidas } from './eidas/adapter.ts';

/** The kinds of login means that ask something within the login: one line each. */
const adapters = [eidas] as const satisfies readonly Adapter[];

type Shown = (typeof adapters)[number]['needs']['page'][number];
type Answered = (typeof adapters)[number]['needs']['answer'][number];
type Known = Adapter<Shown, Answered>;

export const adaptersNeed = {
  page: adapters.flatMap(({ needs }): readonly Shown[] => needs.page),
  answer: adapters.flatMap(({ needs }): readonly Answered[] => needs.answer),
};

/** Whose page a tile leads to; `null` where the page is outside the login. */
export function adapterOf({ tiles }: Pick<PageContext, 'tiles'>, code: TileCode): Known | null {
  const kind = tiles.find((tile) => tile.code === code)?.kind;
  return adapters.find((each: Known) => each.kind === kind) ?? null;
}

/** For whom an answer is, wherever it was given. */
export function adapterThatHears({ kind }: Answer): Known | null {
  return adapters.find((each: Known) => each.hears.includes(kind)) ?? null;
}
