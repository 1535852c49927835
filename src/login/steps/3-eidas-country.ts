// Which country issued the eID? Sends the person to that member state's node and takes its answer.

import { textIn } from '../../base/language.ts';
import {
  type CountryCode,
  type CountryOffer,
  offerCountries,
  parseCountryCode,
} from '../../domain/eidas-country/index.ts';
import { eidasAssuranceAsked, eidasMeansFor, isEnough } from '../../domain/login-means/index.ts';
import type { AttemptState } from '../attempt.ts';
import { tilesOf } from '../first-question.ts';
import type { ReceivedAnswer } from '../ports.ts';
import { go, type Move, type PageContext, type StepContext, step } from '../step.ts';
import { identify, type identifyingNeeds } from './4-identity-matching.ts';

export const offerNeeds = ['countries'] as const;
export const askingNeeds = [...offerNeeds, 'authnRequests'] as const;

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
  text: string,
): Promise<Move> {
  const move = await chooseCountry(context, text);
  const country = parseCountryCode(text);
  const isClosed = move.kind === 'invalid' && country !== null && (await offerOf(context, country)) !== null;
  return isClosed ? go({ kind: 'choosing-country', notice: { kind: 'country-unavailable', country } }) : move;
}

async function chooseCountry(context: StepContext<typeof askingNeeds>, text: string): Promise<Move> {
  const { stores, world, attempt, application, now } = context;
  const code = parseCountryCode(text);
  const offer = code && (await offersOf(context)).find((each) => each.country.code === code);
  if (!offer) return { kind: 'invalid', errors: [{ field: 'country', code: 'choose' }] };
  if (offer.usable.kind !== 'usable')
    return { kind: 'invalid', errors: [{ field: 'country', code: 'not-usable' }] };
  const { country } = offer;
  const asked = await world.eidas.request(country, {
    attempt: attempt.id,
    assurance: eidasAssuranceAsked(attempt.request.means),
    applicationName: textIn(application.name, 'en'),
    applicationId: application.id,
    at: now,
  });
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
    if (context.state.kind === 'waiting-for-country') {
      const country = await context.stores.countries.find(context.state.country);
      if (country) return { kind: 'at-country', country };
    }
    const notice = context.state.kind === 'choosing-country' ? context.state.notice : null;
    return {
      kind: 'country',
      offers: await offersOf(context),
      lastUsed: context.last?.country ?? null,
      notice,
      canGoBack: tilesOf(context).length > 1,
    };
  },
  async answer(context, answer) {
    if (answer.kind === 'choose-country') return chooseCountry(context, answer.country);
    if (answer.kind === 'choose-means' && answer.tile === 'eidas')
      return go({ kind: 'choosing-country', notice: null });
    if (answer.kind !== 'go-back') return { kind: 'stay' };
    const waiting = context.state.kind === 'waiting-for-country';
    if (waiting || tilesOf(context).length === 1) return go({ kind: 'choosing-country', notice: null });
    return go({ kind: 'choosing-means', notice: null });
  },
});
