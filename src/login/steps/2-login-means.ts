// By which means does the person prove who they are? Only means that are enough for this application can be used; the
// others stay visible with the reason (domain/login-means).
import { type Tile, loginMeans as table } from '../../domain/login-means/index.ts';
import { parseNationalNumber, personBehind } from '../../domain/person/index.ts';
import { tilesOf } from '../first-question.ts';
import { type ContextIn, go, inState, type Move, type PageContext, type StepContext, step } from '../step.ts';
import type { LastUsed } from '../view.ts';
import { askingNeeds, chooseKnownCountry, offerNeeds, offerOf } from './3-eidas-country.ts';
import { recognisedAs, recognisingNeeds } from './6-capacity.ts';

async function chooseMeans(context: StepContext, tile: string): Promise<Move> {
  const offer = tilesOf(context).find((each) => each.tile === tile);
  if (!offer) return { kind: 'invalid', errors: [{ field: 'tile', code: 'choose' }] };
  const means = offer.means[0];
  if (offer.usable.kind !== 'usable' || !means)
    return { kind: 'invalid', errors: [{ field: 'tile', code: 'not-usable' }] };
  await recordChoice(context, offer.tile);
  return go(
    offer.tile === 'eidas'
      ? { kind: 'choosing-country', notice: null }
      : { kind: 'choosing-demo-person', means },
  );
}

async function recordChoice(context: StepContext, tile: Tile): Promise<void> {
  await context.record({
    kind: 'login.means-chosen',
    actor: { kind: 'unknown' },
    subject: { kind: 'attempt', id: context.attempt.correlation },
    purpose: 'login',
    details: { tile },
  });
}

/** The means of the last time with its country: both answers at once. */
async function chooseLastUsed(context: StepContext<typeof askingNeeds>, country: string): Promise<Move> {
  const offer = tilesOf(context).find((each) => each.tile === 'eidas');
  if (offer?.usable.kind !== 'usable')
    return { kind: 'invalid', errors: [{ field: 'tile', code: 'not-usable' }] };
  const move = await chooseKnownCountry(context, country);
  if (move.kind !== 'invalid') await recordChoice(context, offer.tile);
  return move;
}

/** What the browser remembers, as far as this login offers it. */
async function lastUsedIn(context: PageContext<typeof offerNeeds>): Promise<LastUsed | null> {
  const { last = null } = context;
  const tile = tilesOf(context).find((each) => each.tile === last?.tile);
  if (last === null || tile === undefined || tile.usable.kind !== 'usable') return null;
  if (last.country === null) return { tile: last.tile, offer: null };
  const offer = await offerOf(context, last.country);
  return offer && { tile: last.tile, offer };
}

const demoNeeds = ['register', 'persons', ...recognisingNeeds] as const;

async function chooseDemoPerson(
  context: ContextIn<'choosing-demo-person', typeof demoNeeds>,
  text: string,
): Promise<Move> {
  const { stores, world, now, state } = context;
  const parsed = parseNationalNumber(text, now);
  if (parsed.kind === 'refused')
    return { kind: 'invalid', errors: [{ field: 'number', code: parsed.reason }] };
  const registered = await stores.register.findByNumber(parsed.number);
  // Whoever has a Belgian eID is in the register; who comes for the first time becomes known by it.
  const person = registered
    ? await personBehind(
        { persons: stores.persons, randomness: world.randomness, at: now },
        registered,
        parsed.number,
      )
    : await stores.persons.findByNumber(parsed.number);
  if (!person) return { kind: 'invalid', errors: [{ field: 'number', code: 'not-a-number' }] };
  const level = table[state.means].assurance;
  const authentication = { means: state.means, assurance: level, at: now, country: null };
  return go(await recognisedAs(context, { person: person.id, authentication }, false));
}

export const loginMeans = step({
  name: 'login-means',
  asks: 'by which means does the person prove who they are?',
  states: ['choosing-means', 'choosing-demo-person'],
  needs: { page: offerNeeds, answer: [...askingNeeds, ...demoNeeds] },
  async page(context) {
    const demo = inState(context, 'choosing-demo-person');
    if (demo) return { kind: 'demo-person', tile: demo.state.means === 'itsme' ? 'itsme' : 'eid' };
    const notice = inState(context, 'choosing-means')?.state.notice ?? null;
    return { kind: 'means', tiles: tilesOf(context), lastUsed: await lastUsedIn(context), notice };
  },
  async answer(context, answer) {
    if (answer.kind === 'choose-means') return chooseMeans(context, answer.tile);
    if (answer.kind === 'choose-country') return chooseLastUsed(context, answer.country);
    const demo = inState(context, 'choosing-demo-person');
    if (demo && answer.kind === 'choose-demo-person') return chooseDemoPerson(demo, answer.number);
    if (demo && answer.kind === 'go-back') return go({ kind: 'choosing-means', notice: null });
    return { kind: 'stay' };
  },
});
