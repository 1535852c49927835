// Which country issued the eID? Sends the person to that member state's node.

import { textIn } from '../../../base/language.ts';
import {
  type CountryCode,
  type CountryOffer,
  type EidasCountry,
  offerCountries,
  parseCountryCode,
} from '../../../domain/eidas-country/index.ts';
import { eidasAssuranceAsked, eidasTile } from '../../../domain/login-means/index.ts';
import type { AttemptState, Notice } from '../../attempt.ts';
import { offersIn } from '../../first-question.ts';
import { go, inState, type Move, type PageContext, type StepContext } from '../../step.ts';
import type { Page } from '../../view.ts';
import { isSameWay, waitingIn } from '../waiting-in.ts';
import type { IssuedAuthnRequest } from './ports.ts';
import { type EidasChoice, markOfRequest, type SentBefore, type WaitingThere } from './said.ts';

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
  answer: EidasChoice,
): Promise<Move> {
  const move = await chooseCountry(context, answer);
  const country = parseCountryCode(answer.country);
  const isClosed = move.kind === 'invalid' && country !== null && (await offerOf(context, country)) !== null;
  return isClosed ? go(atCountries({ kind: 'country-unavailable', country })) : move;
}

/** On to the country that was chosen. */
export async function chooseCountry(
  context: StepContext<typeof askingNeeds>,
  answer: EidasChoice,
): Promise<Move> {
  const { stores, now } = context;
  const code = parseCountryCode(answer.country);
  const offer = code && (await offerOf(context, code));
  if (!offer) return { kind: 'invalid', errors: [{ field: 'country', code: 'choose' }], tile: eidasTile };
  if (offer.usable.kind !== 'usable')
    return { kind: 'invalid', errors: [{ field: 'country', code: 'not-usable' }], tile: eidasTile };
  const { country } = offer;
  const again = await sendAgain(context, country, answer);
  if (again !== null) return again;
  const asked = await ask(context, country);
  if (asked.kind === 'unavailable') {
    return go(atCountries({ kind: 'country-unavailable', country: country.code }));
  }
  await stores.authnRequests.add(asked.issued);
  await context.record({
    kind: 'eidas.request-sent',
    actor: { kind: 'unknown' },
    subject: { kind: 'country', id: country.code },
    purpose: 'login',
    details: { message: asked.issued.id, assurance: asked.issued.assurance },
  });
  const kept: WaitingThere = { country: country.code, requestId: asked.issued.id };
  const state: AttemptState = {
    kind: 'waiting',
    tile: eidasTile,
    mark: markOfRequest(asked.issued.id),
    sentAt: now,
    kept,
  };
  return { kind: 'leave', state, way: { country, departure: asked.departure, repeats: null } };
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
  context: StepContext<typeof askingNeeds>,
  country: EidasCountry,
  { after = null }: EidasChoice,
): Promise<Move | null> {
  const { stores, now } = context;
  const waiting = waitingThere(context);
  if (waiting === null) return null;
  const { requestId, repeats } = waiting;
  if (repeats.country !== country.code || !isSameWay(waiting, after, now)) return null;
  const issued = await stores.authnRequests.find(requestId);
  if (issued === null || issued.answeredBy) return null;
  const asked = await ask(context, country, issued);
  return asked.kind === 'ready'
    ? { kind: 'leave-again', way: { country, departure: asked.departure, repeats } }
    : null;
}

/** At which country the login waits, and for the answer to what; `null` when it waits for none. */
function waitingThere(context: PageContext) {
  const waiting = waitingIn(context);
  if (waiting?.tile !== eidasTile) return null;
  const { mark, sentAt, kept } = waiting;
  const { country, requestId } = kept as WaitingThere;
  return { requestId, mark, sentAt, repeats: { country, mark } satisfies SentBefore };
}

/** Back at the choice of a country. */
export function atCountries(notice: Notice | null): AttemptState {
  return { kind: 'at-tile', tile: eidasTile, notice };
}

/** The page of countries, wherever the login stands that leads there; or, while it waits for one, that of the way there. */
export async function pageOfEidas(context: PageContext<typeof offerNeeds>): Promise<Page> {
  const waiting = waitingThere(context);
  const sent = waiting?.repeats ?? null;
  const country = sent && (await context.stores.countries.find(sent.country));
  if (sent && country && context.tile !== eidasTile) return { kind: 'at-country', country, sent };
  return {
    kind: 'country',
    offers: await offersOf(context),
    lastUsed: context.last?.country ?? null,
    notice: inState(context, 'at-tile')?.state.notice ?? null,
    canGoBack: offersIn(context).length > 1,
    sent,
  };
}
