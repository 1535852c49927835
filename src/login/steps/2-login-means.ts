// By which means does the person prove who they are? Only means that are enough for this application can be used; the
// others stay visible with the reason (domain/login-means).
import { offersIn } from '../first-question.ts';
import { adapterOf, adaptersNeed, adapterThatHears } from '../means/adapters.ts';
import { usableTile } from '../means/usable-tile.ts';
import { inState, type PageContext, step } from '../step.ts';
import type { LastUsed } from '../view.ts';

/** What the browser remembers, as far as this login offers it. */
async function lastUsedIn(context: PageContext<typeof adaptersNeed.page>): Promise<LastUsed | null> {
  const { last = null } = context;
  const offer = offersIn(context).find(({ tile }) => tile.code === last?.tile);
  if (offer?.usable.kind !== 'usable') return null;
  const adapter = adapterOf(context, offer.tile.code);
  return adapter ? adapter.lastUsed(context) : { tile: offer.tile.code, offer: null };
}

export const loginMeans = step({
  name: 'login-means',
  asks: 'by which means does the person prove who they are?',
  states: ['choosing-means'],
  needs: { page: adaptersNeed.page, answer: adaptersNeed.answer },
  async page(context) {
    const looked = context.tile ? usableTile(context, context.tile) : null;
    const adapter = looked?.kind === 'usable' ? adapterOf(context, looked.tile) : null;
    if (adapter) return adapter.page(context);
    const notice = inState(context, 'choosing-means')?.state.notice ?? null;
    return { kind: 'means', tiles: offersIn(context), lastUsed: await lastUsedIn(context), notice };
  },
  async answer(context, answer) {
    return (await adapterThatHears(answer)?.answer(context, answer)) ?? { kind: 'stay' };
  },
});
