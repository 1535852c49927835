import type { AssuranceLevel } from '../../../domain/assurance/index.ts';
import type { LoginMeansCode } from '../../../domain/login-means/index.ts';
import type { NationalNumber } from '../../../domain/person/index.ts';
import type { AttemptId } from '../../attempt.ts';

/** What came of showing a certificate: whose it is, or the code of the check that it failed. */
export type CertificateAnswer =
  | {
      readonly kind: 'proven';
      readonly means: LoginMeansCode;
      readonly assurance: AssuranceLevel;
      readonly number: NationalNumber;
      readonly givenNames: string;
      readonly familyName: string;
    }
  | { readonly kind: 'refused'; readonly code: string };

/** The answer to one departure of a login, with when it was given: the moment of the proof. */
export type ReceivedCertificate = {
  readonly attempt: AttemptId;
  readonly mark: string;
  readonly answer: CertificateAnswer;
  readonly receivedAt: Date;
};

/**
 * Answers on their way from the port for certificates, which knows no cookie, to the platform, where the browser carries the one of its
 * login. The handle is unguessable; the mark of the login, which serves once, makes the answer serve once.
 */
export type CertificateAnswerStore = {
  keep(handle: string, received: ReceivedCertificate, expiresAt: Date): Promise<void>;
  find(handle: string, at: Date): Promise<ReceivedCertificate | null>;
};
