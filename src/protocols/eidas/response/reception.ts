import { type CorrelationCode, correlationCode } from '../../../base/correlation.ts';
import type { Randomness } from '../../../base/ports.ts';
import { type Clock, later } from '../../../base/time.ts';
import type { UnitOfWork } from '../../../base/unit-of-work.ts';
import type { CountryCode, EidasCountry } from '../../../domain/eidas-country/index.ts';
import {
  type EidasAnswer,
  type EidasReception,
  type IssuedAuthnRequest,
  type ReceivedForm,
  type Reception,
  recordRefusedAnswer,
} from '../../../login/index.ts';
import type { MetadataDirectory } from '../metadata/metadata-directory.ts';
import type { EidasOutcome, FailureStatus, ResponsePorts, ServiceMetadata } from '../model.ts';
import type { ReceptionStores } from '../ports.ts';
import { readResponse } from './read-response.ts';

export type ReceptionPorts = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly directory: MetadataDirectory;
  readonly connector: ResponsePorts['connector'];
  /** How long an answer waits for its browser, and leads there when it comes again: as long as a login lives. */
  readonly answerMilliseconds: number;
  countries(): Promise<readonly EidasCountry[]>;
  readonly inTransaction: UnitOfWork<ReceptionStores>;
};

/** Tells the trail of a message that could not be read at all: whose it was, nobody knows. */
export function openUnreadable(
  ports: Pick<ReceptionPorts, 'randomness' | 'inTransaction'>,
): EidasReception['refuse'] {
  return (code) =>
    ports.inTransaction(['audit'], async (stores) => {
      const correlation = correlationCode(ports.randomness.bytes(8));
      const nobody = { message: null, asked: null, signedBy: null, attempt: null };
      await recordRefusedAnswer(stores, { code, ...nobody, correlation });
      return correlation;
    });
}

/** Takes what a member state's page posted: see the port. */
export function openReception(ports: ReceptionPorts): EidasReception['receive'] {
  return async (form) => {
    const countries = await ports.countries();
    return ports.inTransaction(['authnRequests', 'answers', 'attempts', 'audit'], (stores) =>
      receive(ports, stores, countries, form),
    );
  };
}

async function receive(
  ports: ReceptionPorts,
  stores: ReceptionStores,
  countries: readonly EidasCountry[],
  { samlResponse: message, relayState }: ReceivedForm,
): Promise<Reception> {
  const now = ports.clock();
  const handle = ports.randomness.token();
  let issued: IssuedAuthnRequest | null = null;
  const outcome = await readResponse(
    { message, relayState },
    {
      requestByResponse: async (id) => {
        issued = await stores.authnRequests.find(id);
        return issued && { ...issued, notifiedOnly: true };
      },
      metadataOf: async (entityId, inResponseTo) => {
        const asked = inResponseTo === null ? null : await stores.authnRequests.find(inResponseTo);
        return serviceOf(ports.directory, countries, { entityId, asked: asked?.country ?? null, at: now });
      },
      takeRequest: (id) => stores.authnRequests.take(id, now, handle),
      rememberMessage: (ids, until) => stores.authnRequests.rememberMessages(ids, until),
      connector: ports.connector,
      at: now,
    },
  );
  const first = issued && (await firstHandle(stores, outcome, issued, { at: now, handle }));
  if (first && (await stores.answers.find(first, now))) return { kind: 'accepted', handle: first };
  // Late is what people are, and no attack: the login tells of it. So is an answer that comes again when the first one is forgotten.
  const isLate = first !== null || (outcome.kind === 'refused' && outcome.isLate === true);
  const isRefusal = outcome.kind === 'refused' && !isLate;
  const refusal = isRefusal ? await recordRefusal(ports, stores, outcome, issued) : null;
  const answer = issued && (isLate ? lateAnswer(issued) : answerOf(outcome, issued));
  if (!issued || !answer) {
    return { kind: 'refused', correlation: refusal ?? correlationCode(ports.randomness.bytes(8)), isLate };
  }
  const { attempt } = issued as IssuedAuthnRequest;
  await stores.answers.keep(
    handle,
    { attempt, answer, receivedAt: now },
    later(now, ports.answerMilliseconds),
  );
  return { kind: 'accepted', handle };
}

/** Where the first answer to this request waits, when this one comes after it; `null` when it is the first. */
async function firstHandle(
  { authnRequests }: Pick<ReceptionStores, 'authnRequests'>,
  outcome: EidasOutcome,
  { id }: IssuedAuthnRequest,
  taking: { readonly at: Date; readonly handle: string },
): Promise<string | null> {
  if (outcome.kind !== 'refused') return null;
  const isFirst =
    outcome.code === 'eidas.request-expired'
      ? await authnRequests.take(id, taking.at, taking.handle)
      : outcome.code !== 'eidas.request-used';
  return isFirst ? null : ((await authnRequests.find(id))?.answeredBy ?? null);
}

/**
 * Whose keys an answer is checked with: those of the country that was asked, if the answer names its entity. Another country with this
 * entity is looked for only to say in the trail who it was: its answer is refused all the same.
 */
function serviceOf(
  directory: MetadataDirectory,
  countries: readonly EidasCountry[],
  named: { readonly entityId: string; readonly asked: CountryCode | null; readonly at: Date },
): ServiceMetadata | null {
  const isNamed = (country: EidasCountry) => directory.of(country, named.at)?.entityId === named.entityId;
  const own = countries.find((country) => country.code === named.asked);
  const found = own && isNamed(own) ? own : countries.find(isNamed);
  return found ? directory.of(found, named.at) : null;
}

async function recordRefusal(
  ports: ReceptionPorts,
  stores: ReceptionStores,
  { code, requestId, signedBy }: Extract<EidasOutcome, { kind: 'refused' }>,
  issued: IssuedAuthnRequest | null,
): Promise<CorrelationCode> {
  const attempt = issued && (await stores.attempts.find(issued.attempt));
  const correlation = attempt?.correlation ?? correlationCode(ports.randomness.bytes(8));
  const asked = issued?.country ?? null;
  const attemptId = attempt?.correlation ?? null;
  await recordRefusedAnswer(stores, {
    code,
    message: requestId,
    asked,
    signedBy: signedBy ?? null,
    attempt: attemptId,
    correlation,
  });
  return correlation;
}

function lateAnswer({ country }: IssuedAuthnRequest): EidasAnswer {
  return { kind: 'late', country };
}

/** What the login is told; `null` when it is told nothing. */
function answerOf(outcome: EidasOutcome, { country }: IssuedAuthnRequest): EidasAnswer | null {
  switch (outcome.kind) {
    case 'authenticated':
      return { kind: 'authenticated', identity: outcome.identity };
    case 'not-authenticated':
      return negative(outcome.status, country);
    case 'refused':
      return genuineButUseless(outcome, country);
  }
}

function negative(status: FailureStatus, country: IssuedAuthnRequest['country']): EidasAnswer {
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
  country: IssuedAuthnRequest['country'],
): EidasAnswer | null {
  switch (code) {
    // Another country's signature, and what is nobody's first answer: told on a page of its own.
    case 'eidas.country':
    case 'eidas.request-used':
      return null;
    case 'eidas.assurance-too-low':
      return { kind: 'level-too-low', country };
    case 'eidas.attribute-missing':
      return { kind: 'data-missing', country, attribute: missing ?? 'unknown' };
    default:
      return { kind: 'refused', country };
  }
}
