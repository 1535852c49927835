import { answerStatus, type Behaviour, writeList } from '../../simulators/authority/answer-status.ts';
import { type Belgium, cardTerms, issueCard, makeBelgium } from '../../simulators/authority/belgium.ts';
import type { Issued } from '../../simulators/authority/issue-certificate.ts';
import { HOUR } from '../../src/base/time.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import type { OfferedCertificates } from '../../src/protocols/certificates/model.ts';
import {
  type FetchedStatus,
  openRevocation,
} from '../../src/protocols/certificates/revocation/open-revocation.ts';
import {
  type CertificateOutcome,
  openAgreement,
  verifyCertificate,
} from '../../src/protocols/certificates/verify-certificate.ts';

export const citizen = { number: '85073003328', givenNames: 'Jan Willem', familyName: 'Peeters' };

/** An authority, a card of it, and a verification whose responder and lists behave as a test says. */
export async function openCardScene(at = new Date('2026-11-30T12:00:00Z')) {
  const place = { origin: 'http://status.example' };
  const belgium = await makeBelgium(at, place);
  const card = await issueCard(belgium, place, { kind: 'citizen', holder: citizen, at });
  return { at, place, belgium, citizen: card, ...openVerifying(belgium, at) };
}

/** What a test says of whom is asked. */
export type StatusPlan = {
  now: Date;
  behaviour: Behaviour;
  revoked: string[];
  /** Stands in for the responder's or the list's bytes, where it gives any. */
  answer: ((question: Uint8Array) => FetchedStatus | null) | null;
  list: ((address: string) => FetchedStatus | null) | null;
  readonly asked: string[];
};

export function openVerifying(belgium: Belgium, at: Date) {
  const plan: StatusPlan = { now: at, behaviour: 'honest', revoked: [], answer: null, list: null, asked: [] };
  const issuerAt = (address: string) => (address.includes('foreigners') ? 'foreigners' : 'citizens');
  const open = () =>
    openRevocation({
      clock: () => plan.now,
      randomness: systemRandomness,
      longestMilliseconds: 24 * HOUR,
      source: {
        async ask(address, question) {
          plan.asked.push(address);
          const issuer = belgium[issuerAt(address)];
          const signer = belgium[`${issuerAt(address)}Responder`];
          const isRevoked = (serial: string) => plan.revoked.includes(serial);
          return (
            plan.answer?.(question) ??
            fetched(answerStatus(question, { issuer, signer, isRevoked }, plan.behaviour, plan.now))
          );
        },
        async fetchList(address) {
          plan.asked.push(address);
          const issuer = address.includes('root') ? belgium.root : belgium[issuerAt(address)];
          return plan.list?.(address) ?? fetched(await writeList(issuer, plan.revoked, plan.now));
        },
      },
    });
  const verifyBytes = (
    offered: OfferedCertificates,
    changes: {
      readonly authorities?: readonly Issued[];
      readonly whenSilent?: 'refuse' | 'accept-cached';
    } = {},
    revocation = open(),
  ): Promise<CertificateOutcome> =>
    verifyCertificate(
      offered,
      openAgreement({
        ...cardTerms(
          (changes.authorities ?? [belgium.root]).map(({ certificate }) => certificate.toString('pem')),
        ),
        revocation: { ways: ['ocsp', 'crl'], whenSilent: changes.whenSilent ?? 'refuse' },
      }),
      { clock: () => plan.now, revocation },
    );
  const verify = (
    leaf: Issued,
    others: readonly Issued[] = [belgium.citizens],
    changes: Parameters<typeof verifyBytes>[1] = {},
    revocation?: ReturnType<typeof open>,
  ) =>
    verifyBytes(
      {
        leaf: new Uint8Array(leaf.certificate.rawData),
        others: others.map(({ certificate }) => new Uint8Array(certificate.rawData)),
      },
      changes,
      revocation,
    );
  return { plan, open, verify, verifyBytes };
}

/** Bytes as they come from an address. */
export function fetched(bytes: Uint8Array): FetchedStatus {
  return { kind: 'fetched', bytes: Buffer.from(bytes) };
}
