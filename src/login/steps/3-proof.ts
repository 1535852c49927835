// What does the means prove? The page of the tile that was chosen, or of the provider where the person is; what comes back leads on through
// `means/lead-on.ts`.
import { usableOffer } from '../../domain/login-means/index.ts';
import { firstQuestion, offersIn } from '../first-question.ts';
import { adapterOf, adaptersNeed, adapterThatHears } from '../means/adapters.ts';
import { go, inState, step } from '../step.ts';
import { recognisedAs, recognisingNeeds } from './6-capacity.ts';

export const proof = step({
  name: 'proof',
  asks: 'what does the means prove?',
  states: ['at-tile', 'waiting', 'other-person'],
  needs: { page: adaptersNeed.page, answer: [...adaptersNeed.answer, ...recognisingNeeds] },
  async page(context) {
    if (context.state.kind === 'other-person') return { kind: 'other-person' };
    const [at, waiting] = [inState(context, 'at-tile'), inState(context, 'waiting')];
    const state = at?.state ?? waiting?.state;
    if (!state) throw new Error('the step of the proof was asked for a page of another state');
    const adapter = adapterOf(context, state.tile);
    if (adapter) return adapter.page(context);
    const tiles = offersIn(context);
    const offer = usableOffer(tiles, state.tile);
    const notice = at?.state.notice ?? null;
    // Closed or gone meanwhile, or there is something to say: the tiles say it.
    if (offer === null || notice !== null) return { kind: 'means', tiles, lastUsed: null, notice };
    return waiting ? { kind: 'at-provider', offer, mark: waiting.state.mark } : { kind: 'tile', offer };
  },
  async answer(context, answer) {
    const other = inState(context, 'other-person');
    // Said in so many words, and never by the way: the session of the first person ends with it.
    if (other && answer.kind === 'continue') return go(await recognisedAs(context, other.state, false));
    const heard = other ? null : adapterThatHears(answer);
    if (heard) return heard.answer(context, answer);
    return answer.kind === 'go-back' ? go(firstQuestion(context)) : { kind: 'stay' };
  },
});
