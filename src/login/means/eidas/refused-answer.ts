import type { CorrelationCode } from '../../../base/correlation.ts';
import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import type { LoginStores } from '../../ports.ts';

/** An answer of a member state, or what came in its place, that changed nothing. */
export type RefusedAnswer = {
  /** One of docs/reference/eidas-checks.md. */
  readonly code: string;
  /** The id of the request that it answers, as far as that is known from what was signed. */
  readonly message: string | null;
  readonly asked: CountryCode | null;
  /** Who signed it, where that was another country than the one that was asked. */
  readonly signedBy: CountryCode | null;
  /** Correlation code of the login that waits for it; `null` when it is nobody's. */
  readonly attempt: CorrelationCode | null;
  readonly correlation: CorrelationCode;
};

/** The one place where refused answers get into the trail: many of them are of nobody, and cost whoever sends them nothing. */
export async function recordRefusedAnswer(
  { audit }: Pick<LoginStores, 'audit'>,
  { code, message, asked, signedBy, attempt, correlation }: RefusedAnswer,
): Promise<void> {
  const country = signedBy ?? asked;
  await audit.record({
    kind: 'eidas.answer-refused',
    actor: country ? { kind: 'country', id: country } : { kind: 'unknown' },
    subject: attempt ? { kind: 'attempt', id: attempt } : null,
    purpose: 'login',
    details: { code, message, ...(signedBy ? { asked, signedBy } : {}) },
    correlation,
  });
}
