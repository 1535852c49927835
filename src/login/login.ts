import { afterOthers, ChangedMeanwhile } from '../base/changed-meanwhile.ts';
import type { SpokenLanguage } from '../base/language.ts';
import { later } from '../base/time.ts';
import type { Keeping } from '../base/unit-of-work.ts';
import type { LastMeans, TileCode } from '../domain/login-means/index.ts';
import { advance, arrive, recording, save, showNeeds, viewOf } from './advance.ts';
import type { PersonAhead } from './ahead/person-ahead.ts';
import { answeringFrom } from './ahead/read-ahead.ts';
import { readingTiesOnce } from './ahead/ties-once.ts';
import { type Attempt, type AttemptId, type BrowserBinding, keptLanguage, spokenIn } from './attempt.ts';
import { beforeProof, keepingOfBegun } from './before-proof.ts';
import {
  type BeginLogin,
  type BegunLogin,
  beginNeeds,
  keepingNeeds,
  keepLogin,
  prepareLogin,
} from './begin-login.ts';
import { type Finding, find, findNeeds, isOver } from './find-attempt.ts';
import { firstQuestion } from './first-question.ts';
import { adapterThatHears } from './means/adapters.ts';
import { type ByMeans, openByMeans } from './means/by-means.ts';
import { receive, receiveNeeds } from './means/eidas/receive.ts';
import { answerNeeds, stepOf } from './path.ts';
import type { LoginStores, LoginWorld } from './ports.ts';
import type { AttemptContext, Move, StepContext } from './step.ts';
import type { Answer, Arrival, Reply, View } from './view.ts';
import type { WaitingProtocol } from './waiting-protocol.ts';

/** One login from start to finish. Every call is one transaction. */
export type Login = ByMeans & {
  /** Works out how a login begins, for a protocol that keeps it with what it changes itself (`keepLogin`). */
  prepare(start: BeginLogin, ahead?: PersonAhead | null): Promise<BegunLogin>;
  /** Starts a login to a page of our own. */
  begin(start: BeginLogin): Promise<Attempt>;
  /**
   * `last`: what the browser remembers of an earlier login. `tile`: whose page is wanted, as long as it can be chosen. `waiting`, here and
   * below: who makes something of the end of the login.
   */
  show(
    id: AttemptId,
    browser: BrowserBinding,
    last?: LastMeans | null,
    tile?: TileCode | null,
    waiting?: WaitingProtocol | null,
  ): Promise<View>;
  answer(
    id: AttemptId,
    browser: BrowserBinding,
    answer: Answer,
    waiting?: WaitingProtocol | null,
  ): Promise<Reply>;
  /**
   * The verified answer of a member state, fetched by its handle in the browser that carries it. In any other browser nothing
   * changes; a second time leads to where the login stands.
   */
  receive(handle: string, browser: BrowserBinding, waiting?: WaitingProtocol | null): Promise<Arrival>;
  /** Begins a login that has ended once more, for the same application and with the same wishes; one that lives goes on. */
  beginAgain(id: AttemptId, browser: BrowserBinding): Promise<Arrival>;
  changeLanguage(id: AttemptId, browser: BrowserBinding, language: SpokenLanguage): Promise<void>;
  /** Lets a login live on for as long as it had at first, up to its longest life (WCAG 2.2.1). */
  giveMoreTime(id: AttemptId, browser: BrowserBinding): Promise<View>;
};

const startNeeds = [...findNeeds, ...beginNeeds, ...keepingNeeds] as const;
const answeringNeeds = [...showNeeds, 'audit', ...answerNeeds] as const;

/** Answers of somebody who is recognised. */
const aboutPerson: readonly Answer['kind'][] = ['choose-capacity', 'confirm-sharing', 'continue'];

type Holding<Needs extends readonly (keyof LoginStores)[]> = Pick<LoginStores, Needs[number]>;

type World = StepContext['world'];

/** Opens the login on a world of stores, clock and connector. */
export function openLogin(outside: LoginWorld): Login {
  const world: LoginWorld = {
    ...outside,
    inTransaction: (names, work, keeping) =>
      outside.inTransaction(names, (stores) => work(readingTiesOnce(stores)), keeping),
  };
  return {
    ...openByMeans(world),
    prepare: (start, ahead) =>
      world.inTransaction(beginNeeds, (stores) => prepareLogin(world, stores, start, ahead)),
    begin: (start) =>
      world.inTransaction(startNeeds, (stores) => begin(world, stores, start), keepingOfBegun(start.request)),
    show: (id, browser, last = null, tile = null, waiting = null) =>
      afterOthers(() =>
        world.inTransaction(showNeeds, async (stores) => {
          const found = await find(world, stores, id, browser);
          return found.kind === 'found' ? viewOf({ ...found.context, last, tile, waiting }) : found.view;
        }),
      ),
    answer: (id, browser, answer, waiting = null) => {
      const once = (keeping: Keeping) =>
        world.inTransaction(
          answeringNeeds,
          async (asked): Promise<Reply> => {
            const isAboutPerson = aboutPerson.includes(answer.kind);
            const stores = isAboutPerson
              ? answeringFrom(asked, await asked.attempts.findWithPerson(id))
              : asked;
            const found = await find(world, stores, id, browser);
            return found.kind === 'found'
              ? take({ ...recording(found.context), waiting }, answer)
              : { kind: 'problem', view: found.view };
          },
          keeping,
        );
      // The way to a provider is a link: followed twice at one moment, it leads there twice.
      const isLink = adapterThatHears(answer) !== null;
      return orAsItStands(world, id, browser, () =>
        isLink ? afterOthers(() => once(beforeProof)) : once({}),
      );
    },
    receive: (handle, browser, waiting = null) =>
      afterOthers(() =>
        world.inTransaction(receiveNeeds, (stores) => receive(world, stores, { handle, browser, waiting })),
      ),
    giveMoreTime: (id, browser) =>
      afterOthers(() =>
        world.inTransaction(showNeeds, async (stores) => {
          const found = await find(world, stores, id, browser);
          return found.kind === 'found' ? viewOf(await extend(found.context)) : found.view;
        }),
      ),
    beginAgain: (id, browser) =>
      world.inTransaction(startNeeds, (stores) => beginAgain(world, stores, id, browser), beforeProof),
    changeLanguage: (id, browser, language) =>
      afterOthers(() =>
        world.inTransaction(findNeeds, async (stores) => {
          const found = await find(world, stores, id, browser);
          if (found.kind === 'found') await save(found.context, keptLanguage(language));
        }),
      ),
  };
}

