import { afterOthers } from '../../../base/changed-meanwhile.ts';
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
    // Whether a message came before, the one write tells. Who was refused by it begins again, and asks first which answer was before.
    let asksFirst = false;
    return afterOthers(() => {
      const given = { form, countries, asksFirst };
      asksFirst = true;
      return ports.inTransaction(['authnRequests', 'answers', 'attempts', 'audit'], (stores) =>
        receive(ports, stores, given),
      );
    });
  };
}

/** When, and under which handle its answer waits. */
type Taking = { readonly at: Date; readonly handle: string };

async function receive(
  ports: ReceptionPorts,
  stores: ReceptionStores,
  given: {
    readonly form: ReceivedForm;
    readonly countries: readonly EidasCountry[];
    readonly asksFirst: boolean;
  },
): Promise<Reception> {
  const { countries } = given;
  const { samlResponse: message, relayState } = given.form;
  const now = ports.clock();
  const handle = ports.randomness.token();
  /** What the message names before its signature is checked: it says whose keys to check it with, and nothing else. */
  let named: IssuedAuthnRequest | null = null;
  let issued: IssuedAuthnRequest | null = null;
  const outcome = await readResponse(
    { message, relayState },
    {
      requestByResponse: async (id) => {
        issued = named?.id === id ? named : await stores.authnRequests.find(id);
        return issued && { ...issued, notifiedOnly: true };
      },
      metadataOf: async (entityId, inResponseTo) => {
        named = inResponseTo === null ? null : await stores.authnRequests.find(inResponseTo);
        return serviceOf(ports.directory, countries, { entityId, asked: named?.country ?? null, at: now });
      },
      takeRequest: () => takeUnused(stores, issued, { at: now, handle }),
      rememberMessage: (ids, until) => rememberUnseen(stores, ids, until, given.asksFirst),
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

/** Uses a request up, unless it was; one that is used up at this very moment makes the whole begin again. */
async function takeUnused(
  { authnRequests }: Pick<ReceptionStores, 'authnRequests'>,
  issued: IssuedAuthnRequest | null,
  { at, handle }: Taking,
): Promise<boolean> {
  if (issued === null || issued.answeredBy) return false;
  await authnRequests.take(issued.id, at, handle);
  return true;
}

/** Remembers the ids of a message, unless one came before, in this message or in another. */
async function rememberUnseen(
  { authnRequests }: Pick<ReceptionStores, 'authnRequests'>,
  ids: readonly string[],
  until: Date,
  asksFirst: boolean,
): Promise<boolean> {
  if (new Set(ids).size < ids.length) return false;
  if (asksFirst && (await authnRequests.wereSeen(ids))) return false;
  await authnRequests.rememberNew(ids, until);
  return true;
}

/** Where the first answer to this request waits, when this one comes after it; `null` when it is the first. */
async function firstHandle(
  stores: Pick<ReceptionStores, 'authnRequests'>,
  outcome: EidasOutcome,
  issued: IssuedAuthnRequest,
  taking: Taking,
): Promise<string | null> {
  if (outcome.kind !== 'refused') return null;
  // One that is too old was refused before it was used up.
  if (outcome.code === 'eidas.request-expired') await takeUnused(stores, issued, taking);
  else if (outcome.code !== 'eidas.request-used') return null;
  return issued.answeredBy ?? null;
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
