// Which country issued the eID? Sends the person to that member state's node and takes its answer.

import { textIn } from '../../base/language.ts';
import { MINUTE } from '../../base/time.ts';
import {
  type CountryCode,
  type CountryOffer,
  type EidasCountry,
  offerCountries,
  parseCountryCode,
} from '../../domain/eidas-country/index.ts';
import { eidasAssuranceAsked, eidasMeansFor, eidasTile, isEnough } from '../../domain/login-means/index.ts';
import type { AttemptState, StateOf } from '../attempt.ts';
import { offersIn } from '../first-question.ts';
import type { IssuedAuthnRequest, ReceivedAnswer } from '../ports.ts';
import { type ContextIn, go, inState, type Move, type PageContext, type StepContext, step } from '../step.ts';
import type { Answer, Page, SentBefore } from '../view.ts';
import { identify, type identifyingNeeds } from './4-identity-matching.ts';

export const offerNeeds = ['countries'] as const;
export const askingNeeds = [...offerNeeds, 'authnRequests'] as const;

type CountryChoice = Extract<Answer, { readonly kind: 'choose-country' }>;
type Waiting = StateOf<'waiting-for-country'>;

/** For so long a link that is followed twice is a double click, a second tab or a reload, and leads there with the same request. */
const SAME_REQUEST = MINUTE;
/** Enough to know a request again by, and to learn nothing of the rest. */
const MARK_LENGTH = 8;

async function offersOf({
  stores,
  attempt,
  world,
  now,
}: PageContext<typeof offerNeeds>): Promise<readonly CountryOffer[]> {
  const [countries, health] = await Promise.all([stores.countries.list(), stores.countries.health()]);
  const { testCountries } = world.settings;
  const required = eidasAssuranceAsked(attempt.request.means);
  return offerCountries({ countries, health, required, at: now, testCountries });
}

/** How one country stands for this login; `null` when it is not offered at all. */
export async function offerOf(
  context: PageContext<typeof offerNeeds>,
  code: CountryCode,
): Promise<CountryOffer | null> {
  const { stores, attempt, world, now } = context;
  const [country, health] = [await stores.countries.find(code), await stores.countries.healthOf(code)];
  const [offer = null] = offerCountries({
    countries: country === null ? [] : [country],
    health: health === null ? [] : [health],
    required: eidasAssuranceAsked(attempt.request.means),
    at: now,
    testCountries: world.settings.testCountries,
  });
  return offer;
}

/** On to a country without asking which, because the browser remembers it; one that cannot be used now leads to the choice. */
export async function chooseKnownCountry(
  context: StepContext<typeof askingNeeds>,
  answer: CountryChoice,
): Promise<Move> {
  const move = await chooseCountry(context, answer);
  const country = parseCountryCode(answer.country);
  const isClosed = move.kind === 'invalid' && country !== null && (await offerOf(context, country)) !== null;
  return isClosed ? go({ kind: 'choosing-country', notice: { kind: 'country-unavailable', country } }) : move;
}

async function chooseCountry(context: StepContext<typeof askingNeeds>, answer: CountryChoice): Promise<Move> {
  const { stores, now } = context;
  const code = parseCountryCode(answer.country);
  const offer = code && (await offerOf(context, code));
  if (!offer) return { kind: 'invalid', errors: [{ field: 'country', code: 'choose' }], tile: eidasTile };
  if (offer.usable.kind !== 'usable')
    return { kind: 'invalid', errors: [{ field: 'country', code: 'not-usable' }], tile: eidasTile };
  const { country } = offer;
  const waiting = inState(context, 'waiting-for-country');
  const again = waiting && (await sendAgain(waiting, country, answer));
  if (again !== null) return again;
  const asked = await ask(context, country);
  if (asked.kind === 'unavailable') {
    return go({ kind: 'choosing-country', notice: { kind: 'country-unavailable', country: country.code } });
  }
  await stores.authnRequests.add(asked.issued);
  await context.record({
    kind: 'eidas.request-sent',
    actor: { kind: 'unknown' },
    subject: { kind: 'country', id: country.code },
    purpose: 'login',
    details: { message: asked.issued.id, assurance: asked.issued.assurance },
  });
  const state: AttemptState = {
    kind: 'waiting-for-country',
    country: country.code,
    requestId: asked.issued.id,
    sentAt: now,
  };
  return { kind: 'leave', state, country, departure: asked.departure };
}

function ask(
  { world, attempt, application, now }: StepContext,
  country: EidasCountry,
  again?: IssuedAuthnRequest,
) {
  return world.eidas.request(country, {
    attempt: attempt.id,
    assurance: eidasAssuranceAsked(attempt.request.means),
    applicationName: textIn(application.name, 'en'),
    applicationId: application.id,
    at: now,
    ...(again && { again }),
  });
}

