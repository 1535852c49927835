// By which means does the person prove who they are? Only means that are enough for this application can be used; the
// others stay visible with the reason (domain/login-means).
import {
  eidasTile,
  type LoginMeansCode,
  type TileCode,
  loginMeans as table,
} from '../../domain/login-means/index.ts';
import { parseNationalNumber, personBehind } from '../../domain/person/index.ts';
import { offersIn } from '../first-question.ts';
import { go, inState, type Move, type PageContext, type StepContext, step } from '../step.ts';
import type { Answer, LastUsed } from '../view.ts';
import { askingNeeds, chooseKnownCountry, countryPage, offerNeeds, offerOf } from './3-eidas-country.ts';
import { recognisedAs, recognisingNeeds } from './6-capacity.ts';

/** A means that this login offers, and that can be used; or what is wrong with it. */
function usableTile(
  context: Pick<PageContext, 'application' | 'attempt' | 'tiles'>,
  tile: string,
):
  | { readonly kind: 'usable'; readonly tile: TileCode; readonly means: LoginMeansCode }
  | Extract<Move, { kind: 'invalid' }> {
  const offer = offersIn(context).find((each) => each.tile.code === tile);
  const [means] = offer?.means ?? [];
  return offer?.usable.kind === 'usable' && means
    ? { kind: 'usable', tile: offer.tile.code, means }
    : { kind: 'invalid', errors: [{ field: 'tile', code: 'not-usable' }] };
}

async function recordChoice(context: StepContext, tile: TileCode): Promise<void> {
  await context.record({
    kind: 'login.means-chosen',
    actor: { kind: 'unknown' },
    subject: { kind: 'attempt', id: context.attempt.correlation },
    purpose: 'login',
    details: { tile },
  });
}

/** The means and its country: both answers at once, and the choice is an event once the person leaves. */
async function chooseCountry(
  context: StepContext<typeof askingNeeds>,
  answer: Extract<Answer, { kind: 'choose-country' }>,
): Promise<Move> {
  const chosen = usableTile(context, eidasTile);
  if (chosen.kind === 'invalid') return chosen;
  const move = await chooseKnownCountry(context, answer);
  if (move.kind !== 'invalid') await recordChoice(context, chosen.tile);
  return move;
}

/** What the browser remembers, as far as this login offers it. */
async function lastUsedIn(context: PageContext<typeof offerNeeds>): Promise<LastUsed | null> {
  const { last = null } = context;
  const tile = offersIn(context).find((each) => each.tile.code === last?.tile);
  if (last === null || tile === undefined || tile.usable.kind !== 'usable') return null;
  if (last.country === null) return { tile: last.tile, offer: null };
  const offer = await offerOf(context, last.country);
  return offer && { tile: last.tile, offer };
}

const demoNeeds = ['register', 'persons', ...recognisingNeeds] as const;

async function chooseDemoPerson(
  context: StepContext<typeof demoNeeds>,
  answer: Extract<Answer, { kind: 'choose-demo-person' }>,
): Promise<Move> {
  const { stores, world, now } = context;
  const chosen = usableTile(context, answer.tile);
  if (chosen.kind === 'invalid') return chosen;
  const { tile, means } = chosen;
  // The eID of another member state is proved there, and by nothing that is said here.
  if (tile === eidasTile) return { kind: 'invalid', errors: [{ field: 'tile', code: 'not-usable' }] };
  const parsed = parseNationalNumber(answer.number, now);
  if (parsed.kind === 'refused')
    return { kind: 'invalid', errors: [{ field: 'number', code: parsed.reason }], tile };
  const registered = await stores.register.findByNumber(parsed.number);
  // Whoever has a Belgian eID is in the register; who comes for the first time becomes known by it.
  const person = registered
    ? await personBehind(
        { persons: stores.persons, randomness: world.randomness, at: now },
        registered,
        parsed.number,
      )
    : await stores.persons.findByNumber(parsed.number);
  if (!person) return { kind: 'invalid', errors: [{ field: 'number', code: 'not-a-number' }], tile };
  await recordChoice(context, tile);
  const authentication = { means, assurance: table[means].assurance, at: now, country: null, tile };
  return go(await recognisedAs(context, { person: person.id, authentication }, false));
}

export const loginMeans = step({
  name: 'login-means',
  asks: 'by which means does the person prove who they are?',
  states: ['choosing-means', 'waiting'],
  needs: { page: offerNeeds, answer: [...askingNeeds, ...demoNeeds] },
  async page(context) {
    const looked = context.tile ? usableTile(context, context.tile) : null;
    if (looked?.kind === 'usable')
      return looked.tile === eidasTile ? countryPage(context) : { kind: 'demo-person', tile: looked.tile };
    const notice = inState(context, 'choosing-means')?.state.notice ?? null;
    return { kind: 'means', tiles: offersIn(context), lastUsed: await lastUsedIn(context), notice };
  },
  async answer(context, answer) {
    if (answer.kind === 'choose-country') return chooseCountry(context, answer);
    if (answer.kind === 'choose-demo-person') return chooseDemoPerson(context, answer);
    return { kind: 'stay' };
  },
});
