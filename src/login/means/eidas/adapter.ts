import { eidasTile, usableOffer } from '../../../domain/login-means/index.ts';
import { offersIn } from '../../first-question.ts';
import type { Move, StepContext } from '../../step.ts';
import { adapter } from '../adapter.ts';
import { recordChoice } from '../record-choice.ts';
import {
  askingNeeds,
  chooseCountry,
  chooseKnownCountry,
  offerNeeds,
  offerOf,
  pageOfEidas,
} from './country.ts';
import type { EidasChoice } from './said.ts';

/** The eID of another member state: which country issued it, and the way there. */
export const eidas = adapter({
  kind: 'eidas',
  hears: ['choose-country'],
  needs: { page: offerNeeds, answer: askingNeeds },
  page: pageOfEidas,
  async answer(context, answer) {
    if (answer.kind !== 'choose-country') return { kind: 'stay' };
    return context.state.kind === 'choosing-means'
      ? chooseBoth(context, answer)
      : chooseCountry(context, answer);
  },
  async lastUsed(context) {
    const country = context.last?.country ?? null;
    const offer = country && (await offerOf(context, country));
    return offer && { tile: eidasTile, offer };
  },
});

/** The means and its country: both answers at once. */
async function chooseBoth(context: StepContext<typeof askingNeeds>, answer: EidasChoice): Promise<Move> {
  if (usableOffer(offersIn(context), eidasTile) === null)
    return { kind: 'invalid', errors: [{ field: 'tile', code: 'not-usable' }] };
  const move = await chooseKnownCountry(context, answer);
  if (move.kind !== 'invalid') await recordChoice(context, eidasTile);
  return move;
}
