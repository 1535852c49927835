import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import type { Randomness } from '../../base/ports.ts';
import { type Clock, later } from '../../base/time.ts';
import type { EidasCountry } from '../../domain/eidas-country/index.ts';
import type { EidasAnswer, IssuedRequest, LoginStores } from '../../login/index.ts';
import {
  type EidasOutcome,
  type FailureStatus,
  type ResponsePorts,
  readResponse,
} from '../../protocols/eidas/index.ts';
import type { MetadataDirectory } from './metadata-directory.ts';

export type ReceptionResult =
  | { readonly kind: 'accepted'; readonly handle: string }
  | { readonly kind: 'refused'; readonly correlation: CorrelationCode };

type ReceptionWorld = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly directory: MetadataDirectory;
  readonly connector: ResponsePorts['connector'];
  /** How long an answer waits for its browser, and leads there when it comes again: as long as a login lives. */
  readonly answerMilliseconds: number;
  countries(): Promise<readonly EidasCountry[]>;
  inTransaction<Answer>(work: (stores: LoginStores) => Promise<Answer>): Promise<Answer>;
};

/**
 * Takes what a member state's page posted. What the country that was asked signed waits under a handle for the browser that began the
 * login, whatever it says; posted again (the back button, a double click, a reload) it leads to the same handle and is no event. What it did
 * not sign changes nothing but the trail: one text for every refusal, the precise code in the audit event.
 */
export function openReception(
  world: ReceptionWorld,
): (form: { message: string; relayState: string | null }) => Promise<ReceptionResult> {
  return async (form) => {
    const countries = await world.countries();
    return world.inTransaction((stores) => receive(world, stores, countries, form));
  };
}

async function receive(
  world: ReceptionWorld,
  stores: LoginStores,
  countries: readonly EidasCountry[],
  form: { message: string; relayState: string | null },
): Promise<ReceptionResult> {
  const now = world.clock();
  const handle = world.randomness.token();
  let issued: IssuedRequest | null = null;
  const outcome = await readResponse(form, {
    requestByResponse: async (id) => {
      issued = await stores.requests.find(id);
      return issued && { ...issued, notifiedOnly: true };
    },
    metadataOf: async (entityId) =>
      countries
        .map((country) => world.directory.of(country, now))
        .find((each) => each?.entityId === entityId) ?? null,
    takeRequest: (id) => stores.requests.take(id, now, handle),
    rememberMessage: (ids, until) => stores.requests.rememberMessages(ids, until),
    connector: world.connector,
    at: now,
  });
  const first = issued && (await firstHandle(stores, outcome, issued, { at: now, handle }));
  if (first) return { kind: 'accepted', handle: first };
  // Late is what people are, and no attack: the login tells of it.
  const isRefusal = outcome.kind === 'refused' && outcome.code !== 'eidas.request-expired';
  const refusal = isRefusal ? await recordRefusal(world, stores, outcome, issued) : null;
  const answer = issued && answerOf(outcome, issued);
  if (!issued || !answer) {
    return { kind: 'refused', correlation: refusal ?? correlationCode(world.randomness.bytes(8)) };
  }
  const { attempt } = issued as IssuedRequest;
  await stores.answers.keep(
    handle,
    { attempt, answer, receivedAt: now },
    later(now, world.answerMilliseconds),
  );
  return { kind: 'accepted', handle };
}

/** Where the first answer to this request waits, when this one comes after it; `null` when it is the first. */
async function firstHandle(
  { requests }: LoginStores,
  outcome: EidasOutcome,
  { id }: IssuedRequest,
  taking: { readonly at: Date; readonly handle: string },
): Promise<string | null> {
  if (outcome.kind !== 'refused') return null;
  const isFirst =
    outcome.code === 'eidas.request-expired'
      ? await requests.take(id, taking.at, taking.handle)
      : outcome.code !== 'eidas.request-used';
  return isFirst ? null : ((await requests.find(id))?.answeredBy ?? null);
}

async function recordRefusal(
  world: ReceptionWorld,
  stores: LoginStores,
  outcome: Extract<EidasOutcome, { kind: 'refused' }>,
  issued: IssuedRequest | null,
): Promise<CorrelationCode> {
  const attempt = issued && (await stores.attempts.find(issued.attempt));
  const correlation = attempt?.correlation ?? correlationCode(world.randomness.bytes(8));
  await stores.audit.record({
    kind: 'eidas.answer-refused',
    actor: issued ? { kind: 'country', id: issued.country } : { kind: 'unknown' },
    subject: attempt ? { kind: 'attempt', id: attempt.correlation } : null,
    purpose: 'login',
    details: { code: outcome.code, message: outcome.requestId },
    correlation,
  });
  return correlation;
}

/** What the login is told; `null` when it is told nothing. */
function answerOf(outcome: EidasOutcome, { country }: IssuedRequest): EidasAnswer | null {
  switch (outcome.kind) {
    case 'authenticated':
      return { kind: 'authenticated', identity: outcome.identity };
    case 'not-authenticated':
      return negative(outcome.status, country);
    case 'refused':
      return genuineButUseless(outcome, country);
  }
}

function negative(status: FailureStatus, country: IssuedRequest['country']): EidasAnswer {
  if (status === 'cancelled') return { kind: 'cancelled', country };
  if (status === 'level-too-low') return { kind: 'level-too-low', country };
  if (status === 'attribute-unavailable') return { kind: 'data-missing', country, attribute: 'unknown' };
  return { kind: 'failed', country };
}

/**
 * Refusals of what the country that was asked did sign, about a person who waits for it: they are told what is the matter, and go on from
 * there. All are found after signature and request were checked, so nobody else can cause them.
 */
function genuineButUseless(
  { code, missing }: Extract<EidasOutcome, { kind: 'refused' }>,
  country: IssuedRequest['country'],
): EidasAnswer | null {
  switch (code) {
    // Another country's signature, and what is nobody's first answer: told on a page of its own.
    case 'eidas.country':
    case 'eidas.request-used':
      return null;
    case 'eidas.request-expired':
      return { kind: 'late', country };
    case 'eidas.assurance-too-low':
      return { kind: 'level-too-low', country };
    case 'eidas.attribute-missing':
      return { kind: 'data-missing', country, attribute: missing ?? 'unknown' };
    default:
      return { kind: 'refused', country };
  }
}