/** A double click or a second tab was first: nothing of this answer is kept, and the person sees where the login stands. */
async function orAsItStands(
  world: LoginWorld,
  id: AttemptId,
  browser: BrowserBinding,
  work: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
    return world.inTransaction(findNeeds, async (stores) => {
      const found = await find(world, stores, id, browser);
      return found.kind === 'found'
        ? { kind: 'moved', attempt: found.context.attempt }
        : { kind: 'problem', view: found.view };
    });
  }
}

async function extend<Stores extends Finding>(
  context: AttemptContext<Stores>,
): Promise<AttemptContext<Stores>> {
  const { attempt, world, now } = context;
  const wished = later(now, world.settings.attemptMilliseconds);
  const longest = later(attempt.startedAt, world.settings.longestAttemptMilliseconds);
  const expiresAt = wished < longest ? wished : longest;
  return expiresAt <= attempt.expiresAt ? context : save(context, { expiresAt });
}

async function beginAgain(
  world: World,
  stores: Holding<typeof startNeeds>,
  id: AttemptId,
  browser: BrowserBinding,
): Promise<Arrival> {
  const found = await find(world, stores, id, browser);
  if (found.kind === 'found') return { kind: 'moved', attempt: found.context.attempt };
  const { attempt, view } = found;
  if (attempt === null || !view.again) return { kind: 'problem', view };
  const { application, device = null } = attempt;
  const language = spokenIn(attempt);
  // Who was known by another login is asked anew: that may be long ago.
  const request = { ...attempt.request, known: null, stepUp: null };
  const half = attempt.half && { asked: attempt.half.asked };
  const start = { browser, device, application, language, request, ...(half && { half }) };
  return { kind: 'moved', attempt: await begin(world, stores, start) };
}

async function begin(world: World, stores: Holding<typeof startNeeds>, start: BeginLogin): Promise<Attempt> {
  const begun = await prepareLogin(world, stores, start);
  await keepLogin(stores, begun);
  return begun.attempt;
}

async function take(context: StepContext<typeof answeringNeeds>, answer: Answer): Promise<Reply> {
  const move = await moveOf(context, answer);
  switch (move.kind) {
    case 'stay':
      return { kind: 'moved', attempt: context.attempt };
    case 'invalid': {
      const view = await viewOf({ ...context, tile: move.tile ?? null });
      return { kind: 'invalid', view, errors: move.errors };
    }
    case 'go':
      return arrive(await advance(context, move.state));
    case 'leave': {
      const { attempt, application } = await advance(context, move.state);
      return { kind: 'leave', attempt, application, ...move.way };
    }
    case 'leave-again': {
      const { attempt, application } = context;
      return { kind: 'leave', attempt, application, ...move.way };
    }
  }
}

/** "Give up" and "not me" are possible on every page; the rest belongs to the step. */
async function moveOf(context: StepContext<typeof answerNeeds>, answer: Answer): Promise<Move> {
  const { kind } = context.state;
  if (isOver(context.state)) return { kind: 'stay' };
  if (answer.kind === 'give-up') {
    await context.record({
      kind: 'login.abandoned',
      actor: { kind: 'unknown' },
      subject: { kind: 'attempt', id: context.attempt.correlation },
      purpose: 'login',
      details: { at: kind },
    });
    return { kind: 'go', state: { kind: 'abandoned', at: context.now } };
  }
  if (answer.kind === 'not-me') {
    await context.record({
      kind: 'login.forgotten',
      actor: { kind: 'unknown' },
      subject: { kind: 'attempt', id: context.attempt.correlation },
      purpose: 'login',
      details: { at: kind },
    });
    return { kind: 'go', state: firstQuestion(context) };
  }
  // The capacity to share for may be gone meanwhile: then there is nothing to agree to, and this is the way on.
  if (answer.kind === 'go-back' && kind === 'confirming-sharing')
    return { kind: 'go', state: firstQuestion(context) };
  return stepOf(kind).answer(context, answer);
}
