// By which means does the person prove who they are? Only means that are enough for this application can be used; the
// others stay visible with the reason (domain/login-means).
import { eidasTile, loginMeans as table } from '../../domain/login-means/index.ts';
import { parseNationalNumber, personBehind } from '../../domain/person/index.ts';
import { offersIn } from '../first-question.ts';
import { adapterOf, adaptersNeed, adapterThatHears } from '../means/adapters.ts';
import { go, inState, type Move, type PageContext, type StepContext, step } from '../step.ts';
import { recordChoice, usableTile } from '../usable-tile.ts';
import type { Answer, LastUsed } from '../view.ts';
import { recognisedAs, recognisingNeeds } from './6-capacity.ts';

/** What the browser remembers, as far as this login offers it. */
async function lastUsedIn(context: PageContext<typeof adaptersNeed.page>): Promise<LastUsed | null> {
  const { last = null } = context;
  const offer = offersIn(context).find(({ tile }) => tile.code === last?.tile);
  if (offer?.usable.kind !== 'usable') return null;
  const adapter = adapterOf(context, offer.tile.code);
  return adapter ? adapter.lastUsed(context) : { tile: offer.tile.code, offer: null };
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
  states: ['choosing-means'],
  needs: { page: adaptersNeed.page, answer: [...adaptersNeed.answer, ...demoNeeds] },
  async page(context) {
    const looked = context.tile ? usableTile(context, context.tile) : null;
    if (looked?.kind === 'usable') {
      const adapter = adapterOf(context, looked.tile);
      return adapter ? adapter.page(context) : { kind: 'demo-person', tile: looked.tile };
    }
    const notice = inState(context, 'choosing-means')?.state.notice ?? null;
    return { kind: 'means', tiles: offersIn(context), lastUsed: await lastUsedIn(context), notice };
  },
  async answer(context, answer) {
    if (answer.kind === 'choose-demo-person') return chooseDemoPerson(context, answer);
    return (await adapterThatHears(answer)?.answer(context, answer)) ?? { kind: 'stay' };
  },
});