/**
 * The request with which a person is on the way to this country, once more as it was; `null` where a new one is due: for another country,
 * after an answer or some time, and when the link says that they were there with it, for nodes refuse a request that they saw before.
 */
async function sendAgain(
  context: ContextIn<'waiting-for-country', typeof askingNeeds>,
  country: EidasCountry,
  { after = null }: CountryChoice,
): Promise<Move | null> {
  const { state, stores, now } = context;
  const repeats = sentBefore(state);
  const isOld = now.getTime() - state.sentAt.getTime() > SAME_REQUEST;
  if (state.country !== country.code || after === repeats.mark || isOld) return null;
  const issued = await stores.authnRequests.find(state.requestId);
  if (issued === null || issued.answeredBy) return null;
  const asked = await ask(context, country, issued);
  return asked.kind === 'ready'
    ? { kind: 'leave-again', repeats, country, departure: asked.departure }
    : null;
}

function sentBefore({ country, requestId }: Waiting): SentBefore {
  return { country, mark: requestId.slice(-MARK_LENGTH) };
}

/** The page of countries, wherever the login stands that leads there. */
export async function countryPage(context: PageContext<typeof offerNeeds>): Promise<Page> {
  const waiting = inState(context, 'waiting-for-country');
  return {
    kind: 'country',
    offers: await offersOf(context),
    lastUsed: context.last?.country ?? null,
    notice: inState(context, 'choosing-country')?.state.notice ?? null,
    canGoBack: offersIn(context).length > 1,
    sent: waiting && sentBefore(waiting.state),
  };
}

/** What a verified answer of a member state makes of the attempt. The request it answers was taken already. */
export async function receiveAnswer(
  context: StepContext<typeof identifyingNeeds>,
  { answer, receivedAt }: Pick<ReceivedAnswer, 'answer' | 'receivedAt'>,
): Promise<AttemptState> {
  // What was refused is recorded where it was.
  if (answer.kind !== 'authenticated' && answer.kind !== 'refused') {
    await context.record({
      kind: 'eidas.answer-negative',
      actor: { kind: 'country', id: answer.country },
      subject: { kind: 'attempt', id: context.attempt.correlation },
      purpose: 'login',
      details: { outcome: answer.kind },
    });
  }
  switch (answer.kind) {
    case 'cancelled':
      return { kind: 'choosing-country', notice: { kind: 'country-cancelled', country: answer.country } };
    case 'late':
      return { kind: 'choosing-country', notice: { kind: 'country-late', country: answer.country } };
    case 'refused':
      return { kind: 'stopped', problem: { kind: 'country-answer-refused', country: answer.country } };
    case 'failed':
      return {
        kind: 'choosing-country',
        notice: {
          kind: 'country-failed',
          country: answer.country,
          problem: { kind: 'country-failed', country: answer.country },
        },
      };
    case 'level-too-low':
      return { kind: 'stopped', problem: { kind: 'country-level-too-low', country: answer.country } };
    case 'data-missing':
      return {
        kind: 'stopped',
        problem: { kind: 'country-data-missing', country: answer.country, attribute: answer.attribute },
      };
    case 'authenticated': {
      const { identity } = answer;
      const means = eidasMeansFor(identity.assurance);
      const authentication = means && {
        means,
        assurance: identity.assurance,
        at: receivedAt,
        country: identity.country,
        tile: eidasTile,
      };
      if (
        !authentication ||
        !isEnough(authentication, context.attempt.request.means, context.application.assurance)
      ) {
        return { kind: 'stopped', problem: { kind: 'country-level-too-low', country: identity.country } };
      }
      await context.record({
        kind: 'eidas.answer-accepted',
        actor: { kind: 'country', id: identity.country },
        subject: { kind: 'attempt', id: context.attempt.correlation },
        purpose: 'login',
        details: { assurance: identity.assurance, notified: identity.notified },
      });
      return identify(context, identity, authentication);
    }
  }
}

export const eidasCountry = step({
  name: 'eidas-country',
  asks: 'which country issued the eID?',
  states: ['choosing-country', 'waiting-for-country'],
  needs: { page: offerNeeds, answer: askingNeeds },
  async page(context) {
    const waiting = inState(context, 'waiting-for-country');
    const country = waiting && (await context.stores.countries.find(waiting.state.country));
    return waiting && country && context.tile !== eidasTile
      ? { kind: 'at-country', country, sent: sentBefore(waiting.state) }
      : countryPage(context);
  },
  async answer(context, answer) {
    if (answer.kind === 'choose-country') return chooseCountry(context, answer);
    if (answer.kind !== 'go-back') return { kind: 'stay' };
    return offersIn(context).length === 1
      ? go({ kind: 'choosing-country', notice: null })
      : go({ kind: 'choosing-means', notice: null });
  },
});
