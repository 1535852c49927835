import type { ApplicationId } from '../../src/domain/application/index.ts';
import type { Case, CaseId, RequestAnswers } from '../../src/domain/casework/index.ts';
import type { PresentedIdentity } from '../../src/domain/identity-matching/index.ts';
import type { RegistrationReference } from '../../src/domain/registration/index.ts';
import { anna } from './web-fixtures.ts';

/** Answers of somebody who answered everything, with a proven e-mail address. */
export const answersExample: RequestAnswers = {
  previousNames: [],
  remark: null,
  birthPlace: 'Köln',
  birthCountry: 'DE',
  sex: 'female',
  nationalities: ['DE'],
  address: { lines: 'Musterweg 1', postcode: '50667', municipality: 'Köln', country: 'DE' },
  document: { type: 'identity-card', number: 'L01X00T47', issuedBy: 'DE', expiresOn: '2031-05-01' },
  email: 'anna@example.eu',
  emailConfirmedAt: new Date('2026-11-02T09:10:00Z'),
  pendingEmail: null,
  telephone: '+4922112345',
  language: 'en',
};

/** A draft of Anna's, with what a test wants otherwise. */
export function caseExample(changes: Partial<Case> = {}): Case {
  const identity: PresentedIdentity = anna;
  const openedAt = changes.openedAt ?? new Date('2026-11-02T09:00:00Z');
  return {
    id: '0b9d2c6e-1f57-4c39-9d53-8f1f3a8f0c11' as CaseId,
    reference: 'SLU-2M9D-K7PX' as RegistrationReference,
    version: 1,
    origin: 'eidas',
    openedBy: null,
    handedTo: null,
    applicant: {
      familyName: identity.familyName,
      givenNames: identity.givenNames,
      birthName: identity.birthName,
      birthDate: { year: 1995, month: 10, day: 17 },
      country: identity.country,
      identity,
    },
    answers: answersExample,
    reason: 'has-none',
    application: '6f1c2f0e-6d0f-4b52-9d3a-0d6a4c1b7e11' as ApplicationId,
    state: { kind: 'draft' },
    repliedAfter: null,
    openedAt,
    submittedAt: null,
    targetAt: null,
    changedAt: openedAt,
    ...changes,
  };
}
