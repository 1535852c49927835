// By which means does the person prove who they are? Only means that are enough for this application can be used; the
// others stay visible with the reason (domain/login-means).
import { usableOffer } from '../../domain/login-means/index.ts';
import { offersIn } from '../first-question.ts';
import { adapterOf, adaptersNeed, adapterThatHears } from '../means/adapters.ts';
import { inState, type PageContext, step } from '../step.ts';
import type { LastUsed } from '../view.ts';

/** What the browser remembers, as far as this login offers it. */
async function lastUsedIn(context: PageContext<typeof adaptersNeed.page>): Promise<LastUsed | null> {
  const { last = null } = context;
  const offer = usableOffer(offersIn(context), last?.tile);
  if (offer === null) return null;
  const tile = offer.tile.code;
  const adapter = adapterOf(context, tile);
  return adapter ? adapter.lastUsed(context) : { tile, offer: null };
}

export const loginMeans = step({
  name: 'login-means',
  asks: 'by which means does the person prove who they are?',
  states: ['choosing-means'],
  needs: { page: adaptersNeed.page, answer: adaptersNeed.answer },
  async page(context) {
    const tiles = offersIn(context);
    const looked = usableOffer(tiles, context.tile);
    const adapter = looked && adapterOf(context, looked.tile.code);
    if (adapter) return adapter.page(context);
    const notice = inState(context, 'choosing-means')?.state.notice ?? null;
    return { kind: 'means', tiles, lastUsed: await lastUsedIn(context), notice };
  },
  async answer(context, answer) {
    return (await adapterThatHears(answer)?.answer(context, answer)) ?? { kind: 'stay' };
  },
});
