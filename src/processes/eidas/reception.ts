import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import type { Randomness } from '../../base/ports.ts';
import { type Clock, later, MINUTE } from '../../base/time.ts';
import type { EidasCountry } from '../../domain/eidas-country/index.ts';
import type { EidasAnswer, IssuedRequest, LoginStores } from '../../login/index.ts';
import {
  type EidasOutcome,
  type FailureStatus,
  type ResponsePorts,
  readResponse,
} from '../../protocols/eidas/index.ts';
import type { MetadataDirectory } from './metadata-directory.ts';

const ANSWER_LIFE = 5 * MINUTE;

export type ReceptionResult =
  | { readonly kind: 'accepted'; readonly handle: string }
  | { readonly kind: 'refused'; readonly correlation: CorrelationCode };

type ReceptionWorld = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly directory: MetadataDirectory;
  readonly connector: ResponsePorts['connector'];
  countries(): Promise<readonly EidasCountry[]>;
  inTransaction<Answer>(work: (stores: LoginStores) => Promise<Answer>): Promise<Answer>;
};

/**
 * Takes what a member state's page posted. What passes every check waits under a handle for the browser that began the
 * login; what does not changes nothing but the trail: one text for every refusal, the precise code in the audit event.
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
    takeRequest: (id) => stores.requests.take(id, now),
    rememberMessage: (ids, until) => stores.requests.rememberMessages(ids, until),
    connector: world.connector,
    at: now,
  });
  const answer = issued && answerOf(outcome, issued);
  const refusal = outcome.kind === 'refused' ? await recordRefusal(world, stores, outcome, issued) : null;
  if (!issued || !answer) {
    return { kind: 'refused', correlation: refusal ?? correlationCode(world.randomness.bytes(8)) };
  }
  const handle = world.randomness.token();
  await stores.answers.keep(handle, (issued as IssuedRequest).attempt, answer, later(now, ANSWER_LIFE));
  return { kind: 'accepted', handle };
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
 * Two refusals come from a genuine node about a genuine person: the person is told what is the matter, in words of their
 * own. Both are found after signature and binding were checked, so nobody else can cause them.
 */
function genuineButUseless(
  { code, missing }: Extract<EidasOutcome, { kind: 'refused' }>,
  country: IssuedRequest['country'],
): EidasAnswer | null {
  if (code === 'eidas.assurance-too-low') return { kind: 'level-too-low', country };
  if (code === 'eidas.attribute-missing')
    return { kind: 'data-missing', country, attribute: missing ?? 'unknown' };
  return null;
}
