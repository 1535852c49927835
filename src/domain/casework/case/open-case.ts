import type { Language } from '../../../base/language.ts';
import type { ApplicationId } from '../../application/index.ts';
import type { PresentedIdentity } from '../../identity-matching/index.ts';
import { type NumberUnknownReason, newReference } from '../../registration/index.ts';
import { applicant } from './doer.ts';
import { type KeepingContext, record } from './keep-case.ts';
import type { Applicant, Case, CaseId, RequestAnswers } from './model.ts';

/** What a login knows when it ends without a number. */
export type OpenRequest = {
  readonly identity: PresentedIdentity;
  readonly reason: NumberUnknownReason;
  readonly application: ApplicationId;
  readonly language: Language;
};

/** Begins a request; the same identity asking again goes on with the open one it has. */
export async function openRequest(context: KeepingContext, open: OpenRequest): Promise<Case> {
  const { stores, world, now } = context;
  const { identity, reason, application } = open;
  const before = await stores.cases.findOpenOf(identity.identifier);
  if (before) return before;
  const reference =
    (await stores.cases.oldReferenceOf(identity.identifier)) ?? newReference(world.randomness.bytes(8));
  const one: Case = {
    // Made here and nowhere else; every other id of a case is parsed.
    id: world.randomness.uuid() as CaseId,
    reference,
    version: 1,
    origin: 'eidas',
    openedBy: null,
    handedTo: null,
    applicant: applicantOf(identity),
    answers: await answersToBeginWith(context, open),
    reason,
    application,
    state: { kind: 'draft' },
    repliedAfter: null,
    openedAt: now,
    submittedAt: null,
    targetAt: null,
    changedAt: now,
  };
  const added = await stores.cases.add(one);
  if (added.kind === 'already-open') return added.case;
  const details = { reason, country: identity.country, origin: 'eidas' };
  await record(context, one, { kind: 'opened', by: applicant, details });
  return one;
}

/** What the eID tells, and what the same person told in the request before: to be looked at again, and the address to be proven again. */
async function answersToBeginWith(
  { stores }: KeepingContext,
  { identity, language }: OpenRequest,
): Promise<RequestAnswers> {
  const fresh = firstAnswers(identity, language);
  const earlier = await stores.cases.findLastOf(identity.identifier);
  if (earlier === null) return fresh;
  const { birthPlace, sex, nationalities } = fresh;
  const told = earlier.answers;
  return {
    ...told,
    birthPlace: birthPlace ?? told.birthPlace,
    sex: sex ?? told.sex,
    nationalities: nationalities ?? told.nationalities,
    language,
    emailConfirmedAt: null,
    pendingEmail: null,
  };
}

function applicantOf(identity: PresentedIdentity): Applicant {
  const [year = 0, month = 0, day = 0] = identity.birthDate.split('-').map(Number);
  return {
    familyName: identity.familyName,
    givenNames: identity.givenNames,
    birthName: identity.birthName,
    birthDate: { year, month, day },
    country: identity.country,
    identity,
  };
}

/** What the eID told counts as answered. */
export function firstAnswers(identity: PresentedIdentity | null, language: Language): RequestAnswers {
  return {
    previousNames: null,
    remark: null,
    birthPlace: identity?.birthPlace ?? null,
    birthCountry: null,
    sex: identity?.sex ?? null,
    nationalities: identity && identity.nationalities.length > 0 ? identity.nationalities : null,
    address: null,
    document: null,
    email: null,
    emailConfirmedAt: null,
    pendingEmail: null,
    telephone: null,
    language,
  };
}
