import type { Randomness } from '../../../base/ports.ts';
import { type Clock, later } from '../../../base/time.ts';
import type { UnitOfWork } from '../../../base/unit-of-work.ts';
import { type CertificateProvider, certificateTile } from '../../../domain/login-means/index.ts';
import type { Attempt, AttemptId, CertificateAnswer, LoginStores } from '../../../login/index.ts';
import type { CertificateRefusal, OfferedCertificates } from '../model.ts';
import type { Revocation } from '../revocation/open-revocation.ts';
import { type CertificateAgreement, openAgreement, verifyCertificate } from '../verify-certificate.ts';

/** Who came to show a certificate: the login and the mark with which the person left it. */
export type CertificateVisit = { readonly attempt: AttemptId; readonly mark: string };

/** What they showed, or why nothing of it can be looked at. */
export type Shown =
  | { readonly kind: 'offered'; readonly certificates: OfferedCertificates }
  | { readonly kind: 'refused'; readonly code: CertificateRefusal };

export type CertificateReception = {
  /**
   * Takes what a browser showed and puts what came of it aside, under a handle for that browser. `null` when no login waits for it: then
   * nothing is verified, asked or kept.
   */
  receive(visit: CertificateVisit, shown: Shown): Promise<string | null>;
};

type ReceptionStores = Pick<LoginStores, 'attempts' | 'certificates' | 'audit'>;

export type CertificateReceptionPorts = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly revocation: Revocation;
  /** The providers of certificates that can be used now. */
  providers(): Promise<readonly CertificateProvider[]>;
  /** How long an answer waits for its browser. */
  readonly answerMilliseconds: number;
  readonly inTransaction: UnitOfWork<ReceptionStores>;
  readonly log: { info(fields: Readonly<Record<string, unknown>>, message: string): void };
};

/** Opens the reception. What it asks of others, it asks between units of work. */
export function openCertificateReception(ports: CertificateReceptionPorts): CertificateReception {
  const agreements = new WeakMap<CertificateProvider, CertificateAgreement>();
  const agreementOf = (provider: CertificateProvider) => {
    const known = agreements.get(provider) ?? openAgreement(provider);
    agreements.set(provider, known);
    return known;
  };
  return {
    async receive(visit, shown) {
      const found = await ports.inTransaction(['attempts'], ({ attempts }) => attempts.find(visit.attempt));
      if (found === null || !isAwaited(found, visit.mark, ports.clock())) return null;
      const answer: CertificateAnswer =
        shown.kind === 'refused'
          ? { kind: 'refused', code: shown.code }
          : await answerOf(ports, (await ports.providers()).map(agreementOf), shown.certificates);
      return keep(ports, found, visit, answer);
    },
  };
}

function isAwaited({ state, expiresAt }: Attempt, mark: string, now: Date): boolean {
  return expiresAt > now && state.kind === 'waiting' && state.tile === certificateTile && state.mark === mark;
}

/** What the first provider says whose certificate it is; of one that is nobody's, what the last one says. */
async function answerOf(
  ports: CertificateReceptionPorts,
  agreements: readonly CertificateAgreement[],
  offered: OfferedCertificates,
): Promise<CertificateAnswer> {
  let code: CertificateRefusal = 'certificate.not-trusted';
  for (const agreement of agreements) {
    const outcome = await verifyCertificate(offered, agreement, ports);
    if (outcome.kind === 'proven') {
      const { mapping, ...holder } = outcome.holder;
      return { kind: 'proven', means: mapping.means, assurance: mapping.assurance, ...holder };
    }
    if (outcome.told)
      ports.log.info({ code: outcome.code, told: outcome.told }, 'certificate status unknown');
    code = outcome.code;
    if (code !== 'certificate.not-trusted') break;
  }
  return { kind: 'refused', code };
}

function keep(
  ports: CertificateReceptionPorts,
  { correlation }: Attempt,
  { attempt, mark }: CertificateVisit,
  answer: CertificateAnswer,
): Promise<string> {
  const handle = ports.randomness.token();
  const receivedAt = ports.clock();
  const until = later(receivedAt, ports.answerMilliseconds);
  return ports.inTransaction(['certificates', 'audit'], async ({ certificates, audit }) => {
    await certificates.keep(handle, { attempt, mark, answer, receivedAt }, until);
    await audit.record({
      kind: answer.kind === 'proven' ? 'certificate.accepted' : 'certificate.refused',
      actor: { kind: 'unknown' },
      subject: { kind: 'attempt', id: correlation },
      purpose: 'login',
      details: answer.kind === 'proven' ? { means: answer.means } : { code: answer.code },
      correlation,
    });
    return handle;
  });
}
